// While choosing, a box of a diagram that is pressed opens a card with the choice instead of a page.

import { addressOf, linkedKey } from "./cards.js";
import { make } from "./elements.js";
import { contentOf, place } from "./preview-card.js";
import { verdicts } from "./what-if-buttons.js";
import { _ } from "./words.js";

/** Let boxes be accepted and rejected. */
export function listenForBoxes(whatIf) {
  if (!("showPopover" in HTMLElement.prototype)) return;
  document.addEventListener("click", (event) => {
    const { target, defaultPrevented, ctrlKey, metaKey, shiftKey } = event;
    const box = whatIf.picking && target.closest?.("svg.diagram a.node[href]");
    if (!box || defaultPrevented || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    open(whatIf, box);
  });
}

async function open(whatIf, box) {
  const key = linkedKey(box);
  const parts = await contentOf(key, whatIf);
  if (!parts) return;
  const choice = make("div", { class: "what-if-own", role: "group", "aria-label": _("What if you …") });
  choice.append(...verdicts(whatIf, key));
  choice.firstChild.autofocus = true;
  const page = make("a", { href: whatIf.choices.carriedBy(addressOf(key)) }, _("Open its page"));
  const name = { role: "dialog", "aria-label": _("What if you …") };
  const card = make("div", { class: "preview chooser", popover: "auto", ...name }, ...parts, choice, page);
  document.body.append(card);
  // What is chosen shows in the diagram and in the panel; the card has done its work.
  choice.addEventListener("click", ({ target }) => target.closest("button") && card.hidePopover());
  card.addEventListener("toggle", ({ newState }) => {
    if (newState !== "closed") return;
    card.remove();
    if (!document.activeElement || document.activeElement === document.body) box.focus();
  });
  card.showPopover();
  place(card, box.getBoundingClientRect());
}
