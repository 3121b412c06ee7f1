// The next thing and the one before: points of an essay, statements, entries of a list.

const NEAR = 4; // px by which a point may miss the place that it is scrolled to

/** Go forward (1) or back (-1): to a point, to the neighbouring page, to an entry. */
export function next(by) {
  const points = [...document.querySelectorAll("section.contention, section.point")];
  if (points.length) {
    toPoint(points, by);
    return;
  }
  const turn = document.querySelector(`.turn a[rel=${by > 0 ? "next" : "prev"}]:not([hidden])`);
  if (document.querySelector(".turn")) turn?.click();
  else toEntry(by);
}

/** Scroll to the next point and put the focus on its numeral. */
function toPoint(points, by) {
  const line = parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0;
  const below = (each) => each.getBoundingClientRect().top - line;
  // From the one with the focus, as long as its begin is seen: where a page ends, points do not come
  // to the top.
  const here = points.findIndex((each) => each.contains(document.activeElement));
  const way = here < 0 ? -Infinity : below(points[here]);
  const beside = way >= -NEAR && way < innerHeight ? points[here + by] : null;
  const point =
    beside ??
    (by > 0 ? points.find((each) => below(each) > NEAR) : points.findLast((each) => below(each) < -NEAR));
  if (!point) {
    if (by < 0) scrollTo({ top: 0 });
    return;
  }
  point.querySelector("a[href]").focus({ preventScroll: true });
  point.scrollIntoView();
}

/** Put the focus on the next entry's link. */
function toEntry(by) {
  const links = [...document.querySelectorAll("main :is(ul, ol) > li")]
    .filter((each) => !each.closest("nav") && each.checkVisibility())
    .map((each) => each.querySelector("a[href]"))
    .filter((link, place, all) => link?.checkVisibility() && all.indexOf(link) === place);
  const here = links.findIndex((each) => each.closest("li").contains(document.activeElement));
  const inner = links.indexOf(document.activeElement);
  const place = inner >= 0 ? inner : here;
  const target = links[place < 0 ? (by > 0 ? 0 : links.length - 1) : place + by];
  target?.focus();
  target?.scrollIntoView({ block: "nearest" });
}
