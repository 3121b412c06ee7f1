// Why an argument is out, in words: the twin of `analysis/failing.py`.

import { clauses, names, oneOrMany, say, subject } from "./reasons-wording.js";
import { labelled } from "./standing.js";
import { _, ngettext } from "./words.js";

const MOST_UNDERCUT = 2;

/** Say what is wrong with some arguments that are out, like cases together; some clauses. */
export function failures(graph, standing, steps) {
  const fallen = new Map();
  const undercut = [];
  for (const step of steps) {
    const premise = fallenPremise(standing, step);
    if (!premise) {
      undercut.push(step);
      continue;
    }
    const status = standing.statuses.get(premise);
    if (!fallen.has(status)) fallen.set(status, new Set());
    fallen.get(status).add(premise);
  }
  const found = [...fallen].map(([status, keys]) => haveFallen(status, [...keys]));
  found.push(...undercut.slice(0, MOST_UNDERCUT).map((each) => stepUndercut(graph, standing, each)));
  const rest = undercut.length - MOST_UNDERCUT;
  if (rest > 0) {
    found.push([ngettext("%(count)s other step is undercut", "%(count)s other steps are undercut", rest)]);
  }
  return clauses(found);
}

/** Say what is wrong with an argument that is out and that the sentence calls `it`; a clause. */
export function failureOfStep(graph, standing, step) {
  if (fallenPremise(standing, step)) return failures(graph, standing, [step]);
  return objection(subject(undercutsIn(graph, standing, step)), "undercut");
}

/** Say how objections that are out have been answered; a sentence. `objecting` says what they do:
 *  `against`, `against too`, `undercut`. */
export function answered(graph, standing, objections, objecting) {
  const who = subject(objections);
  const clause = objection(who, objecting);
  const answers = objections.map((each) => answersTo(graph, standing, each));
  if (answers.every((each) => each.length)) {
    const message = ngettext(
      "%(objection)s but is answered by %(answers)s.",
      "%(objection)s but are answered by %(answers)s.",
      who.number,
    );
    return say(message, { objection: clause, answers: subject(answers.flat()).parts });
  }
  if (who.number === 1) {
    return say(butHasFallen(standing.statuses.get(objections[0].premises[0])), { objection: clause });
  }
  const why = failures(graph, standing, objections);
  return say(_("%(objections)s but fail: %(failures)s."), { objections: clause, failures: why });
}

function objection({ parts, number }, objecting) {
  const message =
    objecting === "undercut"
      ? ngettext("%(who)s undercuts it", "%(who)s undercut it", number)
      : objecting === "against"
        ? ngettext("%(who)s speaks against it", "%(who)s speak against it", number)
        : ngettext("%(who)s speaks against it too", "%(who)s speak against it too", number);
  return say(message, { who: parts });
}

function haveFallen(status, keys) {
  const number = oneOrMany(keys.length);
  const message =
    status === "rebutted"
      ? ngettext("%(names)s is rebutted", "%(names)s are rebutted", number)
      : status === "rejected"
        ? ngettext("%(names)s is rejected", "%(names)s are rejected", number)
        : ngettext("%(names)s is unsupported", "%(names)s are unsupported", number);
  return say(message, { names: names(keys) });
}

function butHasFallen(status) {
  if (status === "rebutted") return _("%(objection)s but is rebutted.");
  if (status === "rejected") return _("%(objection)s but is rejected.");
  return _("%(objection)s but is unsupported.");
}

function stepUndercut(graph, standing, step) {
  return say(_("the step from %(premises)s is undercut by %(undercuts)s"), {
    premises: names(step.premises),
    undercuts: subject(undercutsIn(graph, standing, step)).parts,
  });
}

/** Return the arguments because of which an argument is out: undercuts or rebuttals. */
function answersTo(graph, standing, step) {
  const premise = fallenPremise(standing, step);
  if (!premise) return undercutsIn(graph, standing, step);
  if (standing.statuses.get(premise) !== "rebutted") return [];
  return labelled(standing.labels, graph.argumentsAgainst(premise), "in");
}

function fallenPremise(standing, step) {
  return step.premises.find((each) => standing.labels.get(each) === "out");
}

function undercutsIn(graph, standing, step) {
  return labelled(standing.labels, graph.undercutsOf(step.key), "in");
}
