"""The keys of an essay."""

from __future__ import annotations

from argsite.formats.yaml.dates import DAY
from argsite.formats.yaml.keys import statement
from argsite.formats.yaml.keys.key import Key, Table, names
from argsite.formats.yaml.languages import LANGUAGE as TAG
from argsite.formats.yaml.tokens import REQUIRED
from argsite.formats.yaml.values import LINE, NAMES, listed, one
from argsite.formats.yaml.values import PROSE as LONG_TEXT

TITLE = Key("title", LINE, "The essay's title, plain text.")
SUBTITLE = Key("subtitle", LINE, "A second title, plain text.")
AUTHOR = Key(
    "author", NAMES, "Who wrote the essay: one name, or a list of names.", "author: A. Writer"
)
DATE = Key(
    "date",
    DAY,
    "The day the essay appeared. Essays with a date come into the site's feed.",
    "date: 2026-03-02",
)
UPDATED = Key(
    "updated",
    DAY,
    "The day it was last changed; not before `date`, which must be there, too.",
    "updated: 2026-04-11",
)
LANGUAGE = Key(
    "language",
    TAG,
    "The essay's language as a tag of BCP 47; without it, the site's. Browsers, screen readers "
    "and hyphenation use it, and the words around the essay follow it where there is a "
    "translation.",
    "language: en-GB",
)
SUMMARY = Key(
    "summary",
    LINE,
    "One paragraph, plain text, for lists of essays, feeds and previews of links.",
    "summary: Why the park should stay open at night, in seven points.",
)
SOURCES = Key(
    "sources",
    REQUIRED,
    "`required` where each premise that nothing else speaks for is to name a source; `argsite "
    "check` tells those that do not.",
    "sources: required",
)
PROSE = Key(
    "prose",
    LONG_TEXT,
    "The opening of the essay, before point 1, in Markdown. `[words](#id)` links a statement.",
    "prose: |\n  The council asks whether the park should [stay open](#keep-open).",
)
CONTENTION = Key(
    "contention",
    one("claim", "a claim"),
    "The essay's main claim, which all of it argues for: a text or a statement. Its premises are "
    "mostly the claims of the points, used again with `ref`.",
)
POINTS = Key(
    "points",
    listed("point", "a list of points"),
    "The points of a short essay that stands in one file. Points may have files of their own "
    "instead: `1-light.yaml` and so on.",
)

_KEYS: tuple[Key[object], ...] = (
    TITLE, SUBTITLE, AUTHOR, DATE, UPDATED, LANGUAGE, SUMMARY, SOURCES, PROSE, CONTENTION, POINTS,
)  # fmt: skip

ESSAY = Table(
    "essay",
    "an essay",
    _KEYS,
    "An essay is a folder in `content/` with a file `essay.yaml`, which holds its title, its "
    "opening and its contention. The name of the folder is part of its address.",
    needs=(TITLE, CONTENTION),
    misplaced=names(statement.KEYS) - names(_KEYS) - {"id", "aliases"},
    reason="'{key}' belongs to a statement, not to the essay itself",
    hint="indent it below 'contention:'",
    rules={"dependencies": {UPDATED.name: [DATE.name]}},
)
