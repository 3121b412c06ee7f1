// A preview of the statement that a link leads to, on hover or keyboard focus, after half a second.
// As WCAG 1.4.13 asks: Esc closes it, the pointer may go onto it, and it stays until it is left.

import { keyOf, linkedKey } from "./cards.js";
import { make } from "./elements.js";
import { contentOf, place } from "./preview-card.js";

const BEFORE = 500;
const AFTER = 300;
const ID = "preview";

/** Show previews of statements; `whatIf` knows their statuses under the reader's choices. */
export function startPreviews(whatIf) {
  if ("showPopover" in HTMLElement.prototype) new Previews(whatIf).listen();
}

class Previews {
  #card = make("div", { class: "preview", id: ID, role: "tooltip", popover: "manual" });
  /** The link whose preview is open, and the one whose preview is about to. */
  #link = null;
  #next = null;
  /** The link whose preview the reader closed, until the pointer has left it. */
  #closed = null;
  #line = 0;
  #at = "";
  #frame = 0;
  #timer = 0;
  #whatIf;

  constructor(whatIf) {
    this.#whatIf = whatIf;
  }

  listen() {
    document.querySelector("main").append(this.#card);
    document.addEventListener("pointerover", (event) => {
      // Neither under a finger, nor while a map is dragged or words are selected.
      if (event.pointerType === "touch" || event.buttons) return;
      const at = `${event.clientX} ${event.clientY}`;
      if (!this.#card.contains(event.target)) this.#point(event);
      // The card may also come to a pointer that rests.
      else if (at !== this.#at) this.#stay();
      this.#at = at;
    });
    document.documentElement.addEventListener("pointerleave", () => this.#leave());
    document.addEventListener("focusin", ({ target }) => {
      if (target.matches("a[href]:focus-visible")) this.#want(target);
    });
    document.addEventListener("focusout", ({ target }) => {
      if (target === this.#link || target === this.#next) this.#close();
    });
    document.addEventListener("pointerdown", ({ target }) => {
      if (!this.#card.contains(target)) this.#close();
    });
    document.addEventListener("keydown", (event) => this.#press(event), { capture: true });
  }

  #point(event) {
    const link = event.target.closest?.("a[href]:not(.preview a)");
    if (link !== this.#closed) this.#closed = null;
    else if (link) return;
    if (link && this.#keyOf(link)) this.#want(link, event);
    else this.#leave();
  }

  /** Open the preview of a link after a while. */
  #want(link, event) {
    if (link === this.#next) return;
    this.#stay();
    if (link === this.#link || !this.#keyOf(link)) return;
    this.#next = link;
    this.#timer = setTimeout(() => this.#open(link, event), BEFORE);
  }

  /** The pointer has left: close after a while, unless the keyboard is still at the link. */
  #leave() {
    const atNext = this.#next?.matches(":focus-visible");
    if (atNext || (this.#link?.matches(":focus-visible") && !this.#next)) return;
    this.#stay();
    if (this.#link) this.#timer = setTimeout(() => this.#close(), AFTER);
  }

  /** Let things be as they are. */
  #stay() {
    clearTimeout(this.#timer);
    this.#next = null;
  }

  /** Return the key of the statement a link leads to, if that is another page than this one. */
  #keyOf(link) {
    // A result of a search says it all already.
    if (link.closest(".find-results")) return null;
    const key = linkedKey(link);
    return key === keyOf(location.href) ? null : key;
  }

  async #open(link, event) {
    const parts = await contentOf(this.#keyOf(link), this.#whatIf).catch(() => null);
    if (!parts || this.#next !== link || !link.isConnected) return;
    this.#close();
    this.#link = link;
    this.#line = lineOf(link, event);
    this.#card.replaceChildren(...parts);
    this.#card.showPopover();
    this.#follow();
    link.setAttribute("aria-describedby", ID);
  }

  #close() {
    this.#stay();
    if (!this.#link) return;
    cancelAnimationFrame(this.#frame);
    this.#card.hidePopover();
    this.#link.removeAttribute("aria-describedby");
    this.#link = null;
  }

  /** Stay beside the link while the page scrolls, a map is zoomed, a list is folded. */
  #follow() {
    const lines = this.#link.getClientRects();
    if (!lines.length) return this.#close();
    place(this.#card, lines[this.#line] ?? lines[0]);
    this.#frame = requestAnimationFrame(() => this.#follow());
  }

  #press(event) {
    if (event.key !== "Escape" || !this.#link) return;
    // The key closes the preview, and nothing else.
    event.preventDefault();
    event.stopPropagation();
    this.#closed = this.#link;
    this.#close();
  }
}

/** Return which of a link's lines the pointer is on; the last where it came by keyboard. */
function lineOf(link, event) {
  const lines = [...link.getClientRects()];
  const at = event ? lines.findIndex(({ top, bottom }) => event.clientY >= top && event.clientY <= bottom) : -1;
  return at < 0 ? lines.length - 1 : at;
}
