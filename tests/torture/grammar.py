"""Files as no author writes them: a grammar of YAML that knows Argsite's keys, and what goes wrong.

Each function takes a source of chance and returns text. Hypothesis gives one that it can replay and
make smaller; the long form takes Python's own, which is faster.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from random import Random
from typing import TypeAlias

from argsite.formats.yaml.keys import TABLES
from tests.markdown.hostile import SNIPPETS
from tests.naughty import NAUGHTY

KEYS = sorted({key.name for table in TABLES for key in table.keys} | {"litmus", "answers", "<<"})

Value: TypeAlias = "str | list[Value] | dict[str, Value]"

IDS = ("a", "b", "main", "lit-paths", "safe", "é", "日本", "A", "con", "x" * 64)
ODD_IDS = ("../x", "/etc", "a:b", "-", "a_b", "e\u0301", "x" * 65, "index", "a b", "%2e", "")
WORDS = (
    *("It is lit.", "The park is safe", "Wardens pass every 20 minutes: always.", "Issue #3", "NO"),
    *("012", "1:30", "2024-13-45", "[see](#main)", "[see](e#a) and [that](#nowhere)", "*No.*", "~"),
    *(
        "- a",
        "a: b",
        "? x",
        "'",
        '"',
        "`code`",
        "[^1]\n\n[^1]: A note.",
        "a\n\nb\n\n\n  c",
        " a ",
        "",
    ),
    *("9" * 400, "1e999", "-0", "0x1F", "😀", "\U0010fffd", "אב", "\u202eabc", "a\u0301", "\ufeff"),
)


def word(chance: Random) -> str:
    """Return a text that a field may hold, or should not."""
    kind = chance.randrange(10)
    if kind < 5:
        return chance.choice(WORDS)
    if kind < 7:
        return chance.choice(NAUGHTY)
    if kind == 7:
        return chance.choice(SNIPPETS)
    if kind == 8:
        return " ".join(chance.choice(WORDS) for _ in range(chance.randrange(2, 12)))
    return "".join(chr(chance.choice(PLANES) + chance.randrange(256)) for _ in range(5))


PLANES = (0x20, 0x80, 0x300, 0x600, 0x2000, 0x4E00, 0xD700, 0xE000, 0xFE00, 0x1F600, 0xE0000)


def markdown(chance: Random) -> str:
    """Return a text of blocks."""
    pieces = (
        word,
        lambda each: each.choice(SNIPPETS),
        lambda each: each.choice(MARKS) * each.randrange(1, 9),
    )
    return "".join(
        chance.choice(pieces)(chance) + chance.choice(("", " ", "\n", "\n\n", "\n    "))
        for _ in range(chance.randrange(1, 12))
    )


MARKS = (
    *("*", "_", "`", "[", "]", "(", ")", "![", "](", "<", ">", "> ", "- ", "1. ", "# ", "|", "|-|"),
    *("~~~\n", "```\n", "[^", "]: ", ": ", "\\", "&", "&#", "^[", "==\n", "--\n", "{", "%", "\t"),
)


# What stands under a key


def essay(chance: Random) -> Value:
    """Return the keys of `essay.yaml`."""
    return _some(
        chance,
        {
            "title": word,
            "contention": statement,
            "prose": markdown,
            "points": lambda each: [_point(each, n) for n in range(1, each.randrange(1, 4))],
            "author": _names,
            "date": _date,
            "updated": _date,
            "language": lambda each: each.choice(("en", "uk", "zh-Hant", "xx-", "ua", "1")),
            "summary": word,
            "subtitle": word,
            "sources": lambda each: each.choice(("required", "true", "")),
        },
        needed=2,
    )


def point(chance: Random) -> Value:
    """Return the keys of a point's file."""
    return _point(chance, 1)


def _point(chance: Random, number: int) -> Value:
    numbers = (str(number),) * 8 + ("0", "-1", "1.0", "99999999999999999999", "one")
    return _some(
        chance,
        {
            "number": lambda each: each.choice(numbers),
            "title": word,
            "claim": statement,
            "prose": markdown,
        },
        needed=3,
    )


def site(chance: Random) -> Value:
    """Return the keys of `site.yaml`."""
    return _some(
        chance,
        {
            "title": word,
            "url": lambda each: each.choice(
                ("https://example.org/a", "http://[::1]", "//x", "https://ü.de", "https://a:b@c")
            ),
            "language": lambda each: each.choice(("en", "de", "he", "x")),
            "theme": lambda each: each.choice(("paper", "../x", "")),
            "author": _names,
            "licence": word,
            "description": word,
            "essays": lambda each: [each.choice(("e", "f", *ODD_IDS))],
            "search": lambda each: each.choice(("own", "none", "google")),
            "checks": lambda each: {
                each.choice(("question", "bad-yaml", "x")): each.choice(("off", "error", "NO"))
            },
            "options": lambda each: {
                "footer": word(each),
                "lists": [each.choice(("sources", "tags", "x"))],
                "accent": each.choice(("#7a1f2b", "red", "#fff;}")),
            },
        },
        needed=1,
    )


