// What an open statement waits on, and the sentence that says so: the twin of `analysis/waiting.py`.

import { names, oneOrMany, say } from "./reasons-wording.js";
import { greatest, labelled } from "./standing.js";
import { ngettext } from "./words.js";

const LARGEST_SEARCH = 30;

/** Return the open statements on which it depends directly whether an open statement stands. */
export function waitsOn(graph, standing, key) {
  const isOpen = (each) => standing.labels.get(each) === "open";
  const steps = deciding(graph, standing, key);
  for (const step of steps) {
    steps.push(...graph.undercutsOf(step.key).filter((each) => isOpen(each.key)));
  }
  return [...new Set(steps.flatMap((each) => each.premises))].filter(isOpen);
}

/** Return the other statements of a short cycle of open statements; none where none was found. */
export function cycleThrough(graph, standing, key) {
  const cameFrom = new Map([[key, key]]);
  const ahead = [key];
  for (const statement of ahead) {
    if (cameFrom.size > LARGEST_SEARCH) break;
    for (const each of waitsOn(graph, standing, statement)) {
      if (each === key) {
        const cycle = [statement];
        while (cameFrom.get(cycle[0]) !== key) cycle.unshift(cameFrom.get(cycle[0]));
        return cycle;
      }
      if (cameFrom.has(each)) continue;
      cameFrom.set(each, statement);
      ahead.push(each);
    }
  }
  return [];
}

/** Say which open statements it waits on, and what they are. */
export function waits(standing, keys) {
  const number = oneOrMany(keys.length);
  const message = keys.every((each) => standing.statuses.get(each) === "contested")
    ? ngettext(
        "It waits on %(names)s, which is contested.",
        "It waits on %(names)s, which are contested.",
        number,
      )
    : ngettext("It waits on %(names)s, which is open.", "It waits on %(names)s, which are open.", number);
  return say(message, { names: names(keys) });
}

/** Return the open arguments for and against a statement that could change how it fares. */
function deciding(graph, standing, key) {
  const having = (steps, label) => labelled(standing.labels, steps, label);
  const strongest = (steps) => greatest(having(steps, "in").map((each) => each.weight));
  const pros = graph.argumentsFor(key);
  const cons = graph.argumentsAgainst(key);
  const pro = having(pros, "in").length || !graph.presumes(key) ? strongest(pros) : 0;
  const con = strongest(cons);
  return [
    ...having(pros, "open").filter(({ weight }) => weight >= con && weight > pro),
    ...having(cons, "open").filter(({ weight }) => weight >= pro && weight > con),
  ];
}
