// Buttons that every diagram has: zoom, fit, focus, full screen, downloads.

import { _ } from "./words.js";

/** Add the buttons; `save(map, format)` saves the drawing as `svg` or `png`. */
export function buttonsOf(map, save) {
  const { tools, view, focus, full, whole } = map;
  // What moves the window waits until there is one.
  const later = (act) => () => view.wake().then(act);
  const zoom = tools.group();
  tools.button("−", later(() => view.zoom(-1)), { name: _("Zoom out"), group: zoom });
  tools.button("+", later(() => view.zoom(1)), { name: _("Zoom in"), group: zoom });
  tools.button(_("Fit"), later(() => view.fit(full.on ? 2 : 1)), { group: zoom });
  const modes = tools.group();
  focus.button = tools.button(_("Focus"), later(() => focus.toggle()), {
    group: modes,
    "aria-pressed": "false",
  });
  const button = tools.button(_("Full screen"), () => full.toggle(), {
    group: modes,
    "aria-pressed": "false",
  });
  full.changed = (on) => {
    button.setAttribute("aria-pressed", String(on));
    view.wake().then(() => (whole && !on ? view.start(map.drawing.main) : view.fit(on ? 2 : 1)));
  };
  const files = tools.group();
  for (const format of ["SVG", "PNG"]) {
    const press = () => save(map, format.toLowerCase());
    tools.button(`↓ ${format}`, press, { name: _("Save %(format)s", { format }), group: files });
  }
}