def statement(chance: Random, depth: int = 0) -> Value:
    """Return a claim, a premise or a rebuttal: a text, or keys."""
    if depth > 3 or chance.random() < 0.3:
        return word(chance)
    below = lambda each: [_item(each, depth + 1) for _ in range(each.randrange(0, 3))]  # noqa: E731 - a table's value
    return _some(
        chance,
        {
            "text": word,
            "id": lambda each: each.choice(IDS if each.random() < 0.9 else ODD_IDS),
            "premises": below,
            "rebuttals": below,
            "aliases": lambda each: [each.choice(("old", "older", *ODD_IDS))],
            "note": markdown,
            "quote": word,
            "by": word,
            "tags": lambda each: [word(each), "Tag", "tag"],
            "sources": lambda each: [_source(each)],
            "implicit": _flag,
            "presumed": _flag,
            "accepted": _flag,
            "expect": lambda each: each.choice(("stands", "open", "stnads")),
        },
        needed=1,
    )


def _item(chance: Random, depth: int) -> Value:
    kind = chance.randrange(6)
    if kind == 0:
        made: Value = {"ref": chance.choice((*IDS, "e/main", "f/a", "e#a", *ODD_IDS))}
    elif kind == 1:
        made = {"together": [statement(chance, depth + 1) for _ in range(chance.randrange(0, 3))]}
    else:
        made = statement(chance, depth)
    if isinstance(made, dict) and chance.random() < 0.4:
        made |= {
            chance.choice(("weight", "scheme", "label", "roles", "undercuts")): chance.choice(
                ("2", "0.5", "-1", "analogy", "analgoy", {"data": "1"}, ["It is dark."])
            )
        }
    return made


def _source(chance: Random) -> Value:
    if chance.random() < 0.4:
        return chance.choice(("https://example.org/?a=1&b=<", "@key", "javascript:x", "a b", ""))
    return _some(
        chance,
        {
            "title": word,
            "url": lambda _: "https://example.org",
            "page": word,
            "quote": word,
            "date": _date,
        },
        needed=1,
    )


def _names(chance: Random) -> Value:
    return word(chance) if chance.random() < 0.6 else [word(chance), word(chance)]


def _date(chance: Random) -> str:
    return chance.choice(("2026-03-02", "2026-02-30", "2026", "0000-01-01", "9999-12-31", "today"))


def _flag(chance: Random) -> str:
    return chance.choice(("true", "false", "yes", "NO", "1", ""))


def _some(chance: Random, kinds: dict[str, Callable[[Random], Value]], needed: int) -> Value:
    """Return the first keys of a table and some others, now and then one that is not of it."""
    names = [name for at, name in enumerate(kinds) if at < needed or chance.random() < 0.25]
    found = {name: kinds[name](chance) for name in names}
    if chance.random() < 0.05:
        found[chance.choice(KEYS)] = chance.choice((word(chance), [word(chance)], {"a": "b"}))
    if chance.random() < 0.05:
        found[chance.choice((*names, word(chance)))] = chance.choice(("", [], {}, [[]], {"": ""}))
    return found


# How it is written


def written(chance: Random, value: Value) -> str:
    """Return a value as YAML, in one style here and in another there."""
    return "\n".join([*_head(chance), *_lines(chance, value, 0)]) + "\n"


def _head(chance: Random) -> Sequence[str]:
    return chance.choice(((),) * 12 + (("---",), ("# note", ""), ("%YAML 1.1", "---"), ("", " ")))


def _lines(chance: Random, value: Value, indent: int) -> list[str]:
    """Return the lines of a block."""
    margin = " " * indent
    if isinstance(value, dict) and value:
        return [line for key, each in value.items() for line in _entry(chance, margin, key, each)]
    if isinstance(value, list) and value:
        return [line for each in value for line in _entry(chance, margin, None, each)]
    return [margin + _scalar(chance, value, margin)]


def _entry(chance: Random, margin: str, key: str | None, value: Value) -> list[str]:
    head = f"{margin}-" if key is None else f"{margin}{_key(chance, key)}:"
    comment = chance.choice(("",) * 12 + (" # why", "  #x"))
    above = [f"{margin}# above"] if chance.random() < 0.04 else []
    if isinstance(value, str) or not value or chance.random() < 0.15:
        mark = _mark(chance)
        return [*above, f"{head} {mark}{_scalar(chance, value, margin)}{comment}"]
    step = chance.choice((2, 2, 2, 2, 1, 4))
    below = _lines(chance, value, len(margin) + step)
    if key is None and chance.random() < 0.9:
        return [*above, f"{margin}-{' ' * (step - 1)}{below[0].lstrip()}", *below[1:]]
    return [*above, head + comment, *below]


def _mark(chance: Random) -> str:
    return chance.choice(("",) * 40 + ("&a ", "*a ", "!!str ", "!x ", "! ", "<<: *a"))


def _key(chance: Random, key: str) -> str:
    return key if chance.random() < 0.97 else chance.choice((f"'{key}'", f'"{key}"', f"? {key}\n"))


def _scalar(chance: Random, value: Value, margin: str) -> str:
    """Return a value on its key's line, or a text with marks of its own."""
    if not isinstance(value, str):
        return json.dumps(value, ensure_ascii=chance.random() < 0.5)
    kind = chance.randrange(12)
    if kind < 4:
        return json.dumps(value, ensure_ascii=kind == 0)
    if kind < 6:
        return "'" + value.replace("'", "''").replace("\n", f"\n\n{margin}  ") + "'"
    if kind < 8:
        head = chance.choice(("|", ">", "|-", ">-", "|+", "|2", ">1-", "| # c"))
        return f"{head}\n" + "\n".join(f"{margin}  {line}" for line in value.split("\n"))
    if kind == 8:
        return value
    return value.replace("\n", f"\n{margin}  ")
