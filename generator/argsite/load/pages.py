"""Plain pages: the Markdown files in `content/` and in its folders that hold no essay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from argsite.formats import ids
from argsite.load.files import NOTHING, Found, find, read, with_endings
from argsite.load.memory import Memory
from argsite.model import PlainPage
from argsite.problems import Code, Problem, Report
from argsite.source import Location, Manuscript, Passage

LONGEST = 100_000
"""Characters a page may have."""

DEEPEST = 8
"""How many folders may hold one another: a link among them could lead round and round."""

_ENDING = ".md"


def find_pages(
    folder: Found, root: Path, report: Report, unsaved: Mapping[str, str] = NOTHING
) -> Iterator[tuple[str, Found]]:
    """Yield the Markdown files in a folder and in those below it, each with its page's slug."""
    folders = [(folder.name, folder)]
    for slug, each in folders:  # grows while it is walked
        if slug.count("/") >= DEEPEST:
            message, hint = "folders of pages nest too deeply", "move its pages further up"
            report(Problem(Code.TOO_DEEP, Location(each.path), message, hint))
            return
        inside = find(Path(each.where), root, report, unsaved)
        yield from top_pages(inside, f"{slug}/")
        folders += [(f"{slug}/{below.name}", below) for below in inside if below.is_folder]


def top_pages(found: list[Found], before: str = "") -> Iterator[tuple[str, Found]]:
    """Yield the Markdown files among `found`, each with its page's slug."""
    for file in with_endings(found, (_ENDING,)):
        yield before + file.name[: -len(_ENDING)], file


@dataclass(frozen=True, slots=True)
class ReadPage:
    """What a page's Markdown says."""

    title: str
    """Its first heading; empty where it has none."""

    links: tuple[str, ...]
    """The addresses that it links to."""


def read_pages(  # noqa: PLR0913, PLR0917 - where to read, how, and what to do with what is found
    found: list[tuple[str, Found]],
    report: Report,
    manuscripts: dict[str, Manuscript],
    unsaved: Mapping[str, str],
    memory: Memory,
    links: dict[str, tuple[str, ...]],
) -> tuple[PlainPage, ...] | None:
    """Return the pages by slug; None where one of them could not be read.

    The addresses in each text that links to any are added to `links`.
    """
    pages: dict[str, PlainPage] = {}
    complete = True
    for slug, file in sorted(found):
        manuscript = read(file, report, manuscripts, unsaved)
        if manuscript is None or not _check_length(manuscript, report):
            complete = False
            continue
        body = Passage(manuscript.text, Location(file.path))
        name = slug.rpartition("/")[2]
        said = memory.kept(ReadPage, manuscript, _read_page)
        if said.links:
            links[manuscript.text] = said.links
        page = PlainPage(slug, said.title or name, body)
        _check_names(slug, body.at, report)
        first = pages.setdefault(ids.fold(slug), page)
        if first is not page:
            message = f"page '{file.name}' differs from '{first.body.at.path}' in case only"
            report(Problem(Code.DUPLICATE_ID, body.at, message, "rename one of them"))
    return tuple(pages.values()) if complete else None


def _check_names(slug: str, at: Location, report: Report) -> None:
    """Report what cannot stand in an address: the page's name, and those of its folders."""
    top, *below = slug.split("/")
    if not below:
        ids.check(top, at, report, ids.PAGE_RESERVED, "page")
        return
    *folders, page = below
    for folder in folders:
        ids.check(folder, at, report, ids.DEVICES, "folder")
    ids.check(page, at, report, ids.DEVICES, "page")


def _check_length(manuscript: Manuscript, report: Report) -> bool:
    if len(manuscript.text) <= LONGEST:
        return True
    message = f"the page has {len(manuscript.text):,} characters; at most {LONGEST:,} are read"
    report(Problem(Code.TOO_LARGE, Location(manuscript.path), message))
    return False


def _read_page(manuscript: Manuscript) -> ReadPage:
    from argsite import markdown  # slow to load, and many sites have no pages

    return ReadPage(markdown.title(manuscript.text), markdown.links(manuscript.text))
