// What a preview, a search result or a list of changes shows of a statement, loaded where needed.

import { decoded, pathOf, whole } from "./addresses.js";
import { load, root } from "./data.js";

/** Return the key of the statement that an address leads to, such as `park/patrols`, or null. */
export function keyOf(href) {
  const path = pathOf(href);
  if (!path.startsWith(root) || !path.endsWith(".html")) return null;
  const key = decoded(path.slice(root.length, -".html".length));
  const parts = key.split("/");
  return parts.length === 2 && !PAGES.has(parts[1]) && !FOLDERS.has(parts[0]) ? key : null;
}

/** Return the key of the statement that a link leads to, or null. */
export function linkedKey(link) {
  // The links of a diagram have no address as text.
  return keyOf(whole(link.getAttribute("href")));
}

const PAGES = new Set(["index", "map", "outline"]);
const FOLDERS = new Set(["tags", "assets", "data", "statements"]);

/** Return the address of a statement's page. */
export function addressOf(key) {
  return `${root}${key.split("/").map(encodeURIComponent).join("/")}.html`;
}

/** Return a promise of what the site says of itself: `{title, lang, dir}`, with its essays. */
const site = () => load("data/site.js");

/** Return a promise of what the site says of an essay: `{title, cards, lang, dir}`, or of null.
 *  Where there are very many essays they are in several files. */
export async function essayData(slug) {
  const { essays, files, lang, dir } = await site();
  const some = essays ?? (await load(`data/site-${hash(slug) % files}.js`));
  return Object.hasOwn(some, slug) ? { lang, dir, ...some[slug] } : null;
}

/** Return a promise of a statement's card (see `pages/cards.py`) with the `lang` and `dir` of its
 *  text, or of null. */
export async function card(key) {
  const [slug, id] = key.split("/");
  const essay = await essayData(slug);
  if (!essay) return null;
  const cards = await load(`data/essays/${slug}/cards-${hash(id) % essay.cards}.js`);
  return Object.hasOwn(cards, id) ? { ...essay, ...cards[id] } : null;
}

/** FNV-1a, 32 bits, over UTF-8; `pages/script_data.py` has its twin. */
export function hash(text) {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  }
  return value;
}
