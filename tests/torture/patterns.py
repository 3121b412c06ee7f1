"""Every regular expression of the package, how it is used, and texts that make it go back."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import NamedTuple

from tests.effort import effort

PACKAGE = Path(__file__).parents[2] / "generator" / "argsite"

WAYS = {"search", "match", "fullmatch", "sub", "finditer", "findall", "split"}
"""How a pattern is used."""


class Used(NamedTuple):
    """A pattern and one way in which it is used."""

    module: str
    """The module that uses it."""

    pattern: re.Pattern[str]
    """The pattern, made to look at text where it looks at bytes."""

    way: str
    """The method."""

    def on(self, text: str) -> None:
        """Use it on a text, to the end."""
        if self.way == "sub":
            self.pattern.sub("", text)
        elif self.way == "finditer":
            for _ in self.pattern.finditer(text):
                pass
        else:
            getattr(self.pattern, self.way)(text)


@cache
def used() -> tuple[Used, ...]:
    """Return every use, found by reading the package's code."""
    found = (each for path in sorted(PACKAGE.rglob("*.py")) for each in _used(path))
    return tuple(dict.fromkeys(found))


def _used(path: Path) -> Iterator[Used]:
    name = ".".join(("argsite", *path.relative_to(PACKAGE).with_suffix("").parts))
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Attribute) and node.attr in WAYS):
            continue
        if isinstance(node.value, ast.Name) and node.value.id not in {"re", "self"}:
            pattern = getattr(import_module(name.removesuffix(".__init__")), node.value.id, None)
            if isinstance(pattern, re.Pattern):
                yield Used(name, _of_text(pattern), node.attr)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            first = node.args[0]
            is_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
            if is_re and node.func.attr in WAYS and isinstance(first, ast.Constant):
                flags = re.IGNORECASE if "IGNORECASE" in ast.dump(node) else 0
                flags |= re.MULTILINE if "MULTILINE" in ast.dump(node) else 0
                yield Used(name, re.compile(str(first.value), flags), node.func.attr)


def _of_text(pattern: re.Pattern[str] | re.Pattern[bytes]) -> re.Pattern[str]:
    if isinstance(pattern.pattern, str):
        return pattern
    return re.compile(pattern.pattern.decode("latin-1"), pattern.flags & ~re.UNICODE)


def baits(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    """Yield texts of what the pattern looks for, over and over, and an end that it does not."""
    own = sorted({*re.sub(r"\\.|\[\^?|[(){}?*+|]", "", pattern.pattern)[:40]})
    pairs = (*own[: effort(3, 40)], *" \na1]-")
    pieces = [*own, *"a1 \n-.A", *map("".join, product(pairs, pairs)), *words(pattern)]
    for piece in dict.fromkeys(pieces):
        for begin, end in (("", "\x00"), ("", ""), (f"{piece[:1]}a", "!"))[: effort(1, 3)]:
            yield begin + piece * (length // len(piece)) + end


def words(pattern: re.Pattern[str]) -> list[str]:
    """Return the runs of literal signs in a pattern, each with another one and alone."""
    found = re.findall(r"[\w<>\[\](){}#:=\"' /-]{2,12}", pattern.pattern.replace("\\", ""))[:6]
    return [*found, *map("".join, product(found, found)), *(f"{each} " for each in found)]
