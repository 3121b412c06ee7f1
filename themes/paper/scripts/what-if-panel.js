// The panel at the foot of the window: what the reader chose, what changes, undo, reset, the link.

import { pathOf } from "./addresses.js";
import { copied, SHOWN } from "./clipboard.js";
import { button, make } from "./elements.js";
import { explain } from "./reasons.js";
import { linkTo, sentence, textOf } from "./reasons-text.js";
import { chip } from "./statuses.js";
import { _, ngettext, tongue } from "./words.js";

const MOST_LISTED = 30;

/** A region of the page that never hides what has the focus. */
export class Panel {
  #whatIf;
  #sum = make("p", { class: "sum" });
  #spoken = make("p", { class: "unseen", role: "status" });
  #details = make("div", { class: "what-if-details", id: "what-if-details", tabindex: "0" });
  #buttons = {};
  /** True once something was chosen: the way back stays in reach. */
  #isUsed = false;
  #run = 0;
  /** What the panel is there to say, and when it says it again after a message. */
  #said = "";
  #back = 0;

  constructor(whatIf) {
    this.#whatIf = whatIf;
    const { choices } = whatIf;
    const act = (change) => () => {
      change.call(choices);
      whatIf.update();
    };
    this.#buttons = {
      undo: button(_("Undo"), act(choices.undo)),
      redo: button(_("Redo"), act(choices.redo)),
      reset: button(_("Reset"), act(choices.reset)),
      copy: button(_("Copy what-if link"), () => this.#copy()),
      fold: button(_("Changes"), () => this.#fold(this.#details.hidden), {
        "aria-controls": this.#details.id,
      }),
      close: button(_("Close"), () => this.#close()),
    };
    const head = make("h2", { id: "what-if" }, _("What if"));
    const bar = make("div", { class: "what-if-bar" }, head, this.#sum, ...Object.values(this.#buttons));
    const named = { ...tongue(), class: "what-if-panel", "aria-labelledby": "what-if", hidden: true };
    this.element = make("section", named, bar, this.#details);
    this.#details.setAttribute("role", "group");
    this.#details.setAttribute("aria-label", _("Changes"));
    document.body.append(this.element, this.#spoken);
    this.#fold(matchMedia("(min-width: 48rem) and (min-height: 36rem)").matches);
    new ResizeObserver(() => this.#makeRoom()).observe(this.element);
    document.addEventListener("focusin", ({ target }) => this.#uncover(target));
    // On paper it stands below the title.
    let paper = null;
    addEventListener("beforeprint", () => {
      paper = this.element.cloneNode(true);
      document.querySelector("h1")?.after(paper);
    });
    addEventListener("afterprint", () => paper?.remove());
  }

  async show() {
    const { choices, result, failed, picking } = this.#whatIf;
    const run = (this.#run += 1);
    const { current, ignored, past, future } = choices;
    const wasHidden = this.element.hidden;
    this.#isUsed ||= current.size > 0 || ignored.length > 0;
    this.element.hidden = !picking && !this.#isUsed;
    const { undo, redo, reset, copy, close } = this.#buttons;
    disable(undo, !past.length);
    disable(redo, !future.length);
    disable(reset, !current.size);
    disable(copy, !current.size);
    close.hidden = !picking && current.size > 0;
    const said = this.#summary(result, failed);
    this.#said = said;
    this.#say(said);
    if (!wasHidden || current.size) this.#spoken.textContent = said;
    if (this.element.hidden) return;
    const parts = await this.#listed(result, ignored);
    if (run === this.#run) this.#details.replaceChildren(...parts);
  }

  #summary(result, failed) {
    if (failed) return _("The argument cannot be loaded.");
    if (!result) return _("Accept or reject statements, and see what would follow.");
    const { settled, changed } = result;
    const yours = ngettext("You settle %(count)s statement.", "You settle %(count)s statements.", settled.size);
    const others = changed.length
      ? ngettext("%(count)s other statement changes.", "%(count)s other statements change.", changed.length)
      : _("No other changes.");
    return `${yours} ${others}`;
  }

  async #listed(result, ignored) {
    const parts = [];
    if (ignored.length) {
      const names = ignored.slice(0, 5).map((each) => `“${each.slice(0, 80)}”`);
      const note = ngettext(
        "The address names a statement that this site does not have: %(names)s. It is ignored.",
        "The address names statements that this site does not have: %(names)s. They are ignored.",
        ignored.length,
        { names: names.join(", ") },
      );
      parts.push(make("p", { class: "note" }, note));
    }
    if (!result) return parts;
    if (document.querySelector("main .unanswered, main.open-page")) {
      parts.push(make("p", {}, _("Which rebuttals are unanswered is said as the authors have it.")));
    }
    const yours = await Promise.all([...result.settled.keys()].map((key) => this.#choice(result, key)));
    parts.push(make("h3", {}, _("You say")), make("ul", {}, ...yours));
    if (!result.changed.length) return parts;
    const shown = result.changed.slice(0, MOST_LISTED);
    const changes = await Promise.all(shown.map((key) => this.#change(result, key)));
    parts.push(make("h3", {}, _("What changes")), make("ul", {}, ...changes));
    const rest = result.changed.length - shown.length;
    if (rest) parts.push(make("p", {}, ngettext("And %(count)s more.", "And %(count)s more.", rest)));
    return parts;
  }

  async #choice(result, key) {
    const text = await textOf(key);
    const remove = button("✕", () => this.#remove(key), { "aria-label": _("Take back: %(text)s", { text }) });
    return make("li", {}, await linkTo(key), " ", chipOf(result, key), " ", remove);
  }

  async #change(result, key) {
    const why = await sentence(explain(result.graph, result.after, key));
    return make("li", {}, await linkTo(key), " ", chipOf(result, key), make("p", { class: "why" }, ...why));
  }

  async #remove(key) {
    await this.#whatIf.choose(key, null);
    // The button is gone with its line.
    this.#buttons.undo.focus();
  }

  #close() {
    this.#isUsed = false;
    this.#whatIf.pick(false);
  }

  #fold(open) {
    this.#details.hidden = !open;
    this.#buttons.fold.setAttribute("aria-expanded", String(open));
  }

  async #copy() {
    const published = document.querySelector("link[rel=canonical]")?.href ?? pathOf(location.href);
    const { search, hash } = location;
    const done = await copied(this.#whatIf.choices.carriedBy(published + search + hash));
    const said = done ? _("Link copied.") : _("Copy the address of this page: it holds your choices.");
    this.#say(said);
    this.#spoken.textContent = said;
    this.#back = setTimeout(() => this.#say(this.#said), SHOWN);
  }

  #say(words) {
    clearTimeout(this.#back);
    this.#sum.textContent = words;
  }

  /** Keep as much room below the page and below what is scrolled to as the panel takes. */
  #makeRoom() {
    const height = this.element.hidden ? "" : `${this.element.offsetHeight}px`;
    document.documentElement.style.scrollPaddingBottom = height;
    document.body.style.paddingBottom = height;
  }

  #uncover(target) {
    if (this.element.hidden || this.element.contains(target) || target.closest("[popover]")) return;
    const { top, bottom } = target.getBoundingClientRect();
    const edge = this.element.getBoundingClientRect().top;
    if (bottom <= edge || top < 0) return;
    window.scrollBy({ top: Math.min(bottom - edge + 8, top), behavior: "instant" });
  }
}

/** Mark a button as of no use now; it keeps the focus, which a disabled one would lose. */
function disable(element, off) {
  element.setAttribute("aria-disabled", String(off));
}

function chipOf({ before, after }, key) {
  const [was, is] = [before, after].map(({ statuses }) => statuses.get(key));
  return chip(is, was === is ? "" : was);
}
