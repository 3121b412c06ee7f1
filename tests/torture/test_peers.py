"""Where other generators fail: each of their failures, committed here, and what happens instead.

`tests/tools/peers.py` commits the same faults with them and prints what came of it.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from argsite.cli import main
from tests import dom
from tests.built import files
from tests.effort import effort
from tests.sites import write

SITE = {
    "content/site.yaml": "title: Parks\nurl: https://parks.example\n",
    "content/about.md": "# About\n\nWho we are. See [the gate](park#open).\n",
    "content/park/essay.yaml": """\
title: The park
date: 2026-03-02
prose: The park should [stay open](#open).
contention:
  id: open
  text: The park should stay open.
  tags: [night]
  premises:
    - {id: lit, text: The paths are lit., aliases: [lamps], note: "See [it](#open)."}
    - {ref: square/calm}
""",
    "content/square/essay.yaml": """\
title: The square
contention: {id: calm, text: The square is calm., tags: [day]}
""",
}

links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Build a site of two essays and a page; return the folder that holds its content."""
    root = tmp_path / "work" / "site-of-parks"
    write(root, SITE)
    assert main(["build", str(root)]) == 0
    return root


def put(root: Path, name: str, text: str) -> None:
    """Write a file of the site's author."""
    place = root / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")


def replace(root: Path, name: str, old: str, new: str) -> None:
    """Change a file of the site's author."""
    text = (root / name).read_text(encoding="utf-8")
    assert old in text
    put(root, name, text.replace(old, new))


def published(root: Path) -> dict[str, bytes]:
    """Return what is online."""
    return files(root / "site")


# MkDocs builds a page whose front matter is broken, and exits with 0.


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("park/essay.yaml", "title: The park\ncontention: {id: open, text: [Broken\n"),
        ("park/essay.yaml", "title: The park\n\tcontention: Tab.\n"),
        ("park/essay.yaml", "title: The park\ntitle: Twice\ncontention: Once.\n"),
        ("park/essay.yaml", ""),
        ("site.yaml", "title: 'Parks\n"),
        ("site.yaml", "title: Parks\nthem: paper\n"),
        ("park/1-gate.yaml", "- a list\n"),
    ],
)
def test_broken_yaml_is_told_and_what_is_online_stays(
    root: Path, capsys: pytest.CaptureFixture[str], name: str, text: str
) -> None:
    before = published(root)
    put(root, f"content/{name}", text)
    assert main(["build", str(root)]) == 1
    assert f"content/{name}:" in capsys.readouterr().err
    assert published(root) == before


# MkDocs has emptied the output by the time that a template fails.


@pytest.mark.parametrize(
    "template",
    [
        "{% block x %}never closed",
        "{{ no_such_name }}",
        "{{ statement.no_such_value }}",
        "{% include 'no-such-file.html' %}",
        "{{ 1 // 0 }}",
    ],
)
def test_a_template_that_fails_leaves_the_old_site(
    root: Path, capsys: pytest.CaptureFixture[str], template: str
) -> None:
    before = published(root)
    put(root, "themes/paper/templates/statement.html", template)
    assert main(["build", str(root)]) == 2
    said = capsys.readouterr().err
    assert "statement.html" in said or "no-such-file.html" in said
    assert "Traceback" not in said
    assert published(root) == before


# A deleted page stays online with Hugo, Eleventy, mdBook, Sphinx and Nikola.


def delete_essay(root: Path) -> set[str]:
    """Delete an essay, and what refers to it."""
    shutil.rmtree(root / "content/square")
    replace(root, "content/park/essay.yaml", "    - {ref: square/calm}\n", "")
    return {"square/index.html", "square/calm.html", "square/essay.json", "tags/day.html"}


def delete_statement(root: Path) -> set[str]:
    """Delete a statement with its older id."""
    text = SITE["content/park/essay.yaml"]
    line = next(each for each in text.splitlines() if "id: lit" in each)
    replace(root, "content/park/essay.yaml", f"{line}\n", "")
    return {"park/lit.html", "park/lamps.html"}


def delete_page(root: Path) -> set[str]:
    """Delete a plain page."""
    (root / "content/about.md").unlink()
    return {"about.html"}


def delete_lists(root: Path) -> set[str]:
    """Let the site have no lists and no search."""
    put(root, "content/site.yaml", "title: Parks\nsearch: none\noptions: {lists: []}\n")
    return {"statements.html", "search.html", "data/search/about.js", "feed.xml", "sitemap.xml"}


