"""The desk at which a page is written: it makes every address relative to that page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import unquote

from argsite import addresses, markdown
from argsite.analysis import Mention, Reason
from argsite.model import Essay
from argsite.pages.edition import Edition
from argsite.pages.links import EssayLinks, StatementLink

_LONGEST_NAME = 72


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


def shortened(text: str) -> str:
    """Return a statement's text as its name within a sentence: no full stop, not too long."""
    name = text.removesuffix(".")
    if len(name) <= _LONGEST_NAME:
        return name
    cut = name.rfind(" ", 0, _LONGEST_NAME)
    return f"{name[: cut if cut > 0 else _LONGEST_NAME].rstrip(',;:')} …"
