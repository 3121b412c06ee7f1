"""Files as authors write them and as they do not: a grammar that knows Argsite's keys.

A sober chance writes files that may be odd and are right, mostly; any other one writes what goes
wrong as well. Hypothesis gives a source of chance that it can replay and make smaller; the long
form takes Python's own, which is faster.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from random import Random
from typing import TypeAlias, TypeVar

from argsite.formats.yaml.keys import TABLES
from tests.markdown.hostile import SNIPPETS
from tests.naughty import NAUGHTY

KEYS = sorted({key.name for table in TABLES for key in table.keys} | {"litmus", "answers", "<<"})

Value: TypeAlias = "str | Sequence[Value] | dict[str, Value]"
T = TypeVar("T")


class Chance:
    """Chooses; a sober one chooses nothing that is wrong."""

    def __init__(self, source: Random, *, sober: bool) -> None:
        """Choose by a source of chance."""
        self.source = source
        self.sober = sober
        self._ids = 0

    def pick(self, right: Sequence[T], wrong: Sequence[T] = ()) -> T:
        """Return one of what is right, or of both where the chance is not sober."""
        return self.source.choice(right if self.sober else (*right, *wrong))

    def upto(self, most: int) -> int:
        """Return a number from 0 to `most`."""
        return self.source.randrange(most + 1)

    def often(self, percent: int) -> bool:
        """Say yes so often."""
        return self.source.randrange(100) < percent

    def wild(self, percent: int) -> bool:
        """Say yes so often, and never where the chance is sober."""
        return not self.sober and self.often(percent)

    def id(self) -> str:
        """Return an id that no other statement has, mostly."""
        self._ids += 1
        return self.pick((f"id-{self._ids}", f"ü{self._ids}", str(self._ids)), IDS)


IDS = (
    *(
        "a",
        "main",
        "lit-paths",
        "é",
        "日本",
        "A",
        "con",
        "x" * 64,
        "../x",
        "/etc",
        "a:b",
        "-",
        "a_b",
    ),
    *("e\u0301", "x" * 65, "index", "a b", "%2e", ""),
)
WORDS = (
    *("It is lit.", "The park is safe", "Wardens pass every 20 minutes: always.", "Issue #3", "NO"),
    *(
        "012",
        "1:30",
        "2024-13-45",
        "*No.*",
        "~",
        "- a",
        "a: b",
        "? x",
        "'",
        '"',
        "`code`",
        "9" * 99,
    ),
    *(
        "[see](#main) it",
        "[^1]\n\n[^1]: A note.",
        "a\n\nb\n\n  c",
        "1e999",
        "-0",
        "0x1F",
        "😀",
        "אב",
    ),
    *("\u202eabc", "a\u0301", "\ufeff.", "\U0010fffd", "a\\", "{{ x }}", "line\nline", "tab\tbed"),
)
WRONG = ("[see](e#a) and [that](#nowhere)", "", "\u2028", "\x07", "x" * 2_001, " ", "9" * 400)
PLANES = (0x20, 0x80, 0x300, 0x600, 0x2000, 0x4E00, 0xD700, 0xE000, 0xFE00, 0x1F600, 0xE0000)
MARKS = (
    *("*", "_", "`", "[", "]", "(", ")", "![", "](", "<", ">", "> ", "- ", "1. ", "# ", "|", "|-|"),
    *("~~~\n", "```\n", "[^", "]: ", ": ", "\\", "&", "&#", "^[", "==\n", "--\n", "{", "%", "\t"),
)
ADDRESSES = ("https://example.org/a?b=<&c='\"", "https://[::1]", "https://ü.de", "http://a.b:80")
NO_ADDRESSES = (
    "//x",
    "https://",
    "https://a:99999",
    "https://[",
    "https://xn--a",
    "http://..",
    "x",
)


def word(chance: Chance) -> str:
    """Return a text that a field may hold, or should not."""
    if chance.often(60):
        return chance.pick(WORDS, WRONG)
    if chance.often(50):
        return chance.pick([each for each in NAUGHTY if "](" not in each], NAUGHTY)
    if chance.wild(30):
        return "".join(chr(chance.pick(PLANES) + chance.upto(255)) for _ in range(5))
    return " ".join(chance.pick(WORDS) for _ in range(1 + chance.upto(9)))


def markdown(chance: Chance) -> str:
    """Return a text of blocks."""
    return "".join(
        chance.pick((word, word, _snippet, _marks))(chance) + chance.pick(GAPS)
        for _ in range(1 + chance.upto(11))
    )


GAPS = ("", " ", "\n", "\n\n", "\n    ")


def _snippet(chance: Chance) -> str:
    return chance.pick([each for each in SNIPPETS if "#" not in each], SNIPPETS)


def _marks(chance: Chance) -> str:
    return chance.pick(MARKS) * (1 + chance.upto(8))


# What stands under a key


def essay(chance: Chance) -> Value:
    """Return the keys of `essay.yaml`."""
    return _some(
        chance,
        {
            "title": word,
            "contention": lambda each: {"id": "main", "text": word(each), **_below(each, 1)},
            "prose": markdown,
            "points": lambda each: [_point(each, n) for n in range(1, 1 + each.upto(3))],
            "author": _names,
            "date": _date,
            "language": lambda each: each.pick(("en", "uk", "zh-Hant"), ("xx-", "ua", "1")),
            "summary": word,
            "subtitle": word,
            "sources": lambda each: each.pick(("required",), ("true", "")),
        },
        needed=2,
    )


def point(chance: Chance) -> Value:
    """Return the keys of a point's file."""
    return _point(chance, 1)


