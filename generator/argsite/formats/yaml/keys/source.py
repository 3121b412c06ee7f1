"""The keys of a source."""

from __future__ import annotations

from argsite.formats.yaml.addresses import ADDRESS
from argsite.formats.yaml.dates import LOOSE_DATE
from argsite.formats.yaml.keys.key import Choice, Key, Table
from argsite.formats.yaml.values import LINE, NAMES, SENTENCE

TITLE = Key("title", LINE, "The title of the work.")
AUTHOR = Key("author", NAMES, "Who wrote it: one name, or a list of names.")
URL = Key("url", ADDRESS, "Its address on the web, whole, with `https://` or `http://`.")
DATE = Key(
    "date", LOOSE_DATE, "When it appeared: a year, a month or a day.", "date: 2025-05"
)  # fmt: skip
ACCESSED = Key(
    "accessed",
    LOOSE_DATE,
    "When you looked it up; for works on the web, which may change.",
    "accessed: 2026-01-10",
)
ARCHIVED = Key("archived", ADDRESS, "The address of an archived copy, for the day `url` is gone.")
PAGE = Key("page", LINE, "The page or pages, in the form that you want to read.", "page: 12-14")
QUOTE = Key("quote", SENTENCE, "The words of the source that you rely on, without quotation marks.")

SOURCE = Table(
    "source",
    "a source",
    (TITLE, AUTHOR, URL, DATE, ACCESSED, ARCHIVED, PAGE, QUOTE),
    "A work in which a statement can be looked up. It has a `title` or a `url`, or both; readers "
    "find all works together in the list of sources.",
    rules={"anyOf": [{"required": [TITLE.name]}, {"required": [URL.name]}]},
)

SOURCES = Choice(
    "source-or-address",
    ADDRESS,
    (SOURCE,),
    "A web address, or keys that describe the work.",
)
