"""What an author's cursor is on: the name of a statement or of an essay, in a text as it stands.

The text may be broken just now, so it is looked at line by line and not read as YAML.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from argsite.editing.links import leads_to
from argsite.language_server.text import Place

_ADDRESS = re.compile(r"(?:\]\(<?|\]: *<?)(?P<address>[^()\s<>]+)")
_KEY = re.compile(r"(?<![\w-])(?:ref|id)\s*:\s+[\"']?(?P<name>[^\s\"',{}\[\]]+)")
_WORD = re.compile(r"[^\s\"',{}\[\]:]+")
_PARENT = re.compile(r"^\s*(?:- +)*(?P<key>[\w-]+)\s*:\s*(?:#.*)?$")
_ITEM = re.compile(r"^\s*(?:- +)*")
_OPEN = re.compile(r"(?<![\w-])(?P<key>aliases|roles|essays)\s*:\s*[\[{][^\]}]*$")

_LISTS = {"aliases", "roles", "essays"}
"""The keys under which names stand that no key of their own marks."""


class Name(NamedTuple):
    """A name in a line."""

    essay: str
    """The folder of the essay that is meant."""

    id: str
    """The id that is named in it; empty where the essay itself is."""

    start: int
    """Where the name begins, in characters from the start of the line."""

    end: int
    """Where it ends."""


def name_at(lines: Sequence[str], place: Place, essay: str) -> Name | None:
    """Return the name at a place, or just before it; `essay` is the folder of the text's essay."""
    if not 0 <= place.line < len(lines):
        return None
    line = lines[place.line]
    for link in _ADDRESS.finditer(line):
        if link.start("address") <= place.column <= link.end("address"):
            return _in_link(link, place.column, essay)
    for value in _KEY.finditer(line):
        if value.start("name") <= place.column <= value.end("name"):
            return _in_key(value["name"], value.start("name"), place.column, essay)
    return _in_list(lines, place, essay)


def _in_link(link: re.Match[str], column: int, essay: str) -> Name | None:
    address, start = link["address"], link.start("address")
    slug, _, id_ = leads_to(address, essay).partition("/")
    if not id_:
        return None
    mark = address.find("#")
    if mark > 0 and column <= start + mark and not address[:mark].endswith(".html"):
        return Name(slug, "", start, start + mark)
    if column <= start + mark:
        return None
    return Name(slug, id_, start + mark + 1, start + len(address))


def _in_key(value: str, start: int, column: int, essay: str) -> Name:
    slug, mark, id_ = value.rpartition("/")
    if not mark:
        return Name(essay, value, start, start + len(value))
    if column <= start + len(slug):
        return Name(slug, "", start, start + len(slug))
    return Name(slug, id_, start + len(slug) + 1, start + len(value))


def _in_list(lines: Sequence[str], place: Place, essay: str) -> Name | None:
    line = lines[place.line]
    word = next(
        (each for each in _WORD.finditer(line) if each.start() <= place.column <= each.end()), None
    )
    if word is None:
        return None
    opened = _OPEN.search(line[: word.start()])
    key = opened["key"] if opened else _parent(lines, place.line)
    if key not in _LISTS or line[word.end() :].startswith(":"):
        return None
    if key == "essays":
        return Name(word.group(), "", word.start(), word.end())
    return _in_key(word.group(), word.start(), place.column, essay)


def _parent(lines: Sequence[str], number: int) -> str:
    """Return the key that a line stands under."""
    indent = _indent(lines[number])
    is_item = lines[number].lstrip().startswith("-")
    for line in reversed(lines[:number]):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        above = len(line) - len(line.lstrip())
        is_key = is_item and above == indent and not line.lstrip().startswith("-")
        if above < indent or is_key:
            found = _PARENT.match(line)
            return found["key"] if found else ""
    return ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
