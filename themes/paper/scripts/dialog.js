// Dialogs that lie over the page.

import { make } from "./elements.js";

/** Make a dialog, still closed; Esc and a press beside it close it. */
export function makeDialog(attributes, ...children) {
  const dialog = make("dialog", attributes, ...children);
  dialog.addEventListener("click", (event) => {
    // A press on what lies behind a dialog comes to the dialog itself, as one on its edge does.
    if (event.target === dialog && isBeside(dialog, event)) dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}

function isBeside(dialog, { clientX, clientY }) {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
