"""Commits the faults of `tests/torture/test_peers.py` with other generators; prints what happened.

    python tests/tools/peers.py FOLDER [NAME…]

FOLDER holds programs of peers: `venv/bin/mkdocs`, `node/node_modules/.bin/eleventy` and so on;
those that are missing are left out. All is done below FOLDER/sites.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

FEW, MANY = 12, 300
"""Pages of a small site, and of one that is killed while it is built."""

MOMENTS = (0.3, 0.5, 0.7, 0.9)
"""When it is killed: shares of the time that a build takes."""

TITLE, SECRET = "Old name of the site", "SECRET of another folder"
SCRIPT = "<script>alert('from a text')</script>"

Files = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator: how a small site is written for it, and how that is built."""

    name: str
    """What it is called."""

    program: str
    """Its program, below the folder of programs."""

    build: tuple[str, ...]
    """What is said to it to build the site in the working folder."""

    site: Callable[[Files], Files]
    """The files of a site, with the texts of its pages by name; `index` is the first."""

    page: str
    """Where the text of a page is, `{}` being its name."""

    out: str
    """Where the site is built."""

    template: str
    """The file that is a template of all pages."""

    fault: str = "{{ broken( }}{% if %}"
    """What makes the template fail."""

    head: str = '---\ntitle: "{}"\n---\n'
    """What stands above a page's text."""

    broken: str = '---\ntitle: "Broken\nkey: [a\n---\n'
    """The same, broken."""

    up: str = ""
    """What a page says to be written two folders higher; empty where it cannot."""

    again: tuple[str, ...] = ()
    """What builds only what has changed, where that is another command."""

    watch: tuple[str, ...] = ()
    """What watches a site and builds only what has changed, where it does so in no other way."""

    version: tuple[str, ...] = ("--version",)
    """What it is asked for its version."""

    rest: Mapping[str, str] = field(default_factory=dict)
    """Further variables of its surroundings."""


def page(peer: Peer, name: str, words: str = "") -> str:
    """Return the text of a page."""
    return f"{peer.head.format(f'The page {name}')}\n# The page {name}\n\nSome text. {words}\n"


def texts(peer: Peer, number: int) -> dict[str, str]:
    """Return the texts of so many pages, by name."""
    return {name: page(peer, name) for name in ("index", *(f"page-{n}" for n in range(1, number)))}


def named(pattern: str, pages: Files) -> dict[str, str]:
    """Return pages by the paths of their files."""
    return {pattern.format(name): text for name, text in pages.items()}


MKDOCS_TEMPLATE = "<title>{{ config.site_name }}</title>{{ page.content }}"


def mkdocs(pages: Files) -> Files:
    """Write a site with a theme of its own."""
    config = f"site_name: {TITLE}\ntheme: {{name: null, custom_dir: theme}}\nplugins: []\n"
    return {"mkdocs.yml": config, "theme/main.html": MKDOCS_TEMPLATE, "docs/x.txt": "x"} | named(
        "docs/{}.md", pages
    )


def zensical(pages: Files) -> Files:
    """Write a site that overrides a template."""
    config = f'[project]\nsite_name = "{TITLE}"\n[project.theme]\ncustom_dir = "theme"\n'
    override = '{% extends "base.html" %}{% block footer %}<!-- <title> -->{% endblock %}'
    return {"zensical.toml": config, "theme/main.html": override, "docs/x.txt": "x"} | named(
        "docs/{}.md", pages
    )


def sphinx(pages: Files) -> Files:
    """Write a site in MyST."""
    config = (
        f'project = "{TITLE}"\nextensions = ["myst_parser"]\ntemplates_path = ["_templates"]\n'
        'exclude_patterns = ["_build"]\nhtml_extra_path = ["extra"]\n'
    )
    tree = "\n".join(name for name in pages if name != "index")
    index = f"{pages['index']}\n```{{toctree}}\n{tree}\n```\n"
    layout = '{% extends "!layout.html" %}{% block footer %}<!-- <title> -->{% endblock %}'
    made = named("{}.md", {**pages, "index": index})
    return {"conf.py": config, "_templates/layout.html": layout, "extra/x.txt": "x"} | made


