// The row of buttons beside a diagram, and the line that says what they did.

import { button, make } from "./elements.js";
import { _ } from "./words.js";

/** The tools of one diagram. */
export class Tools {
  constructor(figure, scroller, whole) {
    this.row = make("div", { class: "tools", role: "group", "aria-label": _("Diagram tools") });
    this.line = make("p", { class: "hint said", role: "status" });
    // The map of an essay is the page's matter, so that its tools come first; else the drawing does.
    if (whole) scroller.before(this.row, this.line);
    else scroller.after(this.row, this.line);
    figure.classList.add("tooled");
  }

  /** Add a button; return it. `name` says it to those who do not see `sign`. */
  button(sign, press, { name = "", group = this.row, ...more } = {}) {
    const label = name ? { "aria-label": name, title: name } : {};
    const made = button(sign, press, { ...label, ...more });
    group.append(made);
    return made;
  }

  /** Add a group of tools that belong together; return it. */
  group() {
    const group = make("span", { class: "set" });
    this.row.append(group);
    return group;
  }

  /** Say something in the line below. */
  say(...parts) {
    this.line.replaceChildren(...parts);
  }
}
