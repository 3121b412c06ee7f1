// How text is cut into terms to search by; `pages/search/terms.py` is its twin and says why.

const LONGEST = 32;

const DROPPED =
  /(?![\u0780-\u1aaf\u1b00-\u1cff\u3099\u309a\ua800-\uabff\u{11000}-\u{11fff}])\p{M}|[\u093c\u09bc\u0a3c\u0abc\u0b3c\u05f3\u05f4\u0640\u00ad\u200c\u200d\u2060\ufeff]/gu;

const SAME = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ħ: "h",
  ı: "i", ς: "σ", ґ: "г", ى: "ي", ی: "ي", ک: "ك", ة: "ه",
  ہ: "ه", ۃ: "ه", ە: "ه", "\u0901": "\u0902", "\u2019": "'", "\u02bc": "'",
};
const FOLDED = new RegExp(`[${Object.keys(SAME).join("")}]`, "gu");

const BLOCKS =
  "\\u0e01-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u312f\\u31f0-\\u31ff" +
  "\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{3ffff}";
const UNSPACED = new RegExp(`^[${BLOCKS}]`, "u");
const RUN = new RegExp(`[${BLOCKS}]+|[^${BLOCKS}]+`, "gu");
const CLUSTER = /.\p{M}*/gu;
const IN_WORD =
  /(?<=[\u0400-\u052f])'(?=[\u0400-\u052f])|(?<=[\u05d0-\u05ea])['"](?=[\u05d0-\u05ea])/gu;
const NASAL = /[\u0919\u091e\u0923\u0928\u092e]\u094d(?=[\u0915-\u092d])/gu;
// What depends on the letters beside it, and what it becomes.
const IN_CONTEXT = [[IN_WORD, ""], [NASAL, "\u0902"]];
const ARTICLE = "[\u0648\u0641\u0628\u0643]?\u0627\u0644";
const AFTER_ARTICLE = new RegExp(`^${ARTICLE}(?=.{3})`, "u");
const KATAKANA = /[\u30a1-\u30f6]/gu;
const DIGIT = /(?![0-9])\p{Nd}/gu;
// Where a word begins, or goes on after its article.
const START = `(?<=(?<!(?![${BLOCKS}])[\\p{L}\\p{M}\\p{N}])(?:${ARTICLE})?)`;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Say whether a term is of a script that writes no spaces. */
export const unspaced = (term) => UNSPACED.test(term);

/** Return the part of a term that says in which file it is. */
export const beginning = (term) => [...term].slice(0, unspaced(term) ? 1 : 2).join("");

/** Return the terms of a text, as the index holds them. */
export function terms(text) {
  return runs(text).flatMap((run) => (unspaced(run) ? pairs(run) : forms(run)));
}

/** Return the terms that a query asks for, each once. */
export function asked(text) {
  const found = runs(text).flatMap((run) => {
    // A word that stands without its article stands in the index so, too.
    if (!unspaced(run)) return forms(run).at(-1);
    const all = pairs(run);
    // The last character stands with the one before it already.
    return all.length > 1 ? all.slice(0, -1) : all;
  });
  return [...new Set(found)];
}

/** Return the runs of a query that are asked for by several pairs each. */
export function joined(text) {
  return runs(text).filter((run) => unspaced(run) && pairs(run).length > 2);
}

/** Return `[start, end]` of each place in a text where a term or the beginning of a word stands. */
export function places(text, sought) {
  const { folded, from, to } = traced(text);
  const found = [];
  for (const term of sought) {
    const sign = new RegExp(`${unspaced(term) ? "" : START}(?=${term})`, "gu");
    for (const { index } of folded.matchAll(sign)) {
      found.push([from[index], to[index + term.length - 1]]);
    }
  }
  return merged(found);
}

function runs(text) {
  const words = fold(text).match(WORD) ?? [];
  return words.flatMap((word) => word.match(RUN));
}

/** Return a text without capitals and accents, and with one form of each letter. */
export function fold(text) {
  const lower = text.normalize("NFKD").toLowerCase().replace(DROPPED, "");
  const same = lower.replace(FOLDED, (letter) => SAME[letter]);
  const plain = same.replace(DIGIT, value).replace(KATAKANA, hiragana);
  return IN_CONTEXT.reduce((folded, [sign, by]) => folded.replace(sign, by), plain);
}

/** Return a digit of any script as one from 0 to 9: their zeros have no digit before them. */
function value(digit) {
  let before = -1;
  for (let code = digit.codePointAt(0); /\p{Nd}/u.test(String.fromCodePoint(code)); code -= 1) before += 1;
  return before % 10;
}

const hiragana = (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60);

function pairs(run) {
  const clusters = run.match(CLUSTER);
  return clusters.map((one, index) => one + (clusters[index + 1] ?? ""));
}

/** Return a word, and without its Arabic article where it has one. */
function forms(run) {
  return [...new Set([run, run.replace(AFTER_ARTICLE, "")])].map((form) => [...form].slice(0, LONGEST).join(""));
}

// What letters become, since a text has few that differ.
const letters = new Map();

/** Fold a text letter by letter, and keep where each letter of the result comes from. */
function traced(text) {
  let folded = "";
  const from = [];
  const to = [];
  let start = 0;
  for (const letter of text) {
    const end = start + letter.length;
    const result = letters.get(letter) ?? fold(letter);
    letters.set(letter, result);
    if (!result && to.length) to[to.length - 1] = end;
    for (let index = 0; index < result.length; index += 1) {
      from.push(start);
      to.push(end);
    }
    folded += result;
    start = end;
  }
  for (const [sign, by] of IN_CONTEXT) {
    for (const { 0: found, index } of [...folded.matchAll(sign)].reverse()) {
      folded = folded.slice(0, index) + by + folded.slice(index + found.length);
      from.splice(index + by.length, found.length - by.length);
      to.splice(index, found.length - by.length);
    }
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
