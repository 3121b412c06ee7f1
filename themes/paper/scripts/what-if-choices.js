// What the reader accepts and rejects: kept in the page's address, so that a link shares it. Each
// choice is a step of the browser's history, which keeps the way back from there.

import { decoded } from "./addresses.js";
import { root } from "./data.js";
import { keep, recall } from "./store.js";

const NAMES = new Map([["accept", true], ["reject", false]]);
const MOST_STEPS = 100;
const MOST_KEPT = 50_000; // letters of the way back, which each step keeps
const KEPT = `what-if ${root}`; // a window may go on to another site

/** The reader's choices, the latest last, with the way back. */
export class Choices {
  constructor() {
    this.read();
  }

  /** Take the choices from the address; what has not the form of a key lands in `ignored`. */
  read() {
    const { choices, ignored } = parsed(location.search);
    this.current = choices;
    this.ignored = ignored;
    const own = query(choices);
    // A page that the reader came to by a link knows the way back from the window.
    const known = [history.state?.whatIf, remembered()].find((each) => each?.now === own);
    this.past = [...(known?.past ?? [])];
    this.future = [...(known?.future ?? [])];
    if (known) this.remember("replaceState", location.href);
  }

  /** Accept (true) or reject (false) a statement; the same again, or null, takes it back. */
  choose(key, verdict) {
    const next = new Map(this.current);
    next.delete(key);
    if (verdict !== null && this.current.get(key) !== verdict) next.set(key, verdict);
    this.move(next);
  }

  reset() {
    this.move(new Map());
  }

  undo() {
    if (!this.past.length) return;
    this.future.push(query(this.current));
    this.go(parsed(this.past.pop()).choices);
  }

  redo() {
    if (!this.future.length) return;
    this.past.push(query(this.current));
    this.go(parsed(this.future.pop()).choices);
  }

  /** Take over what the site knows of the choices, under its names; the rest is ignored. */
  agree({ settled, unknown }) {
    this.ignored.push(...unknown);
    if (query(settled) === query(this.current)) return;
    this.current = settled;
    this.remember("replaceState", this.carriedBy(location.href));
  }

  move(next) {
    if (query(next) === query(this.current)) return;
    this.past.push(query(this.current));
    this.future = [];
    this.go(next);
  }

  go(next) {
    this.current = next;
    this.ignored = [];
    this.remember("pushState", this.carriedBy(location.href));
  }

  /** Keep the way back with this step of the history, and for the next page. */
  remember(step, address) {
    this.past = latest(this.past);
    this.future = latest(this.future);
    const whatIf = { now: query(this.current), past: this.past, future: this.future };
    keep(KEPT, JSON.stringify(whatIf), "sessionStorage");
    history[step]({ ...history.state, whatIf }, "", address);
  }

  /** Return an address with the choices in its query and everything else as it was. */
  carriedBy(href) {
    const [rest, hash] = split(href, "#");
    const [path, search] = split(rest, "?");
    const own = query(this.current);
    const parts = search.slice(1).split("&").filter((each) => each && !NAMES.has(named(each)));
    if (own) parts.push(own);
    return path + (parts.length ? `?${parts.join("&")}` : "") + hash;
  }
}

/** Return the query of another part of the page with the choices that the address holds. */
export function keepingChoices(query) {
  const own = location.search.slice(1).split("&").filter((each) => NAMES.has(named(each)));
  const parts = [query.replace(/^\?/, ""), ...own].filter(Boolean);
  return parts.length ? `?${parts.join("&")}` : "";
}

/** Return choices as a query: `reject=essay/id,id&accept=essay/id`. Names hold no bare comma. */
function query(choices) {
  const parts = [];
  let last = "";
  for (const [key, verdict] of choices) {
    const [essay, id] = key.split("/").map(encodeURIComponent);
    const start = `${verdict ? "accept" : "reject"}=${essay}/`;
    if (start === last) parts.push(`${parts.pop()},${id}`);
    else parts.push(start + id);
    last = start;
  }
  return parts.join("&");
}

function parsed(search) {
  const choices = new Map();
  const ignored = [];
  for (const part of search.replace(/^\?/, "").split("&")) {
    const name = named(part);
    if (!NAMES.has(name)) continue;
    const [, essay, ids] = part.slice(name.length + 1).match(/^(.+?\/)?(.*)$/);
    for (const id of ids.split(",")) {
      const key = decoded((essay ?? "") + id);
      if (/^[^/]+\/[^/]+$/.test(key)) {
        choices.delete(key);
        choices.set(key, NAMES.get(name));
      } else ignored.push((essay ?? "") + id);
    }
  }
  return { choices, ignored };
}

function named(part) {
  return part.split("=", 1)[0];
}

/** Split a text before the first of a mark. */
function split(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at)];
}

/** Return the way back as the window knows it, or null. */
function remembered() {
  return JSON.parse(recall(KEPT, "sessionStorage"));
}

/** Return as many of the last steps as may be kept. */
function latest(steps) {
  let length = 0;
  const kept = steps.findLastIndex((each) => (length += each.length) > MOST_KEPT) + 1;
  return steps.slice(Math.max(kept, steps.length - MOST_STEPS));
}
