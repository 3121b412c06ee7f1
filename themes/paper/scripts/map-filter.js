// The legend as a filter: relations, statuses and points that are switched off are faded.

import { button, make } from "./elements.js";
import { STATUSES, statusParts } from "./statuses.js";
import { followStatuses } from "./statuses-now.js";
import { _, ngettext } from "./words.js";

/** Put the filter, with the page's legend, between a map's tools and its drawing. */
export function showFilter({ drawing, tools }) {
  const boxes = [];
  const summary = make("summary", {}, _("Legend and filter"));
  const reset = button(_("Show all"), showAll, { disabled: true });
  const groups = [
    group(_("Relation"), relations(), "relation"),
    group(_("Status"), statuses(), "status"),
    group(_("Point"), points(drawing), "point"),
  ];
  const panel = make("details", { class: "filter" }, summary, ...groups.filter(Boolean), reset);
  tools.line.before(panel);
  apply();
  followStatuses(apply);

  function group(title, entries, kind) {
    if (entries.length < 2) return null;
    const labels = entries.map(({ value, parts }) => {
      const box = make("input", { type: "checkbox", onchange: apply });
      box.checked = true;
      const label = make("label", {}, box, ...parts);
      boxes.push({ box, label, kind, value });
      return label;
    });
    return make("fieldset", {}, make("legend", {}, title), ...labels);
  }

  function showAll() {
    for (const { box } of boxes) box.checked = true;
    apply();
    summary.focus();
  }

  function apply() {
    for (const { box, label, kind, value } of boxes) {
      // A status that no box has, and that is not switched off, is of no use.
      label.hidden = kind === "status" && box.checked && !drawing.svg.querySelector(`.node.${value}`);
    }
    const off = { relation: new Set(), status: new Set(), point: new Set() };
    const chosen = boxes.filter(({ box }) => !box.checked);
    for (const { kind, value } of chosen) off[kind].add(value);
    const fades = (box) =>
      off.point.has(box.element.dataset.point) ||
      [...off.status].some((status) => box.element.classList.contains(status)) ||
      (box.above.length > 0 && box.above.every(({ kind }) => off.relation.has(kind)));
    const faded = new Set(drawing.boxes.filter(fades));
    for (const box of drawing.boxes) box.element.classList.toggle("off", faded.has(box));
    for (const step of drawing.steps) {
      const loose = faded.has(step.about) || step.premises.every((premise) => faded.has(premise));
      step.element.classList.toggle("off", loose || off.relation.has(step.kind));
    }
    reset.disabled = chosen.length === 0;
    const said = ngettext("%(count)s off", "%(count)s off", chosen.length);
    summary.textContent = _("Legend and filter") + (chosen.length > 0 ? ` · ${said}` : "");
  }
}

function relations() {
  const words = {
    for: _("Because: supports"),
    against: _("But: attacks"),
    undercut: _("Does not follow: attacks a step"),
  };
  return Object.entries(words).map(([value, text]) => {
    const sample = document.querySelector(`.legend [data-relation="${value}"]`);
    return { value, parts: [...(sample ? [sample.cloneNode(true)] : []), text] };
  });
}

function statuses() {
  return STATUSES.map((status) => ({ value: status, parts: statusParts(status) }));
}

function points(drawing) {
  const numbers = drawing.boxes.map(({ element }) => Number(element.dataset.point ?? 0));
  const known = [...new Set(numbers)].filter(Boolean).sort((one, other) => one - other);
  return known.map((number) => ({
    value: String(number),
    parts: [_("Point %(number)s", { number })],
  }));
}
