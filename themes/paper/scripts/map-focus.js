// Focus on one statement: its ways up to the top and two levels below stay, the rest is faded.

import { make } from "./elements.js";
import { down, isShown, textOf, up } from "./map-drawing.js";
import { _ } from "./words.js";

const LEVELS = 2;

/** The focus of one diagram. While it is on, pressing a box moves it there. */
export class Focus {
  #box = null;
  #last = null;
  button = null;

  constructor(drawing, view, tools) {
    Object.assign(this, { drawing, view, tools });
    view.scroller.addEventListener("focusin", ({ target }) => {
      this.#last = drawing.with(target) ?? this.#last;
    });
    view.scroller.addEventListener("click", (event) => this.#press(event));
  }

  /** Begin at the box that was last used, or at what the diagram is about; or end. */
  toggle() {
    if (this.#box) this.off();
    else this.on(this.#last && isShown(this.#last) ? this.#last : this.drawing.main);
  }

  /** The box in focus, or null. */
  get box() {
    return this.#box;
  }

  on(box) {
    this.#box = box;
    const { drawing } = this;
    const above = drawing.reached(box, up);
    const below = drawing.reached(box, down, LEVELS - 1);
    const steps = [
      ...[...above].flatMap((each) => each.above),
      ...[...below].flatMap((each) => each.below),
    ];
    for (const step of steps) if (step.attacked) steps.push(step.attacked);
    this.#fade(new Set([...above, ...steps, ...steps.flatMap((step) => step.premises)]));
    for (const each of drawing.boxes) each.element.classList.toggle("chosen", each === box);
    this.#mark(true);
    this.view.centre(box);
    const page = make("a", { href: box.element.getAttribute("href") }, _("Open its page"));
    const said = _("In focus: “%(text)s” Press another box to move the focus, Esc to end it.", {
      text: textOf(box),
    });
    this.tools.say(`${said} `, page);
  }

  off() {
    this.#box = null;
    for (const each of [...this.drawing.boxes, ...this.drawing.steps]) {
      each.element.classList.remove("faded", "chosen");
    }
    this.#mark(false);
    this.tools.say("");
  }

  #fade(kept) {
    for (const each of [...this.drawing.boxes, ...this.drawing.steps]) {
      each.element.classList.toggle("faded", !kept.has(each));
    }
  }

  #mark(on) {
    this.button?.setAttribute("aria-pressed", String(on));
  }

  /** A box pressed while the focus is on, or with the shift key, takes it; else its link leads on. */
  #press(event) {
    const box = this.drawing.with(event.target);
    if (!box || event.ctrlKey || event.metaKey) return;
    if (!this.#box && !event.shiftKey) return;
    event.preventDefault();
    this.view.wake().then(() => this.on(box));
  }
}
