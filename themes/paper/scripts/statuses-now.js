// How statements fare now: as their authors have them, or as follows from the reader's choices.

const CHANGED = "argsite:statuses";
let changes = new Map();

/** Return the statuses that the reader's choices change: `{before, after}` by key. */
export function changedStatuses() {
  return changes;
}

/** Call a function each time that they have changed, once the page shows them. */
export function followStatuses(act) {
  document.addEventListener(CHANGED, act);
}

/** Say what the reader's choices change now. */
export function tellStatuses(changed) {
  changes = changed;
  document.dispatchEvent(new Event(CHANGED));
}
