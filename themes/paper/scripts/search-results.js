// A search result: text with its marks, what it is, where it stands, and the words around a match.

import { root } from "./data.js";
import { make } from "./elements.js";
import { kindName } from "./search-filters.js";
import { places } from "./search-words.js";
import { chip } from "./statuses.js";
import { _ } from "./words.js";

const AROUND = 70;
const LONGEST = 220;
const NEAR = 20;

// What no text begins with: a sign on a letter, or the second half of one.
const WITHIN = /[\p{M}\u{dc00}-\u{dfff}]/u;

/** Return a list item for a result in an essay of that title and language, or in none. */
export function item(result, text, sought, [essay, language]) {
  const lang = language ?? false;
  const title = places(text.title, sought);
  const href = root + encodeURI(text.path);
  const link = make("a", { href, lang, dir: "auto" }, ...marked(text.title, title));
  const facts = make("p", { class: "facts" });
  if (result.status) facts.append(status(result.written ?? result.status, text.path), " ");
  facts.append(where(result, text, essay));
  const made = make("li", { "data-kind": result.kind }, make("p", { class: "title" }, link), facts);
  const whole = sought.every((term) => places(text.title, [term]).length);
  const excerpt = whole ? [] : around(text.body ?? [], sought, !title.length);
  if (excerpt.length) made.append(make("p", { class: "excerpt", lang, dir: "auto" }, ...excerpt));
  return made;
}

function where(result, text, essay) {
  const parts = [kindName(result.kind)];
  if (text.by) parts.push(text.by);
  if (essay && essay !== text.title) parts.push(essay);
  if (text.point) parts.push(_("point %(number)s", { number: text.point }));
  return parts.join(" · ");
}

function status(word, path) {
  const made = chip(word);
  made.dataset.of = path.replace(/\.html$/, "");
  return made;
}

/** Return, as nodes, the words around the match in the passage that has most of what is sought. */
function around(body, sought, needed) {
  let chosen = null;
  for (const passage of body) {
    const found = places(passage, sought);
    const held = sought.filter((term) => places(passage, [term]).length).length;
    if (found.length && (!chosen || held > chosen.held)) chosen = { passage, found, held };
  }
  if (!chosen && !(needed && body.length)) return [];
  const { passage, found } = chosen ?? { passage: body[0], found: [] };
  const [start, end] = extent(passage, found);
  const inside = found.filter(([from, to]) => from >= start && to <= end);
  const moved = inside.map(([from, to]) => [from - start, to - start]);
  const words = marked(passage.slice(start, end), moved);
  return [start ? "… " : "", ...words, end < passage.length ? " …" : ""];
}

/** Return where an excerpt begins and ends: at spaces, if there are any near. */
function extent(passage, found) {
  if (passage.length <= LONGEST) return [0, passage.length];
  const [first, last] = found[0] ?? [0, 0];
  let start = Math.max(0, first - AROUND);
  if (start) start += 1 + passage.slice(start, Math.min(first, start + NEAR)).indexOf(" ");
  let end = Math.max(last, Math.min(passage.length, start + LONGEST));
  const space = passage.lastIndexOf(" ", end);
  if (end < passage.length && space >= last && end - space < NEAR) end = space;
  while (WITHIN.test(passage[start] ?? "")) start += 1;
  while (WITHIN.test(passage[end] ?? "")) end += 1;
  return [start, end];
}

/** Return a text as nodes, with its marked places in `<mark>`. */
function marked(text, found) {
  const nodes = [];
  let last = 0;
  for (const [start, end] of found) {
    nodes.push(text.slice(last, start), make("mark", {}, text.slice(start, end)));
    last = end;
  }
  return [...nodes, text.slice(last)];
}
