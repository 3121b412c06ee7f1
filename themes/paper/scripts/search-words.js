// How text is cut into terms to search by; `pages/search/terms.py` is its twin and says why.

const LONGEST = 32;

const DROPPED =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u00ad\u200c\u200d\u2060\ufeff]/gu;

const SAME = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ħ: "h",
  ı: "i", ς: "σ", ґ: "г", ى: "ي", ی: "ي", ک: "ك", ة: "ه", "\u2019": "'", "\u02bc": "'",
};
const FOLDED = new RegExp(`[${Object.keys(SAME).join("")}]`, "gu");

const BLOCKS =
  "\\u0e01-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u312f\\u31f0-\\u31ff" +
  "\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{3ffff}";
const SIGNS =
  "\\u0e31\\u0e34-\\u0e3a\\u0e47-\\u0e4e\\u0eb1\\u0eb4-\\u0ebc\\u0ec8-\\u0ece\\u102b-\\u103e" +
  "\\u1056-\\u1059\\u105e-\\u1060\\u17b6-\\u17d3\\u3099\\u309a";
const UNSPACED = new RegExp(`^[${BLOCKS}]`, "u");
const RUN = new RegExp(`[${BLOCKS}]+|[^${BLOCKS}]+`, "gu");
const CLUSTER = new RegExp(`[${BLOCKS}][${SIGNS}]*`, "gu");
const CYRILLIC = /[\u0400-\u052f]/u;
const IN_WORD = /(?<=[\u0400-\u052f])'(?=[\u0400-\u052f])/gu;
const IN_RUN = new RegExp(`(?![${BLOCKS}])[\\p{L}\\p{M}\\p{N}]$`, "u");
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Say whether a term is of a script that writes no spaces. */
export const unspaced = (term) => UNSPACED.test(term);

/** Return the part of a term that says in which file it is. */
export const beginning = (term) => [...term].slice(0, unspaced(term) ? 1 : 2).join("");

/** Return the terms of a text, as the index holds them. */
export function terms(text) {
  return runs(text).flatMap((run) => (unspaced(run) ? pairs(run) : shortened(run)));
}

/** Return the terms that a query asks for, each once. */
export function asked(text) {
  const found = runs(text).flatMap((run) => {
    if (!unspaced(run)) return shortened(run);
    const all = pairs(run);
    // The last character stands with the one before it already.
    return all.length > 1 ? all.slice(0, -1) : all;
  });
  return [...new Set(found)];
}

/** Return `[start, end]` of each place in a text where a term or the beginning of a word stands. */
export function places(text, sought) {
  const { folded, from, to } = traced(text);
  const found = [];
  for (const term of sought) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
      if (unspaced(term) || !IN_RUN.test(folded.slice(Math.max(0, at - 2), at))) found.push([from[at], to[at + term.length - 1]]);
    }
  }
  return merged(found);
}

function runs(text) {
  const words = fold(text).replace(IN_WORD, "").match(WORD) ?? [];
  return words.flatMap((word) => word.match(RUN));
}

/** Return a text without capitals and accents, and with one form of each letter. */
export function fold(text) {
  const lower = text.normalize("NFKD").toLowerCase().replace(DROPPED, "");
  return lower.replace(FOLDED, (letter) => SAME[letter]);
}

function pairs(run) {
  const clusters = run.match(CLUSTER) ?? [];
  return clusters.map((one, index) => one + (clusters[index + 1] ?? ""));
}

const shortened = (run) => [...run].slice(0, LONGEST).join("");

/** Fold a text letter by letter, and keep where each letter of the result comes from. */
function traced(text) {
  let folded = "";
  const from = [];
  const to = [];
  let start = 0;
  for (const letter of text) {
    const end = start + letter.length;
    let result = fold(letter);
    if (result === "'" && CYRILLIC.test(folded.slice(-1)) && CYRILLIC.test(text[end])) result = "";
    if (!result && to.length) to[to.length - 1] = end;
    for (let index = 0; index < result.length; index += 1) {
      from.push(start);
      to.push(end);
    }
    folded += result;
    start = end;
  }
  return { folded, from, to };
}

function merged(found) {
  const all = [];
  for (const [start, end] of found.sort((one, two) => one[0] - two[0])) {
    const last = all.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else all.push([start, end]);
  }
  return all;
}
