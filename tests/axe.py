"""What axe finds on a page against WCAG 2.2 AA and good practice."""

from __future__ import annotations

from importlib.resources import files

from playwright.sync_api import Page

_AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

_RUN = """([part, values]) => axe.run(part ?? document, {
  runOnly: {type: "tag", values},
  resultTypes: ["violations"],
})"""


def axe_faults(page: Page, part: str | None = None) -> list[tuple[str, list[str]]]:
    """Return each rule that a page, or the part a selector names, breaks, with where it does."""
    page.evaluate(_AXE)
    result = page.evaluate(_RUN, [part, _RULES])
    assert result["passes"], "axe has looked at nothing"
    return [
        (fault["id"], [node["html"][:160] for node in fault["nodes"][:3]])
        for fault in result["violations"]
    ]
