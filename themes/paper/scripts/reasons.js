// Why a statement has its status, in a sentence or two: the twin of `analysis/reason.py`.

import { answered, failures } from "./reasons-failing.js";
import { settled } from "./reasons-settled.js";
import { cycleThrough, waits, waitsOn } from "./reasons-waiting.js";
import { names, oneOrMany, say, subject } from "./reasons-wording.js";
import { greatest, labelled } from "./standing.js";
import { _, ngettext } from "./words.js";

/** Return why the statement has its status, as parts (see `reasons-wording.js`). */
export function explain(graph, standing, key) {
  return EXPLAIN[standing.statuses.get(key)](new Case(graph, standing, key));
}

/** A statement and what bears on it, by label. */
class Case {
  constructor(graph, standing, key) {
    Object.assign(this, { graph, standing, key });
    this.pros = graph.argumentsFor(key);
    this.cons = graph.argumentsAgainst(key);
    const having = (steps, label) => labelled(standing.labels, steps, label);
    this.prosIn = having(this.pros, "in");
    this.consIn = having(this.cons, "in");
    this.prosOpen = having(this.pros, "open");
    this.consOpen = having(this.cons, "open");
    this.prosOut = having(this.pros, "out");
    this.consOut = having(this.cons, "out");
  }

  failures() {
    return failures(this.graph, this.standing, this.prosOut);
  }

  answered(objecting = "against") {
    return answered(this.graph, this.standing, this.consOut, objecting);
  }
}

function stands(it) {
  const living = [...it.consIn, ...it.consOpen];
  if (living.length) {
    const outweighed = outweighsCon(weightiest(it.prosIn), living);
    return it.consOut.length ? [...outweighed, " ", ...it.answered("against too")] : outweighed;
  }
  const { parts, number } = subject(it.prosIn);
  if (it.consOut.length) {
    const message = ngettext("%(who)s speaks for it.", "%(who)s speak for it.", number);
    return [...say(message, { who: parts }), " ", ...it.answered()];
  }
  const message = ngettext(
    "%(who)s speaks for it, and nothing speaks against it.",
    "%(who)s speak for it, and nothing speaks against it.",
    number,
  );
  return say(message, { who: parts });
}

function outweighsCon(strongest, weaker) {
  const [pro, con] = [subject([strongest]), subject(weaker)];
  const message = ngettext(
    "%(who)s speaks for it and outweighs %(weaker)s.",
    "%(who)s speak for it and outweigh %(weaker)s.",
    pro.number,
  );
  const named = ngettext(
    "%(names)s, which speaks against it",
    "%(names)s, which speak against it",
    con.number,
  );
  return say(message, { who: pro.parts, weaker: say(named, { names: con.parts }) });
}

function outweighsPro(strongest, weaker) {
  const [con, pro] = [subject([strongest]), subject(weaker)];
  const message = ngettext(
    "%(who)s speaks against it and outweighs %(weaker)s.",
    "%(who)s speak against it and outweigh %(weaker)s.",
    con.number,
  );
  const named = ngettext("%(names)s, which speaks for it", "%(names)s, which speak for it", pro.number);
  return say(message, { who: con.parts, weaker: say(named, { names: pro.parts }) });
}

function presumed(it) {
  if (!it.pros.length && !it.consOut.length) {
    return [_("It is taken as given, and nothing speaks against it.")];
  }
  const rest = it.consOut.length ? it.answered() : [_("Nothing speaks against it.")];
  return [...takenAsGiven(it), " ", ...rest];
}

function takenAsGiven(it) {
  if (it.prosOpen.length) {
    const { parts, number } = subject(it.prosOpen);
    const message = ngettext(
      "It is taken as given, whether or not %(who)s holds.",
      "It is taken as given, whether or not %(who)s hold.",
      number,
    );
    return say(message, { who: parts });
  }
  if (!it.prosOut.length) return [_("It is taken as given.")];
  const message = ngettext(
    "It is taken as given, though the reason given for it fails: %(failures)s.",
    "It is taken as given, though every reason given for it fails: %(failures)s.",
    oneOrMany(it.prosOut.length),
  );
  return say(message, { failures: it.failures() });
}