def pelican(pages: Files) -> Files:
    """Write a site of pages with a theme of its own."""
    config = (
        f'SITENAME = "{TITLE}"\nPATH = "content"\nPAGE_PATHS = ["pages"]\nTHEME = "theme"\n'
        'STATIC_PATHS = ["extra"]\nSITEURL = ""\nFEED_ALL_ATOM = CATEGORY_FEED_ATOM = None\n'
    )
    body = "<title>{{ SITENAME }}</title>{{ page.content }}"
    kinds = ("index", "archives", "article", "authors", "categories", "tags", "period_archives")
    plain = {f"theme/templates/{name}.html": "<title>{{ SITENAME }}</title>" for name in kinds}
    theme = {"theme/templates/page.html": body, "theme/static/x.css": ""} | plain
    return (
        {"conf.py": config, "content/extra/x.txt": "x"}
        | theme
        | named("content/pages/{}.md", pages)
    )


def nikola(pages: Files) -> Files:
    """Write a site of pages."""
    config = (
        f'BLOG_TITLE = "{TITLE}"\nBLOG_AUTHOR = "A"\nSITE_URL = "https://example.org/"\n'
        'BLOG_EMAIL = "a@example.org"\nBLOG_DESCRIPTION = ""\nDEFAULT_LANG = "en"\n'
        'COMPILERS = {"markdown": (".md",)}\nPAGES = (("pages/*.md", "", "page.tmpl"),)\n'
        'POSTS = ()\nPRETTY_URLS = False\nTHEME = "bootblog4-jinja"\nINDEX_PATH = "blog"\n'
    )
    own = "<title>{{ blog_title }}</title>{{ post.text() }}"
    return {"conf.py": config, "templates/page.tmpl": own, "files/x.txt": "x"} | named(
        "pages/{}.md", pages
    )


def hugo(pages: Files) -> Files:
    """Write a site with one layout."""
    config = (
        f'title = "{TITLE}"\nbaseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "rss"]\n'
    )
    layout = "<title>{{ .Site.Title }}</title>{{ .Content }}"
    made = {name.replace("index", "_index"): text for name, text in pages.items()}
    layouts = {"layouts/all.html": layout, "static/x.txt": "x"}
    return {"hugo.toml": config} | layouts | named("content/{}.md", made)


def mdbook(pages: Files) -> Files:
    """Write a book of chapters."""
    summary = "".join(f"- [{name}]({name}.md)\n" for name in pages)
    theme = "<title>{{ book_title }}</title>{{{ content }}}"
    config = f'[book]\ntitle = "{TITLE}"\n'
    made = {
        "book.toml": config,
        "src/SUMMARY.md": f"# Summary\n\n{summary}",
        "theme/index.hbs": theme,
        "src/x.txt": "x",
    }
    return made | named("src/{}.md", pages)


def eleventy(pages: Files) -> Files:
    """Write a site with one layout."""
    layout = "<title>{{ site.title }}</title>{{ content | safe }}"
    data = {
        "src/src.json": '{"layout": "base.njk"}',
        "src/_data/site.json": f'{{"title": "{TITLE}"}}',
    }
    config = (
        "module.exports = (c) => {"
        " c.addPassthroughCopy('src/extra'); return {dir: {input: 'src'}}; };"
    )
    made = {"eleventy.config.js": config, "src/_includes/base.njk": layout, "src/extra/x.txt": "x"}
    return made | data | named("src/{}.md", pages)


def astro(pages: Files) -> Files:
    """Write a site with one layout."""
    layout = f"---\nconst title = '{TITLE}';\n---\n<html><title>{{title}}</title><slot /></html>\n"
    package = json.dumps({"name": "site", "type": "module", "dependencies": {"astro": "*"}})
    config = "export default { vite: { resolve: { preserveSymlinks: true } } };"
    made = {"package.json": package, "astro.config.mjs": config, "src/layouts/base.astro": layout}
    return made | {"public/x.txt": "x"} | named("src/pages/{}.md", pages)


def argsite(pages: Files) -> Files:
    """Write plain pages beside a small essay."""
    site = f"title: {TITLE}\n"
    essay = "title: Park\ncontention: The park should stay open.\n"
    template = "{% extends 'paper/page.html' %}{% block head %}<!-- <title> -->{% endblock %}"
    made = {"content/site.yaml": site, "content/park/essay.yaml": essay}
    theme = {"themes/paper/templates/page.html": template, "themes/paper/assets/x.txt": "x"}
    own = {name: text for name, text in pages.items() if name != "index"}
    return made | theme | named("content/{}.md", own)


