"""The guide for authors of themes says what is so, and its example works."""

from __future__ import annotations

import re
import shutil
from dataclasses import fields
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from argsite.build import build
from argsite.pages.frame import Frame
from argsite.pages.press import Press
from tests.built import ROOT, make_site
from tests.casebook import CASES
from tests.sites import write

THEMES = ROOT / "themes"
GUIDE = (THEMES.parent / "content" / "guide" / "themes.md").read_text(encoding="utf-8")


NOTED = """\
title: Noted
prose: As said [here](#claim).
contention: {id: claim, text: It is so., note: As all know.}
"""
"""An essay whose margin has something to say."""


def example() -> dict[str, str]:
    """Return the files of the guide's example by their paths in a site."""
    fences = re.findall(r"^```\w+ (themes/\S+)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    return dict(fences)


def test_the_guide_names_the_values_that_each_template_gets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: dict[str, set[str]] = {}
    piece = Press.piece

    def noted(press: Press, template: str, frame: Frame, **values: object) -> str:
        given.setdefault(template, set()).update(values)
        return piece(press, template, frame, **values)

    monkeypatch.setattr(Press, "piece", noted)
    shutil.copytree(CASES.parent / "sites" / "features" / "content", tmp_path / "content")
    write(tmp_path / "noted", {"content/noted/essay.yaml": NOTED})
    for site in (tmp_path, tmp_path / "noted"):
        build(site, site / "site", workers=1)  # in this process, which notes
    said = {
        template: set(re.findall(r"`(\w+)`", values))
        for template, values in re.findall(r"^\| `([\w-]+\.html)` \| (.*) \|$", GUIDE, re.MULTILINE)
    }
    assert said == given


def test_the_guide_names_what_a_frame_holds() -> None:
    (said,) = re.findall(r"what stands around a page:\n(.*?)\.\n", GUIDE, re.DOTALL)
    assert re.findall(r"`(\w+)`", said) == sorted(field.name for field in fields(Frame))


@pytest.mark.parametrize("theme", ["paper", "slate"])
def test_the_guide_names_the_tokens_that_a_theme_sets(theme: str) -> None:
    said = re.findall(r"^\| `(--[\w-]+)` \|", GUIDE, re.MULTILINE)
    sheet = (THEMES / theme / "styles" / "1-tokens.css").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^  (--[\w-]+):", sheet, re.MULTILINE)) == sorted(said)


@pytest.mark.parametrize("theme", ["paper", "slate"])
def test_only_the_tokens_name_colours(theme: str) -> None:
    named = re.compile(
        r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|light-dark|color)\([^)]*\)"
        r"|\b(?:black|white|gr[ae]y|silver|red|green|blue|navy|teal|orange|yellow)\b",
        re.IGNORECASE,
    )
    found = {
        f"{path.name}: {each}"
        for path in (THEMES / theme / "styles").glob("*.css")
        if path.name != "1-tokens.css"
        for declared in re.findall(r"[\w-]+:([^;{}]+);", path.read_text(encoding="utf-8"))
        for each in named.findall(declared)
    }
    assert not found


@pytest.mark.parametrize("theme", ["paper", "slate"])
def test_every_token_that_styles_use_is_set(theme: str) -> None:
    styles = THEMES / theme / "styles"
    sheets = [path.read_text(encoding="utf-8") for path in styles.glob("*.css")]
    shared = (THEMES / "paper" / "styles").glob("*.css")
    known = set(
        re.findall(
            r"^\s*(--[\w-]+):",
            "\n".join([*sheets, *(path.read_text(encoding="utf-8") for path in shared)]),
            re.MULTILINE,
        )
    )
    known |= set(re.findall(r'setProperty\("(--[\w-]+)"', _scripts()))
    assert set(re.findall(r"var\((--[\w-]+)", "\n".join(sheets))) <= known


def _scripts() -> str:
    scripts = (THEMES / "paper" / "scripts").glob("*.js")
    return "\n".join(path.read_text(encoding="utf-8") for path in scripts)


@pytest.mark.parametrize("theme", ["paper", "slate"])
def test_the_example_of_the_guide_works(browser: Browser, tmp_path: Path, theme: str) -> None:
    files = example()
    assert set(files) == {
        "themes/paper/styles/99-own.css",
        "themes/paper/templates/essay.html",
    }
    if theme == "slate":
        # As the guide says of templates that the chosen theme has itself.
        own = files.pop("themes/paper/templates/essay.html")
        files["themes/slate/templates/essay.html"] = own.replace("paper/essay", "slate/essay")
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    site = make_site(tmp_path, {"content/site.yaml": f"title: Small\ntheme: {theme}\n"})
    with browser.new_context(color_scheme="light") as context:
        page = context.new_page()
        page.goto((site / "small" / "index.html").as_uri())
        assert page.locator("#thanks").inner_text() == "Thank you for reading “Small”."
        colour = page.locator("h1").evaluate("each => getComputedStyle(each).color")
        assert colour == "rgb(0, 95, 47)"
        assert page.get_by_role("heading", name="Cite").is_visible()
