"""What must hold, whatever a file holds: one function for each thing that reads what others wrote.

Each takes the bytes of one file and a folder that is empty, and fails with an AssertionError.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from xml.etree import ElementTree as ET

from argsite import markdown
from argsite.build import Reading, build, read
from argsite.cache import Cache
from argsite.cli import main
from argsite.formats.characters import decode, examine
from argsite.load import Memory
from argsite.problems import Problem, is_error, render
from argsite.source import Manuscript
from tests import dom
from tests.markdown.test_rendering import harmless

ESSAY = "title: The park\ncontention:\n  id: keep-open\n  text: It stays open.\n"

Files = Mapping[str, bytes]


def write(root: Path, files: Files) -> None:
    """Write the files of a site."""
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


YAML = ("content/e/essay.yaml", "content/e/1-light.yaml", "content/site.yaml")
"""What a file of YAML may be: an essay, a point, or what holds for the site."""

ANY = (*YAML, "content/about.md", "argsite.lock")
"""What any file may be."""


def sites(data: bytes, places: Sequence[str]) -> Iterable[Files]:
    """Yield a site for each place, in which the file stands there."""
    sound = {"content/e/essay.yaml": ESSAY.encode(), "content/f/essay.yaml": ESSAY.encode()}
    for place in places:
        yield sound | {place: data}


# Reading


def reading(data: bytes, root: Path) -> None:
    """Hold that any file is read or refused with places, and the same when it is read again."""
    for number, files in enumerate(sites(data, ANY)):
        site = root / str(number)
        write(site, files)
        told(site, _read(site))


def _read(site: Path) -> Reading:
    once = read(site)
    assert once.outcome == read(site).outcome
    store = Memory(Cache(site / "kept"))
    again = [read(site, store), read(site, Memory(Cache(site / "kept")))]
    assert all(each.outcome == once.outcome for each in again)
    assert all(each.library == once.library for each in again)
    assert once.library is not None or once.outcome.failed
    return once


def told(site: Path, found: Reading) -> None:
    """Hold that each problem names a place that is there, and says what is wrong in a line."""
    known = found.outcome.manuscripts
    for problem in found.outcome.problems:
        _place(site, problem, known)
        assert problem.message.strip()
        assert len(problem.message) < 3_000
        assert len(problem.hint) < 3_000
        shown = render(problem, known)
        assert shown.count("\n") <= 2, shown  # the author's line, and what is below it
        shown.encode("utf-8", "replace")


def _place(site: Path, problem: Problem, known: Mapping[str, Manuscript]) -> None:
    at = problem.at
    if at.path not in known:
        assert (site / at.path).exists() or at.line == 1
        assert (at.line, at.column) == (1, 1)
        return
    lines = known[at.path].text.split("\n")
    assert 1 <= at.line <= len(lines), problem
    assert 1 <= at.column <= len(lines[at.line - 1]) + 1, problem
    assert at.width >= 1


# Building


BUILT = ("content/e/essay.yaml", "content/site.yaml", "content/about.md")


def building(data: bytes, root: Path) -> None:
    """Hold that what is read is built into pages without a mistake, and what is not leaves none."""
    for number, files in enumerate(sites(data, BUILT)):
        site = root / str(number)
        write(site, files)
        out = site / "site"
        outcome = build(site, out, workers=1)
        assert outcome.failed == any(map(is_error, outcome.problems))
        if outcome.failed:
            assert outcome.written is None
            assert not out.exists()
        else:
            _check_files(out)


def _check_files(out: Path) -> None:
    pages = list(out.rglob("*.html"))
    assert pages
    for page in pages:
        dom.parse(page.read_bytes())
    for data in out.rglob("*.json"):
        json.loads(data.read_bytes())
    for tree in (*out.rglob("*.svg"), *out.rglob("*.xml")):
        ET.fromstring(tree.read_bytes())  # noqa: S314 - we wrote it


# Markdown


def marked(data: bytes, _root: Path) -> None:
    """Hold that a text becomes sound HTML with no more than Markdown's own elements in it."""
    text = _text(data)
    if text is None:
        return

    def resolve(address: str) -> str | None:
        return address if markdown.allowed(address) else None

    for html in (
        markdown.block(text, resolve),
        markdown.block(text, resolve, prefix="a", anchors=True),
        f"<p>{markdown.inline(text, resolve)}</p>",
        f"<p>{markdown.words(text)}</p>",
    ):
        harmless(dom.fragment(html))
    dom.fragment(markdown.block(text, resolve, quotes={"q": text[:40], "r": text[-9:]}))
    assert markdown.block(text, resolve) == markdown.block(text, resolve)
    markdown.multiplies(text)
    markdown.plain(text)
    markdown.title(text)
    list(markdown.paragraphs(text))
    list(markdown.runs(text))
    assert all(each.anchor for each in markdown.headings(text))
    assert all(markdown.passages(text))
    assert all(isinstance(each, str) for each in markdown.links(text))


