"""Eleventy, MkDocs, Pelican and Argdown, each with a small page for each statement."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from tests.benchmarks.builders import Builder, Edit
from tests.benchmarks.small_pages import LAYOUT, SmallPage


def eleventy(pages: list[SmallPage], folder: Path) -> Builder | None:
    """Return Eleventy; None where it is not installed."""
    program = shutil.which("eleventy")
    if not program:
        return None
    for page in pages:
        head = {"title": page.title, "links": page.links, "layout": "page.njk"}
        _write(folder, page, f"---json\n{json.dumps(head)}\n---\n\n{page.text}\n")
    links = "{% for link in links %}<li><a href={{ link[0] }}>{{ link[1] }}</a></li>\n{% endfor %}"
    layout = folder / "content" / "_includes" / "page.njk"
    layout.parent.mkdir(exist_ok=True)
    layout.write_text(
        LAYOUT.format(title="{{ title }}", text="{{ content | safe }}", links=links),
        encoding="utf-8",
    )
    command = (program, "--quiet", "--input=content", "--output=public")
    edit = _edit(folder, pages, json.dumps)
    return Builder(
        "Eleventy, a small page each",
        command,
        folder,
        folder / "public",
        edit,
        Edit(layout, "<h1>"),
    )


def mkdocs(pages: list[SmallPage], folder: Path) -> Builder | None:
    """Return MkDocs; None where it is not installed."""
    program = shutil.which("mkdocs")
    if not program:
        return None
    for page in pages:
        _write(folder, page, f"---\ntitle: {page.title}\n---\n\n{_body(page)}")
    settings = "site_name: Essays\ndocs_dir: content\nsite_dir: public\nuse_directory_urls: false\n"
    settings += "theme:\n  name: null\n  custom_dir: layouts\nplugins: []\n"
    layout = _layout(folder, "main.html", "{{ page.title }}", "{{ page.content }}")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    command = (program, "build", "--quiet")
    edit = _edit(folder, pages, lambda title: f"title: {title}")
    return Builder(
        "MkDocs, a small page each", command, folder, folder / "public", edit, Edit(layout, "<h1>")
    )


def pelican(pages: list[SmallPage], folder: Path) -> Builder | None:
    """Return Pelican; None where it is not installed."""
    program = shutil.which("pelican")
    if not program:
        return None
    for page in pages:
        _write(folder, page, f"Title: {page.title}\n\n{_body(page)}")
    settings: Mapping[str, object] = {
        "PATH": "content",
        "OUTPUT_PATH": "public",
        "THEME": "layouts",
        "THEME_STATIC_PATHS": [],
        "ARTICLE_PATHS": ["articles"],
        "PAGE_PATHS": [""],
        "PATH_METADATA": r"(?P<where>.*)\.md",
        "PAGE_URL": "{where}.html",
        "PAGE_SAVE_AS": "{where}.html",
        "DIRECT_TEMPLATES": [],
        "FEED_ALL_ATOM": None,
        "SITEURL": "",
        "TIMEZONE": "UTC",
    }
    text = "\n".join(f"{name} = {value!r}" for name, value in settings.items())
    (folder / "settings.py").write_text(text, encoding="utf-8")
    layout = _layout(folder, "templates/page.html", "{{ page.title }}", "{{ page.content }}")
    command = (program, "--quiet", "--settings", "settings.py")
    edit = _edit(folder, pages, lambda title: f"Title: {title}")
    return Builder(
        "Pelican, a small page each", command, folder, folder / "public", edit, Edit(layout, "<h1>")
    )


def argdown(pages: list[SmallPage], folder: Path) -> Builder | None:
    """Return Argdown, which makes one page of everything; None where it is not installed."""
    program = shutil.which("argdown")
    if not program:
        return None
    known = {page.title for page in pages}
    lines = []
    for page in pages:
        lines.append(f"[{page.title}]")
        lines += [f"  + [{title}]" for _, title in page.links if title in known]
        lines.append("")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "essays.argdown").write_text("\n".join(lines), encoding="utf-8")
    command = (program, "html", "essays.argdown", "public")
    return Builder("Argdown, one page of all", command, folder, folder / "public")


OTHERS: Mapping[str, Callable[[list[SmallPage], Path], Builder | None]] = {
    "eleventy": eleventy,
    "mkdocs": mkdocs,
    "pelican": pelican,
    "argdown": argdown,
}
"""Each by the name of its program."""


def _write(folder: Path, page: SmallPage, text: str) -> None:
    file = folder / "content" / page.essay / f"{page.name}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _body(page: SmallPage) -> str:
    """Return the text and the links of a page as Markdown."""
    return f"{page.text}\n\n" + "".join(f"* [{text}]({address})\n" for address, text in page.links)


def _layout(folder: Path, name: str, title: str, text: str) -> Path:
    layout = folder / "layouts" / name
    layout.parent.mkdir(parents=True, exist_ok=True)
    layout.write_text(LAYOUT.format(title=title, text=text, links=""), encoding="utf-8")
    return layout


def _edit(folder: Path, pages: Iterable[SmallPage], written: Callable[[str], str]) -> Edit:
    """Return an edit of the title of the page in the middle."""
    every = [*pages]
    page = every[len(every) // 2]
    return Edit(folder / "content" / page.essay / f"{page.name}.md", written(page.title))
