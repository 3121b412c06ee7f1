// The site's index, read file by file as a query needs it; `pages/search/shards.py` writes it.

import { hash } from "./cards.js";
import { load } from "./data.js";
import { asked, beginning, fold, joined, unspaced } from "./search-words.js";
import { changedStatuses } from "./statuses-now.js";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));

// BM25 with its usual constants: S. Robertson, H. Zaragoza, "The Probabilistic Relevance
// Framework: BM25 and Beyond", 2009.
const K1 = 1.2;
const B = 0.75;

/** Return a promise of what holds for the whole index. */
export const about = () => load("data/search/about.js");

// Of how many files of facts a query may need; further documents in others are left out.
const MOST_FILES = 64;

// Of how many documents the text is read to see whether characters stand together in it.
const MOST_READ = 100;

/**
 * Return a promise of what a query finds, the best first: `{found, whole, more, sought, cut}`.
 * `found` holds `{number, essay, kind, status, score}`; `whole` says that each document holds all
 * the words; `more`, that only the best are among them; `sought` are the beginnings of words that
 * were looked for; `cut` has the words that nothing holds, each `{word, sought}` with the beginning
 * that was looked for instead.
 */
export async function find(query) {
  const words = asked(query);
  if (!words.length) return { found: [], whole: true, more: false, sought: [], cut: [] };
  const site = await about();
  const read = await Promise.all(words.map((word) => lookUp(word, site, word === words.at(-1))));
  const runs = joined(query);
  const held = common(read);
  const all = await together(await ranked(held, read, site), runs);
  const whole = all.length > 0;
  const some = union(read);
  const found = whole ? all : await ranked(some, read, site);
  const cutShort = loadable(whole ? held : some, read, site).length < (whole ? held : some).length;
  const apart = (word) => !whole || !runs.some((run) => run.includes(word));
  return {
    found,
    whole,
    more: cutShort || read.every(({ total }) => total),
    sought: [...read.map(({ sought }) => sought).filter(apart), ...runs],
    cut: read.filter(({ word, sought, counts }) => counts.size && sought !== word),
  };
}

/**
 * Return the documents that hold all words; one letter at the end may be just begun. Of a word that
 * very many hold only the strongest are known, so that it is left to others to choose among them.
 */
function common(read) {
  const rare = read.filter(({ total }) => !total);
  const [first, ...others] = rare.length ? rare : read;
  const found = [...first.counts.keys()].filter((number) => others.every(({ counts }) => counts.has(number)));
  if (found.length) return found;
  const begun = read.length > 1 && single(read.at(-1).sought);
  if (begun) return common(read.slice(0, -1));
  return rare.length ? [] : union(read);
}

/** Return the documents that hold any of the words. */
const union = (read) => [...new Set(read.flatMap(({ counts }) => [...counts.keys()]))];

/** Leave out, in a very large site, what is beyond the best and would need many more files. */
function loadable(numbers, read, site) {
  if (site.facts <= MOST_FILES) return numbers;
  const scores = new Map(numbers.map((number) => [number, score(number, site.length, read, site)]));
  const best = [...numbers].sort((one, two) => scores.get(two) - scores.get(one) || one - two);
  const files = new Set();
  return best.filter((number) => {
    if (files.size < MOST_FILES) files.add(number % site.facts);
    return files.has(number % site.facts);
  });
}

async function ranked(all, read, site) {
  const numbers = loadable(all, read, site);
  const facts = await factsOf(numbers, site);
  const found = numbers.map((number) => {
    const fact = facts.get(number);
    return { ...fact, number, score: score(number, fact.length, read, site) };
  });
  return found.sort((one, two) => two.score - one.score || one.number - two.number);
}

/** Return what was found with its statuses as they are now; `written` is what its author has. */
export function asNow(found) {
  const now = new Map([...changedStatuses()].map(([key, { after }]) => [numberOf(key), after]));
  if (!now.size) return found;
  return found.map((each) => {
    const status = each.status && now.get(each.number);
    return status ? { ...each, status, written: each.status } : each;
  });
}

