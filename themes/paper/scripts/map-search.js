// Search in a map: boxes with the words are marked, and the window goes from one to the next.

import { make } from "./elements.js";
import { textOf } from "./map-drawing.js";
import { fold } from "./search-words.js";
import { _, ngettext } from "./words.js";

/** Add the field to the tools of a map. */
export function showSearch({ drawing, tools, view, collapse }) {
  let found = [];
  let place = -1;
  const texts = drawing.boxes.map((box) => fold(textOf(box)));
  const group = tools.group();
  const count = make("output", { "aria-live": "polite" });
  const field = make("input", {
    type: "search",
    "aria-label": _("Search in the map"),
    placeholder: _("Search in the map"),
    oninput: search,
    onkeydown: (event) => {
      if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
    },
  });
  group.append(field);
  const buttons = [
    tools.button("↑", () => go(-1), { group, name: _("Previous match"), disabled: true }),
    tools.button("↓", () => go(1), { group, name: _("Next match"), disabled: true }),
  ];
  group.append(count);

  function search() {
    const words = fold(field.value).split(/\s+/u).filter(Boolean);
    const matches = (_box, number) => words.every((word) => texts[number].includes(word));
    found = words.length > 0 ? drawing.boxes.filter(matches) : [];
    for (const box of drawing.boxes) box.element.classList.toggle("found", found.includes(box));
    for (const button of buttons) button.disabled = found.length === 0;
    place = -1;
    if (found.length > 0) go(1);
    else say(words.length > 0 ? _("No match") : "");
  }

  function go(step) {
    if (found.length === 0) return;
    place = (place + step + found.length) % found.length;
    const box = found[place];
    collapse.unfold(box);
    for (const each of drawing.boxes) each.element.classList.toggle("at", each === box);
    say(ngettext("%(at)s of %(count)s match", "%(at)s of %(count)s matches", found.length, { at: place + 1 }));
    view.wake().then(() => view.centre(box));
  }

  function say(text) {
    count.textContent = text;
    if (found.length === 0) for (const box of drawing.boxes) box.element.classList.remove("at");
  }
}
