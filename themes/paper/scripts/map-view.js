// The window on a drawing: moved and zoomed by panzoom, which is loaded when it is first needed.

import { run } from "./data.js";
import { make } from "./elements.js";
import { missing, within } from "./geometry.js";
import { rectangle } from "./map-drawing.js";

const MOST = 4;
const KEPT = 60; // so much of the drawing stays in the window, px
const EDGE = 24;
const FAR = 0.4;
const REST = 120; // ms
const STEP = 1.3;
const SLOP = 5; // a press may move so far and still be one, px

/** Load the library once; return a promise of it. */
const panzoom = once(() => run("assets/panzoom.js").then(() => globalThis.panzoom));

/** The window on one drawing. Until it wakes, the browser scrolls the drawing as without script. */
export class View {
  #library;
  #size;
  #sheet = make("div", { class: "sheet" });
  #paper = make("div", { class: "paper" });
  #painted = 1;
  #settling;

  /** `free` tells whether the plain wheel zooms; `held` is called where it does not. */
  constructor(scroller, drawing, { free, held }) {
    Object.assign(this, { scroller, drawing, free, held });
    // Two HTML elements around it: one moves, which a browser does without painting anything; the
    // other has the scale that is painted.
    this.#paper.append(drawing.svg);
    this.#sheet.append(this.#paper);
    scroller.append(this.#sheet);
    for (const event of ["pointerenter", "focusin", "touchstart"]) {
      scroller.addEventListener(event, () => this.wake(), { passive: true });
    }
  }

  /** Take the drawing over from the browser; return a promise of that. */
  wake = once(() => panzoom().then((library) => this.#take(library)));

  get scale() {
    return this.#library.getTransform().scale;
  }

  /** Zoom in by some steps around the middle, or out where they are negative. */
  zoom(steps) {
    const { clientWidth, clientHeight } = this.scroller;
    this.#library.zoomTo(clientWidth / 2, clientHeight / 2, STEP ** steps);
  }

  move(right, down) {
    this.#library.moveBy(right, down);
  }

  /** Show all that is not folded away, as large as it can be, up to `most` times its size. */
  fit(most = 1) {
    const { clientWidth, clientHeight } = this.scroller;
    const { left, top, width, height } = this.drawing.around(this.drawing.shown());
    const scale = Math.min(most, (clientWidth - 2 * EDGE) / width, (clientHeight - 2 * EDGE) / height);
    this.#library.setMinZoom(Math.min(scale, this.#library.getMinZoom()));
    this.look(left + width / 2, top + height / 2, scale);
  }

  /** Show a box in natural size, in the middle of the window's upper part. */
  start(box) {
    const { left, top, width } = rectangle(box);
    this.#set((this.scroller.clientWidth - width) / 2 - left, EDGE - top, 1);
  }

  /** Bring a box to the middle, legibly. */
  centre(box) {
    const { left, top, width, height } = rectangle(box);
    this.look(left + width / 2, top + height / 2, Math.max(1, this.scale));
  }

  /** What `look` takes to show again what is shown now, also in a window of another size. */
  get middle() {
    const { x, y, scale } = this.#library.getTransform();
    const [width, height] = this.#size;
    return [(width / 2 - x) / scale, (height / 2 - y) / scale, scale];
  }

  /** Bring a place in the drawing to the middle, at a scale. */
  look(x, y, scale) {
    const { clientWidth, clientHeight } = this.scroller;
    this.#set(clientWidth / 2 - x * scale, clientHeight / 2 - y * scale, scale);
  }

  /** Bring a box into the window where it is not, moving no more than needed. */
  reveal(box) {
    const { x, y, scale } = this.#library.getTransform();
    const { left, top, right, bottom } = rectangle(box);
    const { clientWidth, clientHeight } = this.scroller;
    const across = missing(x + left * scale, x + right * scale, clientWidth, EDGE);
    const down = missing(y + top * scale, y + bottom * scale, clientHeight, EDGE);
    if (across || down) this.#library.moveBy(-across, -down);
  }

  #set(x, y, scale) {
    this.#measure();
    // This ends what still moves, such as the library's own zooming after two quick touches.
    this.#library.zoomTo(0, 0, scale / this.scale);
    this.#library.moveTo(x, y);
  }

  #measure() {
    this.#size = [this.scroller.clientWidth, this.scroller.clientHeight];
  }

  #take(library) {
    const { scroller, drawing } = this;
    const was = drawing.svg.getBoundingClientRect();
    const frame = scroller.getBoundingClientRect();
    // As tall as the drawing, up to what the style sheet allows.
    const tall = scroller.scrollHeight + scroller.offsetHeight - scroller.clientHeight;
    scroller.style.setProperty("--tall", `${tall}px`);
    scroller.classList.add("live");
    scroller.scrollTo(0, 0);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#library = library(this.#sheet, {
      controller: {
        getOwner: () => scroller,
        initTransform: (at) => Object.assign(at, { x: was.x - frame.x, y: was.y - frame.y }),
        applyTransform: (at) => this.#apply(at),
      },
      minZoom: 0.1,
      maxZoom: MOST,
      smoothScroll: !calm,
      zoomDoubleClickSpeed: calm ? 1 : 1.75,
      filterKey: () => true,
      beforeMouseDown: (event) => event.button !== 0,
      beforeWheel: (event) => this.#passes(event),
      // Fingers also press links: the browser goes on to tell a tap from a drag.
      onTouch: () => false,
    });
    this.#measure();
    // A window that is turned, or fills the screen, goes on showing the same.
    new ResizeObserver(() => scroller.clientWidth && this.look(...this.middle)).observe(scroller);
    this.#quiet();
    this.#guardLinks();
    scroller.addEventListener("focusin", ({ target }) => this.#follow(target));
    // What the text beside the diagram speaks of; see `beside.js`.
    scroller.addEventListener("reveal", (event) => {
      event.preventDefault();
      this.reveal(this.drawing.with(event.target));
    });
  }

  #apply(at) {
    const { clientWidth, clientHeight } = this.scroller;
    at.x = within(at.x, KEPT - this.drawing.width * at.scale, clientWidth - KEPT);
    at.y = within(at.y, KEPT - this.drawing.height * at.scale, clientHeight - KEPT);
    const scale = at.scale / this.#painted;
    const place = `${Math.round(at.x)}, ${Math.round(at.y)}`;
    this.#sheet.style.transform = `matrix(${scale}, 0, 0, ${scale}, ${place})`;
    clearTimeout(this.#settling);
    // Far from the painted scale a browser would paint very much, or what is far too coarse.
    if (scale < 0.5 || scale > 2) this.#settle(at);
    else if (scale !== 1) this.#settling = setTimeout(() => this.#settle(at), REST);
  }

  /** Paint the drawing sharply once zooming has come to rest. */
  #settle(at) {
    this.#painted = at.scale;
    this.#paper.style.transform = `scale(${at.scale})`;
    // From afar dashes are not seen, and painting them takes ten times as long as all the rest.
    this.drawing.svg.classList.toggle("far", at.scale < FAR);
    this.#apply(at);
  }

  /** Tell whether a turn of the wheel is not for zooming. */
  #passes(event) {
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (sideways || (event.shiftKey && !event.ctrlKey)) {
      event.preventDefault();
      this.move(-(event.deltaX || event.deltaY), 0);
      return true;
    }
    const zooms = event.ctrlKey || event.metaKey || this.free();
    if (!zooms) this.held();
    return !zooms;
  }

  /** While the drawing is dragged, what passes below the pointer does not light up. */
  #quiet() {
    let from;
    const library = this.#library;
    library.on("panstart", () => {
      from = { ...library.getTransform() };
    });
    library.on("transform", () => {
      const { x, y } = library.getTransform();
      const far = from && Math.hypot(x - from.x, y - from.y) > SLOP;
      if (far) this.scroller.classList.add("moving");
    });
    library.on("panend", () => {
      from = null;
      this.scroller.classList.remove("moving");
    });
  }

  /** Let a drag that begins or ends on a link not open it. */
  #guardLinks() {
    let from = null;
    this.scroller.addEventListener("dragstart", (event) => event.preventDefault());
    this.scroller.addEventListener("pointerdown", ({ x, y }) => {
      from = { x, y };
    });
    const stop = (event) => {
      const far = from && Math.hypot(event.clientX - from.x, event.clientY - from.y) > SLOP;
      if (event.detail === 0 || !far) return;
      event.preventDefault();
      event.stopPropagation();
    };
    this.scroller.addEventListener("click", stop, { capture: true });
  }

  /** Keep what the keyboard comes to in the window. */
  #follow(target) {
    const box = this.drawing.with(target);
    if (!box || !target.matches(":focus-visible")) return;
    this.reveal(box);
    // The page itself follows once the drawing has moved.
    requestAnimationFrame(() => target.scrollIntoView({ block: "nearest", inline: "nearest" }));
  }
}

/** Return a function that makes a promise when it is first called, and anew after it has failed. */
function once(make) {
  let made = null;
  return () => {
    made ??= make().catch((fault) => {
      made = null;
      throw fault;
    });
    return made;
  };
}
