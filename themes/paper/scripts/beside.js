// Text and map side by side: pointing at a statement in one of them marks it in the other.

import { pathOf, whole } from "./addresses.js";
import { missing } from "./geometry.js";

const EDGE = 16; // px
const PATIENCE = 150; // ms until a map moves to what the pointer is on: it may only pass by

/** Join what an essay says of each statement with the boxes of the map that stands beside it. */
export function startBeside() {
  if (!document.querySelector(".essay-page")) return;
  const opening = document.querySelector("main > .prose");
  for (const part of document.querySelectorAll("section.contention, section.point")) {
    join(part, part.matches(".contention") && opening ? [opening] : []);
  }
}

function join(part, more) {
  const boxes = grouped(part.querySelectorAll(".diagram a.node"), (node) => pageOf(node.href.baseVal));
  const words = grouped(
    [part, ...more].flatMap((each) => [...each.querySelectorAll("a[href], .quoted")])
      .filter((each) => !each.closest(".diagram, figcaption, .seek")),
    statementOf,
  );
  let waiting = 0;
  const clear = () => {
    clearTimeout(waiting);
    for (const each of document.querySelectorAll(".marked")) each.classList.remove("marked");
  };
  const mark = ({ target, type }) => {
    const node = target.closest(".diagram a.node");
    const path = node ? pageOf(node.href.baseVal) : statementOf(target.closest("a[href], .quoted"));
    clear();
    const found = [...((node ? words : boxes).get(path) ?? [])];
    if (!found.length) return;
    for (const each of [target.closest("a, .quoted"), ...found]) each.classList.add("marked");
    if (node) return;
    if (type === "focusin") reveal(found[0]);
    else waiting = setTimeout(() => reveal(found[0]), PATIENCE);
  };
  for (const each of [part, ...more]) {
    for (const event of ["pointerover", "focusin"]) each.addEventListener(event, mark);
    for (const event of ["pointerleave", "focusout"]) each.addEventListener(event, clear);
  }
}

/** Return the page of the statement that a piece of text speaks of, or nothing. */
function statementOf(piece) {
  if (!piece) return "";
  if (piece.matches("a")) return pageOf(piece.getAttribute("href"));
  const anchor = piece.id || piece.dataset.anchor;
  return pageOf(`${encodeURIComponent(anchor.slice("quote-".length))}.html`);
}

/** Return the page that an address leads to; nothing for a place on this one, or for no address. */
function pageOf(href) {
  const page = pathOf(whole(href));
  return page === pathOf(location.href) ? "" : page;
}

function grouped(pieces, of) {
  const groups = new Map();
  for (const piece of pieces) {
    const path = of(piece);
    if (!path) continue;
    if (!groups.has(path)) groups.set(path, []);
    groups.get(path).push(piece);
  }
  return groups;
}

/** Scroll a map, and nothing else, until a box of it is seen. */
function reveal(box) {
  const frame = box.closest(".scroll");
  // A map that a script moves knows how; see `map-view.js`.
  if (!frame || !box.dispatchEvent(new Event("reveal", { bubbles: true, cancelable: true }))) return;
  const inner = box.getBoundingClientRect();
  const outer = frame.getBoundingClientRect();
  frame.scrollBy(
    missing(inner.left - outer.left, inner.right - outer.left, frame.clientWidth, EDGE),
    missing(inner.top - outer.top, inner.bottom - outer.top, frame.clientHeight, EDGE),
  );
}
