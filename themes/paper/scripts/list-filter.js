// The list of all statements by status, tag and essay together; the choice stays in the address.

import { load, root } from "./data.js";
import { make } from "./elements.js";
import { chip } from "./statuses.js";
import { changedStatuses, followStatuses } from "./statuses-now.js";
import { keepingChoices } from "./what-if-choices.js";
import { _, ngettext, numeral } from "./words.js";

/** Add what a style alone cannot do to the list's filter; `chosen` is set once a reader used it. */
export async function startListFilter(chosen = null) {
  const bar = document.querySelector(".list-filter");
  if (!bar) return;
  const data = await load("data/statements.js").catch(() => null);
  if (!data) {
    // A status is chosen without the data; the next choice asks for it again.
    bar.addEventListener("change", startListFilter, { once: true });
    return;
  }
  const filter = new Filter(bar, data);
  filter.number(new Map());
  if (chosen) filter.write();
  else filter.read();
  if (changedStatuses().size) filter.follow();
  followStatuses(() => filter.follow());
  addEventListener("popstate", () => filter.read());
  // A browser that comes back to the page may have restored another choice.
  addEventListener("pageshow", () => filter.read());
}

class Filter {
  constructor(bar, data) {
    this.data = data;
    this.bar = bar;
    this.entries = [...document.querySelectorAll(".letter li[data-status]")];
    this.sections = [...document.querySelectorAll("section.letter")];
    this.links = [...document.querySelectorAll(".letters a")];
    this.turns = [...document.querySelectorAll(".turn a")];
    this.page = Number(bar.dataset.page ?? 1);
    this.pages = Math.max(...data.letters.flat().map(([, page]) => page));
    this.none = document.querySelector("p.none");
    this.nowhere = this.none.textContent;
    this.fields = {
      tag: data.tags.length ? this.chooser("tag", _("Tag"), _("any tag"), data.tags) : null,
      essay: data.essays.length > 1 ? this.chooser("essay", _("Essay"), _("any essay"), data.essays) : null,
    };
    if (this.fields.tag) bar.querySelector(".by-tag")?.remove();
    this.count = make("output");
    bar.append(this.count);
    bar.addEventListener("change", () => this.write());
  }

  /** Add a list to choose from; return it. */
  chooser(name, title, any, choices) {
    const id = `choose-${name}`;
    const options = [["", any], ...choices].map(([value, words]) => new Option(words, value));
    const select = make("select", { id, autocomplete: "off" }, ...options);
    this.bar.append(make("div", { class: "chooser" }, make("label", { for: id }, title), select));
    return select;
  }

  /** Show what the address says. */
  read() {
    const asked = new URLSearchParams(location.search);
    const radio = document.getElementById(`only-${asked.get("status") ?? "all"}`);
    (radio ?? document.getElementById("only-all")).checked = true;
    for (const [name, select] of Object.entries(this.fields)) {
      if (!select) continue;
      select.value = asked.get(name) ?? "";
      if (select.selectedIndex < 0) select.value = "";
    }
    this.show();
  }

  /** Take over how statements fare now. */
  follow() {
    const changed = changedStatuses();
    for (const entry of this.entries) {
      const { dataset } = entry;
      dataset.written ??= dataset.status;
      dataset.status = changed.get(entry.querySelector(".status").dataset.of)?.after ?? dataset.written;
    }
    this.number(changed);
    this.read();
  }

  /** Say how many statements have each status, some of which changed; a later page does not. */
  number(changed) {
    const totals = {};
    const add = (status, count) => {
      totals[status] = (totals[status] ?? 0) + count;
    };
    for (const [count, , status] of this.data.letters.flat()) add(this.data.statuses[status], count);
    for (const { before, after } of changed.values()) {
      add(before, -1);
      add(after, 1);
    }
    for (const [status, count] of Object.entries(totals)) {
      this.radio(status).parentElement.querySelector(".number").textContent = numeral(count);
    }
  }

