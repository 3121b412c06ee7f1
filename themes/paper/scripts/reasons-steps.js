// Why a step is in, out or open, in a sentence or two: the twin of `analysis/step_reason.py`.

import { answered, failureOfStep } from "./reasons-failing.js";
import { waits } from "./reasons-waiting.js";
import { oneOrMany, say, subject } from "./reasons-wording.js";
import { _, ngettext } from "./words.js";

/** Return why the argument is in, out or open, as parts (see `reasons-wording.js`). */
export function explainStep(graph, standing, key) {
  const step = graph.arguments.get(key);
  const isOpen = (each) => standing.labels.get(each) === "open";
  if (standing.labels.get(key) === "out") {
    return say(_("It fails: %(failures)s."), { failures: failureOfStep(graph, standing, step) });
  }
  const unsettled = step.premises.filter(isOpen);
  if (unsettled.length) return waits(standing, unsettled);
  const undercuts = graph.undercutsOf(key);
  const unsettledUndercuts = undercuts.filter((each) => isOpen(each.key));
  if (unsettledUndercuts.length) {
    const { parts, number } = subject(unsettledUndercuts);
    const message = ngettext(
      "%(who)s undercuts it but is not settled.",
      "%(who)s undercut it but are not settled.",
      number,
    );
    return say(message, { who: parts });
  }
  const number = oneOrMany(step.premises.length);
  if (!undercuts.length) {
    return [
      ngettext(
        "Its premise holds, and nothing undercuts it.",
        "Its premises hold, and nothing undercuts it.",
        number,
      ),
    ];
  }
  const hold = ngettext("Its premise holds.", "Its premises hold.", number);
  return [hold, " ", ...answered(graph, standing, undercuts, "undercut")];
}
