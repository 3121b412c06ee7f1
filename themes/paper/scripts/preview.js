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
  #line = 0;
  #timer = 0;
  #whatIf;

  constructor(whatIf) {
    this.#whatIf = whatIf;
  }

  listen() {
    document.querySelector("main").append(this.#card);
    document.addEventListener("pointerover", (event) => {
      if (event.pointerType === "touch") return;
      if (this.#card.contains(event.target)) this.#stay();
      else this.#point(event);
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
    document.addEventListener("scroll", () => this.#move(), { capture: true, passive: true });
  }

  #point(event) {
    const link = event.target.closest?.("a[href]:not(.preview a)");
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
    this.#move();
    link.setAttribute("aria-describedby", ID);
  }

  #close() {
    this.#stay();
    if (!this.#link) return;
    this.#card.hidePopover();
    this.#link.removeAttribute("aria-describedby");
    this.#link = null;
  }

  #move() {
    if (!this.#link) return;
    const lines = this.#link.getClientRects();
    place(this.#card, lines[this.#line] ?? this.#link.getBoundingClientRect());
  }

  #press(event) {
    if (event.key !== "Escape" || !this.#link) return;
    // The key closes the preview, and nothing else.
    event.preventDefault();
    event.stopPropagation();
    this.#close();
  }
}

/** Return which of a link's lines the pointer is on; the last where it came by keyboard. */
function lineOf(link, event) {
  const lines = [...link.getClientRects()];
  const at = event ? lines.findIndex(({ top, bottom }) => event.clientY >= top && event.clientY <= bottom) : -1;
  return at < 0 ? lines.length - 1 : at;
}
