// Where the reader is: marks the point that is being read, in the line of numerals and the overview.

const LINE = 0.35; // of the window's height: a little above its middle

/** Follow the reader through the points of an essay. */
export function startPoints() {
  const sections = [...document.querySelectorAll("section.contention, section.point")];
  if (!document.querySelector("section.point")) return;
  const overview = [...document.querySelectorAll(".contention .diagram a.node")];
  const follow = () => mark(current(sections), overview);
  for (const event of ["scroll", "resize", "focusin"]) addEventListener(event, follow);
  follow();
}

/** Return the point with the focus, as long as it begins above the line; else the one at the line. */
function current(sections) {
  const line = innerHeight * LINE;
  // Where the page ends, points do not come up to the line.
  const isEnd = scrollY + innerHeight > document.documentElement.scrollHeight - 2;
  const focused = sections.find((each) => each.contains(document.activeElement));
  const top = focused?.getBoundingClientRect().top;
  if (top >= 0 && (isEnd || top < line)) return focused;
  return sections.findLast((each) => each.getBoundingClientRect().top <= line);
}

function mark(section, overview) {
  for (const link of document.querySelectorAll(".numerals li a")) {
    const here = section && link.hash === `#${section.id}`;
    if (!here) link.removeAttribute("aria-current");
    else if (!link.hasAttribute("aria-current")) {
      link.setAttribute("aria-current", "location");
      show(link);
    }
  }
  const claims = new Set(section ? claimsOf(section) : []);
  for (const node of overview) node.classList.toggle("here", claims.has(node.href.baseVal));
}

function claimsOf(section) {
  return [...section.querySelectorAll(".case > .statement .claim a")].map((link) => link.getAttribute("href"));
}

/** Bring a numeral into the line, which may be longer than the screen is wide. */
function show(link) {
  const line = link.closest("ol");
  const item = link.parentElement;
  line.scrollLeft += item.getBoundingClientRect().left - line.getBoundingClientRect().left - line.clientWidth / 2;
}
