"""Where a theme's files are found, and what a site can replace."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from argsite.build import build
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


@pytest.mark.parametrize("name", ["style.css", "Script.js", "early.js", "panzoom.js"])
def test_a_theme_file_in_the_place_of_one_that_the_build_makes_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    put(tmp_path, f"paper/assets/{name}", "")
    write(tmp_path, {})
    assert main(["build", str(tmp_path)]) == 2
    place = tmp_path / "themes" / "paper" / "assets" / name
    assert capsys.readouterr().err == (
        f"argsite: {place} would take the place of a file that the build makes; rename it\n"
    )


@pytest.mark.parametrize(
    "path",
    ["night", "night/theme.yaml"]
    + [f"night/{kind}" for kind in ("templates", "styles", "scripts", "assets")]
    + ["night/templates/index.html", "night/styles/9-own.css", "night/assets/deep/secret.txt"],
)
def test_a_link_that_leads_out_of_the_site_is_refused_and_one_within_is_followed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    root, link = tmp_path / "site", tmp_path / "site" / "themes" / path
    link.parent.mkdir(parents=True)
    write(root, SITE)
    is_file = "." in link.name
    for home in (tmp_path / "elsewhere", root / "elsewhere"):
        home.mkdir()
        if is_file:
            paper = (BUILT_IN / path.removeprefix("night/")).with_name(link.name)
            (home / "file").write_bytes(paper.read_bytes() if paper.is_file() else b"")
        else:
            (home / "file").mkdir()
            (home / "file" / "9-own.css").touch()
    link.symlink_to(tmp_path / "elsewhere" / "file", target_is_directory=not is_file)
    for command in ("check", "build"):
        assert main([command, str(root)]) == 2
        said = capsys.readouterr().err
        assert said.endswith(" is a link that leads out of the site's folder\n")
        assert said.startswith(f"argsite: {link}")
    link.unlink()
    link.symlink_to(root / "elsewhere" / "file", target_is_directory=not is_file)
    if path != "night/scripts":
        assert main(["build", str(root)]) == 0


def test_a_link_of_a_theme_that_leads_nowhere_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, "paper/styles/9-own.css", "")
    (tmp_path / "themes/paper/styles/99-own.css").symlink_to("nowhere.css")
    write(tmp_path, {})
    assert main(["build", str(tmp_path)]) == 2
    assert "99-own.css cannot be read: No such file" in capsys.readouterr().err


@pytest.mark.parametrize(
    "path", ["styles/99-own.css", "scripts/main.js", "assets/a.txt", "templates/index.html"]
)
def test_a_file_of_a_theme_that_cannot_be_read_is_a_fault_of_the_setup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    put(tmp_path, f"paper/{path}", "")
    write(tmp_path, {})
    opened = io.open

    def refusing(file: object, *rest: object, **named: object) -> object:
        if str(file).endswith(path):
            raise PermissionError(13, "Permission denied", str(file))
        return opened(file, *rest, **named)  # type: ignore[call-overload] # as it was called

    monkeypatch.setattr("io.open", refusing)
    monkeypatch.setattr("builtins.open", refusing)
    assert main(["build", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert path.rpartition("/")[2] in said
    assert "Permission denied" in said
    assert said.count("\n") == 1


def test_a_folder_of_a_theme_that_cannot_be_read_is_a_fault_of_the_setup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, "paper/styles/own/99-own.css", "")
    write(tmp_path, {})
    listed = os.scandir

    def refusing(place: Path) -> object:
        if str(place).endswith("own"):
            raise PermissionError(13, "Permission denied", str(place))
        return listed(place)

    monkeypatch.setattr("os.scandir", refusing)
    assert main(["build", str(tmp_path)]) == 2
    assert "own cannot be read: Permission denied" in capsys.readouterr().err


def test_a_folder_of_themes_that_cannot_be_read_is_a_fault_of_the_setup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, "paper/styles/99-own.css", "")
    write(tmp_path, {})
    listed = Path.iterdir

    def refusing(place: Path) -> object:
        if place == tmp_path / "themes":
            raise PermissionError(13, "Permission denied", str(place))
        return listed(place)

    monkeypatch.setattr(Path, "iterdir", refusing)
    assert main(["check", str(tmp_path)]) == 2
    assert "themes cannot be read: Permission denied" in capsys.readouterr().err


def test_a_folder_of_a_theme_whose_name_is_nearly_right_is_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in ("night/template/index.html", "night/Styles/9-own.css", "paper/theme.yml"):
        put(tmp_path, path, "")
    for path in ("night/assets/a.txt", "night/README.md", "night/pictures/a.png"):
        put(tmp_path, path, "")
    write(tmp_path, SITE)
    assert main(["check", str(tmp_path)]) == 0
    said = capsys.readouterr().err.replace(tmp_path.as_posix(), "")
    assert said == (
        "/themes/night/Styles:1:1: warning: 'Styles' is not read under this name [misplaced-file]\n"
        "    hint: did you mean 'styles'?\n"
        "/themes/night/template:1:1: warning: 'template' is not read under this name"
        " [misplaced-file]\n"
        "    hint: did you mean 'templates'?\n"
        "/themes/paper/theme.yml:1:1: warning: 'theme.yml' is not read under this name"
        " [misplaced-file]\n"
        "    hint: did you mean 'theme.yaml'?\n"
        "3 warnings\n"
    )


def test_only_stylesheets_and_scripts_are_joined(tmp_path: Path) -> None:
    for path in ("styles/99-own.css~", "styles/README.md", "scripts/main.js.orig"):
        put(tmp_path, f"paper/{path}", "} no code (")
    assert b"no code" not in files(make_site(tmp_path, {}))["assets/style.css"]


@pytest.mark.parametrize("name", ["assets/large.png", "styles/large.css", "templates/large.html"])
def test_a_file_of_any_size_is_not_taken_into_memory(tmp_path: Path, name: str) -> None:
    write(tmp_path, {})
    place = tmp_path / "themes/paper" / name
    place.parent.mkdir(parents=True)
    with place.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(SetupError, match=r"large\.\w+ is too large: over 50,000,000 bytes"):
        build(tmp_path, tmp_path / "site")
