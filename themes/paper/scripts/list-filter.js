// The list of all statements by status, tag and essay together; the choice stays in the address.

import { load } from "./data.js";
import { make } from "./elements.js";
import { keepingChoices } from "./what-if-choices.js";
import { _, ngettext, numeral } from "./words.js";

const NAMES = ["status", "tag", "essay"];

/** Add what a style alone cannot do to the list's filter. */
export async function startListFilter() {
  const bar = document.querySelector(".list-filter");
  if (!bar) return;
  const data = await load("data/statements.js");
  const filter = new Filter(bar, data);
  filter.read();
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
    this.links = [...document.querySelectorAll(".letters a, .turn a")];
    this.none = document.querySelector("p.none");
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

  /** Keep the choice in the address, and show it. */
  write() {
    history.replaceState(null, "", keepingChoices(this.query()) || location.pathname);
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
    const chosen = this.chosen();
    const asked = new URLSearchParams(NAMES.flatMap((name) => (chosen[name] ? [[name, chosen[name]]] : [])));
    return asked.size ? `?${asked}` : "";
  }

  show() {
    const chosen = this.chosen();
    for (const entry of this.entries) entry.hidden = !fits(entry.dataset, chosen);
    for (const section of this.sections) section.hidden = !section.querySelector("li:not([hidden])");
    const counts = this.data.letters.map((kinds) => this.left(kinds, chosen));
    this.showLetters(counts);
    this.say(counts.reduce((sum, count) => sum + count, 0));
  }

  /** Return how many statements of a letter are left, those on other pages too. */
  left(kinds, chosen) {
    const { statuses, essays, tags } = this.data;
    let sum = 0;
    for (const [count, status, essay, own] of kinds) {
      const names = own.map((tag) => tags[tag][0]).join(" ");
      if (fits({ status: statuses[status], essay: essays[essay][0], tags: names }, chosen)) sum += count;
    }
    return sum;
  }

  /** Hide letters without a statement; let the others keep the choice. */
  showLetters(counts) {
    const query = this.query();
    this.links.forEach((link, number) => {
      if (number < counts.length) {
        link.parentElement.hidden = counts[number] === 0;
        const told = ngettext("(%(count)s statement)", "(%(count)s statements)", counts[number]);
        link.querySelector(".unseen").textContent = ` ${told}`;
      }
      const address = new URL(link.href);
      const here = address.pathname === location.pathname;
      address.search = query;
      link.href = here ? `${query}${address.hash}` : address.href;
    });
  }

  say(left) {
    const here = this.entries.filter((entry) => !entry.hidden).length;
    const words = [
      ngettext("%(count)s statement is left.", "%(count)s statements are left.", left),
      left > here ? _("On this page: %(count)s.", { count: numeral(here) }) : "",
    ];
    this.count.textContent = this.query() ? words.join(" ").trim() : "";
    this.none.hidden = here > 0;
  }
}

function fits(entry, chosen) {
  return (
    (!chosen.status || entry.status === chosen.status) &&
    (!chosen.essay || entry.essay === chosen.essay) &&
    (!chosen.tag || (entry.tags ?? "").split(" ").includes(chosen.tag))
  );
}