@pytest.mark.parametrize("delete", [delete_essay, delete_statement, delete_page, delete_lists])
def test_what_is_deleted_does_not_stay_online(
    root: Path, delete: Callable[[Path], set[str]]
) -> None:
    before = published(root)
    put(root, "site/mine.html", "not of the site")
    gone = delete(root)
    assert gone <= before.keys()
    assert main(["build", str(root)]) == 0
    after = published(root)
    assert not gone & after.keys()
    assert after["mine.html"] == b"not of the site"
    # Nor does anything that is left say that it is there, or what it said.
    said = {path: data for path, data in after.items() if not path.startswith("assets/")}
    assert not [path for path, data in said.items() for name in gone if name.encode() in data]
    assert not [
        each for each in (root / "site").rglob("*") if each.is_dir() and not any(each.iterdir())
    ]


# <script> in Markdown passes in all of them but Hugo.


def test_a_script_in_a_text_is_text(root: Path) -> None:
    script = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    put(root, "content/about.md", f"# About\n\n{script}\n\n[x](javascript:alert(3))\n\n{script}\n")
    replace(root, "content/park/essay.yaml", 'note: "See [it](#open)."', f'note: "{script}"')
    replace(root, "content/park/essay.yaml", "prose: The", f"prose: {script} The")
    replace(
        root,
        "content/site.yaml",
        "title: Parks\n",
        f"title: Parks\noptions: {{footer: '{script}'}}\n",
    )
    assert main(["build", str(root)]) == 0
    for path, data in published(root).items():
        if path.endswith(".html"):
            page = dom.parse(data)
            assert b"alert(2)" in data, path
            assert not [
                each
                for each in dom.elements(page, "script")
                if "alert" in (each.text or "") and each.get("type") != "application/ld+json"
            ], path
            assert not [each for each in dom.elements(page) if "onerror" in each.attrib], path
            assert not [each for each in dom.elements(page) if "java" in each.get("href", "")], path


# Links that lead out of the project are published by all of them but Hugo.


@links
@pytest.mark.parametrize(
    "link",
    [
        "content/secret.md", "content/folder", "content/park/1-gate.yaml", "content/logo.svg",
        "themes/paper/assets/secret.txt", "themes/paper/templates/page.html", "themes/paper/styles",
        "themes", "argsite.lock",
    ],
)  # fmt: skip
def test_what_a_link_leads_to_outside_is_not_published(root: Path, link: str) -> None:
    before = published(root)
    outside = root.parents[1] / "outside"
    put(outside, "folder/secret.md", "# SECRET\n")
    put(outside, "paper/assets/secret.txt", "SECRET")
    put(outside, "secret", "<svg xmlns='http://www.w3.org/2000/svg'><title>SECRET</title></svg>")
    to = {"content/folder": "folder", "themes/paper/styles": "folder", "themes": "."}.get(link)
    (root / link).parent.mkdir(parents=True, exist_ok=True)
    (root / link).unlink(missing_ok=True)
    (root / link).symlink_to(outside / (to or "secret"), target_is_directory=bool(to))
    if link.endswith("logo.svg"):
        replace(
            root, "content/site.yaml", "title: Parks\n", "title: Parks\noptions: {logo: logo.svg}\n"
        )
    assert main(["build", str(root)]) != 0
    assert published(root) == before
    assert (outside / "secret").read_text(encoding="utf-8").endswith("</svg>")


# Eleventy and Nikola write outside the output where a path in a page says so.

UP = (
    "../../escaped", "a/../../../escaped", "..", "../../../escaped", "..\\..\\escaped",
    "..%2f..%2fescaped", "%2e%2e/escaped", "/escaped-argsite", "~/escaped", "C:\\escaped",
)  # fmt: skip
"""Ways out of a folder."""

PLACES = {
    "an id": ("content/park/essay.yaml", "{id: lit,", "{id: '%s',"),
    "an older id": ("content/park/essay.yaml", "[lamps]", "['%s']"),
    "a tag": ("content/park/essay.yaml", "[night]", "['%s']"),
    "a reference": ("content/park/essay.yaml", "ref: square/calm", "ref: '%s'"),
    "a link": ("content/about.md", "(park#open)", "(%s)"),
    "a picture": ("content/about.md", "[the gate]", "![the gate](%s) [the gate]"),
    "a language": ("content/park/essay.yaml", "title: The park\n", "title: x\nlanguage: '%s'\n"),
    "the order of essays": ("content/site.yaml", "title: Parks\n", "title: x\nessays: ['%s']\n"),
    "a theme": ("content/site.yaml", "title: Parks\n", "title: x\ntheme: '%s'\n"),
    "a logo": ("content/site.yaml", "title: Parks\n", "title: x\noptions: {logo: '%s.svg'}\n"),
    "an address": ("content/site.yaml", "https://parks.example", "https://parks.example/%s"),
    "the file of a block of code": ("content/about.md", "Who", "```py %s\nx\n```\n\nWho"),
}
"""Where an author could write a path: the file, what stands there, what is written instead."""


