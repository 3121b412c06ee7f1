"""The keys of each kind of mapping: what the format is made of, declared once.

A key is declared in the module of its kind of mapping: its name, the kind of value it takes, what
it means. From that come what is read, the messages about it, the schema for editors and the
guide's reference. A new key is one `Key`, its place in a table, and one line where it is read.
"""

from __future__ import annotations

from argsite.formats.yaml.keys.essay import ESSAY
from argsite.formats.yaml.keys.items import (
    CLAIM,
    CLAIM_STATEMENT,
    ITEM,
    ITEM_REF,
    ITEM_STATEMENT,
    ITEM_TOGETHER,
    LINKED,
    LINKED_REF,
    LINKED_STATEMENT,
)
from argsite.formats.yaml.keys.key import Choice, Key, Table
from argsite.formats.yaml.keys.options import ACCENT_CHOICE, ACCENTS, FONT_LISTS, OPTIONS
from argsite.formats.yaml.keys.point import POINT
from argsite.formats.yaml.keys.site import SITE
from argsite.formats.yaml.keys.source import SOURCE, SOURCES
from argsite.formats.yaml.keys.taking import check_keys, need, take
from argsite.formats.yaml.keys.theme import PAPERS, THEME_FILE

__all__ = [
    "ACCENTS",
    "ACCENT_CHOICE",
    "CHOICES",
    "CLAIM",
    "CLAIM_STATEMENT",
    "ESSAY",
    "FONT_LISTS",
    "ITEM",
    "ITEM_REF",
    "ITEM_STATEMENT",
    "ITEM_TOGETHER",
    "LINKED",
    "LINKED_REF",
    "LINKED_STATEMENT",
    "OPTIONS",
    "PAPERS",
    "POINT",
    "SITE",
    "SOURCE",
    "SOURCES",
    "TABLES",
    "THEME_FILE",
    "Choice",
    "Key",
    "Table",
    "check_keys",
    "need",
    "take",
]

TABLES = (
    SITE, OPTIONS, ACCENTS, FONT_LISTS, ESSAY, POINT, CLAIM_STATEMENT, ITEM_STATEMENT, ITEM_REF,
    ITEM_TOGETHER, LINKED_STATEMENT, LINKED_REF, SOURCE, THEME_FILE, PAPERS,
)  # fmt: skip
"""Every kind of mapping."""

CHOICES = (CLAIM, ITEM, LINKED, SOURCES, ACCENT_CHOICE)
"""Everything that may be a text or a mapping."""
