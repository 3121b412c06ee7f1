// The words and marks of statuses, as pages show them beside a statement.

import { draw, make } from "./elements.js";
import { _ } from "./words.js";

/** Every status, by the name that classes and data know. */
export const STATUSES = [
  "stands",
  "presumed",
  "contested",
  "open",
  "rebutted",
  "unsupported",
  "accepted",
  "rejected",
];

/** Finds what says how a statement fares. */
export const CHIPS = ":is(main, dialog) span.status[data-of]";

/** Statuses of statements that have fallen. */
export const OUT = new Set(["rebutted", "unsupported", "rejected"]);

/** Return the word of a status in the page's language. */
export function statusWord(status) {
  const words = {
    stands: _("stands"),
    presumed: _("presumed"),
    contested: _("contested"),
    open: _("open"),
    rebutted: _("rebutted"),
    unsupported: _("unsupported"),
    accepted: _("accepted"),
    rejected: _("rejected"),
  };
  return words[status] ?? status;
}

/** Return the mark and the word of a status; with `was`, also the one that it takes the place of. */
export function statusParts(status, was = "") {
  const before = _("was %(status)s", { status: statusWord(was) });
  return [mark(status), statusWord(status), ...(was ? [make("span", { class: "was" }, ` (${before})`)] : [])];
}

/** Return a chip that says how a statement fares. */
export function chip(status, was = "") {
  const changed = was ? " what-if" : "";
  return make("span", { class: `status ${status}${changed}` }, ...statusParts(status, was));
}

function mark(status) {
  const attributes = { class: "mark", viewBox: "0 0 16 16", "aria-hidden": "true" };
  return draw("svg", attributes, draw("use", { href: `#mark-${status}` }));
}
