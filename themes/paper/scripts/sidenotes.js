// Notes in the margin: each is moved down to the line that refers to it, as far as there is room.
// Without script they stand at the beginning of their paragraph.

const BETWEEN = 10; // px between two notes

/** Keep the notes of an essay beside what refers to them. */
export function startSidenotes() {
  const blocks = [...document.querySelectorAll(".essay-page .prose > .noted")];
  if (!blocks.length) return;
  // The width of a paragraph changes with the window and with the font that comes late.
  const observer = new ResizeObserver((entries) => entries.forEach(({ target }) => align(target.parentElement)));
  for (const block of blocks) observer.observe(block.firstElementChild);
}

function align(block) {
  const [body, margin] = block.children;
  const notes = [...margin.children];
  for (const note of notes) note.style.marginBlockStart = "";
  // Below the text, on a narrow page, they stay where they are.
  if (getComputedStyle(block).display !== "grid") return;
  const heights = notes.map((note) => note.offsetHeight);
  const start = notes[0].getBoundingClientRect().top;
  // A negative margin says how far they may run on below.
  const more = -parseFloat(getComputedStyle(margin).marginBlockEnd);
  const room = body.getBoundingClientRect().bottom - start + Math.max(0, more);
  let needed = heights.reduce((sum, each) => sum + each + BETWEEN, -BETWEEN);
  let end = 0;
  notes.forEach((note, place) => {
    const line = reference(note).getBoundingClientRect().top - start;
    const top = Math.max(end, Math.min(line, room - needed));
    note.style.marginBlockStart = `${Math.max(0, top - end) + (place ? BETWEEN : 0)}px`;
    end = top + heights[place] + (place ? BETWEEN : 0);
    needed -= heights[place] + BETWEEN;
  });
}

function reference(note) {
  return document.getElementById(note.querySelector(".number").hash.slice(1));
}
