// What a preview shows of a statement, and where on the screen it goes.

import { card } from "./cards.js";
import { make } from "./elements.js";
import { explain } from "./reasons.js";
import { told } from "./reasons-text.js";
import { chip } from "./statuses.js";
import { _, ngettext, tongue } from "./words.js";

const GAP = 6;
const EDGE = 8;

/** Return a promise of the parts of a statement's card, or of null where it has none. */
export async function contentOf(key, whatIf) {
  const found = await card(key);
  if (!found) return null;
  const { before, after } = whatIf?.statusOf(key) ?? { before: found.status, after: found.status };
  const result = whatIf?.result;
  const why = result?.graph.statements.has(key)
    ? await told(explain(result.graph, result.after, key))
    : found.why;
  return [
    make("p", { class: "kicker", ...tongue() }, whereabouts(found)),
    make("p", { class: "text", lang: found.lang, dir: found.dir }, found.text),
    make("p", { class: "fare", ...tongue() }, chip(after, after === before ? "" : before)),
    make("p", { class: "why", ...tongue() }, why),
    make("p", { class: "counts", ...tongue() }, counts(found)),
    ...remarks(found).map((text) => make("p", { class: "facts", ...tongue() }, text)),
  ];
}

function whereabouts({ kind, point }) {
  const kinds = {
    contention: _("Contention"),
    claim: _("Claim"),
    premise: _("Premise"),
    rebuttal: _("Rebuttal"),
    undercut: _("Undercut"),
  };
  return point ? _("%(kind)s · point %(point)s", { kind: kinds[kind], point }) : kinds[kind];
}

function counts({ pro = 0, con = 0 }) {
  const sides = [
    pro && ngettext("%(count)s argument for it", "%(count)s arguments for it", pro),
    con && ngettext("%(count)s argument against it", "%(count)s arguments against it", con),
  ].filter(Boolean);
  return sides.join(" · ") || _("No argument for or against it");
}

function remarks({ by, implicit }) {
  return [
    by && _("Held by %(name)s, not by the essay’s author.", { name: by }),
    implicit && _("The essay leaves this unsaid."),
  ].filter(Boolean);
}

/** Put an open card below a rectangle of the screen, or above it where there is more room. */
export function place(element, { left, right, top, bottom }) {
  const wide = document.documentElement.clientWidth;
  const high = window.innerHeight;
  const above = top - GAP - EDGE;
  const below = high - bottom - GAP - EDGE;
  const needed = element.scrollHeight + 2;
  const isBelow = below >= needed || below >= above;
  const room = Math.max(isBelow ? below : above, Math.min(needed, high / 3));
  const { style } = element;
  style.maxHeight = `${Math.min(room, high - 2 * EDGE)}px`;
  const { width, height } = element.getBoundingClientRect();
  const start = document.documentElement.dir === "rtl" ? right - width : left;
  style.left = `${Math.max(EDGE, Math.min(start, wide - EDGE - width))}px`;
  const y = isBelow ? bottom + GAP : top - GAP - height;
  style.top = `${Math.max(EDGE, Math.min(y, high - EDGE - height))}px`;
}
