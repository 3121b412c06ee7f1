// Diagrams that can be moved, zoomed, searched and saved; the page's script adds it all.

import { decoded } from "./addresses.js";
import { buttonsOf } from "./map-buttons.js";
import { Collapse } from "./map-collapse.js";
import { Drawing } from "./map-drawing.js";
import { showFilter } from "./map-filter.js";
import { Focus } from "./map-focus.js";
import { FullScreen } from "./map-full.js";
import { listenToKeys } from "./map-keys.js";
import { saveDrawing } from "./map-save.js";
import { showSearch } from "./map-search.js";
import { Tools } from "./map-tools.js";
import { View } from "./map-view.js";
import { _ } from "./words.js";

/** Give each diagram of the page its tools; the map of a whole essay gets all there are. */
export function startMaps() {
  for (const figure of document.querySelectorAll("figure.map")) {
    if (figure.querySelector("svg.diagram")) start(figure);
  }
}

function start(figure) {
  const whole = figure.classList.contains("whole");
  const scroller = figure.querySelector(".scroll");
  const drawing = new Drawing(scroller.querySelector("svg.diagram"));
  const tools = new Tools(figure, scroller, whole);
  const full = new FullScreen(figure);
  const view = new View(scroller, drawing, {
    free: () => whole || full.on,
    // Said where the wheel moves the page although the pointer is on a diagram.
    held: () => tools.say(_("Hold Ctrl and turn the wheel to zoom.")),
  });
  const focus = new Focus(drawing, view, tools);
  const map = { figure, scroller, drawing, tools, full, view, focus, whole };
  buttonsOf(map, saveDrawing);
  listenToKeys(map);
  if (!whole) return openAt(drawing.main, scroller);
  map.collapse = new Collapse(drawing, view, tools);
  showSearch(map);
  showFilter(map);
  view.wake().then(() => open(map));
}

/** Let a frame that is lower than its drawing open at the statement that the drawing is about. */
function openAt(main, scroller) {
  if (!main || scroller.scrollHeight <= scroller.clientHeight) return;
  const box = main.element.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  scroller.scrollTop += (box.top + box.bottom - frame.top - frame.bottom) / 2;
}

/** Show what the page's address asks for: `?focus=<id of a statement>`, or a box as fragment. */
function open({ figure, drawing, view, focus }) {
  const id = new URLSearchParams(location.search).get("focus");
  const asked = id ? drawing.named(id) : drawing.with(document.getElementById(decoded(location.hash.slice(1))));
  if (!asked) return view.start(drawing.main);
  focus.on(asked);
  figure.scrollIntoView();
}
