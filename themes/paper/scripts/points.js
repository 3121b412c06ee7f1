// Where the reader is: marks the point that is being read, in the line of numerals and the overview.

const LINE = "-35% 0px -64% 0px"; // a little above the middle of the window

/** Follow the reader through the points of an essay. */
export function startPoints() {
  const sections = [...document.querySelectorAll("section.point")];
  if (!sections.length) return;
  const overview = [...document.querySelectorAll(".contention .diagram a.node")];
  const read = new Set();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) read.add(target);
      else read.delete(target);
    }
    mark(sections.find((each) => read.has(each)), overview);
  }, { rootMargin: LINE });
  for (const section of sections) observer.observe(section);
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
