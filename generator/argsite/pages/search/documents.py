"""What can be found: statements, passages of prose, sources, plain pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from argsite import addresses, markdown
from argsite.model import Essay, Listing, PlainPage, Role, Source, Statement
from argsite.pages.anchors import point_anchor
from argsite.pages.edition import Edition
from argsite.pages.works import Use, Work

PROSE, SOURCE, PAGE = "prose", "source", "page"

KINDS = (*(str(role) for role in Role), PROSE, SOURCE, PAGE)
"""The kinds of documents: what a statement does where it is written, and three that are none."""


class Document(NamedTuple):
    """One thing that can be found."""

    key: str
    """Its name in the whole site; it stays as long as the thing does."""

    kind: str
    """One of `KINDS`."""

    path: str
    """Where it is read: a path, perhaps with a fragment."""

    title: str
    """What a result shows first, plain text."""

    essay: str = ""
    """The folder of its essay; empty for a plain page."""

    status: str = ""
    """How a statement fares; empty for everything else."""

    point: int = 0
    """The numbered point it belongs to; 0 for none."""

    by: str = ""
    """Who holds or wrote it, where that is said of it."""

    body: tuple[str, ...] = ()
    """What else it says, in passages of plain text."""


Cited = tuple[Work, Sequence[Use]]
"""A work with the places where one essay cites it."""


def documents(edition: Edition) -> Iterator[Document]:
    """Yield all that can be found on a site."""
    cited = cited_by_essay(edition)
    for essay in edition.library.essays:
        yield from documents_of(edition, essay, cited.get(essay.slug, ()))
    yield from map(document_of_page, edition.library.pages)


def documents_of(edition: Edition, essay: Essay, cited: Sequence[Cited]) -> Iterator[Document]:
    """Yield what can be found of an essay; `cited` are the works that it cites."""
    yield from _passages(essay)
    for statement in essay.statements:
        yield _statement(edition, statement)
    for work, uses in cited:
        yield _source(edition, essay, work, uses)


def cited_by_essay(edition: Edition) -> Mapping[str, Sequence[Cited]]:
    """Return the works that each essay cites, by its folder: each once, however often it does."""
    found: dict[str, list[Cited]] = {}
    for work in edition.works.all:
        uses: dict[str, list[Use]] = {}
        for use in work.uses:
            uses.setdefault(use.key.partition("/")[0], []).append(use)
        for slug, own in uses.items():
            found.setdefault(slug, []).append((work, own))
    return found


def place_of_source(edition: Edition, work: Work, uses: Sequence[Use]) -> str:
    """Return where an essay's use of a work is read: in the list of sources, where there is one."""
    if Listing.SOURCES in edition.lists:
        return edition.works.path(work)
    return f"{addresses.statement(uses[0].key)}#sources"


def _statement(edition: Edition, statement: Statement) -> Document:
    note = markdown.passages(statement.note.text, code=True) if statement.note else ()
    quote = (markdown.fold(statement.quote.text),) if statement.quote else ()
    sources = tuple(_named(source) for source in statement.sources)
    tags = (" · ".join(edition.spelling[tag] for tag in edition.tags_of(statement.key)),)
    return Document(
        key=statement.key,
        kind=str(statement.role),
        path=addresses.statement(statement.key),
        title=edition.plain[statement.key],
        essay=statement.essay,
        status=str(edition.status(statement.key)),
        point=statement.point,
        by=statement.by,
        body=tuple(text for text in (*note, *quote, *sources, *tags) if text),
    )


def _passages(essay: Essay) -> Iterator[Document]:
    page = addresses.essay(essay.slug)
    opening = markdown.passages(essay.prose.text, code=True) if essay.prose else ()
    yield Document(
        key=f"{page}#opening",
        kind=PROSE,
        path=page,
        title=essay.title,
        essay=essay.slug,
        by=", ".join(essay.authors),
        body=tuple(text for text in (essay.subtitle, essay.summary, *opening) if text),
    )
    for point in essay.points:
        place = f"{page}#{point_anchor(point.number)}"
        body = markdown.passages(point.prose.text, code=True) if point.prose else ()
        yield Document(
            key=place,
            kind=PROSE,
            path=place,
            title=point.title,
            essay=essay.slug,
            point=point.number,
            body=body,
        )


def _source(edition: Edition, essay: Essay, work: Work, uses: Sequence[Use]) -> Document:
    return Document(
        key=f"source|{essay.slug}|{work.anchor}",
        kind=SOURCE,
        path=place_of_source(edition, work, uses),
        title=work.said("title") or work.said("url"),
        essay=essay.slug,
        by=work.said("author"),
        body=_told(use.source for use in uses),
    )


def _told(sources: Iterable[Source]) -> tuple[str, ...]:
    """Return what is told of a work where it is cited, each once: its words, date, address."""
    named = [
        (markdown.fold(each.quote), each.date, each.url if each.title else "") for each in sources
    ]
    return tuple(dict.fromkeys(text for part in zip(*named, strict=True) for text in part if text))


def document_of_page(page: PlainPage) -> Document:
    """Return what can be found of a plain page."""
    path = addresses.plain(page.slug)
    return Document(path, PAGE, path, page.title, body=markdown.passages(page.body.text, code=True))


def _named(source: Source) -> str:
    work = ": ".join(part for part in (source.author, source.title) if part)
    return ", ".join(part for part in (work, source.date, source.page) if part)
