// Single letters lead through a site: j k next and previous, u up, o open, m map, / search, ? help.

import { addHelp, lettersOn } from "./keys-help.js";
import { next } from "./keys-steps.js";
import { openSearch } from "./search.js";

/** Listen to the letters, never where the reader types, and not where they are turned off. */
export function startKeys() {
  const help = addHelp();
  const acts = {
    j: () => next(1),
    k: () => next(-1),
    u: () => follow(up()),
    o: unfold,
    m: () => follow(map()),
    "/": openSearch,
    "?": help,
  };
  document.addEventListener("keydown", (event) => {
    const act = acts[letter(event)];
    if (!act || event.defaultPrevented || !lettersOn() || isElsewhere(event)) return;
    event.preventDefault();
    act();
  });
}

/** Return the letter of a key; where the keyboard writes another script, the one in its place. */
function letter({ key, code }) {
  const lower = key.toLowerCase();
  if (/^[\x20-\x7e]$/.test(lower) || !code.startsWith("Key")) return lower;
  return code.slice("Key".length).toLowerCase();
}

function isElsewhere({ target, ctrlKey, altKey, metaKey, isComposing }) {
  if (ctrlKey || altKey || metaKey || isComposing) return true;
  const typing = "input, select, textarea, [contenteditable]";
  return target.closest?.(typing) !== null || document.querySelector("dialog[open]") !== null;
}

function follow(link) {
  link?.click();
}

/** Return the link to what a page belongs to: what a statement serves, its essay, the index. */
function up() {
  const ways = ["nav.path > ol li:last-child a", "nav.path .kicker a", "main:not(.essay-page) > .kicker a", ".name"];
  return ways.map((each) => document.querySelector(each)).find(Boolean);
}

/** Return the link to the map of the essay, or from the map back to it. */
function map() {
  if (document.querySelector("main.map-page")) return document.querySelector("main > .kicker a");
  return document.querySelector("main a[href='map.html'], main a[href^='map.html?']");
}

/** Open or close what unfolds at the focus; without one, all of it. */
function unfold() {
  const focused = document.activeElement;
  const own = focused?.closest(".premise, li")?.querySelector("details") ?? focused?.closest("details");
  if (own && focused !== document.body) {
    own.open = !own.open;
    return;
  }
  const all = [...document.querySelectorAll("main .tree details, main .path details")];
  const opens = all.some((each) => !each.open);
  for (const each of all) each.open = opens;
}
