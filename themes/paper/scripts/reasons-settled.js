// Who settled a statement, and against what, in words: the twin of `analysis/settled.py`.

import { say, subject } from "./reasons-wording.js";
import { _, ngettext } from "./words.js";

/** Say that the author or the reader accepts or rejects it; `others` speak for the opposite. */
export function settled(others, accepts, byAuthor) {
  if (!others.length) return [plainly(accepts, byAuthor)];
  const { parts, number } = subject(others);
  return say((accepts ? acceptedAlthough : rejectedAlthough)(number, byAuthor), { who: parts });
}

function plainly(accepts, byAuthor) {
  if (byAuthor) return accepts ? _("The author accepts it.") : _("The author rejects it.");
  return accepts ? _("The reader accepts it.") : _("The reader rejects it.");
}

function acceptedAlthough(number, byAuthor) {
  return byAuthor
    ? ngettext(
        "The author accepts it, although %(who)s speaks against it.",
        "The author accepts it, although %(who)s speak against it.",
        number,
      )
    : ngettext(
        "The reader accepts it, although %(who)s speaks against it.",
        "The reader accepts it, although %(who)s speak against it.",
        number,
      );
}

function rejectedAlthough(number, byAuthor) {
  return byAuthor
    ? ngettext(
        "The author rejects it, although %(who)s speaks for it.",
        "The author rejects it, although %(who)s speak for it.",
        number,
      )
    : ngettext(
        "The reader rejects it, although %(who)s speaks for it.",
        "The reader rejects it, although %(who)s speak for it.",
        number,
      );
}
