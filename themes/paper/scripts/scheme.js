// Light, dark, or as the system has it: three choices in the footer. `early.js` applies them.

import { make } from "./elements.js";
import { settings } from "./settings.js";
import { keep, recall } from "./store.js";
import { _ } from "./words.js";

/** Let the reader choose the colours of all pages. */
export function startScheme() {
  const chosen = recall("scheme") ?? "";
  const choices = { "": _("as the system has them"), light: _("light"), dark: _("dark") };
  const labels = Object.entries(choices).map(([scheme, words]) => {
    const attributes = { type: "radio", name: "scheme", value: scheme, checked: scheme === chosen };
    return make("label", {}, make("input", attributes), words);
  });
  const onchange = ({ target }) => choose(target.value);
  const group = make("fieldset", { onchange }, make("legend", {}, _("Colours")), ...labels);
  settings().append(group);
  // Another page of the site in another window.
  addEventListener("storage", () => apply(recall("scheme") ?? ""));
}

function choose(scheme) {
  keep("scheme", scheme || null);
  apply(scheme);
}

function apply(scheme) {
  const { dataset } = document.documentElement;
  if (scheme) dataset.scheme = scheme;
  else delete dataset.scheme;
}
