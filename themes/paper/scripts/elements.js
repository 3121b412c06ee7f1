// Making elements, of HTML and of drawings.

const SVG = "http://www.w3.org/2000/svg";

/** Make an element with attributes and children; `on…` attributes listen, false ones are left out. */
export function make(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** Make an element of a drawing in the same way. */
export function draw(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/** Make a button. */
export function button(words, press, attributes = {}) {
  return make("button", { type: "button", ...attributes, onclick: press }, words);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}
