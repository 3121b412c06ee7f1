// Buttons that accept or reject a statement: on its own page, and where a reader wants them beside
// every status.

import { pathOf } from "./addresses.js";
import { make } from "./elements.js";
import { CHIPS } from "./statuses.js";
import { _, tongue } from "./words.js";

/** Return two buttons for a statement: what is pressed shows what is chosen. */
export function verdicts(whatIf, key, text) {
  const button = (verdict, name, words) =>
    make(
      "button",
      {
        type: "button",
        class: verdict ? "accept" : "reject",
        "data-key": key,
        "aria-label": text ? words : false,
        "aria-pressed": String(whatIf.choices.current.get(key) === verdict),
        onclick: () => whatIf.choose(key, verdict),
      },
      make("span", { "aria-hidden": "true" }, verdict ? "✓" : "✕"),
      ...(text ? [] : [` ${name}`]),
    );
  return [
    button(true, _("Accept"), _("Accept “%(text)s”", { text })),
    button(false, _("Reject"), _("Reject “%(text)s”", { text })),
  ];
}

/** The buttons beside statuses. */
export class Buttons {
  #whatIf;
  #beside = new Map();
  #watch;

  constructor(whatIf) {
    this.#whatIf = whatIf;
    this.#addToPage();
    // A list may have thousands of statuses: those in sight, or nearly, get their buttons.
    this.#watch = new IntersectionObserver((seen) => this.#addBeside(seen), { rootMargin: "50%" });
  }

  show() {
    const { current } = this.#whatIf.choices;
    for (const button of document.querySelectorAll("button.accept, button.reject")) {
      const verdict = button.classList.contains("accept");
      button.setAttribute("aria-pressed", String(current.get(button.dataset.key) === verdict));
    }
    if (!this.add()) this.#end();
  }

  add() {
    if (this.#whatIf.picking) this.#begin();
    return this.#whatIf.picking;
  }

  /** A statement's own page has its buttons always, with words. */
  #addToPage() {
    const chip = document.querySelector("main.statement-page .fare span.status[data-of]");
    if (!chip) return;
    const group = make(
      "div",
      { class: "what-if-own", role: "group", "aria-labelledby": "what-if-own", ...tongue() },
      make("span", { id: "what-if-own" }, _("What if you …")),
      ...verdicts(this.#whatIf, chip.dataset.of),
    );
    chip.closest(".fare").after(group);
  }

  #begin() {
    for (const chip of document.querySelectorAll(CHIPS)) {
      if (!this.#beside.has(chip) && !hasOwn(chip) && !chip.closest("a")) this.#watch.observe(chip);
    }
  }

  #end() {
    this.#watch.disconnect();
    for (const buttons of this.#beside.values()) buttons.remove();
    this.#beside.clear();
  }

  #addBeside(seen) {
    for (const { target: chip, isIntersecting } of seen) {
      if (!isIntersecting || this.#beside.has(chip)) continue;
      this.#watch.unobserve(chip);
      const buttons = make("span", { class: "what-if-beside" });
      buttons.append(...verdicts(this.#whatIf, chip.dataset.of, nameBeside(chip)));
      this.#beside.set(chip, buttons);
      chip.after(buttons);
    }
  }
}

function hasOwn(chip) {
  return chip.closest(".statement")?.querySelector(".what-if-own") ?? false;
}

/** Return the words of the statement that a status belongs to, as they stand near it. */
function nameBeside(chip) {
  const id = `/${encodeURIComponent(chip.dataset.of.split("/")[1])}.html`;
  for (let part = chip.parentElement; part && part.localName !== "main"; part = part.parentElement) {
    const links = [...part.querySelectorAll("a[href]")];
    const link = links.find((each) => pathOf(`/${each.getAttribute("href")}`).endsWith(id));
    if (link) return link.textContent;
  }
  return chip.dataset.of;
}
