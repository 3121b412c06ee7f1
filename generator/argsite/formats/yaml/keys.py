"""The keys of each kind of mapping: what the format is made of, declared once.

A new key is one `Key`, its place in a table, and one line where it is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Generic, TypeVar

from argsite.formats.yaml import addresses, dates, looks, tokens, values
from argsite.formats.yaml.nodes import Mapping, Scalar
from argsite.formats.yaml.values import Value
from argsite.problems import Code, Problem, Report, did_you_mean

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Key(Generic[T_co]):
    """A key and the kind of value it takes."""

    name: str
    """How it is written."""

    value: Value[T_co]
    """What it is set to."""


ACCENT = Key("accent", values.NODE)
ACCEPTED = Key("accepted", tokens.FLAG)
ACCESSED = Key("accessed", dates.LOOSE_DATE)
ALIASES = Key("aliases", values.PASSAGES)
ARCHIVED = Key("archived", addresses.ADDRESS)
AUTHOR = Key("author", values.NAMES)
BY = Key("by", values.LINE)
CLAIM = Key("claim", values.NODE)
CLAIMS = Key("claims", values.SEQUENCE)
CONTENTION = Key("contention", values.NODE)
DARK = Key("dark", looks.COLOUR)
DATE = Key("date", dates.DAY)
DESCRIPTION = Key("description", values.LINE)
ESSAYS = Key("essays", values.PASSAGES)
EXPECT = Key("expect", tokens.STATUS)
FONTS = Key("fonts", values.mapping("write 'prose: …' or 'interface: …' below it"))
FOOTER = Key("footer", values.NOTE)
ID = Key("id", values.SENTENCE)
IMPLICIT = Key("implicit", tokens.FLAG)
INTERFACE_FONTS = Key("interface", looks.FONTS)
LABEL = Key("label", values.LINE)
LANGUAGE = Key("language", values.LANGUAGE)
LICENCE = Key("licence", values.LINE)
LIGHT = Key("light", looks.COLOUR)
LISTS = Key("lists", looks.LISTINGS)
LOGO = Key("logo", looks.LOGO)
NOTE = Key("note", values.NOTE)
NUMBER = Key("number", tokens.NUMBER)
OPTIONS_KEY = Key("options", values.mapping("write what you choose below it, such as 'accent: …'"))
PAGE = Key("page", values.LINE)
PAPER = Key("paper", values.MAPPING)
POINTS = Key("points", values.SEQUENCE)
PREMISES = Key("premises", values.SEQUENCE)
PRESUMED = Key("presumed", tokens.FLAG)
PROSE = Key("prose", values.PROSE)
PROSE_FONTS = Key("prose", looks.FONTS)
QUOTE = Key("quote", values.SENTENCE)
REBUTTALS = Key("rebuttals", values.SEQUENCE)
REF = Key("ref", values.SENTENCE)
ROLES = Key("roles", values.MAPPING)
SCHEME = Key("scheme", values.SENTENCE)
SEARCH = Key("search", tokens.SEARCH)
SITE_URL = Key("url", addresses.FOLDER)
SOURCES = Key("sources", values.SEQUENCE)
SOURCE_DATE = Key("date", dates.LOOSE_DATE)
SUBTITLE = Key("subtitle", values.LINE)
SUMMARY = Key("summary", values.LINE)
TAGS = Key("tags", values.WORDS)
TEXT = Key("text", values.SENTENCE)
THEME = Key("theme", values.SENTENCE)
TITLE = Key("title", values.LINE)
TOGETHER = Key("together", values.SEQUENCE)
UNDERCUTS = Key("undercuts", values.SEQUENCE)
UPDATED = Key("updated", dates.DAY)
URL = Key("url", addresses.ADDRESS)
WEIGHT = Key("weight", tokens.WEIGHT)

NOT_YET = {
    "litmus": "litmus tests are not read by this version",
    "answers": "answers to critical questions are not read by this version",
}
"""Keys of the format that this version does not read."""


@dataclass(frozen=True, slots=True)
class Table:
    """The keys that one kind of mapping may have."""

    what: str
    """The mapping in a message: `a statement`."""

    keys: tuple[Key[object], ...]
    """Its keys, in the order in which `argsite fmt` writes them."""

    names: frozenset[str]
    """The names of its keys."""

    misplaced: frozenset[str]
    """Keys that belong beside or around it, and are taken for its own now and then."""

    reason: str
    """Why they do not belong here; `{key}` stands for the key."""

    hint: str
    """Where to write them."""

    @classmethod
    def of(
        cls,
        what: str,
        keys: tuple[Key[object], ...],
        misplaced: tuple[Key[object], ...] = (),
        reason: str = "",
        hint: str = "",
    ) -> Table:
        """Make a table of its keys."""
        names = frozenset(key.name for key in keys)
        return cls(what, keys, names, frozenset(key.name for key in misplaced), reason, hint)


_SAID: tuple[Key[object], ...] = (
    ID, ALIASES, TEXT, BY, IMPLICIT, TAGS, PRESUMED, ACCEPTED, EXPECT, QUOTE, NOTE, SOURCES,
)  # fmt: skip
_BELOW: tuple[Key[object], ...] = (PREMISES, REBUTTALS)
_STATEMENT: tuple[Key[object], ...] = (*_SAID, *_BELOW)
_STEP: tuple[Key[object], ...] = (LABEL, SCHEME, ROLES, WEIGHT)
_ARGUMENT: tuple[Key[object], ...] = (*_STEP, UNDERCUTS)

ARGUMENT_NAMES = frozenset(key.name for key in _ARGUMENT)
"""The keys that make more of an item than its premises."""

SITE = Table.of(
    "site.yaml",
    (TITLE, DESCRIPTION, SITE_URL, LANGUAGE, AUTHOR, LICENCE, THEME, OPTIONS_KEY, SEARCH, ESSAYS),
)
OPTIONS = Table.of("'options'", (ACCENT, FONTS, LOGO, FOOTER, LISTS))
SCHEMES = Table.of("'accent'", (LIGHT, DARK))
FONT_LISTS = Table.of("'fonts'", (PROSE_FONTS, INTERFACE_FONTS))
THEME_FILE = Table.of("theme.yaml", (PAPER,))
PAPERS = Table.of("'paper'", (LIGHT, DARK))
ESSAY = Table.of(
    "an essay",
    (TITLE, SUBTITLE, AUTHOR, DATE, UPDATED, LANGUAGE, SUMMARY, PROSE, CONTENTION, POINTS),
)
POINT = Table.of("a point", (NUMBER, TITLE, PROSE, CLAIM, CLAIMS))
SOURCE = Table.of("a source", (TITLE, AUTHOR, URL, SOURCE_DATE, ACCESSED, ARCHIVED, PAGE, QUOTE))
CLAIM_STATEMENT = Table.of(
    "a claim",
    _STATEMENT,
    _ARGUMENT,
    "'{key}' belongs to an argument, not to a claim",
    "write it on an item under 'premises' or 'rebuttals'",
)
ITEM_STATEMENT = Table.of("a statement", (*_SAID, *_STEP, *_BELOW, UNDERCUTS))
ITEM_REF = Table.of(
    "a ref",
    (REF, *_ARGUMENT),
    _STATEMENT,
    "'{key}' belongs to the statement, not to a ref to it",
    "write it where the statement stands",
)
ITEM_TOGETHER = Table.of(
    "linked premises",
    (TOGETHER, *_ARGUMENT),
    (*_STATEMENT, REF),
    "'{key}' belongs to one of the linked premises, not beside 'together'",
    "write it on an item of the list under 'together'",
)
LINKED_STATEMENT = Table.of(
    "a linked premise",
    _STATEMENT,
    (*_ARGUMENT, TOGETHER),
    "'{key}' belongs to the whole step, not to one of its linked premises",
    "write it beside 'together'",
)
LINKED_REF = Table.of(
    "a ref",
    (REF,),
    (*_STATEMENT, *_ARGUMENT, TOGETHER),
    "'{key}' cannot stand beside 'ref' under 'together'",
    "write it where the statement stands, or beside 'together' where it is about the step",
)


def take(mapping: Mapping, key: Key[T], report: Report) -> T | None:
    """Return the value of `key`; None where it is not there, or after a report."""
    entry = mapping.entries.get(key.name)
    return None if entry is None else key.value.read(key.name, entry.value, report)


def need(mapping: Mapping, key: Key[T], table: Table, report: Report) -> T | None:
    """Return the value of `key` as `take` does; report it where it is missing."""
    if key.name not in mapping.entries and not _meant(mapping, key, table):
        message = f"{table.what} needs '{key.name}'"
        report(Problem(Code.MISSING_KEY, mapping.at, message, f"write '{key.name}: …'"))
    return take(mapping, key, report)


def check_keys(mapping: Mapping, table: Table, report: Report) -> None:
    """Report every key that does not belong in the mapping."""
    if mapping.entries.keys() <= table.names:
        return
    for name, (at, _) in mapping.entries.items():
        if name in table.names:
            continue
        if name in NOT_YET:
            hint = "take it out; what it says may stand in a 'note' meanwhile"
            report(Problem(Code.NOT_YET, at, NOT_YET[name], hint))
        elif name in table.misplaced:
            message = table.reason.format(key=name)
            report(Problem(Code.UNKNOWN_KEY, at, message, table.hint))
        else:
            near = did_you_mean(name, sorted(table.names | table.misplaced))
            if not near and _is_text(mapping, table):
                near = "if this is one text with a colon in it, put it in quotes"
            hint = near or f"known here: {', '.join(sorted(table.names))}"
            message = f"unknown key '{name[:60]}' in {table.what}"
            report(Problem(Code.UNKNOWN_KEY, at, message, hint))


def _meant(mapping: Mapping, key: Key[T], table: Table) -> bool:
    """Say whether an unknown key, reported already, looks like `key` misspelt or a text."""
    if _is_text(mapping, table):
        return True
    unknown = (name for name in mapping.entries if name not in table.names)
    known = sorted(table.names | table.misplaced)
    return any(get_close_matches(name, known, n=1) == [key.name] for name in unknown)


def _is_text(mapping: Mapping, table: Table) -> bool:
    """Say whether a mapping is a text with a colon in it, which YAML takes for key and value."""
    if len(mapping.entries) != 1:
        return False
    ((name, entry),) = mapping.entries.items()
    return isinstance(entry.value, Scalar) and name not in table.names | table.misplaced
