// A page of a preview: it loads itself again when the site has changed, at the same place, and shows
// what keeps a change from being shown. Only `argsite serve` puts it into pages.

"use strict";

(() => {
  const own = document.currentScript;
  const folder = new URL(".", own.src);
  const { name, path } = own.dataset;
  const memory = `argsite-live ${location.pathname}`;
  const againMs = 1000;

  // The place: how far the page was scrolled, and which of its parts were open.

  /** Return a name for each part that opens, which it has again after a change elsewhere. */
  function parts() {
    const counts = new Map();
    return [...document.querySelectorAll("details")].map((part) => {
      const within = part.id || part.parentElement.closest("[id]")?.id || "";
      const count = counts.get(within) ?? 0;
      counts.set(within, count + 1);
      return [`${within} ${count}`, part];
    });
  }

  /** Return what stands at the top of the window, to find it again where text came in above it. */
  function anchor() {
    for (const element of document.querySelectorAll("main [id]")) {
      const { top, bottom } = element.getBoundingClientRect();
      if (bottom > 0 && top > -innerHeight && top < innerHeight && element.offsetParent) {
        return { id: element.id, top };
      }
    }
    return null;
  }

  function keepPlace() {
    const place = {
      left: scrollX,
      top: scrollY,
      anchor: scrollY > 0 ? anchor() : null,
      open: parts().map(([key, part]) => [key, part.open]),
    };
    try {
      sessionStorage.setItem(memory, JSON.stringify(place));
    } catch {
      // Without storage the browser's own memory of the place has to do.
    }
  }

  function takePlace() {
    try {
      const place = JSON.parse(sessionStorage.getItem(memory) ?? "null");
      sessionStorage.removeItem(memory);
      return place;
    } catch {
      return null;
    }
  }

  function goTo(place) {
    const element = place.anchor && document.getElementById(place.anchor.id);
    const moved = element ? element.getBoundingClientRect().top - place.anchor.top : 0;
    const top = element?.offsetParent ? scrollY + moved : place.top;
    scrollTo({ left: place.left, top, behavior: "instant" });
  }

  function restorePlace() {
    const place = takePlace();
    if (!place) {
      return;
    }
    const open = new Map(place.open);
    for (const [key, part] of parts()) {
      part.open = open.get(key) ?? part.open;
    }
    const gone = new AbortController();
    for (const kind of ["wheel", "touchstart", "keydown", "pointerdown"]) {
      addEventListener(kind, () => gone.abort(), { once: true, passive: true, signal: gone.signal });
    }
    const back = () => gone.signal.aborted || goTo(place);
    // The site's scripts may still change how long the page is, and the browser where it stands.
    back();
    requestAnimationFrame(back);
    addEventListener("load", () => requestAnimationFrame(back), { once: true });
  }

  // The overlay.

  function make(kind, properties = {}, ...children) {
    const element = Object.assign(document.createElement(kind), properties);
    element.append(...children);
    return element;
  }

  function makeOverlay() {
    const host = make("div", { id: "argsite-live", lang: "en", dir: "ltr" });
    const root = host.attachShadow({ mode: "open" });
    const sheet = make("link", { rel: "stylesheet", href: new URL("overlay.css", folder).href });
    const title = make("h2", { id: "title" });
    const about = make("p", { id: "about" });
    const hide = make("button", { type: "button", textContent: "Hide" });
    const list = make("ol", { tabIndex: 0 });
    const panel = make(
      "div",
      { className: "panel", role: "alertdialog", hidden: true },
      make("div", { className: "top" }, make("div", {}, title, about), hide),
      list,
    );
    const mark = make("button", { type: "button", className: "mark", hidden: true });
    const said = make("div", { className: "said", role: "status" });
    hide.setAttribute("aria-keyshortcuts", "Escape");
    list.setAttribute("aria-label", "What is wrong");
    panel.setAttribute("aria-labelledby", "title");
    panel.setAttribute("aria-describedby", "about");
    root.append(sheet, panel, mark, said);

    // Whoever has no mouse can scroll what is wider than the window.
    const widths = new ResizeObserver((seen) => {
      for (const { target } of seen) {
        target.tabIndex = target.scrollWidth > target.clientWidth ? 0 : -1;
      }
    });

    let count = 0;

    function turn(open) {
      const hadFocus = root.activeElement;
      panel.hidden = !open || !count;
      mark.hidden = open || !count;
      // Whoever used one of the buttons goes on at the other; nobody else loses the focus.
      if (hadFocus && count) {
        (open ? hide : mark).focus();
      }
    }

    hide.addEventListener("click", () => turn(false));
    mark.addEventListener("click", () => turn(true));
    document.addEventListener("keydown", (event) => {
      const busy = document.querySelector("dialog[open]") && !root.activeElement;
      if (event.key === "Escape" && !event.defaultPrevented && !busy && !panel.hidden) {
        turn(false);
      }
    });

    function item({ head, excerpt }) {
      const [, place, rest] = /^(\S.*?:\d+:\d+: )?(.*)$/s.exec(head);
      const line = make("p", { className: "head", dir: "ltr" });
      if (place) {
        line.append(make("span", { className: "place", textContent: place }));
      }
      line.append(rest);
      const shown = excerpt ? [make("pre", { textContent: excerpt, dir: "ltr" })] : [];
      return make("li", {}, line, ...shown);
    }

    function show(troubles, more) {
      count = troubles.length + more;
      const number = count === 1 ? "1 error" : `${count} errors`;
      title.textContent = `${number}: the last change is not shown`;
      about.textContent = name
        ? "This is the site as it was before. It follows as soon as this is mended."
        : "The site appears here as soon as this is mended.";
      mark.textContent = number;
      const rest = more ? [{ head: `There are ${more} more; the terminal shows all.` }] : [];
      list.replaceChildren(...troubles.concat(rest).map(item));
      list.scrollTop = 0;
      widths.disconnect();
      list.querySelectorAll("pre").forEach((shown) => widths.observe(shown));
      said.textContent = count ? title.textContent : said.textContent && "All is mended.";
      if (!host.isConnected) {
        document.body.append(host);
      }
      turn(true);
    }

    return { show };
  }

  // The stream.

  let overlay = null;
  let stream = null;
  let leaving = false;
  let shown = "[[],0]";

  function take(state) {
    // A preview that was just started again has no name yet; the page may stand until it has.
    if (state.name && state.name !== name && !leaving) {
      leaving = true;
      keepPlace();
      location.reload();
      return;
    }
    const troubles = JSON.stringify([state.troubles, state.more]);
    if (troubles !== shown) {
      shown = troubles;
      overlay ??= makeOverlay();
      overlay.show(state.troubles, state.more);
    }
  }

  function listen() {
    // A browser keeps few connections to a host, so a tab that nobody sees gives its own back.
    if (stream || document.hidden || leaving) {
      return;
    }
    const address = new URL("events", folder);
    address.searchParams.set("path", path);
    stream = new EventSource(address);
    stream.addEventListener("message", (event) => take(JSON.parse(event.data)));
    stream.addEventListener("error", () => {
      if (stream?.readyState === EventSource.CLOSED) {
        stream = null;
        setTimeout(listen, againMs);
      }
    });
  }

  function rest() {
    stream?.close();
    stream = null;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", (event) => {
    if (event.persisted) {
      leaving = false;
      listen();
    }
  });
  restorePlace();
  listen();
})();
