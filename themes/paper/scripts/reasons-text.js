// A reason as readers see it: its parts with the statements' words, linked or in quotation marks.

import { addressOf, card } from "./cards.js";
import { make } from "./elements.js";
import { _ } from "./words.js";

const LONGEST_NAME = 72;

/** Return a promise of a reason as nodes, its statements linked, as `pages/desk.py` writes it. */
export async function sentence(parts) {
  const named = await nodes(parts);
  return parts.map((part, place) => {
    if (part.key) return named[place];
    // After a shortened name the dots end the sentence, too.
    const ended = named[place - 1]?.textContent.endsWith("…");
    return ended && part.startsWith(".") ? part.slice(1) : part;
  });
}

/** Return a promise of a reason as text, its statements in quotation marks. */
export async function told(parts) {
  const said = parts.map(async (part) => {
    return part.key ? _("“%(text)s”", { text: (await textOf(part.key)).replace(/\.$/, "") }) : part;
  });
  return (await Promise.all(said)).join("");
}

/** Return a promise of a link for each statement that is named, by place. */
function nodes(parts) {
  return Promise.all(parts.map(({ key }) => key && linkTo(key, { class: "mention" }, shortened)));
}

/** Return a promise of a link to a statement, with its text. */
export async function linkTo(key, attributes = {}, as = (text) => text) {
  const { lang = false, dir = "auto" } = (await card(key)) ?? {};
  return make("a", { ...attributes, href: addressOf(key), lang, dir }, as(await textOf(key)));
}

/** Return a promise of a statement's text; its key where there is none. */
export async function textOf(key) {
  return (await card(key))?.text ?? key;
}

/** Return a statement's text as its name within a sentence: no full stop, not too long. */
function shortened(text) {
  const name = text.replace(/\.$/, "");
  // Counted in whole characters, as Python counts them.
  const letters = [...name];
  if (letters.length <= LONGEST_NAME) return name;
  const cut = letters.lastIndexOf(" ", LONGEST_NAME - 1);
  const kept = letters.slice(0, cut > 0 ? cut : LONGEST_NAME).join("");
  return `${kept.replace(/[,;:]+$/, "")} …`;
}
