"""What every page draws on: the library, how each statement stands, and how it is worded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from urllib.parse import unquote

from argsite import markdown
from argsite.analysis import Mention, Reach, Reason, Standing, explain, open_objections
from argsite.formats.naming import Namer
from argsite.model import Essay, Graph, Library, Status
from argsite.pages import addresses


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of a site, about to be rendered."""

    library: Library
    """What the authors wrote."""

    standing: Standing
    """How it stands."""

    plain: Mapping[str, str]
    """Key of each statement to its text without Markdown marks."""

    essays: Mapping[str, Essay]
    """The essays by their folders."""

    order: Mapping[str, int]
    """Key of each statement to its place among the statements of its essay, from 0."""

    tags: Mapping[str, str]
    """Each tag, case folded, to the name of its page."""

    unanswered: frozenset[str]
    """Keys of the arguments that attack what an essay argues and that nothing answers."""

    reach: Reach
    """What analysis remembers of the graph between one view and the next."""

    links: dict[tuple[str, str], StatementLink] = field(default_factory=dict)
    """What was linked before: folder of the page and key of the statement to the link."""

    @classmethod
    def of(cls, library: Library, standing: Standing) -> Edition:
        """Prepare what pages share."""
        statements = library.graph.statements.values()
        return cls(
            library,
            standing,
            plain={each.key: markdown.plain(each.text.text) for each in statements},
            essays={essay.slug: essay for essay in library.essays},
            order={
                each.key: place
                for essay in library.essays
                for place, each in enumerate(essay.statements)
            },
            tags=_tag_names(tag for each in statements for tag in each.tags),
            unanswered=frozenset(
                each.key
                for essay in library.essays
                for each in open_objections(library.graph, standing, essay)
            ),
            reach=Reach(library.graph),
        )

    @property
    def graph(self) -> Graph:
        """The site's statements and arguments."""
        return self.library.graph

    def status(self, key: str) -> Status:
        """Return how a statement fares."""
        return self.standing.statuses[key]

    def reason(self, key: str) -> Reason:
        """Return why a statement has its status."""
        return explain(self.graph, self.standing, key)


@dataclass(frozen=True, slots=True)
class StatementLink:
    """A statement as it is named on a page."""

    key: str
    """Its key."""

    href: str
    """Its page's address from this page."""

    html: str
    """Its text as HTML without links, since it stands inside one."""

    status: Status
    """How it fares."""

    by: str
    """Who holds it, where it is not the essay's author."""

    implicit: bool
    """True where the essay leaves it unsaid."""


@dataclass(frozen=True, slots=True)
class TextLink:
    """A link whose words are HTML."""

    href: str
    """Its address from this page."""

    html: str
    """Its words."""


@dataclass(frozen=True, slots=True)
class EssayLinks:
    """The essay that a page belongs to, as the page links to it."""

    title: str
    """Its title."""

    href: str
    """Its page."""

    map: str
    """Its map."""

    outline: str
    """Its outline."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a page is written: it makes every address relative to that page."""

    edition: Edition
    """What the page draws on."""

    path: str
    """The page's path from the site's root."""

    def to(self, target: str) -> str:
        """Return the address of a path (perhaps with a fragment) from this page."""
        return addresses.between(self.path, target)

    def permalink(self) -> str:
        """Return this page's address: in full where the site knows its own."""
        url = self.edition.library.site.url
        return f"{url}/{self.path}" if url else self.to(self.path)

    def essay_links(self, essay: Essay) -> EssayLinks:
        """Return an essay as this page links to it."""
        return EssayLinks(
            essay.title,
            self.to(addresses.essay(essay.slug)),
            self.to(addresses.essay_map(essay.slug)),
            self.to(addresses.essay_outline(essay.slug)),
        )

    def link(self, key: str) -> StatementLink:
        """Return a statement as this page links to it; so do all pages of the same folder."""
        known = self.edition.links
        place = (self.path.rpartition("/")[0], key)
        if place not in known:
            known[place] = self._link(key)
        return known[place]

    def _link(self, key: str) -> StatementLink:
        each = self.edition.graph.statements[key]
        return StatementLink(
            key=key,
            href=self.to(addresses.statement(key)),
            html=markdown.words(each.text.text),
            status=self.edition.status(key),
            by=each.by,
            implicit=each.implicit,
        )

    def resolve(self, address: str, folder: str) -> str | None:
        """Return an address in a text of `folder` (an essay's, or none) as this page writes it.

        `#id` and `essay#id` name statements, a relative address another page. None where it names
        nothing; the check has told the author.
        """
        if not markdown.allowed(address) or address.startswith("/"):
            return None
        if ":" in address.split("/", maxsplit=1)[0].split("#", maxsplit=1)[0]:
            return address
        path, hash_mark, fragment = address.partition("#")
        # As the check reads it: unquoted, and without a query, which a site of files cannot answer.
        path, name = unquote(path.partition("?")[0]), unquote(fragment)
        if hash_mark and "/" not in path and not path.endswith(".html"):
            key = f"{path or folder}/{name}"
            known = key in self.edition.graph.statements
            return self.to(addresses.statement(key)) if known else None
        joined = addresses.joined(folder, path)
        return self.to(joined + hash_mark + name) if joined else None

    def inline(self, text: str, folder: str) -> str:
        """Return a run of Markdown words as HTML."""
        return markdown.inline(text, lambda address: self.resolve(address, folder))

    def block(
        self,
        text: str,
        folder: str,
        *,
        under: int = 1,
        prefix: str = "",
        quotes: Mapping[str, str] | None = None,
    ) -> str:
        """Return Markdown blocks as HTML; see `markdown.block`."""

        def resolve(address: str) -> str | None:
            return self.resolve(address, folder)

        return markdown.block(text, resolve, under=under, prefix=prefix, quotes=quotes)

    def sentence(self, reason: Reason) -> str:
        """Return a reason as HTML, its statements linked."""
        sentence = "".join(self._part(part) for part in reason)
        # After a shortened name the dots end the sentence, too.
        return sentence.replace("…</a>.", "…</a>")

    def _part(self, part: str | Mention) -> str:
        if isinstance(part, str):
            return escape(part, quote=False)
        href = self.to(addresses.statement(part.key))
        name = shortened(self.edition.plain[part.key])
        return f'<a class="mention" href="{escape(href)}">{escape(name, quote=False)}</a>'


def _tag_names(tags: Iterable[str]) -> dict[str, str]:
    """Give each tag, whatever its capitals, the name of a page."""
    namer = Namer()
    return {tag: namer.name(tag) for tag in sorted({each.casefold() for each in tags})}


_LONGEST_NAME = 72


def shortened(text: str) -> str:
    """Return a statement's text as its name within a sentence: no full stop, not too long."""
    name = text.removesuffix(".")
    if len(name) <= _LONGEST_NAME:
        return name
    cut = name.rfind(" ", 0, _LONGEST_NAME)
    return f"{name[: cut if cut > 0 else _LONGEST_NAME].rstrip(',;:')} …"
