// Links within the site carry the choices along, from the moment that one is pressed.

import { pathOf, whole } from "./addresses.js";
import { root } from "./data.js";

/** Give a link the choices before anything can be done with it: followed, copied, opened aside. */
export function carryAlong(choices) {
  for (const kind of ["pointerdown", "click", "auxclick"]) {
    document.addEventListener(kind, ({ target }) => give(target, choices), { capture: true });
  }
}

function give(target, choices) {
  const link = target.closest?.("a[href]");
  if (!link) return;
  // The links of a diagram have no address as text.
  const written = link.getAttribute("href");
  const href = whole(written);
  const isPage = href.startsWith(root) && /(\.html|\/)$/.test(pathOf(href));
  if (!isPage || written.startsWith("#")) return;
  const carried = choices.carriedBy(written);
  if (carried !== written) link.setAttribute("href", carried);
}