PEERS = (
    Peer("Argsite", "argsite", ("build",), argsite, "content/{}.md", "site",
         "themes/paper/templates/page.html", head="", broken="", version=("--version",)),
    Peer("MkDocs", "venv/bin/mkdocs", ("build", "-q"), mkdocs, "docs/{}.md", "site",
         "theme/main.html", again=("build", "-q", "--dirty")),
    Peer("Zensical", "venv/bin/zensical", ("build",), zensical, "docs/{}.md", "site",
         "theme/main.html"),
    Peer("Sphinx", "venv/bin/sphinx-build", ("-q", "-b", "html", ".", "_build"), sphinx, "{}.md",
         "_build", "_templates/layout.html"),
    Peer("Pelican", "venv/bin/pelican", ("-s", "conf.py", "-o", "output"), pelican,
         "content/pages/{}.md", "output", "theme/templates/page.html", head="Title: {}\n\n",
         broken="Title: Broken\nDate: no date at all\n\n",
         up="Title: x\nSave_as: ../../escaped.html\n\n"),
    Peer("Nikola", "venv/bin/nikola", ("build",), nikola, "pages/{}.md", "output",
         "templates/page.tmpl", head="---\ntitle: {0}\nslug: {0}\n---\n",
         up="---\ntitle: x\nslug: ../../escaped\n---\n", version=("version",)),
    Peer("Hugo", "venv/bin/hugo", ("--quiet",), hugo, "content/{}.md", "public", "layouts/all.html",
         fault="{{ broken( }}", up="---\ntitle: x\nurl: ../../escaped.html\n---\n",
         version=("version",)),
    Peer("mdBook", "venv/bin/mdbook", ("build",), mdbook, "src/{}.md", "book", "theme/index.hbs",
         fault="{{#if}}{{broken", head="", broken=""),
    Peer("Eleventy", "node/node_modules/.bin/eleventy", ("--quiet",), eleventy, "src/{}.md",
         "_site", "src/_includes/base.njk",
         up="---\ntitle: x\npermalink: ../../escaped.html\n---\n",
         watch=("--quiet", "--watch", "--incremental")),
    Peer("Astro", "node/node_modules/.bin/astro", ("build",), astro, "src/pages/{}.md", "dist",
         "src/layouts/base.astro", fault="---\nconst x = ;\n---\n",
         head='---\ntitle: "{}"\nlayout: ../layouts/base.astro\n---\n',
         rest={"ASTRO_TELEMETRY_DISABLED": "1"}),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Site:
    """A site of one peer in a folder of its own."""

    peer: Peer
    """The generator."""

    programs: Path
    """Where its program is."""

    root: Path
    """The site's folder; the one around it is empty but for this."""

    def start(self, *said: str) -> subprocess.Popen[bytes]:
        """Start the program in the site's folder, in a group of its own."""
        own = self.programs / self.peer.program
        program = [str(own)] if own.exists() else [sys.executable, "-m", self.peer.program]
        return subprocess.Popen(
            [*program, *said],
            cwd=self.root,
            env=os.environ | self.peer.rest,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def build(self, *said: str) -> int:
        """Build; return the exit code."""
        return self.start(*(said or self.peer.build)).wait(timeout=600)

    def write(self, files: Files) -> None:
        """Write files of the site."""
        for name, text in files.items():
            place = self.root / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")

    def built(self) -> dict[str, bytes]:
        """Return the pages that are built, by path."""
        out = self.root / self.peer.out
        return {str(p.relative_to(out)): p.read_bytes() for p in out.rglob("*.html") if p.is_file()}

    def holds(self, words: str) -> list[str]:
        """Return the built files, pages or others, that hold some words."""
        out = self.root / self.peer.out
        found = (each for each in out.rglob("*") if each.is_file())
        return [str(each.relative_to(out)) for each in found if words.encode() in each.read_bytes()]


def fresh(peer: Peer, programs: Path, number: int = FEW) -> Site:
    """Write a site anew, and build it."""
    around = programs / "sites" / peer.name / "around"
    shutil.rmtree(around, ignore_errors=True)
    site = Site(peer, programs, around / "root")
    site.write(peer.site(texts(peer, number)))
    modules = programs / "node/node_modules"
    if peer.name == "Astro":
        (site.root / "node_modules").symlink_to(modules)
    if code := site.build():
        raise SystemExit(f"{peer.name} does not build: exit {code}")
    assert len(site.built()) >= number - 1, (peer.name, sorted(site.built()))
    return site


def broken_head(site: Site) -> str:
    """Break the head of a page; Argsite's pages have none, so there it is the essay's."""
    peer = site.peer
    if not peer.broken and peer.name != "Argsite":
        return "has none"
    before = site.built()
    if peer.name == "Argsite":
        site.write({"content/park/essay.yaml": 'title: "Broken\ncontention: [a\n'})
    else:
        site.write({peer.page.format("page-1"): f"{peer.broken}\nAfter it.\n"})
    code = site.build()
    return f"exit {code}, output {'as before' if site.built() == before else 'changed'}"


def broken_template(site: Site) -> str:
    """Break the template of all pages."""
    before = site.built()
    site.write({site.peer.template: site.peer.fault})
    code = site.build()
    after = site.built()
    same = sum(after.get(name) == data for name, data in before.items())
    return f"exit {code}, {same} of {len(before)} pages as before"


def deleted(site: Site) -> str:
    """Delete a page, and what lists it."""
    before = site.built()
    pages = texts(site.peer, FEW)
    gone = "page-2"
    del pages[gone]
    (site.root / site.peer.page.format(gone)).unlink()
    site.write(site.peer.site(pages))
    code = site.build()
    left = [name for name in site.built() if gone in name]
    assert any(gone in name for name in before)
    return ("stays online" if left else "gone") + (f" (exit {code})" if code else "")


def script(site: Site) -> str:
    """Put a script into a text."""
    site.write({site.peer.page.format("page-1"): page(site.peer, "page-1", f"\n\n{SCRIPT}\n")})
    site.build()
    found = [name for name, data in site.built().items() if SCRIPT.encode() in data]
    return "passes" if found else "is text"


def linked(site: Site) -> str:
    """Let a page and a file beside pages be links to what is outside."""
    outside = site.root.parent / "outside.md"
    outside.write_text(f"{site.peer.head.format('x')}\n{SECRET}\n", encoding="utf-8")
    text = site.root / site.peer.page.format("page-1")
    text.unlink()
    text.symlink_to(outside)
    code = site.build()
    said = [
        f"page {'published' if site.holds(SECRET) else 'not'}" + (f", exit {code}" if code else "")
    ]
    beside = next(
        (each for each in site.root.rglob("x.txt") if site.peer.out not in each.parts), None
    )
    if beside:
        again = fresh(site.peer, site.programs)
        outside = again.root.parent / "outside.txt"
        outside.write_text(SECRET, encoding="utf-8")
        beside.unlink()
        beside.symlink_to(outside)
        code = again.build()
        said.append(
            f"file {'published' if again.holds(SECRET) else 'not'}"
            + (f", exit {code}" if code else "")
        )
    return "; ".join(said)


def escaped(site: Site) -> str:
    """Let a page say that it is to be written two folders higher."""
    if site.peer.name == "Argsite":
        text = "title: Park\ncontention: {id: ../../escaped, text: The park.}\n"
        site.write({"content/park/essay.yaml": text})
    elif site.peer.up:
        site.write({site.peer.page.format("page-1"): f"{site.peer.up}\nText.\n"})
    else:
        return "has no such key"
    code = site.build()
    out = site.root / site.peer.out
    found = [each for each in site.root.parent.rglob("*escaped*") if not each.is_relative_to(out)]
    found = [each for each in found if each.suffix == ".html" or each.is_dir()]
    return ("written outside" if found else "stays inside") + (f", exit {code}" if code else "")


def rebuild(site: Site, changed: Files) -> None:
    """Change files of a site that is built, and build what has changed."""
    watching = site.start(*site.peer.watch) if site.peer.watch else None
    # Until it has begun to watch; and a file's time may count in seconds.
    time.sleep(12 if watching else 1.1)
    site.write(changed)
    if not watching:
        site.build(*site.peer.again)
        return
    time.sleep(12)
    os.killpg(watching.pid, signal.SIGKILL)
    watching.wait()


def stale(site: Site) -> str:
    """Change the site's name, then a page's words; build only what changed, beside a build anew."""
    peer, said = site.peer, []
    name = "New name of the site"
    changes: dict[str, Callable[[str], str]] = {
        "site's name": lambda each: each.replace(TITLE, name),
        "template": lambda each: each.replace("<title>", f"<title>{name}: "),
    }
    for what, change in changes.items():
        again = fresh(peer, site.programs)
        files = peer.site(texts(peer, FEW))
        pages = set(named(peer.page, texts(peer, FEW)))
        changed = {path: change(text) for path, text in files.items() if path not in pages}
        changed = {path: text for path, text in changed.items() if text != files[path]}
        if not changed:
            continue
        rebuild(again, changed)
        found = set(again.holds(name))
        shutil.rmtree(again.root / peer.out)
        for kept in (".cache", ".doit.db", "cache"):
            shutil.rmtree(again.root / kept, ignore_errors=True)
            (again.root / kept).unlink(missing_ok=True)
        again.build()
        due = set(again.holds(name))
        said.append(f"{what}: {len(due - found)} of {len(due)} stale")
    return "; ".join(said)


def killed(site: Site) -> str:
    """Kill a build of all pages anew, and count which are whole."""
    peer, said = site.peer, []
    big = fresh(peer, site.programs, MANY)
    old = big.built()
    changed = {
        path: text.replace(TITLE, "New name")
        for path, text in peer.site(texts(peer, MANY)).items()
        if TITLE in text
    }
    saved = big.root.parent / "saved"
    shutil.copytree(big.root, saved, symlinks=True)
    big.write(changed)
    start = time.monotonic()
    big.build()
    lasts = time.monotonic() - start
    new = big.built()
    for moment in MOMENTS:
        shutil.rmtree(big.root)
        shutil.copytree(saved, big.root, symlinks=True)
        big.write(changed)
        process = big.start(*peer.build)
        time.sleep(lasts * moment)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        now = big.built()
        whole = sum(now.get(name) in (old.get(name), data) for name, data in new.items())
        said.append(round(100 * whole / len(new)))
    return f"{min(said)}-{max(said)} %" if min(said) < max(said) else f"{said[0]} %"


ROWS: dict[str, Callable[[Site], str]] = {
    "broken YAML": broken_head,
    "template fails": broken_template,
    "page deleted": deleted,
    "`<script>` in a text": script,
    "link out of the project": linked,
    "path `../../`": escaped,
    "stale after a change": stale,
    "whole pages after kill -9": killed,
}
"""Faults, and what commits each with a fresh site."""


def version(site: Site) -> str:
    """Return the number of the program's version."""
    own = site.programs / site.peer.program
    program = [str(own)] if own.exists() else [sys.executable, "-m", site.peer.program]
    said = subprocess.run(
        [*program, *site.peer.version], capture_output=True, text=True, check=False,
        env=os.environ | site.peer.rest,
    )  # fmt: skip
    found = re.findall(r"\d+\.\d+\.\d+", said.stdout or said.stderr)
    return found[0] if found else ""


def table(programs: Path, wanted: list[str]) -> Iterator[str]:
    """Yield the lines of a table: a row for each peer."""
    yield f"Measured {datetime.now(UTC):%Y-%m-%d}, {FEW} pages; {MANY} where a build is killed."
    yield ""
    yield f"| | {' | '.join(ROWS)} |"
    yield f"|---|{'---|' * len(ROWS)}"
    for peer in PEERS:
        is_there = (programs / peer.program).exists() or peer.name == "Argsite"
        if not is_there or (wanted and peer.name.lower() not in wanted):
            continue
        cells = []
        for row in ROWS.values():
            site = fresh(peer, programs)
            cells.append(row(site))
        yield f"| {peer.name} {version(site)} | {' | '.join(cells)} |"


if __name__ == "__main__":
    for line in table(Path(sys.argv[1]).resolve(), [each.lower() for each in sys.argv[2:]]):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
