"""Plain pages: the Markdown files in `content/`."""

from __future__ import annotations

from collections.abc import Mapping

from argsite import markdown
from argsite.formats import ids
from argsite.load.files import Found, read, with_endings
from argsite.model import PlainPage
from argsite.problems import Code, Problem, Report
from argsite.source import Location, Manuscript, Passage

LONGEST = 100_000
"""Characters a page may have."""


def read_pages(
    found: list[Found],
    report: Report,
    manuscripts: dict[str, Manuscript],
    unsaved: Mapping[str, str],
) -> tuple[PlainPage, ...] | None:
    """Return the pages by name; None where one of them could not be read."""
    pages: dict[str, PlainPage] = {}
    complete = True
    for file in with_endings(found, (".md",)):
        manuscript = read(file, report, manuscripts, unsaved)
        if manuscript is None or not _check_length(manuscript, report):
            complete = False
            continue
        page = _page(file, manuscript)
        ids.check(page.slug, page.body.at, report, ids.PAGE_RESERVED, "page")
        first = pages.setdefault(ids.fold(page.slug), page)
        if first is not page:
            message = f"page '{file.name}' differs from '{first.body.at.path}' in case only"
            report(Problem(Code.DUPLICATE_ID, page.body.at, message, "rename one of them"))
    return tuple(pages.values()) if complete else None


def _page(file: Found, manuscript: Manuscript) -> PlainPage:
    slug = file.name[: -len(".md")]
    body = Passage(manuscript.text, Location(file.path))
    return PlainPage(slug, markdown.title(manuscript.text) or slug, body)


def _check_length(manuscript: Manuscript, report: Report) -> bool:
    if len(manuscript.text) <= LONGEST:
        return True
    message = f"the page has {len(manuscript.text):,} characters; at most {LONGEST:,} are read"
    report(Problem(Code.TOO_LARGE, Location(manuscript.path), message))
    return False
