"""The lines of a part as Markdown that shows exactly what its author wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from argsite import addresses, markdown
from argsite.draft.lines import Text, closes
from argsite.hosts import has_host

_WIDTH = 96
"""Columns after which a line of plain text is broken, which changes nothing on the page."""

_ITEM = re.compile(r"\s*(?:[-*•·–—+]|\(?([0-9]{1,3})[.)]|\(?[a-z]\))\s+\S")
_AT_START = re.compile(r"^([^\S\n]*)(?:([0-9]{1,9})([.)])|([-+=#>~:|]))", re.MULTILINE)
_INLINE = re.compile(r"([\\`*_\[\]]|<(?=[A-Za-z/!?])|&(?=#?\w+;))")
_ABOVE = "Above."
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_LINKED = re.compile(r"\]\(\s*<?")
_DEFINED = re.compile(r"^[^\S\n]*(\[)[^\]\n]*\]:\s*<?", re.MULTILINE)


def of_plain(lines: Sequence[str], text: Text) -> str:
    """Return plain text as Markdown: paragraphs, with marks that mean nothing here escaped."""
    return "\n\n".join(
        escaped("\n".join(paragraph)) for paragraph in _paragraphs(lines, by_line=text.by_line)
    )


def of_markdown(lines: Sequence[str], width: int) -> str:
    """Return Markdown as it is, but for the indentation of a list's item that became a point."""
    kept = _without_indent(list(lines), width) if width else list(lines)
    while kept and not kept[0].strip():
        del kept[0]
    while kept and not kept[-1].strip():
        kept.pop()
    return "\n".join(kept)


def escaped(text: str) -> str:
    """Return a run of plain text as Markdown that shows it; nothing is escaped without need."""
    at_start = _AT_START.sub(_escape_start, text)
    if not _INLINE.search(text):
        return at_start
    if _shows(text, text):
        return text
    for better in (at_start, _AT_START.sub(_escape_start, _INLINE.sub(r"\\\1", text))):
        if _shows(better, text):
            return better
    return _PUNCTUATION.sub(r"\\\1", text)


def escaped_words(text: str) -> str:
    """Return a statement as inline Markdown that shows it."""
    return text if markdown.plain(text) == text else _INLINE.sub(r"\\\1", text)


def defused(prose: str, essay: str) -> tuple[str, tuple[str, ...]]:
    """Return the Markdown with links that lead nowhere shown as text, and their addresses."""
    dead: list[str] = []
    for _ in range(2):
        found = [each for each in markdown.links(prose) if not _leads(each, essay)]
        if not found:
            break
        dead += found
        prose = _as_text(prose, frozenset(found))
    if any(not _leads(each, essay) for each in markdown.links(prose)):
        prose = re.sub(r"(?<!\\)([\[<])", r"\\\1", prose)
    return prose, tuple(dict.fromkeys(dead))


def _as_text(prose: str, dead: frozenset[str]) -> str:
    """Return the Markdown with links and definitions of these addresses shown as text."""
    lengths = {len(each) for each in dead}

    def names(start: int, ends: tuple[str, ...]) -> bool:
        found = (start + length for length in lengths if prose[start : start + length] in dead)
        follows = (prose[end : end + 1] for end in found)
        return any(each.isspace() or each in ends for each in follows)

    links = (each.start() for each in _LINKED.finditer(prose) if names(each.end(), (">", ")")))
    definitions = (
        each.start(1) for each in _DEFINED.finditer(prose) if names(each.end(), (">", ""))
    )
    places = [0, *sorted({*links, *definitions}), len(prose)]
    return "\\".join(prose[start:end] for start, end in pairwise(places))


def _leads(address: str, essay: str) -> bool:
    """Say whether a link leads out of the site: nothing inside is known to be there."""
    if not address or not addresses.destination(address, essay).is_outside:
        return False
    return not re.match("https?:", address, re.IGNORECASE) or has_host(address)


def _shows(written: str, text: str) -> bool:
    """Say whether Markdown shows a text, also below a paragraph, where it may mean more."""
    shown = markdown.passages(f"{_ABOVE}\n\n{written}", code=True)
    return shown == (_ABOVE, markdown.fold(text))


def _escape_start(found: re.Match[str]) -> str:
    blank, number, delimiter, mark = found.groups()
    return f"{blank}{number}\\{delimiter}" if number else f"{blank}\\{mark}"


def _paragraphs(lines: Sequence[str], *, by_line: bool) -> Iterator[list[str]]:
    paragraph: list[str] = []
    before = ""
    for line in lines:
        is_indented = _indent(line) > 1 and _indent(before) < _indent(line)
        begins = by_line or _begins_item(line, before) or (is_indented and closes(before))
        if paragraph and (not line.strip() or begins):
            yield paragraph
            paragraph = []
        if line.strip():
            paragraph += _broken(line.strip())
        before = line
    if paragraph:
        yield paragraph


def _begins_item(line: str, before: str) -> bool:
    """Say whether an item of a list begins; a number in the midst of a sentence begins none."""
    item = _ITEM.match(line)
    if not item:
        return False
    return item[1] in (None, "1") or closes(before) or bool(_ITEM.match(before))


def _indent(line: str) -> int:
    wide = line.expandtabs(4)
    return len(wide) - len(wide.lstrip())


def _broken(line: str) -> list[str]:
    """Break a long line at spaces."""
    rows = [""]
    for word in re.split(r"(?<=\S) (?=\S)", line):
        longer = f"{rows[-1]} {word}" if rows[-1] else word
        if rows[-1] and len(longer) > _WIDTH:
            rows.append(word)
        else:
            rows[-1] = longer
    return rows


def _without_indent(lines: list[str], width: int) -> list[str]:
    """Return the item's paragraphs without it; where one is not indented the item has ended."""
    begun = [
        index
        for index in range(1, len(lines))
        if lines[index].strip() and not lines[index - 1].strip()
    ]
    end = next((index for index in begun if _indent(lines[index]) < width), len(lines))
    if not begun or end == begun[0]:
        return lines
    gone = " " * width
    return [lines[0], *(line.removeprefix(gone) for line in lines[1:end]), *lines[end:]]
