// Single letters lead through a site: j k next and previous, u up, o open, m map, / search, ? help.

import { make } from "./elements.js";
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
function letter({ key = "", code = "" }) {
  const lower = key.toLowerCase();
  if (/^[\x20-\x7e]$/.test(lower) || !code.startsWith("Key")) return lower;
  return code.slice("Key".length).toLowerCase();
}

function isElsewhere({ target, key, shiftKey, ctrlKey, altKey, metaKey, isComposing }) {
  // Some keyboards have the signs above other keys.
  const shifted = shiftKey && !"/?".includes(key);
  if (shifted || ctrlKey || altKey || metaKey || isComposing) return true;
  const typing = "input, select, textarea, [contenteditable]";
  return target.closest?.(typing) !== null || document.querySelector("dialog[open]") !== null;
}

function follow(link) {
  if (!link) return;
  // The links of a diagram cannot be clicked, and while it has a focus a press only moves that.
  const twin = make("a", { href: link.getAttribute("href") });
  document.body.append(twin);
  twin.click();
  twin.remove();
}

/** Return the link to what a page belongs to: what a statement serves, its essay, the index. */
function up() {
  const ways = ["nav.path > ol li:last-child a", "nav.path .kicker a", "main:not(.essay-page) > .kicker a", ".name"];
  return ways.map((each) => document.querySelector(each)).find(Boolean);
}

/** Return the link to the map of the essay, or from the map back: to a statement or the essay. */
function map() {
  if (document.querySelector("main.map-page")) {
    const id = encodeURIComponent(new URLSearchParams(location.search).get("focus"));
    return document.querySelector(`main a[href="${id}.html"]`) ?? document.querySelector("main > .kicker a");
  }
  return document.querySelector("main a[href='map.html'], main a[href^='map.html?']");
}

/** Open the page of the box that has the focus, or what unfolds there; without a focus, all of it. */
function unfold() {
  const focused = document.activeElement;
  const box = focused?.closest("a.node");
  if (box) {
    follow(box);
    return;
  }
  const own = focused?.closest(".premise, li")?.querySelector("details") ?? focused?.closest("details");
  if (own && focused !== document.body) {
    own.open = !own.open;
    return;
  }
  const all = [...document.querySelectorAll("main .tree details, main .path details")];
  const opens = all.some((each) => !each.open);
  for (const each of all) each.open = opens;
}