def _point(chance: Chance, number: int) -> Value:
    numbers = (str(number),) * 8
    return _some(
        chance,
        {
            "number": lambda each: each.pick(numbers, ("0", "-1", "1.0", "9" * 20, "one")),
            "title": word,
            "claim": statement,
            "prose": markdown,
        },
        needed=3,
    )


def site(chance: Chance) -> Value:
    """Return the keys of `site.yaml`."""
    return _some(
        chance,
        {
            "title": word,
            "url": lambda each: each.pick(("https://example.org/a/",), ADDRESSES + NO_ADDRESSES),
            "language": lambda each: each.pick(("en", "de", "he"), ("x",)),
            "theme": lambda each: each.pick(("paper",), ("../x", "")),
            "author": _names,
            "licence": word,
            "description": word,
            "essays": lambda each: [each.pick(("f",), IDS)],
            "search": lambda each: each.pick(("own", "none"), ("google",)),
            "checks": lambda each: {
                each.pick(("question",), ("bad-yaml", "x")): each.pick(("off",))
            },
            "options": lambda each: {
                "footer": word(each),
                "lists": [each.pick(("sources", "tags"), ("x",))],
                "accent": each.pick(("#7a1f2b",), ("red", "#fff;}")),
            },
        },
        needed=1,
    )


def statement(chance: Chance, depth: int = 0) -> Value:
    """Return a claim, a premise or a rebuttal: a text, or keys."""
    if depth > 3 or chance.often(30):
        return word(chance)
    return _some(
        chance,
        {
            "text": word,
            "id": Chance.id,
            "aliases": lambda each: [each.id()],
            "note": markdown,
            "by": word,
            "tags": lambda each: [word(each), "Tag", "tag"],
            "sources": lambda each: [_source(each)],
            "implicit": _flag,
            "presumed": _flag,
            "accepted": _flag,
        },
        needed=1,
    ) | _below(chance, depth)


def _below(chance: Chance, depth: int) -> dict[str, Value]:
    """Return what stands below a statement."""
    found: dict[str, Value] = {}
    for name in ("premises", "rebuttals"):
        if chance.often(30):
            found[name] = [_item(chance, depth + 1) for _ in range(1 + chance.upto(2))]
    if chance.wild(10):
        found[chance.pick(("quote", "expect"))] = word(chance)
    return found


def _item(chance: Chance, depth: int) -> Value:
    kind = chance.upto(6)
    if kind == 0:
        made: Value = {"ref": chance.pick(("main", "f/keep-open"), ("e#a", "f/a", *IDS))}
    elif kind == 1:
        members = [statement(chance, depth + 1) for _ in range(1 + chance.upto(2))]
        made = {"together": members}
    else:
        made = statement(chance, depth)
    if isinstance(made, dict) and chance.often(40):
        made[chance.pick(("label", "undercuts"), ("weight", "scheme", "roles"))] = chance.pick(
            (["It is dark."],), STEP_VALUES
        )
        if isinstance(made.get("label"), list):
            made["label"] = word(chance)
    return made


