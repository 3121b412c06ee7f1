// The argument as a graph: the twin of `model/graph.py`. Every list is in the order of writing.

export class Graph {
  /** Index statements `{key, presumed, accepted}` and arguments `{key, premises, target, kind,
   *  weight}`; what leads out of the graph is left out. */
  constructor(statements, steps) {
    this.statements = new Map(statements.map((each) => [each.key, each]));
    this.arguments = new Map();
    this.bearing = new Map();
    this.uses = new Map();
    for (const step of steps) {
      if (!this.has(step.target) || !step.premises.every((each) => this.statements.has(each))) continue;
      this.arguments.set(step.key, step);
      push(this.bearing, step.target, step);
      for (const premise of new Set(step.premises)) push(this.uses, premise, step);
    }
  }

  has(key) {
    return this.statements.has(key) || this.arguments.has(key);
  }

  argumentsFor(key) {
    return this.ofKind(key, "for");
  }

  argumentsAgainst(key) {
    return this.ofKind(key, "against");
  }

  undercutsOf(key) {
    return this.ofKind(key, "undercut");
  }

  usesOf(key) {
    return this.uses.get(key) ?? [];
  }

  ofKind(key, kind) {
    return (this.bearing.get(key) ?? []).filter((each) => each.kind === kind);
  }

  /** Say whether a statement stands when nothing speaks against it. */
  presumes(key) {
    return this.statements.get(key).presumed ?? !this.argumentsFor(key).length;
  }
}

function push(lists, key, value) {
  if (!lists.has(key)) lists.set(key, []);
  lists.get(key).push(value);
}
