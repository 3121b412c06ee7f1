"""Essays as any hand may write them: random statements, keys in any order, all of YAML's styles."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TypeAlias

Pair: TypeAlias = tuple[str, Callable[[int], None]]
"""A key, and what writes its value after it, told how far the key is indented."""

WORDS = (
    *(
        "park",
        "lit",
        "at night",
        "the",
        "a: b",
        "it's",
        '"so"',
        "#1",
        "x # y",
        "- z",
        "[one]",
        "{two}",
    ),
    *(
        "café",
        "ліхтар",
        "夜の公園",
        "الحديقة",
        "🙂",
        "👩‍👩‍👧",
        "e\u0301",
        "no",
        "1.10",
        "2026-01-15",
        "null",
    ),
    *(
        "\\n",
        "%",
        "@x",
        "`code`",
        "*em*",
        "a  b",
        "tab\there",
        "https://example.org/a?b=c#d",
        "&",
        "!",
    ),
    *("word" * 30, "?", ":", "key:", "~", "|", ">", "'", "''", '"', "--- a", "..."),
)
"""What the texts of these essays are made of."""

COMMENTS = (
    "# a note",
    "#",
    "# 'quoted' and \"so\"",
    "# - item: x",
    "# ünï 🙂",
    "## " + "long " * 30,
)


class Hand:
    """Writes an essay, with as many odd habits as chance gives it."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._lines: list[str] = []
        self._made = 0

    def essay(self) -> str:
        """Return an essay.yaml; not each of them is without errors."""
        pairs: list[Pair] = [
            ("title", self._text),
            ("prose", self._block),
            ("contention", lambda indent: self._statement(indent, 3)),
        ]
        if self._chance(0.5):
            self._lines += self._random.choices([*COMMENTS, ""], k=self._random.randrange(4))
        self._pairs(pairs, 0)
        if self._chance(0.3):
            self._lines += ["", *self._random.choices(COMMENTS, k=2)]
        return "\n".join(self._lines) + ("\n" if self._chance(0.9) else "")

    def _chance(self, share: float) -> bool:
        return self._random.random() < share

    def _words(self) -> str:
        count = self._random.choice((1, 2, 3, 5, 30))
        text = " ".join(self._random.choices(WORDS, k=count))
        self._made += 1
        if self._chance(0.1):
            text = f" {text} "
        if self._chance(0.1):
            text = text.replace(" ", "\n", 1)
        return f"S{self._made} {text}"

    def _comment(self, indent: int) -> None:
        if self._chance(0.1):
            self._lines.append("")
        while self._chance(0.15):
            margin = self._random.choice((indent, indent, indent + 2, 0))
            self._lines.append(f"{' ' * margin}{self._random.choice(COMMENTS)}")
        if self._chance(0.1):
            self._lines.append("")

    def _aside(self) -> str:
        return self._random.choice(("", "", "", " # aside", "     #    far", " # " + "long " * 15))

    def _pairs(self, pairs: list[Pair], indent: int, lead: str = "") -> None:
        """Write the keys of a mapping in any order; `lead` is what the first line begins with."""
        self._random.shuffle(pairs)
        for index, (key, write) in enumerate(pairs):
            if index or not lead:
                self._comment(indent)
            margin = lead if lead and not index else " " * indent
            self._lines.append(f"{margin}{key}:")
            write(indent)

    def _text(self, indent: int) -> None:
        self._lines[-1] += " " + self._scalar(self._words(), indent)

    def _block(self, indent: int) -> None:
        rows = [self._words().replace("\n", " ") for _ in range(self._random.randrange(1, 4))]
        rows[1:] = [self._random.choice(("", "  ")) + each for each in rows[1:]]
        mark = self._random.choice(("|", "|-", "|+", ">", ">-", ">+", "|2", ">2-"))
        margin = " " * (indent + 2 if "2" in mark else indent + self._random.choice((1, 2, 4)))
        if "2" in mark and self._chance(0.5):
            rows[0] = f"  {rows[0]}"
        self._lines[-1] += f" {mark}{self._aside()}"
        self._lines += [
            self._random.choice(("", margin + each)) if not each else margin + each for each in rows
        ]
        self._lines += [""] * self._random.randrange(3)

    def _scalar(self, text: str, indent: int) -> str:
        """Return a text in some style; the plain one may not be right YAML."""
        style = self._random.choice(("plain", "plain", "single", "double", "double", ">-", "|-"))
        margin = " " * (indent + self._random.choice((1, 2, 4)))
        if style == "plain":
            return text.replace("\n", f"\n{margin}").strip() + self._aside()
        if style == "single":
            return (
                "'" + text.replace("'", "''").replace("\n", f"\n\n{margin}") + "'" + self._aside()
            )
        if style == "double":
            text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
            if self._chance(0.3):
                text = text.replace(" ", f"\n{margin}", 1)
            return f'"{text}"{self._aside()}'
        rows = text.strip().split("\n")
        return f"{style}{self._aside()}\n" + "\n".join(f"{margin}{each}" for each in rows)

    def _statement(self, indent: int, levels: int, lead: str = "") -> None:
        """Write a statement after a key or, with a lead, as an item."""
        bare = self._chance(0.3)
        if bare:
            start = lead or self._lines.pop() + " "
            parent = indent - 2 if lead else indent
            self._lines.append(start + self._scalar(self._words(), parent))
            return
        if self._chance(0.1):
            start = lead or self._lines.pop() + " "
            name = f"id: s{self._made}, " if self._chance(0.5) else ""
            self._lines.append(f"{start}{{{name}text: S{self._made} in braces}}{self._aside()}")
            self._made += 1
            return
        below = indent if lead else indent + 2
        pairs: list[Pair] = [("text", self._text)]
        if self._chance(0.5):
            pairs.append(("id", lambda _at: self._add(f" s{self._made}{self._aside()}")))
        if self._chance(0.3):
            pairs.append(("tags", lambda _at: self._add(f" [a, 'b c', \"d\"]{self._aside()}")))
        if self._chance(0.2):
            pairs.append(("note", self._block))
        below_it = [key for key in ("premises", "rebuttals") if levels and self._chance(0.5)]
        pairs += [(key, lambda at: self._items(at, levels - 1)) for key in below_it]
        if not lead:
            self._lines[-1] += self._aside()
        self._pairs(pairs, below, lead)

    def _add(self, words: str) -> None:
        self._made += 1
        self._lines[-1] += words

    def _items(self, indent: int, levels: int) -> None:
        self._lines[-1] += self._aside()
        margin = indent + self._random.choice((0, 2, 2, 4))
        for _ in range(self._random.randrange(1, 4)):
            self._comment(margin)
            lead = " " * margin + "-" + " " * self._random.choice((1, 1, 3))
            if levels and self._chance(0.2):
                self._lines.append(f"{lead}together:")
                self._items(len(lead), levels - 1)
            else:
                self._statement(len(lead), levels, lead)
        if self._chance(0.2):
            self._lines.append(f"{' ' * margin}{self._random.choice(COMMENTS)}")
