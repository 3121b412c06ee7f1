// The place in the footer for what a reader can set.

import { make } from "./elements.js";

/** Return that place; it is made when first asked for. */
export function settings() {
  const footer = document.querySelector("footer.site");
  const made = footer.querySelector(".settings");
  if (made) return made;
  const place = make("div", { class: "settings" });
  footer.append(place);
  return place;
}
