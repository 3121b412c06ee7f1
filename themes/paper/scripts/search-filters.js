// The filters of a search: by essay, kind and status, each with the number of what it leaves.

import { make } from "./elements.js";
import { statusWord } from "./statuses.js";
import { _, ngettext, numeral } from "./words.js";

/** Return what a kind of result is called. */
export const kindName = (kind) =>
  ({
    contention: _("Contention"),
    claim: _("Claim"),
    premise: _("Premise"),
    rebuttal: _("Rebuttal"),
    undercut: _("Undercut"),
    prose: _("Prose"),
    source: _("Source"),
    page: _("Page"),
  })[kind];

/** The filters of one search form; `changed` is called when the reader changes one. */
export class Filters {
  constructor(site, changed) {
    this.groups = [
      new Group("kind", _("Kind"), site.kinds, kindName),
      new Group("status", _("Status"), site.statuses.filter(Boolean), statusWord),
    ];
    if (site.essays.length > 1) this.groups.unshift(new Essays(site.essays));
    this.summary = make("summary");
    const parts = [this.summary, ...this.groups.map(({ element }) => element)];
    this.element = make("details", { class: "find-filters", onchange: changed }, ...parts);
    this.name();
  }

  /** True where any filter is set. */
  get active() {
    return this.groups.some(({ chosen }) => chosen.length);
  }

  /** Take what the address of a page says. */
  read(parameters) {
    for (const group of this.groups) group.chosen = parameters.getAll(group.name);
    if (this.active) this.element.open = true;
  }

  /** Put what is set into the address of a page. */
  write(parameters) {
    for (const group of this.groups) {
      for (const value of group.chosen) parameters.append(group.name, value);
    }
  }

  /** Set none. */
  clear() {
    for (const group of this.groups) group.chosen = [];
  }

  /** Return what the filters leave of what was found, and show how much each would leave. */
  apply(found) {
    const chosen = new Map(this.groups.map((group) => [group, group.chosen]));
    const kept = (groups) =>
      found.filter((result) =>
        groups.every((group) => {
          const values = chosen.get(group);
          return !values.length || values.includes(result[group.name]);
        }),
      );
    for (const group of this.groups) {
      const others = kept(this.groups.filter((each) => each !== group));
      group.count(tally(others, group.name), others.length);
    }
    this.name();
    return kept(this.groups);
  }

  /** Show no numbers where nothing is looked for; return the nothing that is left. */
  rest() {
    for (const group of this.groups) group.count(null);
    this.name();
    return [];
  }

  name() {
    const set = this.groups.reduce((sum, { chosen }) => sum + chosen.length, 0);
    this.summary.textContent = set
      ? ngettext("Filters (%(count)s set)", "Filters (%(count)s set)", set)
      : _("Filters");
  }
}

class Group {
  constructor(name, title, values, word) {
    this.name = name;
    this.boxes = values.map((value) => new Box(name, value, word(value)));
    const legend = make("legend", {}, title);
    this.element = make("fieldset", {}, legend, ...this.boxes.map(({ label }) => label));
  }

  get chosen() {
    return this.boxes.filter(({ input }) => input.checked).map(({ input }) => input.value);
  }

  set chosen(values) {
    for (const { input } of this.boxes) input.checked = values.includes(input.value);
  }

  count(totals) {
    for (const box of this.boxes) box.show(totals && (totals.get(box.input.value) ?? 0));
    this.element.hidden = this.boxes.every(({ label }) => label.hidden);
  }
}

class Box {
  constructor(name, value, word) {
    this.input = make("input", { type: "checkbox", name, value });
    this.total = make("span", { class: "total" });
    this.label = make("label", {}, this.input, " ", word, " ", this.total);
  }

  show(number) {
    this.total.textContent = number === null ? "" : `(${numeral(number)})`;
    this.label.hidden = number === 0 && !this.input.checked;
  }
}

class Essays {
  constructor(essays) {
    this.name = "essay";
    this.options = [["", _("All essays")], ...essays].map(([value, title]) =>
      make("option", { value, "data-title": title }, title),
    );
    this.select = make("select", { name: "essay" }, ...this.options);
    this.element = make("label", { class: "essay" }, _("Essay"), " ", this.select);
  }

  get chosen() {
    return this.select.value ? [this.select.value] : [];
  }

  set chosen([slug]) {
    this.select.value = slug ?? "";
    if (this.select.selectedIndex < 0) this.select.value = "";
  }

  count(totals, all) {
    for (const option of this.options) {
      const total = option.value ? totals?.get(option.value) : all;
      option.textContent = option.dataset.title + (totals ? ` (${numeral(total ?? 0)})` : "");
    }
  }
}

function tally(found, name) {
  const totals = new Map();
  for (const result of found) totals.set(result[name], (totals.get(result[name]) ?? 0) + 1);
  return totals;
}
