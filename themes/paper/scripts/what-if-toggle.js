// The buttons "What if", in the head of the page and beside the whole map: they begin and end choosing.

import { button, make } from "./elements.js";
import { _ } from "./words.js";

/** Add the buttons where the page has statements; return what keeps them right. */
export function addToggles(whatIf) {
  const toggles = [];
  const add = (place) => {
    const toggle = button(_("What if"), () => whatIf.pick(!whatIf.picking), {
      class: "what-if-toggle",
      "aria-pressed": "false",
      title: _("Accept or reject statements and see what follows"),
    });
    toggles.push(toggle);
    place.append(toggle);
  };
  if (document.querySelector("main :is(span.status[data-of], svg.diagram a.node, #find)")) {
    add(document.querySelector("header.site .controls") ?? document.querySelector("header.site"));
  }
  for (const tools of document.querySelectorAll("figure.map.whole .tools")) {
    const set = make("span", { class: "set" });
    tools.append(set);
    add(set);
  }
  const show = () => {
    for (const toggle of toggles) toggle.setAttribute("aria-pressed", String(whatIf.picking));
    document.documentElement.classList.toggle("what-if-picking", whatIf.picking);
  };
  return { show };
}
