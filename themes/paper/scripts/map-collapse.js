// Subtrees folded away: a button on each box that has something below says how much it hides.

import { draw } from "./elements.js";
import { down, isShown, rectangle, show, textOf, up } from "./map-drawing.js";
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
    this.#findRoots();
    // Paper shows all, as `print.js` does it with the text.
    addEventListener("beforeprint", () => this.#update(new Set()));
    addEventListener("afterprint", () => this.#update());
    this.#update();
  }

  /** Fold everything but the shortest ways from the main statement to the points. */
  toPoints() {
    const { drawing } = this;
    const before = new Map(this.#roots.map((root) => [root, null]));
    for (const root of this.#roots) {
      drawing.reached(root, (box) => {
        const below = down(box).filter((each) => !before.has(each));
        for (const each of below) before.set(each, box);
        return below;
      });
    }
    const kept = new Set([drawing.main]);
    for (const claim of drawing.boxes.filter(({ element }) => element.matches(".leads"))) {
      for (let box = before.get(claim); box; box = before.get(box)) kept.add(box);
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
    const found = this.drawing.reached(box, up);
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

  #update(folded = this.#folded) {
    const shown = this.#walk(folded);
    const { boxes, steps } = this.drawing;
    for (const each of [...boxes, ...steps]) show(each, shown.has(each));
    for (const [box, button] of this.#buttons) this.#say(box, button, shown, folded.has(box));
  }

  /**
   * Return what is shown: a box as long as a step that is shown leads to it, a step as long as what
   * it is about is shown and not folded, and an undercut only with what it attacks.
   */
  #walk(folded) {
    const found = new Set();
    const ahead = [...this.#roots];
    for (const each of ahead) {
      if (found.has(each)) continue;
      found.add(each);
      const { premises, undercuts, below } = each;
      if (premises) ahead.push(...premises, ...undercuts.filter(({ about }) => !folded.has(about)));
      else if (!folded.has(each)) ahead.push(...below.filter(({ attacked }) => !attacked));
    }
    return found;
  }

  /** Find where the ways down begin: in a circle that nothing leads to, anywhere. */
  #findRoots() {
    const { boxes, main } = this.drawing;
    this.#roots = [];
    let found = new Set();
    for (const box of [main, ...boxes.filter(({ above }) => !above.length), ...boxes]) {
      if (found.has(box)) continue;
      this.#roots.push(box);
      found = this.#walk(new Set());
    }
  }

  #say(box, button, shown, folded) {
    const under = [...this.drawing.reached(box, down)].filter((each) => !shown.has(each));
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
