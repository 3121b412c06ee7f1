// Sentences about statements and arguments, in parts: the twin of `analysis/wording.py`.
// A part is text, or `{key}`: a statement that the sentence names.

import { _, ngettext } from "./words.js";

const MOST_NAMED = 3;

/** Return a message as parts; each `%(name)s` in it is replaced by the parts of that name. */
export function say(message, parts = {}) {
  return message.split(/%\((\w+)\)s/).flatMap((piece, place) => (place % 2 ? parts[piece] : piece || []));
}

/** Return 1 or 2, for the number of a verb where the sentence does not say how many. */
export function oneOrMany(number) {
  return number === 1 ? 1 : 2;
}

/** Name arguments by their premises: `{parts, number}`, the number being 1 or 2. */
export function subject(steps) {
  const premises = steps.map((each) => [...new Set(each.premises)]);
  const different = [...new Map(premises.map((each) => [each.join("\n"), each])).values()];
  if (different.length === 1 && different[0].length > 1) {
    return { parts: say(_("%(names)s together"), { names: names(different[0]) }), number: 2 };
  }
  return { parts: listed(different.map(short)), number: oneOrMany(different.length) };
}

/** Name statements: `A`, `A and B`, `A, B, C and 2 others`. */
export function names(keys) {
  return listed(keys.map((key) => [{ key }]));
}

/** Join items as a list, of which at most three are said; the rest is counted. */
function listed(items) {
  const rest = items.length - MOST_NAMED;
  const said = rest > 0 ? [...items.slice(0, MOST_NAMED), others(rest)] : items;
  return joined(said, _("%(before)s and %(last)s"));
}

/** Join clauses: `A, and B`, `A, B, and C`. */
export function clauses(items) {
  return joined(items, _("%(before)s, and %(last)s"));
}

function joined(items, atLast) {
  if (!items.length) return [];
  return items.reduce(
    (before, item, place) =>
      place < items.length - 1
        ? say(_("%(before)s, %(next)s"), { before, next: item })
        : say(atLast, { before, last: item }),
  );
}

function others(number) {
  return [ngettext("%(count)s other", "%(count)s others", number)];
}

/** Name one of several arguments by its first premise, and those linked with it in brackets. */
function short([first, ...linked]) {
  if (!linked.length) return [{ key: first }];
  const rest = linked.length === 1 ? [{ key: linked[0] }] : others(linked.length);
  return say(_("%(name)s (with %(others)s)"), { name: [{ key: first }], others: rest });
}
