// Subtrees folded away: a button on each box that has something below says how much it hides.

import { draw } from "./elements.js";
import { isShown, rectangle, show, textOf } from "./map-drawing.js";
import { _, ngettext } from "./words.js";

const SIZE = 24;

/** What is folded in one diagram. */
export class Collapse {
  #folded = new Set();
  #buttons = new Map();
  #roots;

  constructor(drawing, view, tools) {
    Object.assign(this, { drawing, view, tools });
    const below = drawing.boxes.filter((box) => box.below.length > 0);
    for (const box of below) this.#buttons.set(box, this.#button(box));
    const group = tools.group();
    tools.button(_("Collapse to the points"), () => this.toPoints(), { group });
    tools.button(_("Expand all"), () => this.#fold(new Set()), { group });
    this.#roots = this.#tops();
    this.#update();
  }

  /** Fold everything but what leads to the points. */
  toPoints() {
    const { drawing } = this;
    const kept = new Set([drawing.main]);
    for (const claim of drawing.boxes.filter(({ element }) => element.matches(".leads"))) {
      for (const box of this.#above(claim)) kept.add(box);
    }
    this.#fold(new Set([...this.#buttons.keys()].filter((box) => !kept.has(box))));
    this.view.wake().then(() => this.view.fit());
  }

  /** Bring a box into view where it is folded away. */
  unfold(box) {
    if (isShown(box)) return;
    const above = this.#above(box);
    this.#fold(new Set([...this.#folded].filter((each) => !above.has(each))));
  }

  #above(box) {
    const found = this.drawing.reached(box, (each) => each.above.map((step) => step.about));
    found.delete(box);
    return found;
  }

  #fold(folded) {
    this.#folded = folded;
    this.#update();
    const hidden = this.drawing.boxes.length - this.drawing.shown().length;
    this.tools.say(
      hidden
        ? ngettext("%(count)s statement is hidden.", "%(count)s statements are hidden.", hidden)
        : _("All statements are shown."),
    );
  }

  /** A statement is shown as long as one that is shown and not folded leads to it. */
  #update() {
    const { boxes, steps } = this.drawing;
    const below = (box) => (this.#folded.has(box) ? [] : premises(box));
    const shown = new Set();
    for (const root of this.#roots) {
      for (const box of this.drawing.reached(root, below)) shown.add(box);
    }
    for (const box of boxes) show(box, shown.has(box));
    for (const step of steps) {
      show(step, shown.has(step.about) && !this.#folded.has(step.about));
    }
    for (const [box, button] of this.#buttons) this.#say(box, button, shown);
  }

  /** Return where the ways down begin: in a circle that nothing leads to, anywhere. */
  #tops() {
    const { boxes, main } = this.drawing;
    const tops = [];
    const under = new Set();
    for (const box of [main, ...boxes.filter(({ above }) => above.length === 0), ...boxes]) {
      if (under.has(box)) continue;
      tops.push(box);
      for (const each of this.drawing.reached(box, premises)) under.add(each);
    }
    return tops;
  }

  #say(box, button, shown) {
    const folded = this.#folded.has(box);
    const under = [...this.drawing.reached(box, premises)].filter((each) => !shown.has(each));
    show({ element: button }, shown.has(box));
    button.setAttribute("aria-expanded", String(!folded));
    const text = button.lastElementChild;
    text.textContent = folded ? `+${under.length}` : "−";
    const width = Math.max(SIZE, 8 + 7 * text.textContent.length);
    button.firstElementChild.setAttribute("width", width);
    text.setAttribute("x", rectangle(box).right + (width - SIZE) / 2);
    const statement = textOf(box);
    const name = folded
      ? ngettext(
          "%(count)s statement below “%(text)s”",
          "%(count)s statements below “%(text)s”",
          under.length,
          { text: statement },
        )
      : _("What is below “%(text)s”", { text: statement });
    button.setAttribute("aria-label", name);
  }

  #button(box) {
    const { right, bottom } = rectangle(box);
    const [x, y] = [right - SIZE / 2, bottom - SIZE];
    const press = () => {
      const folded = new Set(this.#folded);
      if (!folded.delete(box)) folded.add(box);
      this.#fold(folded);
    };
    const onkeydown = (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      press();
    };
    const button = draw(
      "g",
      { class: "fold", role: "button", tabindex: 0, onclick: press, onkeydown },
      draw("rect", { x, y, height: SIZE, rx: SIZE / 2 }),
      draw("text", { y: y + 16, "font-size": 12, "text-anchor": "middle" }),
    );
    box.element.after(button);
    return button;
  }
}

function premises(box) {
  return box.below.flatMap((step) => step.premises);
}
