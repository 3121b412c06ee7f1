"""The desk at which a page is written: it makes every address relative to that page."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TypeVar

from argsite import addresses, markdown
from argsite.analysis import Mention, Reason
from argsite.language import Words, direction, same
from argsite.model import Essay
from argsite.pages.edition import Edition
from argsite.pages.links import EssayLinks, ListRow, StatementLink

_LONGEST_NAME = 72

_MOST_KNOWN = 20_000
"""So many links or rows of a folder are kept; its next page begins anew."""

Place = tuple[str, str]
Name = TypeVar("Name", bound=Hashable)
Value = TypeVar("Value")


@dataclass(frozen=True)
class Desk:
    """Where a page is written: it makes every address relative to that page."""

    edition: Edition
    """What the page draws on."""

    path: str
    """The page's path from the site's root."""

    def to(self, target: str) -> str:
        """Return the address of a path (perhaps with a fragment) from this page."""
        # A host shows this page in any folder, where a relative address would mean another place.
        if self.path == addresses.NOT_FOUND and (url := self.edition.library.site.url):
            return addresses.full(url, target)
        return addresses.between(self.path, target)

    def file(self, target: str) -> str:
        """Return the address of a file without which this page is not whole."""
        url = self.edition.library.site.url
        # Without the host's name, so that the page is whole on any host that shows the site.
        if self.path == addresses.NOT_FOUND and url:
            return addresses.rooted(url, target)
        return addresses.between(self.path, target)

    @cached_property
    def folder(self) -> str:
        """The folder that the page is in; empty at the top."""
        return self.path.rpartition("/")[0]

    @cached_property
    def words(self) -> Words:
        """The words of the interface in the language of the page."""
        return self.edition.words(self.path.partition("/")[0])

    @cached_property
    def language(self) -> str:
        """BCP 47 tag of the page's text; where no author wrote it, that of the words it is in."""
        folder = self.path.partition("/")[0]
        language = self.edition.language(folder)
        if folder in self.edition.essays or same(language, self.words.tag):
            return language
        pages = self.edition.library.pages
        own = {addresses.INDEX, *(addresses.plain(each.slug) for each in pages)}
        return language if self.path in own else self.words.tag

    def named(self, html: str, slug: str) -> str:
        """Return words of an essay as HTML, marked where their language is not the page's."""
        language = self.edition.language(slug)
        return html if same(language, self.language) else f"<bdi{marks(language)}>{html}</bdi>"

    def why(self, key: str) -> str:
        """Return why a statement has its status, as HTML, its statements linked."""
        return self.sentence(self.edition.reason(self.words, key))

    def permalink(self) -> str:
        """Return this page's address: in full where the site knows its own."""
        url = self.edition.library.site.url
        return addresses.full(url, self.path) if url else self.to(self.path)

    def essay_links(self, essay: Essay) -> EssayLinks:
        """Return an essay as this page links to it; so do others of its folder."""
        slug = essay.slug
        return self.edition.once(
            ("essay links", self.folder, slug),
            lambda: EssayLinks(
                essay.title,
                self.to(addresses.essay(slug)),
                self.to(addresses.essay_map(slug)),
                self.to(addresses.essay_outline(slug)),
            ),
        )

    def link(self, key: str) -> StatementLink:
        """Return a statement as this page links to it; so do others of its folder and language."""
        self.edition.noted.add(key)
        return self._links.get(key) or self._linked(key)

    @cached_property
    def _links(self) -> dict[str, StatementLink]:
        return _here(self.edition.links, (self.folder, self.language))

    @cached_property
    def rows(self) -> dict[Hashable, ListRow]:
        """The rows of lists that pages of this folder and language showed before."""
        return _here(self.edition.rows, (self.folder, self.language))

    def _linked(self, key: str) -> StatementLink:
        each = self.edition.graph.statements[key]
        made = self._links[key] = StatementLink(
            key=key,
            href=self.to(addresses.statement(key)),
            html=self.named(markdown.words(each.text.text), each.essay),
            status=self.edition.status(key),
            by=each.by,
            implicit=each.implicit,
        )
        return made

    def resolve(self, address: str, folder: str) -> str | None:
        """Return an address in a text of `folder` (an essay's, or pages') as this page writes it.

        `#id` and `essay#id` name statements, a relative address another page; on a plain page
        `#heading` names one of its headings. None where it names nothing; the check has told the
        author.
        """
        if not markdown.allowed(address):
            return None
        if address.startswith("#") and folder not in self.edition.essays:
            return address
        found = addresses.destination(address, folder)
        if found.is_outside:
            return address
        if found.statement:
            known = found.statement in self.edition.graph.statements
            return self.to(addresses.statement(found.statement)) if known else None
        place = f"#{found.fragment}" if found.fragment else ""
        return self.to(found.page + place) if found.page else None

    def inline(self, text: str, folder: str) -> str:
        """Return a run of Markdown words as HTML."""
        return markdown.inline(text, lambda address: self.resolve(address, folder))

    def block(  # noqa: PLR0913 - all but the first two have a name and a default
        self,
        text: str,
        folder: str,
        *,
        under: int = 1,
        prefix: str = "",
        quotes: Mapping[str, str] | None = None,
        remark: markdown.Remark | None = None,
        anchors: bool = False,
    ) -> str:
        """Return Markdown blocks as HTML; see `markdown.block`."""

        def resolve(address: str) -> str | None:
            return self.resolve(address, folder)

        return markdown.block(
            text,
            resolve,
            under=under,
            prefix=prefix,
            quotes=quotes,
            remark=remark,
            anchors=anchors,
        )

    def sentence(self, reason: Reason) -> str:
        """Return a reason as HTML, its statements linked."""
        if not reason:
            return ""
        sentence = "".join([self._part(part) for part in reason])
        # After a shortened name the dots end the sentence, too.
        return sentence.replace("…</a>.", "…</a>")

    def _part(self, part: str | Mention) -> str:
        if isinstance(part, str):
            return escape(part, quote=False)
        self.edition.noted.add(part.key)
        return self._mentions.get(part.key) or self._mentioned(part.key)

    @cached_property
    def _mentions(self) -> dict[str, str]:
        return _here(self.edition.mentions, (self.folder, self.words.tag))

    def _mentioned(self, key: str) -> str:
        href = escape(self.to(addresses.statement(key)))
        name = escape(shortened(self.edition.plain[key]), quote=False)
        language = self.edition.language(self.edition.graph.statements[key].essay)
        marked = "" if same(language, self.words.tag) else marks(language)
        made = self._mentions[key] = f'<a class="mention" href="{href}"{marked}>{name}</a>'
        return made


def _here(known: dict[Place, dict[Name, Value]], place: Place) -> dict[Name, Value]:
    """Return what is known at a place; what is known of others, or is too much, is forgotten."""
    if place not in known or len(known[place]) > _MOST_KNOWN:
        known.clear()
        known[place] = {}
    return known[place]


def marks(language: str) -> str:
    """Return the attributes that say which language a text is in and which way it runs."""
    return f' lang="{escape(language)}" dir="{direction(language)}"'


def shortened(text: str) -> str:
    """Return a statement's text as its name within a sentence: no full stop, not too long."""
    name = text.removesuffix(".")
    if len(name) <= _LONGEST_NAME:
        return name
    cut = name.rfind(" ", 0, _LONGEST_NAME)
    return f"{name[: cut if cut > 0 else _LONGEST_NAME].rstrip(',;:')} …"
