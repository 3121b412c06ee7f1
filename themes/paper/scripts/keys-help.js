// The help for the keyboard: what each key does, and a switch that turns the single letters off.

import { makeDialog } from "./dialog.js";
import { button, make } from "./elements.js";
import { settings } from "./settings.js";
import { keep, recall } from "./store.js";
import { _ } from "./words.js";

/** Tell whether the reader has left the single-letter keys on. */
export function lettersOn() {
  return recall("letters") !== "off";
}

/** Put a button for the help into the footer; return what opens the help. */
export function addHelp() {
  settings().append(button(_("Keyboard"), open));
  return open;
}

let dialog;

function open() {
  dialog ??= help();
  if (!dialog.open) dialog.showModal();
}

function help() {
  const title = make("h2", { id: "keys-title" }, _("Keyboard"));
  const note = make("p", {}, _("Esc closes this. The keys are idle while you type."));
  const close = make("form", { method: "dialog" }, make("button", {}, _("Close")));
  const attributes = { class: "keys", "aria-labelledby": title.id };
  return makeDialog(attributes, title, list(), toggle(), note, close);
}

function list() {
  const keys = [
    ["j", _("the next point, statement or entry")],
    ["k", _("the one before")],
    ["u", _("up: to what a statement serves, to the essay, to the index")],
    ["o", _("open or close the argument here; everything where nothing has the focus")],
    ["m", _("the map of the whole essay, and back")],
    ["/", _("search")],
    ["?", _("this help")],
  ];
  if (document.querySelector("svg.diagram")) {
    keys.push(
      ["← ↑ ↓ →", _("in a map: along the argument")],
      ["+ - 0 f o", _("in a map: larger, smaller, all of it, focus, open the page")],
    );
  }
  const lines = keys.flatMap(([key, meaning]) => [
    make("dt", {}, ...key.split(" ").flatMap((each) => [make("kbd", {}, each), " "])),
    make("dd", {}, meaning),
  ]);
  return make("dl", {}, ...lines);
}

function toggle() {
  const box = make("input", {
    type: "checkbox",
    checked: lettersOn(),
    onchange: () => keep("letters", box.checked ? null : "off"),
  });
  return make("div", {}, make("label", {}, box, _("Single-letter keys")));
}
