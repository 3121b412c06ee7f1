"""Footnotes as notes that follow the block which refers to them, each where it is first named.

In HTML a note stands right after its paragraph, list or table, so that it is read there, on a phone
and by a screen reader; a wide page sets it into the margin beside the block.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from argsite.markdown.parser import render

_REFERENCE = "footnote_ref"


def remark(html: str) -> Token:
    """Return a reference to a note that is not the text's own but a finished piece of HTML."""
    return Token(_REFERENCE, "", 0, meta={"remark": html})


def split(tokens: Sequence[Token]) -> tuple[list[Token], dict[int, list[Token]]]:
    """Return the tokens of a text's body and those of each footnote, by its id in the parser."""
    body: list[Token] = []
    notes: dict[int, list[Token]] = {}
    into = body
    for token in tokens:
        if token.type == "footnote_open":
            into = notes.setdefault(int(token.meta["id"]), [])
        elif not token.type.startswith("footnote_"):
            into.append(token)
    return body, notes


@dataclass(slots=True)
class Setting:
    """Sets a text with its notes; it numbers them in the order in which they are named."""

    notes: dict[int, list[Token]]
    """The tokens of each footnote, by its id in the parser."""

    prefix: str
    """Goes into the ids of notes, of which a page may hold several sets."""

    numbers: dict[int, int] = field(default_factory=dict)
    """The number of each footnote that was named so far."""

    named: dict[int, int] = field(default_factory=dict)
    """How often each number was named so far."""

    def html(self, body: Sequence[Token]) -> str:
        """Return a body as HTML, each block followed by the notes that it names first."""
        return "".join(self._block(block) for block in _blocks(body))

    def _block(self, tokens: list[Token]) -> str:
        fresh = self._number(tokens)
        html = render(tokens)
        if not fresh:
            return html
        asides = "".join(self._asides(fresh))
        return f'<div class="noted">\n{html}<div class="sidenotes">\n{asides}</div>\n</div>\n'

    def _asides(self, waiting: list[tuple[int, Token]]) -> Iterator[str]:
        """Yield notes; those that they name themselves follow."""
        while waiting:
            number, reference = waiting.pop(0)
            html = reference.meta.get("remark")
            if html is None:
                tokens = self.notes.get(int(reference.meta["id"]), [])
                waiting += self._number(tokens)
                html = render(tokens)
            name = f"{self.prefix}{number}"
            back = f'<a class="number" role="doc-backlink" href="#fnref{name}">{number}</a>'
            yield (
                f'<div class="sidenote" role="doc-footnote" id="fn{name}">{back}\n'
                f"{html.strip()}\n</div>\n"
            )

    def _number(self, tokens: Sequence[Token]) -> list[tuple[int, Token]]:
        """Write the references of a block; return those to notes not named before."""
        fresh: list[tuple[int, Token]] = []
        for token in tokens:
            children = token.children or []
            for place, child in enumerate(children):
                if child.type == _REFERENCE:
                    children[place] = self._reference(child, fresh)
        return fresh

    def _reference(self, token: Token, fresh: list[tuple[int, Token]]) -> Token:
        own = token.meta.get("id")
        number = self.numbers.get(own) if own is not None else None
        if number is None:
            number = len(self.named) + 1
            fresh.append((number, token))
            if own is not None:
                self.numbers[own] = number
        again = self.named.get(number, 0)
        self.named[number] = again + 1
        name = f"{self.prefix}{number}"
        place = f"{name}:{again}" if again else name
        link = f'<a role="doc-noteref" href="#fn{name}" id="fnref{place}">{number}</a>'
        return Token("html_inline", "", 0, content=f'<sup class="noteref">{link}</sup>')


def _blocks(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the outermost blocks of a body."""
    block: list[Token] = []
    depth = 0
    for token in tokens:
        block.append(token)
        depth += token.nesting
        if not depth:
            yield block
            block = []
