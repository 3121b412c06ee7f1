// Searching, on its own page and, in a dialog, from every other one.

import { root } from "./data.js";
import { makeDialog } from "./dialog.js";
import { button, make } from "./elements.js";
import { SearchForm } from "./search-form.js";
import { keepingChoices } from "./what-if-choices.js";
import { _ } from "./words.js";

// Browsers let a page change its address about a hundred times in half a minute.
const PAUSE = 400;

let dialog = null;

/** Make the page's search work. */
export function startSearch() {
  const link = document.querySelector("header.site a.find-open");
  if (!link) return;
  const place = document.getElementById("find");
  const pagefind = document.getElementById("pagefind");
  if (place) fillPage(place);
  else if (pagefind) addEventListener("DOMContentLoaded", fillFromPagefind);
  if ("inPlace" in link.dataset) link.replaceWith(opener(link));
}

/** Open the search: the dialog, or on the page for searching the form that is there. */
export function openSearch() {
  const field = document.querySelector("#find input[type=search], #pagefind input");
  if (field) field.focus();
  else if (document.querySelector("header.site button.find-open")) openDialog();
  else document.querySelector("header.site a.find-open")?.click();
}

function opener(link) {
  return button(link.textContent, openSearch, { class: "find-open" });
}

/** Let Pagefind's own script, which comes after this one, fill the page. */
function fillFromPagefind() {
  const place = document.getElementById("pagefind");
  place.replaceChildren();
  const { PagefindUI } = globalThis;
  if (location.protocol === "file:" || !PagefindUI) {
    const words = PagefindUI
      ? _("Opened from a folder, this site cannot be searched.")
      : _("The search data cannot be loaded.");
    place.append(make("p", {}, words));
    return;
  }
  const baseUrl = new URL(root).pathname;
  const found = new PagefindUI({ element: "#pagefind", baseUrl, showImages: false });
  const field = place.querySelector("input");
  field.setAttribute("aria-label", field.title);
  const query = new URLSearchParams(location.search).get("q");
  if (query) found.triggerSearch(query);
}

function fillPage(place) {
  let latest = null;
  let timer = 0;
  const keep = () => {
    clearTimeout(timer);
    timer = 0;
    if (latest === null) return;
    history.replaceState(history.state, "", keepingChoices(latest) || location.pathname);
    latest = null;
    timer = setTimeout(keep, PAUSE);
  };
  const form = new SearchForm((parameters) => {
    latest = parameters.toString();
    if (!timer) keep();
  });
  place.replaceChildren(form.element);
  // Whoever leaves the field may leave the page.
  place.addEventListener("change", keep);
  form.begin(new URLSearchParams(location.search));
  if (!location.search) form.input.focus();
}

function openDialog() {
  dialog ??= madeDialog();
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input").select();
}

function madeDialog() {
  const page = make("a", { href: `${root}search.html` }, _("Search on a page of its own"));
  const form = new SearchForm((parameters) => {
    page.href = `${root}search.html?${parameters}`;
  });
  const head = make("p", { class: "find-head" }, page, button(_("Close"), () => made.close()));
  const attributes = { class: "find-dialog", "aria-label": _("Search") };
  const made = makeDialog(attributes, head, form.element);
  form.begin();
  return made;
}
