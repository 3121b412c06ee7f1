// A reason as readers see it: its parts with the statements' words, linked or in quotation marks.

import { addressOf, card } from "./cards.js";
import { make } from "./elements.js";
import { _ } from "./words.js";

const LONGEST_NAME = 72;

/** Return a promise of a reason as nodes, its statements linked, as `pages/desk.py` writes it. */
export async function sentence(parts) {
  const texts = await named(parts);
  return parts.map((part, place) => {
    if (part.key) return make("a", { class: "mention", href: addressOf(part.key) }, shortened(texts[place]));
    // After a shortened name the dots end the sentence, too.
    const ended = place > 0 && parts[place - 1].key && shortened(texts[place - 1]).endsWith("…");
    return ended && part.startsWith(".") ? part.slice(1) : part;
  });
}

/** Return a promise of a reason as text, its statements in quotation marks. */
export async function told(parts) {
  const texts = await named(parts);
  const said = parts.map((part, place) => {
    return part.key ? _("“%(text)s”", { text: texts[place].replace(/\.$/, "") }) : part;
  });
  return said.join("");
}

/** Return a promise of the text of each statement that is named, by place. */
function named(parts) {
  return Promise.all(parts.map((part) => part.key && textOf(part.key)));
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
