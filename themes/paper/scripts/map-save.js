// A diagram as a file of its own: an SVG that needs no stylesheet, or the same painted as a PNG.

import { decoded } from "./addresses.js";
import { draw, make } from "./elements.js";
import { isShown } from "./map-drawing.js";
import { paint } from "./map-paint.js";
import { _ } from "./words.js";

const MARGIN = 16;
const SHAPES = "path, rect, circle";
const LOOKS = {
  shape: [
    "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
  ],
  text: [
    "fill", "font-family", "font-size", "font-weight", "text-anchor", "direction", "text-decoration",
  ],
};

/** Save what is shown of a diagram, as `svg` or `png`. */
export async function saveDrawing({ drawing, tools }, format) {
  const svg = standalone(drawing);
  let file = new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" });
  if (format === "png") {
    const { canvas, scale } = paint(svg);
    file = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!file) return tools.say(_("This browser cannot make so large a picture. Save the SVG."));
    if (scale < 1) {
      const percent = Math.round(100 * scale);
      tools.say(_("The picture is reduced to %(percent)s % of its size. The SVG is not.", { percent }));
    }
  }
  const href = URL.createObjectURL(file);
  make("a", { href, download: `${nameOf(drawing)}.${format}` }).click();
  // The browser reads the file after the click.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/** Name a file by its page and diagram: `essay-map`, `essay-overview`, `essay-statement-local`. */
function nameOf({ main }) {
  const page = decoded(location.pathname).split("/").slice(-2).join("-");
  const name = page.replace(/-(index\.html)?$|\.html$/, "");
  return name.endsWith("-map") ? name : `${name}-${main.element.id.replace(/-n\d+$/, "")}`;
}

/** Return a copy of a drawing that looks the same wherever it is opened. */
function standalone(drawing) {
  const { svg } = drawing;
  const copy = svg.cloneNode(true);
  const twins = [...copy.querySelectorAll("*")];
  const colours = new Colours();
  // From afar a map is shown without its dashes; see `map-view.js`.
  const isFar = svg.classList.contains("far");
  svg.classList.remove("far");
  [...svg.querySelectorAll("*")].forEach((from, place) => dress(from, twins[place], colours));
  svg.classList.toggle("far", isFar);
  for (const gone of copy.querySelectorAll(".gone, .fold[aria-expanded=true]")) gone.remove();
  for (const each of [copy, ...copy.querySelectorAll("*")]) strip(each);
  const { left, top, width, height } = drawing.around(drawing.boxes.filter(isShown));
  const size = [left - MARGIN, top - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN];
  copy.setAttribute("viewBox", size.join(" "));
  copy.setAttribute("width", size[2]);
  copy.setAttribute("height", size[3]);
  const paper = colours.plain(getComputedStyle(document.body).backgroundColor);
  const [x, y, across, down] = size;
  const ground = draw("rect", { x, y, width: across, height: down, fill: paper });
  copy.querySelector("desc").after(ground);
  return copy;
}

/** Write the look that an element has on the page into its twin's attributes. */
function dress(from, twin, colours) {
  const style = getComputedStyle(from);
  if (style.opacity !== "1") twin.setAttribute("opacity", style.opacity);
  const kind = from.matches(SHAPES) ? "shape" : from.matches("text") ? "text" : "";
  for (const name of LOOKS[kind] ?? []) {
    // Other programs know no more of a decoration than its line.
    const value = style.getPropertyValue(name === "text-decoration" ? `${name}-line` : name);
    const colour = name === "fill" || name === "stroke";
    twin.setAttribute(name, colour ? colours.plain(value) : value.replaceAll("px", ""));
  }
  if (from.matches("a")) link(from, twin);
}

/** Keep a link where the site knows its own address; elsewhere the file would lead nowhere. */
function link(from, twin) {
  const canonical = document.querySelector("link[rel=canonical]")?.href;
  if (canonical) twin.setAttribute("href", new URL(from.getAttribute("href"), canonical).href);
  else twin.removeAttribute("href");
}

/** Take off what only the page understands. */
function strip(each) {
  // Each shape and each text has its own colours by now.
  if (each.children.length > 0 && !each.matches("text")) {
    each.removeAttribute("fill");
    each.removeAttribute("stroke");
  }
  for (const name of each.getAttributeNames()) {
    const data = name.startsWith("data-") || (name.startsWith("aria-") && name !== "aria-labelledby");
    const own = ["class", "style", "tabindex"].includes(name) || (name === "role" && !each.ownerSVGElement);
    if (data || own || (name === "role" && each.localName === "g")) each.removeAttribute(name);
  }
}

/** Colours as `#rrggbb`, which every program reads; browsers also say `color(srgb …)`. */
class Colours {
  #known = new Map();
  #canvas = make("canvas", { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });

  plain(colour) {
    if (colour === "none") return colour;
    if (!this.#known.has(colour)) {
      this.#canvas.fillStyle = colour;
      this.#canvas.fillRect(0, 0, 1, 1);
      const [red, green, blue] = this.#canvas.getImageData(0, 0, 1, 1).data;
      const hex = ((red << 16) | (green << 8) | blue).toString(16).padStart(6, "0");
      this.#known.set(colour, `#${hex}`);
    }
    return this.#known.get(colour);
  }
}