def _text(data: bytes) -> str | None:
    problems: list[Problem] = []
    manuscript = decode("a.md", data)
    return manuscript.text if examine(manuscript, problems.append) else None


# Commands


def imported(data: bytes, root: Path) -> None:
    """Hold that any text becomes an essay that builds, or is refused and nothing is written."""
    for name in ("text.txt", "text.md"):
        site = root / name.replace(".", "-")
        write(site, {name: data})
        code = run("import", str(site / name), "--into", str(site))
        if code:
            assert not (site / "content").exists()
            continue
        found = read(site)
        assert not found.outcome.failed, [
            render(each, found.outcome.manuscripts) for each in found.outcome.problems
        ]
        told(site, found)


def formatted(data: bytes, root: Path) -> None:
    """Hold that `fmt` changes no word of what a site says, and nothing when it runs again."""
    for number, files in enumerate(sites(data, YAML)):
        site = root / str(number)
        write(site, files)
        before = read(site)
        code = run("fmt", str(site))
        assert before.outcome.failed or not code
        assert _said(read(site)) == _said(before)
        assert run("fmt", "--check", str(site)) == code


def _said(found: Reading) -> object:
    """Return what the site says, without places."""
    from argsite.editing.sameness import _placeless

    if found.library is None:
        return [each.message for each in found.outcome.problems if is_error(each)]
    return [_placeless(each) for each in (found.library.site, *found.library.essays)]


def renamed(data: bytes, root: Path) -> None:
    """Hold that a statement is renamed and back, or that all stays as it was."""
    from argsite.editing.sameness import is_renamed

    for number, files in enumerate(sites(data, YAML)):
        site = root / str(number)
        write(site, files)
        before = read(site).library
        if before is None or read(site).outcome.failed:
            assert run("rename", "keep-open", "other", str(site)) in {1, 2}
            assert all((site / name).read_bytes() == held for name, held in files.items())
            continue
        for key in list(before.graph.statements)[:4]:
            held = {name: (site / name).read_bytes() for name in files}
            code = run("rename", key, "new-name", str(site))
            if code:
                assert all((site / name).read_bytes() == each for name, each in held.items())
                continue
            after = read(site)
            assert not after.outcome.failed
            assert after.library is not None
            assert is_renamed(before, after.library, key, "new-name")
            write(site, held)


def run(*arguments: str) -> int:
    """Run a command; a bug of the program fails, with where it was."""
    words = io.StringIO()
    with redirect_stdout(words), redirect_stderr(words):
        code = main([*arguments, "--debug"])
    assert code in {0, 1, 2}, words.getvalue()
    assert "Traceback" not in words.getvalue() or code == _SETUP, words.getvalue()
    return code


_SETUP = 2


TARGETS: Mapping[str, Callable[[bytes, Path], None]] = {
    "reading": reading,
    "building": building,
    "markdown": marked,
    "import": imported,
    "fmt": formatted,
    "rename": renamed,
}
"""Every target, by the name of its folder in the corpus."""
