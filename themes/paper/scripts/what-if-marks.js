// What follows from the reader's choices, shown on the page: statuses, boxes, steps and reasons.

import { linkedKey } from "./cards.js";
import { draw, make } from "./elements.js";
import { rectangle } from "./map-drawing.js";
import { explain } from "./reasons.js";
import { explainStep } from "./reasons-steps.js";
import { sentence } from "./reasons-text.js";
import { CHIPS, OUT, STATUSES, statusParts, statusWord } from "./statuses.js";
import { _ } from "./words.js";

/** Marks what changes on the page, and takes the marks back. */
export class Marks {
  #whatIf;
  /** Element to what it held before it was marked. */
  #held = new Map();

  constructor(whatIf) {
    this.#whatIf = whatIf;
  }

  show() {
    this.#statuses();
    for (const box of document.querySelectorAll("svg.diagram a.node[href]")) this.#box(box);
    for (const step of document.querySelectorAll("svg.diagram g.step[data-argument]")) {
      step.classList.toggle("out", this.#isOut(step));
    }
    for (const note of document.querySelectorAll(".authors-view")) note.hidden = !this.#whatIf.result;
    for (const why of document.querySelectorAll("p.why[data-of]")) this.#reason(why);
    for (const step of document.querySelectorAll("li.step[data-step]")) this.#step(step);
  }

  add() {
    if (this.#whatIf.result) this.#statuses();
  }

  /** Return what a status turns into, `{before, after}`; null where it stays. */
  #change(key) {
    const status = this.#whatIf.statusOf(key);
    return status && status.before !== status.after ? status : null;
  }

  /** Say whether an element needs no other mark than it has; remember the new one. */
  #has(element, mark) {
    if ((element.dataset.whatIf ?? "") === mark) return true;
    if (mark) element.dataset.whatIf = mark;
    else delete element.dataset.whatIf;
    if (!this.#held.has(element)) {
      this.#held.set(element, { classes: element.getAttribute("class"), nodes: [...element.childNodes] });
    }
    return false;
  }

  #restore(element) {
    const { classes, nodes } = this.#held.get(element);
    element.setAttribute("class", classes);
    element.replaceChildren(...nodes);
  }

  #statuses() {
    for (const chip of document.querySelectorAll(CHIPS)) {
      const change = this.#change(chip.dataset.of);
      if (this.#has(chip, change?.after ?? "")) continue;
      this.#restore(chip);
      if (!change) continue;
      turn(chip, change.after);
      chip.replaceChildren(...statusParts(change.after, change.before));
    }
  }

  /** A box has no room for a longer word: the old status is struck out, the new one is a tag. */
  #box(box) {
    const change = this.#change(linkedKey(box));
    if ((box.dataset.whatIf ?? "") === (change?.after ?? "")) return;
    const known = STATUSES.find((each) => box.classList.contains(each));
    box.dataset.was ??= known;
    const after = change?.after ?? box.dataset.was;
    if (change) box.dataset.whatIf = after;
    else delete box.dataset.whatIf;
    turn(box, after);
    box.classList.toggle("what-if", Boolean(change));
    box.classList.toggle("out", OUT.has(after));
    box.querySelector(".now")?.remove();
    if (change) addTag(box, _("now %(status)s", { status: statusWord(after) }));
  }

  #isOut(step) {
    step.dataset.was ??= step.classList.contains("out") ? "out" : "in";
    const label = this.#whatIf.result?.after.labels.get(step.dataset.argument);
    return (label ?? step.dataset.was) === "out";
  }

  #reason(why) {
    const { result } = this.#whatIf;
    const key = why.dataset.of;
    const [before, after] = result?.graph.statements.has(key)
      ? [result.before, result.after].map((standing) => explain(result.graph, standing, key))
      : [[], []];
    this.#tell(why, before, after);
  }

  /** Why a step fails is said where something undercuts it (`pages/steps.py`). */
  #step(item) {
    const { result } = this.#whatIf;
    const key = item.dataset.step;
    const why = (standing) =>
      result.graph.undercutsOf(key).length && standing.labels.get(key) !== "in"
        ? explainStep(result.graph, standing, key)
        : [];
    const isKnown = result?.graph.arguments.has(key);
    const [before, after] = isKnown ? [why(result.before), why(result.after)] : [[], []];
    const said = item.querySelector(":scope > p.why");
    if (said || after.length) this.#tell(said ?? added(item), before, after);
  }

  /** Put a reason where another stood, and take it back where nothing changes. */
  async #tell(why, before, after) {
    const mark = JSON.stringify(before) === JSON.stringify(after) ? "" : JSON.stringify(after);
    if (this.#has(why, mark)) return;
    this.#restore(why);
    if (!mark) {
      why.hidden = !why.childNodes.length;
      return;
    }
    const nodes = await sentence(after);
    if (why.dataset.whatIf !== mark) return;
    why.hidden = !nodes.length;
    why.classList.add("what-if");
    why.replaceChildren(...nodes);
  }
}

/** Return a new empty place for why a step fails, after what the step says. */
function added(item) {
  const why = make("p", { class: "why", hidden: true });
  [...item.querySelectorAll(":scope > p")].at(-1).after(why);
  return why;
}

function turn(element, status) {
  element.classList.remove(...STATUSES);
  element.classList.add(status, "what-if");
}

/** Put words on the upper edge of a box. */
function addTag(box, words) {
  const { left, top } = rectangle({ element: box });
  const rect = draw("rect", { x: left + 8, y: top - 6, height: 15, rx: 7.5 });
  const text = draw("text", { x: left + 15, y: top + 5.5, "font-size": 12 }, `${words} `);
  box.append(draw("g", { class: "now" }, rect, text));
  rect.setAttribute("width", Math.ceil(text.getComputedTextLength()) + 11);
}