STEP_VALUES: Sequence[Value] = ("2", "0.5", "-1", "analogy", "analgoy", {"data": "1"})


def _source(chance: Chance) -> Value:
    if chance.often(40):
        return chance.pick(ADDRESSES, (*NO_ADDRESSES, "@key", "javascript:x"))
    address = chance.pick(ADDRESSES, NO_ADDRESSES)
    return _some(
        chance,
        {"title": word, "url": lambda _: address, "page": word, "quote": word, "date": _date},
        needed=1,
    )


def _names(chance: Chance) -> Value:
    return word(chance) if chance.often(60) else [word(chance), word(chance)]


def _date(chance: Chance) -> str:
    return chance.pick(("2026-03-02", "9999-12-31"), ("2026-02-30", "2026", "0000-01-01", "today"))


def _flag(chance: Chance) -> str:
    return chance.pick(("true", "false"), ("yes", "NO", "1", ""))


def _some(
    chance: Chance, kinds: dict[str, Callable[[Chance], Value]], needed: int
) -> dict[str, Value]:
    """Return the first keys of a table and some others, now and then one that is not of it."""
    names = [name for at, name in enumerate(kinds) if at < needed or chance.often(25)]
    found = {name: kinds[name](chance) for name in names}
    if chance.wild(8):
        found[chance.pick((*KEYS, *names, word(chance)))] = chance.pick(OTHERS)
    return found


OTHERS: Sequence[Value] = ("", "x", "true", [], {}, [[]], ["x"], {"": ""}, {"a": "b"})


# How it is written


def written(chance: Chance, value: Value) -> str:
    """Return a value as YAML, in one style here and in another there."""
    head = chance.pick(((), (), ("# note", ""), ("---",)), (("%YAML 1.1", "---"), ("", " ")))
    return "\n".join([*head, *_lines(chance, value, 0)]) + "\n"


def _lines(chance: Chance, value: Value, indent: int) -> list[str]:
    """Return the lines of a block."""
    margin = " " * indent
    if isinstance(value, dict) and value:
        return [line for key, each in value.items() for line in _entry(chance, margin, key, each)]
    if isinstance(value, list) and value:
        return [line for each in value for line in _entry(chance, margin, None, each)]
    return [margin + _scalar(chance, value, margin)]


def _entry(chance: Chance, margin: str, key: str | None, value: Value) -> list[str]:
    head = f"{margin}-" if key is None else f"{margin}{_key(chance, key)}:"
    above = [f"{margin}# above"] if chance.often(4) else []
    if isinstance(value, str) or not value or chance.often(12):
        mark = chance.pick(MARKED) if chance.wild(2) else ""
        return [*above, f"{head} {mark}{_scalar(chance, value, margin)}"]
    step = chance.pick((2, 2, 2, 4), (1,))
    below = _lines(chance, value, len(margin) + step)
    if key is None and not below[0].lstrip().startswith("#"):
        return [*above, f"{margin}-{' ' * (step - 1)}{below[0].lstrip()}", *below[1:]]
    return [*above, head + chance.pick(("", "", " # why")), *below]


MARKED = ("&a ", "*a ", "!!str ", "!x ", "! ", "<<: *a", "#x")


def _key(chance: Chance, key: str) -> str:
    if chance.often(96) and key.replace("-", "").isalnum():
        return key
    return chance.pick((json.dumps(key),), (f"? {key}\n", key))


def _scalar(chance: Chance, value: Value, margin: str) -> str:
    """Return a value on its key's line, or a text with marks of its own."""
    if not isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    comment = chance.pick(("", "", "", " # why"), (" #x",))
    kind = chance.upto(9)
    if chance.wild(20):
        return value if kind < 5 else value.replace("\n", f"\n{margin}  ")
    if kind < 3 and " " in value.strip() and value.isprintable():
        head = chance.pick(("|", ">", "|-", ">-", "|+"), ("|2", ">1-", "| x"))
        return f"{head}\n" + "\n".join(f"{margin}  {line}" for line in value.split("\n"))
    if kind < 6 and value.isprintable():
        return "'" + value.replace("'", "''") + "'" + comment
    return json.dumps(value, ensure_ascii=False).replace("\u2028", "\\u2028") + comment
