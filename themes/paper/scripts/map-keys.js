// The keyboard in a diagram: arrows go along the tree, + - 0 zoom, f focuses, Esc ends.

import { rectangle } from "./map-drawing.js";

const FAR = 60;

/** Listen to the keys of one diagram. */
export function listenToKeys(map) {
  const { figure, drawing, view, focus } = map;
  // The box from which the arrows came to a box, so that they lead back where they came from.
  const from = new Map();
  figure.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input, select")) return;
    const box = drawing.with(target);
    const act = (box && onBox(map, box, from, event)) || onFigure(map, event);
    if (!act || (key.startsWith("Arrow") && !map.scroller.contains(target))) return;
    event.preventDefault();
    view.wake().then(act);
  });
  // A focus that the page's address asks for is there before the reader is in the figure.
  document.addEventListener("keydown", ({ key, target, defaultPrevented }) => {
    const elsewhere = defaultPrevented || target.closest("dialog, [popover], input, select");
    if (key === "Escape" && focus.box && !elsewhere) focus.off();
  });
}

/** Return what a key does on a box, or nothing. */
function onBox({ drawing, focus }, box, from, { key, shiftKey }) {
  if (key === "f" || (key === "Enter" && (shiftKey || focus.box))) return () => focus.on(box);
  const next = neighbour(drawing, box, from, key);
  if (next === undefined) return null;
  if (key === "ArrowDown") from.set(next, box);
  return () => next?.element.focus({ preventScroll: true });
}

/** Return the box that a key leads to; null at the end of the way, undefined for other keys. */
function neighbour(drawing, box, from, key) {
  const parents = drawing.parents(box);
  const parent = parents.includes(from.get(box)) ? from.get(box) : parents[0];
  if (key === "ArrowUp") return parent ?? null;
  if (key === "ArrowDown") return drawing.children(box)[0] ?? null;
  if (key === "Home") return drawing.main;
  if (key !== "ArrowLeft" && key !== "ArrowRight") return undefined;
  const row = parent ? drawing.children(parent) : drawing.shown().filter((each) => !each.above[0]);
  row.sort((one, other) => rectangle(one).left - rectangle(other).left);
  const next = row[row.indexOf(box) + (key === "ArrowRight" ? 1 : -1)] ?? null;
  if (next && parent) from.set(next, parent);
  return next;
}

/** Return what a key does elsewhere in the figure, or nothing. */
function onFigure({ view, full, scroller }, { key, target }) {
  const ways = { ArrowUp: [0, FAR], ArrowDown: [0, -FAR], ArrowLeft: [FAR, 0], ArrowRight: [-FAR, 0] };
  if (ways[key] && target === scroller) return () => view.move(...ways[key]);
  if (key === "+" || key === "=") return () => view.zoom(1);
  if (key === "-") return () => view.zoom(-1);
  return key === "0" ? () => view.fit(full.on ? 2 : 1) : null;
}