  /** Return the field that chooses a status; made where no author gives that status. */
  radio(status) {
    const id = `only-${status}`;
    const known = document.getElementById(id);
    if (known) return known;
    const made = make("input", { type: "radio", name: "status", id, value: status, autocomplete: "off" });
    const label = make("label", {}, made, " ", chip(status), " ", make("span", { class: "number" }));
    this.bar.querySelector("fieldset").append(label);
    return made;
  }

  /** Keep the choice in the address, and show it. */
  write() {
    history.replaceState(history.state, "", keepingChoices(this.query()) || location.pathname);
    this.show();
  }

  chosen() {
    return {
      status: this.bar.querySelector("[name=status]:checked").value,
      tag: this.fields.tag?.value ?? "",
      essay: this.fields.essay?.value ?? "",
    };
  }

  query() {
    const chosen = Object.entries(this.chosen()).filter(([, value]) => value);
    const asked = new URLSearchParams(chosen);
    return asked.size ? `?${asked}` : "";
  }

  show() {
    const chosen = this.chosen();
    for (const entry of this.entries) entry.hidden = !fits(entry.dataset, chosen);
    for (const section of this.sections) section.hidden = !section.querySelector("li:not([hidden])");
    const { statuses, essays, tags } = this.data;
    const names = (own = []) => own.map((tag) => tags[tag][0]).join(" ");
    // What is on this page is counted as it shows: a what-if may have changed statuses.
    const left = ([, page, status, essay, own]) =>
      page !== this.page &&
      fits({ status: statuses[status], essay: essays[essay]?.[0], tags: names(own) }, chosen);
    const letters = this.data.letters.map((kinds, letter) =>
      [...kinds.filter(left), ...this.here(this.links[letter])].sort(([, one], [, other]) => one - other),
    );
    letters.forEach((kinds, letter) => this.showLetter(this.links[letter], kinds));
    const kinds = letters.flat();
    // Kinds come in the order of the pages that hold them.
    const pages = [...new Set(kinds.map(([, page]) => page))];
    this.showTurns(pages);
    this.say(total(kinds));
  }

  /** Return as one kind what this page shows of a letter. */
  here(link) {
    const section = document.getElementById(link.hash.slice(1))?.parentElement;
    const count = section?.querySelectorAll("li:not([hidden])").length;
    return count ? [[count, this.page]] : [];
  }

  /** Hide a letter without a statement; let others lead to where theirs begin. */
  showLetter(link, kinds) {
    const count = total(kinds);
    link.parentElement.hidden = !count;
    link.querySelector(".unseen").textContent =
      ` ${ngettext("(%(count)s statement)", "(%(count)s statements)", count)}`;
    if (count) link.href = this.address(kinds[0][1]) + new URL(link.href).hash;
  }

  /** Let what leads on and back pass over the pages that hold nothing. */
  showTurns(held) {
    for (const link of this.turns) {
      const page =
        link.rel === "next"
          ? held.find((each) => each > this.page)
          : held.findLast((each) => each < this.page);
      link.hidden = !page;
      if (!page) continue;
      const numbers = { number: numeral(page), count: numeral(this.pages) };
      link.href = this.address(page);
      link.lastChild.textContent = _("Page %(number)s of %(count)s", numbers);
    }
  }

  /** Return where a page of the list is, with the choice in the address. */
  address(page) {
    const path = page > 1 ? `statements/${page}.html` : "statements.html";
    return (page === this.page ? "" : root + path) + this.query();
  }

  /** Say how many are left, and how many of them here. */
  say(left) {
    const here = this.entries.filter((entry) => !entry.hidden).length;
    const words = [
      ngettext("%(count)s statement is left.", "%(count)s statements are left.", left),
      left > here ? _("On this page: %(count)s.", { count: numeral(here) }) : "",
    ];
    this.count.textContent = this.query() ? words.join(" ").trim() : "";
    this.none.hidden = left > 0;
  }
}

/** Return how many statements there are of some kinds. */
const total = (kinds) => kinds.reduce((sum, [count]) => sum + count, 0);

function fits(entry, chosen) {
  return (
    (!chosen.status || entry.status === chosen.status) &&
    (!chosen.essay || entry.essay === chosen.essay) &&
    (!chosen.tag || (entry.tags ?? "").split(" ").includes(chosen.tag))
  );
}
