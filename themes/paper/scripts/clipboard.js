// Text put on the clipboard.

import { make } from "./elements.js";

/** How long it is said that something was copied, in milliseconds. */
export const SHOWN = 2500;

/** Put a text on the clipboard; return a promise that says whether that was possible. */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No clipboard here, as on a host without https; or its use was refused.
    return copiedBySelection(text);
  }
}

/** Copy as a reader would: select the text in a field that nobody sees. */
function copiedBySelection(text) {
  const focused = document.activeElement;
  const field = make("textarea", { class: "unseen", readonly: true }, text);
  document.body.append(field);
  field.focus({ preventScroll: true });
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  focused?.focus({ preventScroll: true });
  return done;
}