/** Return the number that follows from a key, as `pages/search/index.py` gives it. */
function numberOf(key) {
  const hashed = hash(key);
  return (hashed ^ (hashed >>> 24)) & 0xffffff;
}

/** Leave out the documents that hold the pairs of a run, but not the run. */
async function together(found, runs) {
  if (!runs.length) return found;
  const texts = await Promise.all(found.slice(0, MOST_READ).map(({ number }) => textOf(number)));
  const holds = ({ title, by = "", body = [] }) => {
    const all = fold([title, by, ...body].join("\n"));
    return runs.every((run) => all.includes(run));
  };
  return found.filter((_result, at) => at >= MOST_READ || holds(texts[at]));
}

/** Say whether a word is one letter, which begins too much to look for. */
export const single = (word) => [...word].length === 1 && !unspaced(word);

/** Return a promise of what a result shows: `{path, title, point, by, body}`. */
export async function textOf(number) {
  const texts = await load(`data/search/texts-${number % (await about()).texts}.js`);
  let name = "";
  for (let shift = 18; shift >= 0; shift -= 6) name += DIGITS[(number >> shift) & 63];
  return texts[name];
}

function score(number, length, read, { documents, length: average }) {
  let sum = 0;
  for (const { counts, total } of read) {
    const count = counts.get(number);
    if (!count) continue;
    const held = Math.max(total, counts.size);
    const rarity = Math.log(1 + (documents - held + 0.5) / (held + 0.5));
    sum += (rarity * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / average));
  }
  return sum;
}

/** Find the documents that hold a word or one that begins with it; failing that, a shorter one. */
async function lookUp(word, site, last) {
  const shard = await load(`data/search/words-${hash(beginning(word)) % site.words}.js`);
  const least = Math.max(4, Math.ceil(word.length * 0.6));
  let sought = word;
  let found = gather(shard, word, last ? 0.8 : 0.5);
  while (!found.counts.size && sought.length > least) {
    sought = sought.slice(0, -1);
    found = gather(shard, sought, 0.3);
  }
  return { word, sought, ...found };
}

/** Return how often documents hold a word; `total` is how many hold it where only some are told. */
function gather(shard, word, weight) {
  const counts = new Map();
  let total = 0;
  // What one letter begins is in files that are not loaded.
  const begins = !single(word);
  for (const [term, written] of Object.entries(shard)) {
    if (term !== word && !(begins && term.startsWith(word))) continue;
    const [all, postings] = Array.isArray(written) ? written : [0, written];
    total = Math.max(total, all);
    const share = term === word ? 1 : (weight * word.length) / term.length;
    unpack(postings, (number, count) => {
      counts.set(number, (counts.get(number) ?? 0) + share * count);
    });
  }
  return { counts, total };
}

function unpack(postings, visit) {
  let number = 0;
  for (let at = 0; at < postings.length; at += 1) {
    let shift = 0;
    let digit = VALUES.get(postings[at]);
    for (; digit > 31; digit = VALUES.get(postings[(at += 1)])) {
      number += (digit & 31) << shift;
      shift += 5;
    }
    number += digit << shift;
    visit(number, VALUES.get(postings[(at += 1)]));
  }
}

const shelves = new Map();

async function factsOf(numbers, site) {
  const needed = new Set(numbers.map((number) => number % site.facts));
  await Promise.all([...needed].map((shelf) => readFacts(shelf, site)));
  return { get: (number) => shelves.get(number % site.facts).get(number) };
}

async function readFacts(shelf, site) {
  if (shelves.has(shelf)) return;
  const facts = new Map();
  const packed = await load(`data/search/facts-${shelf}.js`);
  for (const [essay, records] of Object.entries(packed)) {
    for (let at = 0; at < records.length; at += 7) {
      const values = [...records.slice(at, at + 7)].map((digit) => VALUES.get(digit));
      const number = values.slice(0, 4).reduce((sum, value) => sum * 64 + value, 0);
      const [level, kind, status] = values.slice(4);
      facts.set(number, {
        essay,
        length: 2 ** (level / 4) - 1,
        kind: site.kinds[kind],
        status: site.statuses[status],
      });
    }
  }
  shelves.set(shelf, facts);
}
