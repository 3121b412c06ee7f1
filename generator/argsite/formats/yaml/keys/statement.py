"""The keys of a statement."""

from __future__ import annotations

from argsite.formats.yaml.identifiers import ID as ID_NAME
from argsite.formats.yaml.identifiers import IDS
from argsite.formats.yaml.keys.key import Key
from argsite.formats.yaml.tokens import FLAG, STATUS
from argsite.formats.yaml.values import LINE, SENTENCE, WORDS, listed
from argsite.formats.yaml.values import NOTE as LONG_TEXT

TEXT = Key(
    "text",
    SENTENCE,
    "The statement: one sentence that can be true or false, with inline Markdown such as "
    "`*emphasis*` or a link.",
    "text: The park should stay open at night.",
)
ID = Key(
    "id",
    ID_NAME,
    "The statement's permanent name: unique in the essay, part of its page's address, and what "
    "`ref` and links name. Letters, digits and hyphens, at most 64. Without it a name is made of "
    "the text, which changes with the text; so give one to each statement that you refer to.",
    "id: keep-open",
)
ALIASES = Key(
    "aliases",
    IDS,
    "Older ids of the statement. Their addresses lead to its page, so that links from elsewhere "
    "still work after you change its `id`.",
    "aliases: [open-park]",
)
NOTE = Key(
    "note",
    LONG_TEXT,
    "Longer Markdown for the statement's page: an explanation, a definition, an aside.",
    "note: |\n  *Safe* means: as safe as by day.",
)
QUOTE = Key(
    "quote",
    SENTENCE,
    "The passage of the prose that states it. It must occur there word for word; the passage is "
    "marked in the prose and linked with the statement.",
    "quote: thirty children came out",
)
BY = Key("by", LINE, "Who holds it, where that is not the essay's author.", "by: A critical reader")
TAGS = Key(
    "tags",
    WORDS,
    "Free words. Each gets a page that lists its statements.",
    "tags: [sharing, money]",
)
SOURCES = Key(
    "sources",
    listed("source-or-address", "a list of sources"),
    "Where the statement can be looked up. Each item is a web address, or a mapping of `title`, "
    "`author`, `url` and so on.",
    "sources:\n  - https://example.org/lamps\n  - {title: Warden rota, date: 2026}",
)
IMPLICIT = Key(
    "implicit",
    FLAG,
    "`true` where the essay leaves the statement unsaid and the step needs it. It is drawn with a "
    "dashed line.",
    "implicit: true",
)
PRESUMED = Key(
    "presumed",
    FLAG,
    "Whether the statement counts as standing while nothing speaks for it. Without the key it "
    "does, if it has no premises. Write `false` where it needs a reason.",
    "presumed: false",
)
ACCEPTED = Key(
    "accepted",
    FLAG,
    "`true` or `false`: you settle whether the statement holds, whatever speaks for or against it.",
    "accepted: true",
)
EXPECT = Key(
    "expect",
    STATUS,
    "The status that you expect. When an edit changes it, `argsite check` and `argsite build` "
    "fail and say so.",
    "expect: stands",
)
PREMISES = Key(
    "premises",
    listed("item", "a list of items"),
    "Arguments for the statement. Each item is a reason of its own; premises that need each other "
    "stand together under `together`.",
    "premises:\n  - The paths are lit.",
)
REBUTTALS = Key(
    "rebuttals",
    listed("item", "a list of items"),
    "Arguments against the statement: each is a reason to think that it does not hold.",
    "rebuttals:\n  - Night opening raises crime.",
)

SAID: tuple[Key[object], ...] = (
    ID, ALIASES, TEXT, BY, IMPLICIT, TAGS, PRESUMED, ACCEPTED, EXPECT, QUOTE, NOTE, SOURCES,
)  # fmt: skip
"""What is said of the statement itself."""

BELOW: tuple[Key[object], ...] = (PREMISES, REBUTTALS)
"""What bears on it."""

KEYS = (*SAID, *BELOW)
"""All of them."""
