// Data that the build writes as scripts, since a page opened from disk may load nothing else.
// Each such file says `argsiteData("<its path>", value)`.

import { make } from "./elements.js";

const script = document.currentScript;

/** Address of the site's root, with a slash at the end. */
export const root = new URL("..", script.src).href;

const waiting = new Map();

/** Let data files hand over what they hold. */
export function expose() {
  globalThis.argsiteData = (path, value) => waiting.get(path)?.resolve(value);
}

/** Load a data file once; return a promise of its value, rejected where there is none. */
export function load(path) {
  const known = waiting.get(path);
  if (known) return known.promise;
  const entry = {};
  entry.promise = new Promise((resolve, reject) => Object.assign(entry, { resolve, reject }));
  waiting.set(path, entry);
  run(path).then(
    () => entry.reject(new Error(`${path} holds no data`)),
    (fault) => {
      waiting.delete(path);
      entry.reject(fault);
    },
  );
  return entry.promise;
}

/** Load and run a script of the site; return a promise of that. */
export function run(path) {
  return new Promise((resolve, reject) => {
    const fail = () => {
      element.remove();
      reject(new Error(`${path} cannot be loaded`));
    };
    const element = make("script", { src: root + path, onload: resolve, onerror: fail });
    document.head.append(element);
  });
}
