"""Texts as they are written into a file: plain, quoted, or as blocks of lines."""

from __future__ import annotations

import re

from argsite.formats.yaml.round_trip import is_plain
from argsite.formats.yaml.tree import Leaf

WIDTH = 100
"""Characters of a line; only a word or an address may be longer."""

_STEP = 2
_NARROWEST = 40
"""Characters that a line has for words, however far it is indented."""
_IN_FLOW = re.compile(r"[,\[\]{}]|^[-?:#]|[:?]$")
_NOT_PRINTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SPACE = re.compile("(?<=[^ \t]) (?=[^ \t])")


def in_line(leaf: Leaf, *, in_flow: bool = False) -> str:
    """Return a text as it is written on one line, in brackets or braces where `in_flow`."""
    is_one_line = "\n" not in leaf.text
    if not leaf.style and leaf.raw and is_one_line:
        return leaf.text  # its author wrote it without quotes
    if _shows_unseen(leaf):
        return leaf.raw
    if is_one_line and is_plain(leaf.text) and not (in_flow and _IN_FLOW.search(leaf.text)):
        return leaf.text
    return _quoted(leaf)


def lines(leaf: Leaf, before: int, indent: int) -> list[str]:
    """Return the lines of a text: the first follows on `before` characters, others have an indent.

    `indent` is that of the line on which the text begins; what comes below is indented further.
    """
    if leaf.style in {"|", ">"}:
        return _block(leaf, indent + _STEP)
    text = in_line(leaf)
    is_short = "\n" not in leaf.text and before + len(text) <= _width(indent)
    if is_short or _shows_unseen(leaf):
        return [text]
    literal = _literal(leaf.text, indent + _STEP) if "\n" in leaf.text else []
    if literal:
        return literal
    if _is_foldable(leaf.text):
        return [_header(">", leaf.text), *_folded(leaf.text, indent + _STEP)]
    if text[:1] in {'"', "'"}:
        first, *others = _fold(text, before, indent + _STEP)
        return [first, *(f"{' ' * (indent + _STEP)}{each}" for each in others)]
    return [text]


def keeps_breaks(leaf: Leaf) -> bool:
    """Say whether blank lines that follow a text would become a part of it."""
    return leaf.text.endswith("\n\n")


def _shows_unseen(leaf: Leaf) -> bool:
    """Say whether a text's author wrote letters that nobody sees, such as U+200B, as escapes."""
    if leaf.style != '"' or "\\" not in leaf.raw or "\n" in leaf.raw:
        return False
    unseen = {char for char in leaf.text if not char.isprintable()} - {"\n", "\t"}
    return bool(unseen) and unseen.isdisjoint(leaf.raw)


def _quoted(leaf: Leaf) -> str:
    """Return a text in quotes: in those of its author, where they will do."""
    text = leaf.text
    if leaf.style == "'" and "\n" not in text and not _NOT_PRINTED.search(text):
        return f"'{text.replace(chr(39), chr(39) * 2)}'"
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{_NOT_PRINTED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


def _block(leaf: Leaf, indent: int) -> list[str]:
    """Return a block as its author broke its lines, except where a folded one is too wide."""
    written = leaf.raw.split("\n")[1:]
    first = next((each for each in written if each.strip(" ")), "")
    due = next((each for each in leaf.text.split("\n") if each.strip(" ")), "")
    cut = _leading(first) - _leading(due)
    rows = [each[cut:] for each in written]
    while rows and not rows[-1]:
        rows.pop()
    rows += [""] * (_ends(leaf.text) - 1)
    body = [f"{' ' * indent}{each}" if each else "" for each in rows]
    is_wide = any(len(each) > _width(indent) and _SPACE.search(each.strip()) for each in body)
    if leaf.style == ">" and is_wide and _is_foldable(leaf.text):
        return [_header(">", leaf.text), *_folded(leaf.text, indent)]
    return [_header(leaf.style, leaf.text), *body]


def _width(indent: int) -> int:
    return max(WIDTH, indent + _NARROWEST)


def _leading(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _ends(text: str) -> int:
    """Count the line breaks at the end of a text."""
    return len(text) - len(text.rstrip("\n"))


def _header(mark: str, text: str) -> str:
    """Return the first line of a block: how far it is indented, and what ends it, where need be."""
    indented = str(_STEP) if text.lstrip("\n").startswith(" ") else ""
    ends = _ends(text)
    return f"{mark}{indented}{'-' if not ends else '' if ends == 1 else '+'}"


def _literal(text: str, indent: int) -> list[str]:
    """Return a text of several lines as a block of them; nothing where a block cannot hold it."""
    rows = text.removesuffix("\n").split("\n")
    if not rows[0].strip() or rows[0].startswith(" ") or "\t" in text:
        return []
    if _NOT_PRINTED.search(text) or any(each != each.rstrip() for each in rows):
        return []
    body = [f"{' ' * indent}{each}" if each else "" for each in rows]
    return [] if any(len(each) > _width(indent) for each in body) else [_header("|", text), *body]


def _is_foldable(text: str) -> bool:
    """Say whether a text can be broken at its spaces without a change of what it says."""
    paragraphs = re.split("\n+", text.rstrip("\n"))
    return (
        bool(_SPACE.search(text))
        and not _NOT_PRINTED.search(text)
        and all(each and each == each.strip(" \t") for each in paragraphs)
    )


def _folded(text: str, indent: int) -> list[str]:
    """Return the lines of a folded block, without its header."""
    found: list[str] = []
    for part in re.split("(\n+)", text.rstrip("\n")):
        is_break = part.startswith("\n")
        found += [""] * len(part) if is_break else _fold(part, indent, indent)
    margin = " " * indent
    body = [f"{margin}{each}" if each else "" for each in found]
    return body + [""] * (_ends(text) - 1)


def _fold(text: str, before: int, indent: int) -> list[str]:
    """Break a text at single spaces, as late as the width allows; the first row is `before` in."""
    rows: list[str] = []
    start, fitting, margin = 0, -1, before
    for end in (*(match.start() for match in _SPACE.finditer(text)), len(text)):
        if fitting >= 0 and margin + end - start > _width(indent):
            rows.append(text[start:fitting])
            start, margin = fitting + 1, indent
        fitting = end
    return [*rows, text[start:]]
