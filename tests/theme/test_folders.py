"""Where a theme's files are found, and what a site can replace."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite.cli import main
from argsite.errors import SetupError
from argsite.theme import find, folders, names
from tests.built import ROOT, files, make_site
from tests.sites import write

BUILT_IN = ROOT / "themes" / "paper"

SITE = {"content/site.yaml": "title: Small\ntheme: night\n"}


def put(root: Path, path: str, text: str) -> None:
    """Write a file of the site's own themes."""
    place = root / "themes" / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")


def test_without_themes_of_its_own_a_site_has_the_built_in_one(tmp_path: Path) -> None:
    found = find("paper", tmp_path)
    assert found.templates == (BUILT_IN / "templates",)
    assert {path.read_bytes() for path in found.assets.values()} == set(
        files(BUILT_IN / "assets").values()
    )
    assert names(tmp_path) == ("paper", "slate")


def test_four_places_are_searched_in_turn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = tmp_path / "installed"
    monkeypatch.setattr(folders, "_PACKAGE", installed)
    root = tmp_path / "site"
    themes = [root / "themes", installed / "themes"]
    for place in (each / name for name in ("night", "paper") for each in themes):
        (place / "templates").mkdir(parents=True)
        (place / "assets").mkdir()
        (place / "assets" / "all.css").touch()
    (installed / "themes/night/assets/night.css").touch()
    (installed / "themes/paper/assets/paper.css").touch()
    (root / "themes/paper/assets/paper.css").touch()
    found = find("night", root)
    assert found.templates == (
        root / "themes/night/templates",
        installed / "themes/night/templates",
        root / "themes/paper/templates",
        installed / "themes/paper/templates",
    )
    assert found.assets == {
        "all.css": root / "themes/night/assets/all.css",
        "night.css": installed / "themes/night/assets/night.css",
        "paper.css": root / "themes/paper/assets/paper.css",
    }
    assert names(root) == ("night", "paper")


def test_a_site_replaces_one_template(tmp_path: Path) -> None:
    put(
        tmp_path,
        "paper/templates/404.html",
        '{% extends "base.html" %}\n'
        "{% block content %}<h1>Lost in {{ frame.site }}</h1>{% endblock %}",
    )
    site = make_site(tmp_path, {"content/site.yaml": "title: <Small>\n"})
    page = (site / "404.html").read_text(encoding="utf-8")
    assert "<h1>Lost in &lt;Small&gt;</h1>" in page
    assert '<header class="site">' in page
    assert "<h1>&lt;Small&gt;</h1>" in (site / "index.html").read_text(encoding="utf-8")


def test_a_site_replaces_a_piece_that_templates_share(tmp_path: Path) -> None:
    put(tmp_path, "paper/templates/marks.html", "<!-- no marks -->")
    site = make_site(tmp_path, {})
    assert b"<!-- no marks -->" in (site / "index.html").read_bytes()


def test_a_site_replaces_one_stylesheet_and_adds_files(tmp_path: Path) -> None:
    put(tmp_path, "paper/styles/9-print.css", "body { color: teal }")
    put(tmp_path, "paper/styles/95-own.css", "h1 { color: navy }")
    put(tmp_path, "paper/assets/fonts/own.woff2", "font")
    put(tmp_path, "paper/assets/.DS_Store", "rubbish")
    built = files(make_site(tmp_path, {}))
    style = built["assets/style.css"].decode()
    kept = (BUILT_IN / "styles/2-page.css").read_text(encoding="utf-8").strip()
    assert kept in style
    assert style.index(kept) < style.index("body { color: teal }")
    assert style.index("body { color: teal }") < style.index("h1 { color: navy }")
    assert "@page" not in style.partition("body { color: teal }")[2]
    assert built["assets/fonts/own.woff2"] == b"font"
    assert "assets/.DS_Store" not in built


def test_a_theme_of_the_sites_own_leans_on_the_built_in_one(tmp_path: Path) -> None:
    put(tmp_path, "night/styles/95-night.css", "body { color: navy }")
    built = files(make_site(tmp_path, SITE))
    assert b"body { color: navy }" in built["assets/style.css"]
    assert b"--measure" in built["assets/style.css"]
    assert b"<h1>Small</h1>" in built["index.html"]


def test_an_unknown_theme_is_a_mistake_with_a_place_and_a_hint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, "nights/styles/95-own.css", "")
    write(tmp_path, SITE)
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == 1
    assert capsys.readouterr().err.startswith(
        "content/site.yaml:2:8: error: there is no theme 'night' [bad-value]\n"
        "    2 | theme: night\n"
        "      |        ^^^^^ did you mean 'nights'?\n"
    )
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("name", ["..", "../content", ".", "/etc", "a/b", "~", ".hidden"])
def test_a_theme_is_a_folder_among_the_themes_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    put(tmp_path, "a/b/index.html", "")
    put(tmp_path, ".hidden/index.html", "")
    write(tmp_path, {"content/site.yaml": f'title: S\ntheme: "{name}"\n'})
    assert main(["check", str(tmp_path)]) == 1
    assert f"there is no theme '{name}'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("template", "text", "expected"),
    [
        ("index.html", "a\n{% if %}\n", "index.html, line 2: Expected an expression, got 'end of"),
        ("index.html", "\n{{ unknown }}", "line 2: 'unknown' is undefined, in: {{ unknown }}"),
        (
            "index.html",
            '{% extends "none.html" %}',
            "line 1: the theme has no template 'none.html'",
        ),
        ("index.html", "\n{% include 'none.html' %}", "index.html, line 2: the theme has no templ"),
        ("parts.html", "{% macro %}", "parts.html, line 1: "),
        ("marks.html", "\n\n{{ mark }}", "marks.html, line 3: 'mark' is undefined, in: {{ mark }}"),
        ("index.html", "{{ cards|nofilter }}", "line 1: No filter named 'nofilter'"),
        (
            "index.html",
            "{{ 1 / 0 }}",
            "index.html, line 1: ZeroDivisionError: division by zero, in:",
        ),
        ("index.html", "{{ cards.nothing.more }}", "index.html, line 1: 'list object' has no attr"),
        ("index.html", "{{ title + 1 }}", "index.html, line 1: TypeError: "),
        ("index.html", "{{ 1.5 | day }}", "index.html, line 1: "),
        ("index.html", "{{ title | number }}", "index.html, line 1: "),
    ],
)
def test_a_template_with_a_mistake_stops_the_build_with_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], template: str, text: str, expected: str
) -> None:
    site = make_site(tmp_path, {})
    before = files(site)
    put(tmp_path, f"paper/templates/{template}", text)
    assert main(["build", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert expected in said
    assert said.startswith("argsite: ")
    assert said.count("\n") == 1
    assert files(site) == before


def test_a_template_that_is_not_utf_8_stops_the_build_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_site(tmp_path, {})
    put(tmp_path, "paper/templates/index.html", "")
    (tmp_path / "themes/paper/templates/index.html").write_bytes(b"caf\xe9")
    assert main(["build", str(tmp_path)]) == 2
    assert "index.html" in capsys.readouterr().err


def test_an_installation_without_the_built_in_theme_is_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "_PACKAGE", tmp_path / "argsite" / "argsite")
    with pytest.raises(SetupError, match="install argsite again"):
        find("paper", tmp_path)