def around(root: Path) -> Iterator[str]:
    """Yield what is beside and above the site, but for what a build keeps for itself."""
    for each in root.parents[1].rglob("*"):
        name = each.relative_to(root).parts if each.is_relative_to(root) else (each.name,)
        if name and name[0] not in {"site", ".cache"}:
            yield str(each)


@pytest.mark.parametrize("place", PLACES)
def test_no_path_leads_a_build_out_of_its_output(root: Path, place: str) -> None:
    name, old, new = PLACES[place]
    before = published(root)
    for path in UP[: effort(3, len(UP))]:
        put(root, name, SITE[name])
        replace(root, name, old, new.replace("%s", path))
        stood = set(around(root))
        code = main(["build", str(root)])
        assert set(around(root)) == stood, path
        assert not Path("/escaped-argsite").exists()
        if code:
            assert published(root) == before, path
        before = published(root)


# What changes without its own file being written is stale with Eleventy and MkDocs.


def rename_statement(root: Path) -> None:
    """Give a statement another id; its older one leads there."""
    replace(root, "content/square/essay.yaml", "{id: calm,", "{id: still, aliases: [calm],")
    replace(root, "content/park/essay.yaml", "square/calm", "square/still")


def rename_essay(root: Path) -> None:
    """Give an essay another folder."""
    (root / "content/square").rename(root / "content/plaza")
    replace(root, "content/park/essay.yaml", "square/calm", "plaza/calm")


def say_otherwise(root: Path) -> None:
    """Change a statement that another essay uses, and with it how that fares."""
    replace(root, "content/square/essay.yaml", "tags: [day]", "accepted: false")


def retitle_site(root: Path) -> None:
    """Change what stands on every page."""
    replace(root, "content/site.yaml", "title: Parks", "title: Squares\nlanguage: de")


def change_template(root: Path) -> None:
    """Override a template that others draw on."""
    put(root, "themes/paper/templates/legend.html", "<p>A legend of our own.</p>\n")


def change_own_template(root: Path) -> None:
    """Change a template that is included by one of the site's own."""
    put(
        root,
        "themes/paper/templates/page.html",
        "{% extends 'paper/page.html' %}{% block kind %}{% include 'kind.html' %}{% endblock %}\n",
    )
    put(root, "themes/paper/templates/kind.html", "first")
    assert main(["build", str(root)]) == 0
    put(root, "themes/paper/templates/kind.html", "second")


def change_style(root: Path) -> None:
    """Add a stylesheet."""
    put(root, "themes/paper/styles/9-own.css", "h1 { color: red; }\n")


def change_logo(root: Path) -> None:
    """Change a picture that every page shows, under the same name."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg">%s</svg>'
    put(root, "content/logo.svg", svg % "")
    replace(
        root, "content/site.yaml", "title: Parks\n", "title: Parks\noptions: {logo: logo.svg}\n"
    )
    assert main(["build", str(root)]) == 0
    put(root, "content/logo.svg", svg % "<g/>")


def rename_page(root: Path) -> None:
    """Give a page another name."""
    (root / "content/about.md").rename(root / "content/us.md")


def replace_with_older_file(root: Path) -> None:
    """Put back an older file, with the time that it had."""
    place = root / "content/square/essay.yaml"
    stat = place.stat()
    replace(root, "content/square/essay.yaml", "is calm", "is loud")
    os.utime(place, ns=(stat.st_atime_ns, stat.st_mtime_ns - 10**12))


@pytest.mark.parametrize(
    "change",
    [
        rename_statement, rename_essay, say_otherwise, retitle_site, change_template,
        change_own_template, change_style, change_logo, rename_page, replace_with_older_file,
        delete_essay, delete_page,
    ],
)  # fmt: skip
def test_no_page_is_stale(root: Path, tmp_path: Path, change: Callable[[Path], object]) -> None:
    before = published(root)
    change(root)
    assert main(["build", str(root)]) == 0
    after = published(root)
    assert after != before
    fresh = tmp_path / "fresh"
    for name in ("content", "themes"):
        if (root / name).exists():
            shutil.copytree(root / name, fresh / name)
    assert main(["build", str(fresh)]) == 0
    assert after == published(fresh)
