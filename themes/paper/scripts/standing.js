// Which statements stand: the twin of `analysis/standing.py`, which says what the labels mean.

/** Label everything in a graph and give each statement its word: `{labels, statuses}`, by key.
 *  `settled` holds what the reader accepts (true) or rejects (false): it goes before the author. */
export function stand(graph, settled = new Map()) {
  const verdicts = new Map();
  for (const { key, accepted } of graph.statements.values()) {
    const verdict = settled.get(key) ?? accepted;
    if (verdict != null) verdicts.set(key, verdict);
  }
  const { labels } = new Fixpoint(graph, verdicts);
  const statuses = new Map();
  for (const key of graph.statements.keys()) statuses.set(key, word(graph, labels, verdicts, key));
  return { labels, statuses };
}

function word(graph, labels, verdicts, key) {
  if (verdicts.has(key)) return verdicts.get(key) ? "accepted" : "rejected";
  const having = (steps, label) => labelled(labels, steps, label);
  const weights = (steps) => steps.map((each) => each.weight);
  const pros = graph.argumentsFor(key);
  const prosIn = weights(having(pros, "in"));
  if (labels.get(key) === "in") return prosIn.length ? "stands" : "presumed";
  const consIn = weights(having(graph.argumentsAgainst(key), "in"));
  if (labels.get(key) === "open") {
    return prosIn.some((each) => consIn.includes(each)) ? "contested" : "open";
  }
  const living = weights([...having(pros, "in"), ...having(pros, "open")]);
  const strongest = greatest(consIn);
  const outweighed = consIn.length > 0 && living.every((each) => strongest > each);
  return outweighed ? "rebutted" : "unsupported";
}

/** Return those of some arguments that have a label. */
export function labelled(labels, steps, label) {
  return steps.filter((each) => labels.get(each.key) === label);
}

/** Return the greatest of some numbers; -1 of none. Spread arguments would overflow the stack. */
export function greatest(numbers) {
  return numbers.reduce((most, each) => Math.max(most, each), -1);
}

/** Labels everything with a work list: each label is passed on once to what it bears on. */
class Fixpoint {
  constructor(graph, verdicts) {
    this.graph = graph;
    this.labels = new Map();
    for (const key of [...graph.statements.keys(), ...graph.arguments.keys()]) this.labels.set(key, "open");
    this.fresh = [];
    // Of each argument: premises not yet in, and undercuts not yet out.
    this.awaited = new Map();
    // Of each statement: the arguments that may not be out, the weightiest last.
    this.living = { for: new Map(), against: new Map() };
    // Of each statement: the greatest weight of an argument that is in, where one is.
    this.strongest = { for: new Map(), against: new Map() };
    const steps = [...graph.arguments.values()];
    for (const each of steps) {
      this.awaited.set(each.key, new Set(each.premises).size + graph.undercutsOf(each.key).length);
    }
    for (const { kind, target, key, weight } of steps.sort((a, b) => a.weight - b.weight)) {
      if (kind === "undercut") continue;
      const lists = this.living[kind];
      if (!lists.has(target)) lists.set(target, []);
      lists.get(target).push({ key, weight });
    }
    this.presumed = new Set([...graph.statements.keys()].filter((key) => graph.presumes(key)));
    for (const key of this.presumed) this.strongest.for.set(key, 0);
    this.run(verdicts);
  }

  run(verdicts) {
    for (const key of this.graph.statements.keys()) {
      if (verdicts.has(key)) this.give(key, verdicts.get(key) ? "in" : "out");
      else this.judge(key);
    }
    while (this.fresh.length) {
      const key = this.fresh.pop();
      if (this.graph.statements.has(key)) {
        const holds = this.labels.get(key) === "in";
        for (const each of this.graph.usesOf(key)) this.tell(each.key, holds);
      } else {
        this.passOn(this.graph.arguments.get(key));
      }
    }
  }

  passOn({ key, kind, target, weight }) {
    const isIn = this.labels.get(key) === "in";
    if (kind === "undercut") {
      this.tell(target, !isIn);
      return;
    }
    const strongest = this.strongest[kind];
    if (isIn) strongest.set(target, Math.max(strongest.get(target) ?? 0, weight));
    this.judge(target);
  }

  /** Tell an argument that one of the things it needs holds, or that it never will. */
  tell(key, holds) {
    this.awaited.set(key, this.awaited.get(key) - 1);
    if (!holds) this.give(key, "out");
    else if (!this.awaited.get(key)) this.give(key, "in");
  }

  judge(key) {
    const pro = this.strongest.for.get(key);
    const con = this.strongest.against.get(key);
    const proAtMost = this.most(key, "for");
    const conAtMost = this.most(key, "against");
    if (pro != null && (conAtMost == null || pro > conAtMost)) this.give(key, "in");
    else if (proAtMost == null || (con != null && con > proAtMost)) this.give(key, "out");
  }

  /** Return the greatest weight among those not out; null where all are out. */
  most(key, kind) {
    const living = this.living[kind].get(key) ?? [];
    while (living.length && this.labels.get(living.at(-1).key) === "out") living.pop();
    if (living.length) return living.at(-1).weight;
    return kind === "for" && this.presumed.has(key) ? 0 : null;
  }

  give(key, label) {
    if (this.labels.get(key) !== "open") return;
    this.labels.set(key, label);
    this.fresh.push(key);
  }
}
