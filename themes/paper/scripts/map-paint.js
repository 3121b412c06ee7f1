// A drawing painted on a canvas, shape by shape: a page that loads no images from memory cannot
// let the browser do it.

import { make } from "./elements.js";

const SCALE = 2;
const LONGEST = 16_000; // px: what browsers let a canvas be, with room to spare
const LARGEST = 120_000_000;

/** Paint a drawing whose look stands in attributes; return the canvas and its scale. */
export function paint(svg) {
  const [left, top, width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const scale = Math.min(
    SCALE, LONGEST / width, LONGEST / height, Math.sqrt(LARGEST / (width * height)),
  );
  const size = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
  const canvas = make("canvas", size);
  const brush = canvas.getContext("2d");
  brush.textRendering = "geometricPrecision";
  brush.setTransform(scale, 0, 0, scale, -left * scale, -top * scale);
  for (const each of svg.children) paintElement(brush, each);
  return { canvas, scale };
}

function paintElement(brush, element) {
  brush.save();
  brush.globalAlpha *= number(element, "opacity", 1);
  const shape = SHAPES[element.localName];
  if (shape) paintShape(brush, element, shape(element));
  else if (element.localName === "text") paintText(brush, element);
  else if (["g", "a"].includes(element.localName)) {
    for (const each of element.children) paintElement(brush, each);
  }
  brush.restore();
}

const SHAPES = {
  path: (element) => new Path2D(element.getAttribute("d")),
  rect: (element) => {
    const path = new Path2D();
    const [x, y, width, height, rounding] = ["x", "y", "width", "height", "rx"].map((name) => {
      return number(element, name, 0);
    });
    path.roundRect(x, y, width, height, Math.min(rounding, width / 2, height / 2));
    return path;
  },
  circle: (element) => {
    const path = new Path2D();
    path.arc(...["cx", "cy", "r"].map((name) => number(element, name, 0)), 0, 2 * Math.PI);
    return path;
  },
};

function paintShape(brush, element, path) {
  const [fill, stroke] = [element.getAttribute("fill"), element.getAttribute("stroke")];
  if (fill !== "none") {
    brush.fillStyle = fill;
    brush.fill(path);
  }
  if (stroke === "none" || !stroke) return;
  brush.strokeStyle = stroke;
  brush.lineWidth = number(element, "stroke-width", 1);
  brush.lineCap = element.getAttribute("stroke-linecap") ?? "butt";
  brush.lineJoin = element.getAttribute("stroke-linejoin") ?? "miter";
  brush.setLineDash(element.getAttribute("stroke-dasharray")?.match(/[\d.]+/g)?.map(Number) ?? []);
  brush.stroke(path);
}

function paintText(brush, element) {
  const [size, weight, family] = ["size", "weight", "family"].map((name) => {
    return element.getAttribute(`font-${name}`);
  });
  brush.font = `${weight} ${size}px ${family}`;
  brush.fillStyle = element.getAttribute("fill");
  brush.direction = element.getAttribute("direction");
  brush.textAlign = element.getAttribute("text-anchor").replace("middle", "center");
  const isStruck = element.getAttribute("text-decoration") === "line-through";
  for (const row of element.children.length > 0 ? element.children : [element]) {
    const [text, x, y] = [row.textContent.trimEnd(), number(row, "x", 0), number(row, "y", 0)];
    brush.fillText(text, x, y);
    if (!isStruck) continue;
    const { actualBoundingBoxLeft: left, actualBoundingBoxRight: right } = brush.measureText(text);
    brush.fillRect(x - left, y - 0.32 * size, left + right, size / 12);
  }
}

function number(element, name, otherwise) {
  return element.hasAttribute(name) ? Number.parseFloat(element.getAttribute(name)) : otherwise;
}
