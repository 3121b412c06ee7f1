// A diagram over the whole screen; over the whole window where a browser lets pages do no more.

/** The full screen of one figure; `changed` is told when it is entered and left. */
export class FullScreen {
  on = false;
  #top = 0;
  changed = () => {};

  constructor(figure) {
    this.figure = figure;
    document.addEventListener("fullscreenchange", () => {
      const on = document.fullscreenElement === figure;
      if (on !== this.on) this.#set(on);
    });
    figure.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.on || event.defaultPrevented) return;
      // A focus ends with the next one.
      event.preventDefault();
      this.toggle();
    });
  }

  toggle() {
    if (!this.on) this.#top = scrollY;
    if (document.fullscreenElement === this.figure) {
      document.exitFullscreen();
    } else if (this.on || !document.fullscreenEnabled) {
      this.#set(!this.on);
    } else {
      this.figure.requestFullscreen().catch(() => this.#set(true));
    }
  }

  #set(on) {
    this.on = on;
    this.figure.classList.toggle("full", on);
    document.documentElement.classList.toggle("behind", on);
    // Without the figure the page was lower, so that the browser may have scrolled it.
    if (!on) scrollTo({ top: this.#top, behavior: "instant" });
    this.changed(on);
  }
}
