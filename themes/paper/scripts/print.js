// On paper nothing is folded away: what a browser's style sheet cannot open, this opens for a while.

/** Open everything before the page is printed, and fold it again after. */
export function startPrinting() {
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("main details:not([open])")];
    for (const each of opened) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of opened) each.open = false;
    opened = [];
  });
}
