// Buttons that copy: a page's address, a statement as a line to quote, each form of a citation.

import { copied, SHOWN } from "./clipboard.js";
import { button, make } from "./elements.js";
import { _ } from "./words.js";

/** Put the buttons beside what they copy. */
export function startCopying() {
  // Where screen readers hear what happened; it has to be there before it speaks.
  const live = make("p", { class: "unseen", role: "status" });
  document.body.append(live);
  for (const place of document.querySelectorAll(".share")) {
    const { address, quote } = place.dataset;
    const whole = () => new URL(address, location.href).href;
    place.append(
      copier(_("Copy link"), whole, live),
      copier(_("Copy text"), () => `${quote} ${whole()}`, live),
    );
    place.hidden = false;
  }
  for (const text of document.querySelectorAll("[data-copy]")) {
    text.after(copier(labels()[text.dataset.copy], () => text.textContent, live));
  }
}

function labels() {
  return {
    citation: _("Copy citation"),
    bibtex: _("Copy BibTeX"),
    csl: _("Copy CSL-JSON"),
  };
}

/** Make a button that copies what `text` returns, and says for a while whether it could. */
function copier(label, text, live) {
  let back = 0;
  const made = button(label, press, { class: "copy" });
  return made;

  async function press() {
    const said = (await copied(text())) ? _("Copied") : _("Your browser does not let this page copy");
    clearTimeout(back);
    say(said, said);
    back = setTimeout(() => say(label, ""), SHOWN);
  }

  function say(shown, spoken) {
    made.textContent = shown;
    live.textContent = spoken;
  }
}
