// A drawing read back as what it shows: boxes, and the steps that join them.

import { pathOf, whole } from "./addresses.js";

const GONE = "gone";

/** The boxes and steps of one diagram. */
export class Drawing {
  #known;

  constructor(svg) {
    this.svg = svg;
    this.width = Number(svg.getAttribute("width"));
    this.height = Number(svg.getAttribute("height"));
  }

  /** Boxes: `{element, above, below}`, with the steps that they serve and those that bear on them. */
  get boxes() {
    return this.#read().boxes;
  }

  /**
   * Steps: `{element, kind, premises, about, attacked, undercuts}`. An undercut attacks a step, and
   * is about what that step is about; where that step is an undercut too, about its statement.
   */
  get steps() {
    return this.#read().steps;
  }

  /** The box that the diagram is about. */
  get main() {
    return this.boxes.find(({ element }) => element.classList.contains("focus")) ?? this.boxes[0];
  }

  /** Return the box of an element in it, or undefined. */
  with(element) {
    const link = element?.closest?.("a.node");
    return link && this.boxes.find((box) => box.element === link);
  }

  /** Return the box of the statement with an id of the essay, or undefined. */
  named(id) {
    const page = whole(`${encodeURIComponent(id)}.html`);
    return this.boxes.find(({ element }) => pathOf(whole(element.getAttribute("href"))) === page);
  }

  /** Return the boxes right above or below one that are shown, in the author's order. */
  parents(box) {
    return [...new Set(up(box))].filter(isShown);
  }

  children(box) {
    return [...new Set(down(box))].filter(isShown);
  }

  /** Return all boxes that a walk from `box` comes to, itself included: up or down the steps. */
  reached(box, next, levels = Infinity) {
    const found = new Set([box]);
    let ahead = [box];
    for (let level = 0; level < levels && ahead.length > 0; level += 1) {
      ahead = ahead.flatMap(next).filter((each) => !found.has(each) && found.add(each));
    }
    return found;
  }

  /** Return the rectangle around boxes, in the drawing's own px. */
  around(boxes) {
    const edges = [...boxes].map(rectangle);
    const left = Math.min(...edges.map((each) => each.left));
    const top = Math.min(...edges.map((each) => each.top));
    const right = Math.max(...edges.map((each) => each.right));
    const bottom = Math.max(...edges.map((each) => each.bottom));
    return { left, top, right, bottom, width: right - left, height: bottom - top };
  }

  shown() {
    return this.boxes.filter(isShown);
  }

  #read() {
    this.#known ??= read(this.svg);
    return this.#known;
  }
}

function read(svg) {
  const boxes = [...svg.querySelectorAll("a.node")].map((element) => {
    return { element, above: [], below: [] };
  });
  const steps = [...svg.querySelectorAll("g.step")].map((element) => ({
    element,
    kind: ["for", "against", "undercut"].find((kind) => element.classList.contains(kind)),
    premises: element.dataset.premises.split(" ").map((number) => boxes[number]),
    undercuts: [],
  }));
  const byKey = new Map(steps.map((step) => [step.element.dataset.argument, step]));
  for (const step of steps) {
    const attacked = byKey.get(step.element.dataset.targetStep);
    step.attacked = attacked;
    attacked?.undercuts.push(step);
    const chained = attacked?.kind === "undercut";
    step.about = chained ? attacked.premises[0] : boxes[(attacked ?? step).element.dataset.target];
    step.about.below.push(step);
    for (const premise of step.premises) premise.above.push(step);
  }
  return { boxes, steps };
}

/** Return the boxes right above one, or right below it, folded away or not. */
export function up(box) {
  return box.above.map((step) => step.about);
}

export function down(box) {
  return box.below.flatMap((step) => step.premises);
}

/** Tell whether a box is not folded away. */
export function isShown({ element }) {
  return !element.classList.contains(GONE);
}

/** Fold elements away, or bring them back. */
export function show({ element }, shown) {
  element.classList.toggle(GONE, !shown);
}

/** Return where a box stands in the drawing, px. */
export function rectangle(box) {
  if (!box.rectangle) {
    const { x: left, y: top, width, height } = box.element.querySelector(".box").getBBox();
    box.rectangle = { left, top, right: left + width, bottom: top + height, width, height };
  }
  return box.rectangle;
}

/** Return the statement of a box, in full where the box has room for a part. */
export function textOf({ element }) {
  const [, , text] = element.querySelectorAll("text");
  return element.dataset.text ?? text.textContent.trim();
}