function contested(it) {
  const [pro, con] = [subject(it.prosIn), subject(it.consIn)];
  const message =
    pro.number === 1 && con.number === 1
      ? _("%(pro)s speaks for it, %(con)s against it, and neither is answered.")
      : ngettext(
          "%(pro)s speaks for it, %(con)s against it, and neither side is answered.",
          "%(pro)s speak for it, %(con)s against it, and neither side is answered.",
          pro.number,
        );
  const tie = say(message, { pro: pro.parts, con: con.parts });
  const over = (steps, others) =>
    steps.filter(({ weight }) => weight > greatest(others.map((each) => each.weight)));
  const deciding = [...over(it.prosOpen, it.consIn), ...over(it.consOpen, it.prosIn)];
  if (!deciding.length) return tie;
  const { parts, number } = subject(deciding);
  const could = ngettext(
    "%(who)s could decide it but is not settled.",
    "%(who)s could decide it but are not settled.",
    number,
  );
  return [...tie, " ", ...say(could, { who: parts })];
}

function open(it) {
  const awaited = waitsOn(it.graph, it.standing, it.key);
  if (awaited.includes(it.key)) {
    const given = (steps) => steps.some((each) => each.premises.includes(it.key));
    if (given(it.pros)) return [_("It depends on itself: it is given as a reason for itself.")];
    if (given(it.cons)) return [_("It depends on itself: it is given as a reason against itself.")];
    return [_("It depends on itself: it is given as a reason against its own step.")];
  }
  const undecided = awaited.filter((each) => it.standing.statuses.get(each) === "contested");
  if (undecided.length) return waits(it.standing, undecided);
  const cycle = cycleThrough(it.graph, it.standing, it.key);
  if (cycle.length) return say(_("It depends on itself through %(names)s."), { names: names(cycle) });
  return waits(it.standing, awaited);
}

function rebutted(it) {
  const living = [...it.prosOpen, ...it.prosIn];
  if (living.length) return outweighsPro(weightiest(it.consIn), living);
  const { parts, number } = subject(it.consIn);
  if (!it.pros.length) {
    const message = ngettext(
      "%(who)s speaks against it, and nothing speaks for it.",
      "%(who)s speak against it, and nothing speaks for it.",
      number,
    );
    return say(message, { who: parts });
  }
  const message =
    it.prosOut.length === 1
      ? ngettext(
          "%(who)s speaks against it, and the reason given for it fails: %(failures)s.",
          "%(who)s speak against it, and the reason given for it fails: %(failures)s.",
          number,
        )
      : ngettext(
          "%(who)s speaks against it, and every reason given for it fails: %(failures)s.",
          "%(who)s speak against it, and every reason given for it fails: %(failures)s.",
          number,
        );
  return say(message, { who: parts, failures: it.failures() });
}

function unsupported(it) {
  if (!it.pros.length) return [_("No reason is given for it, and it is not presumed.")];
  const message = ngettext(
    "The reason given for it fails: %(failures)s.",
    "Every reason given for it fails: %(failures)s.",
    oneOrMany(it.prosOut.length),
  );
  return say(message, { failures: it.failures() });
}

function verdict(it) {
  const accepts = it.standing.statuses.get(it.key) === "accepted";
  const others = accepts ? [...it.consIn, ...it.consOpen] : [...it.prosIn, ...it.prosOpen];
  return settled(others, accepts, it.graph.statements.get(it.key).accepted === accepts);
}

const EXPLAIN = {
  stands,
  presumed,
  contested,
  open,
  rebutted,
  unsupported,
  accepted: verdict,
  rejected: verdict,
};

function weightiest(steps) {
  return steps.reduce((most, each) => (each.weight > most.weight ? each : most));
}
