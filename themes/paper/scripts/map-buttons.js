// Buttons that every diagram has: zoom, fit, focus, full screen, downloads.

import { _ } from "./words.js";

/** Add the buttons; `save(map, format)` saves the drawing as `svg` or `png`. */
export function buttonsOf(map, save) {
  const { tools, view, focus, full, drawing } = map;
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
  // Where nothing can be moved, it can still be large.
  const button = tools.button(_("Full screen"), () => view.wake().finally(() => full.toggle()), {
    group: modes,
    "aria-pressed": "false",
  });
  let before;
  full.changed = (on) => {
    button.setAttribute("aria-pressed", String(on));
    const held = focus.box ?? drawing.with(document.activeElement);
    view.wake().then(() => {
      if (on) before = view.middle;
      if (held) view.centre(held);
      else if (on) view.fit(2);
      else view.look(...before);
    });
  };
  const files = tools.group();
  for (const format of ["SVG", "PNG"]) {
    const press = () => save(map, format.toLowerCase());
    tools.button(`↓ ${format}`, press, { name: _("Save %(format)s", { format }), group: files });
  }
}
