// Where things lie in a window, and how far they are from it.

/** Return the number nearest to `value` between two others. */
export function within(value, one, other) {
  return Math.max(Math.min(one, other), Math.min(value, Math.max(one, other)));
}

/** Return how far to scroll so that `from` to `to` lies between 0 and `size`, with an edge. */
export function missing(from, to, size, edge) {
  if (from < edge || to - from > size - 2 * edge) return from - edge;
  return Math.max(0, to + edge - size);
}
