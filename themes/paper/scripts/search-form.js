// The form that searches while the reader types, and its results.

import { essayData } from "./cards.js";
import { button, make } from "./elements.js";
import { Filters } from "./search-filters.js";
import { about, asNow, find, single, textOf } from "./search-index.js";
import { item } from "./search-results.js";
import { followStatuses } from "./statuses-now.js";
import { _, ngettext, numeral } from "./words.js";

const AT_ONCE = 10;

/** A search form with its results; `changed` is called with what the address should hold. */
export class SearchForm {
  constructor(changed = () => {}) {
    this.changed = changed;
    this.asked = 0;
    this.input = make("input", {
      type: "search",
      name: "q",
      autocomplete: "off",
      spellcheck: "false",
      enterkeyhint: "search",
      oninput: () => this.search(),
    });
    const label = make("label", {}, _("Search statements, prose and sources"), this.input);
    this.said = make("p", { class: "find-said", role: "status" });
    this.form = make("form", { class: "find", role: "search" }, label, this.said);
    this.ways = make("p", { class: "find-ways" });
    this.results = make("ol", { class: "find-results", role: "list", "aria-label": _("Results") });
    this.more = button(_("Show more"), () => this.showMore());
    this.more.hidden = true;
    const parts = [this.form, this.ways, this.results, this.more];
    this.element = make("div", { class: "find-part" }, ...parts);
    this.element.addEventListener("keydown", (event) => this.move(event));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.links()[0]?.focus();
    });
  }

  /** Leave what the filters leave once statuses have changed. */
  async follow() {
    if (!this.query) return;
    const left = this.filters.apply(asNow(this.answer.found));
    if (same(left, this.left)) return;
    const inside = this.results.contains(document.activeElement);
    await this.show(this.query, this.answer, this.asked);
    if (inside) this.input.focus();
  }

  /** Search for what an address asks. */
  async begin(parameters = new URLSearchParams()) {
    this.input.value = parameters.get("q") ?? "";
    this.parameters = parameters;
    await this.search();
    followStatuses(() => this.follow());
  }

  /** Load what every search begins with, and make the filters of it, unless that is done. */
  async prepare() {
    const site = await about();
    if (this.filters) return;
    this.essays = new Map(site.essays.map(([slug, ...rest]) => [slug, rest]));
    this.filters = new Filters(site, () => this.search());
    this.filters.read(this.parameters);
    this.form.insertBefore(this.filters.element, this.said);
  }

  /** Search for what is typed; an answer that comes after the next question is dropped. */
  async search() {
    const number = (this.asked += 1);
    const query = this.input.value.trim();
    try {
      if (!this.filters) await this.prepare();
      if (number !== this.asked) return;
      const parameters = new URLSearchParams(query ? { q: query } : {});
      this.filters.write(parameters);
      this.changed(parameters);
      const answer = await find(query);
      if (number === this.asked) await this.show(query, answer, number);
    } catch {
      if (number === this.asked) this.fail();
    }
  }

  async show(query, answer, number) {
    const { found, whole, more, sought, cut } = answer;
    const left = query ? this.filters.apply(asNow(found)) : this.filters.rest();
    this.filters.element.hidden = !found.length && !this.filters.active;
    const items = await this.items(left.slice(0, AT_ONCE), sought);
    if (number !== this.asked) return;
    Object.assign(this, { query, answer, left });
    this.sought = sought;
    this.results.replaceChildren(...items);
    this.more.hidden = left.length <= AT_ONCE;
    this.ways.replaceChildren();
    if (!query) this.say("");
    else if (!left.length) this.suggest(query, found.length);
    else this.say(told(left.length, whole, more, cut));
  }

  /** Return a promise of an essay's `[title, language]`; of nothing for what is in none. */
  async essay(slug) {
    if (!slug || this.essays.has(slug)) return this.essays.get(slug) ?? [];
    const found = await essayData(slug);
    return found ? [found.title, found.lang] : [];
  }

  items(results, sought) {
    const made = results.map(async (result) =>
      item(result, await textOf(result.number), sought, await this.essay(result.essay)),
    );
    return Promise.all(made);
  }

  async showMore() {
    const number = this.asked;
    const shown = this.links().length;
    const items = await this.items(this.left.slice(shown, shown + AT_ONCE), this.sought);
    if (number !== this.asked) return;
    this.results.append(...items);
    this.more.hidden = this.left.length <= shown + AT_ONCE;
    this.links()[shown]?.focus();
  }

  /** Say that nothing is found, and what may help. */
  suggest(query, without) {
    this.say(_("Nothing found for “%(query)s”.", { query }));
    if (!without) {
      this.ways.append(
        single(query)
          ? _("Type at least two letters.")
          : _("Try fewer letters, another form of the word, or one word less."),
      );
      return;
    }
    const words = ngettext(
      "Show the %(count)s result without filters",
      "Show the %(count)s results without filters",
      without,
    );
    const drop = button(words, () => {
      this.filters.clear();
      this.input.focus();
      this.search();
    });
    this.ways.append(drop);
  }

  fail() {
    this.results.replaceChildren();
    this.more.hidden = true;
    this.say(_("The search data cannot be loaded."));
  }

  say(words) {
    if (this.said.textContent !== words) this.said.textContent = words;
  }

  links() {
    return [...this.results.querySelectorAll(".title > a")];
  }

  /** Go through the results with the arrow keys, Home and End. */
  move(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const all = this.links();
    const at = all.indexOf(document.activeElement);
    const typing = document.activeElement === this.input;
    if (!all.length || (at < 0 && !typing)) return;
    const next = {
      ArrowDown: all[at + 1] ?? all[at],
      ArrowUp: typing ? null : (all[at - 1] ?? this.input),
      Home: typing ? null : all[0],
      End: typing ? null : all.at(-1),
    }[event.key];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

/** Say whether two lists of results are of the same things in the same order. */
function same(some, others) {
  return some.length === others.length && some.every(({ number }, place) => number === others[place].number);
}

/** Return how many results there are, and what they hold where that is not all that was asked. */
function told(count, whole, more, cut) {
  if (whole && more) return _("The best %(count)s of very many results", { count: numeral(count) });
  const results = whole
    ? ngettext("%(count)s result", "%(count)s results", count)
    : ngettext(
        "Nothing holds all these words; %(count)s result holds some of them",
        "Nothing holds all these words; %(count)s results hold some of them",
        count,
      );
  const instead = cut.map(({ word, sought }) =>
    _("Nothing holds “%(word)s”; these are words that begin with “%(sought)s”.", { word, sought }),
  );
  return cut.length ? [`${results}.`, ...instead].join(" ") : results;
}
