// What a reader has set on this site, kept in the browser. Where nothing may be kept it is forgotten.
// `storage` is `localStorage`, or `sessionStorage` for what holds as long as the window is open.

/** Return what was set under a name, or null. */
export function recall(name, storage = "localStorage") {
  try {
    return globalThis[storage].getItem(`argsite-${name}`);
  } catch {
    return null;
  }
}

/** Keep a value under a name; null forgets it. */
export function keep(name, value, storage = "localStorage") {
  try {
    if (value === null) globalThis[storage].removeItem(`argsite-${name}`);
    else globalThis[storage].setItem(`argsite-${name}`, value);
  } catch {
    // It holds for this page, then.
  }
}
