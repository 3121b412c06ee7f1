// What if: the reader accepts or rejects statements and sees what follows, as the build reckons it.

import { tellStatuses } from "./statuses-now.js";
import { Buttons } from "./what-if-buttons.js";
import { Choices } from "./what-if-choices.js";
import { listenForBoxes } from "./what-if-chooser.js";
import { reckon } from "./what-if-graph.js";
import { carryAlong } from "./what-if-links.js";
import { Marks } from "./what-if-marks.js";
import { Panel } from "./what-if-panel.js";
import { addToggles } from "./what-if-toggle.js";

/** The reader's choices on this page, and what follows from them. */
class WhatIf {
  choices = new Choices();
  /** What follows (see `what-if-graph.js`); null where nothing is chosen. */
  result = null;
  /** True where the argument could not be loaded. */
  failed = false;
  /** True while buttons stand beside every status and boxes take choices. */
  picking = false;
  views = [];
  #run = 0;

  /** Return a statement's status without and with the choices: `{before, after}`; null without. */
  statusOf(key) {
    const after = this.result?.after.statuses.get(key);
    return after ? { before: this.result.before.statuses.get(key), after } : null;
  }

  /** Accept (true) or reject (false) a statement; the same again takes it back. */
  choose(key, verdict) {
    this.choices.choose(key, verdict);
    return this.update();
  }

  pick(on) {
    this.picking = on;
    this.show();
  }

  /** Reckon anew what follows, and show it. */
  async update() {
    const run = (this.#run += 1);
    const { current } = this.choices;
    let result = null;
    let failed = false;
    try {
      result = current.size ? await reckon(current) : null;
    } catch {
      failed = true;
    }
    // The reader may have gone on in the meantime.
    if (run !== this.#run) return;
    if (result) this.choices.agree(result);
    this.result = result?.settled.size ? result : null;
    this.failed = failed;
    this.show();
    const keys = this.result ? [...this.result.settled.keys(), ...this.result.changed] : [];
    tellStatuses(new Map(keys.map((key) => [key, this.statusOf(key)])));
  }

  show() {
    for (const view of this.views) view.show();
  }

  /** Show it on what has come to the page, such as lists and search results. */
  add() {
    for (const view of this.views) view.add?.();
  }
}

/** Let readers ask "what if"; return what follows from their choices, for previews. */
export function startWhatIf() {
  const whatIf = new WhatIf();
  whatIf.views = [new Marks(whatIf), new Buttons(whatIf), new Panel(whatIf), addToggles(whatIf)];
  const watch = new MutationObserver((seen) => {
    if (seen.some(({ target }) => target.closest("main, dialog"))) whatIf.add();
  });
  watch.observe(document.body, { childList: true, subtree: true });
  listenForBoxes(whatIf);
  carryAlong(whatIf.choices);
  const follow = () => {
    whatIf.choices.read();
    whatIf.update();
  };
  addEventListener("popstate", follow);
  // A page that the browser had kept as it was: the window has gone on in the meantime.
  addEventListener("pageshow", ({ persisted }) => persisted && follow());
  if (whatIf.choices.current.size || whatIf.choices.ignored.length) whatIf.update();
  return whatIf;
}
