"""What readers see of a page: to make sure that two programs made the same one."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

_WORD = re.compile(r"\w+")
_SAMPLE = 500
"""About so many pages of essays are looked at."""

_EMPTY = frozenset({"br", "input", "img", "hr", "link", "meta"})


def words(page: str) -> Counter[str]:
    """Return the words within a page's `main`, without drawings and what belongs to them."""
    reader = _Reader()
    reader.feed(page)
    return Counter(_WORD.findall(" ".join(reader.texts)))


def differing(one: Path, other: Path, *, most: float = 0.01) -> list[str]:
    """Return the pages of two sites that differ in more than `most` of their words.

    A page that the other one lacks is one of these. Of very many pages of essays one in so many is
    looked at, of all others each.
    """
    found = []
    paths = sorted(each.relative_to(one).as_posix() for each in one.rglob("*.html"))
    of_essays = [path for path in paths if path.startswith("essay-")]
    others = [path for path in paths if not path.startswith("essay-")]
    for path in (*of_essays[:: 1 + len(of_essays) // _SAMPLE], *others):
        here = words((one / path).read_text(encoding="utf-8"))
        file = other / path
        there = words(file.read_text(encoding="utf-8")) if file.is_file() else Counter()
        apart = ((here - there) + (there - here)).total()
        if apart > most * max(1, here.total()):
            found.append(f"{path}: {list(((here - there) + (there - here)).items())[:5]}")
    return found


class _Reader(HTMLParser):
    """Collects texts within `main`."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._open: list[bool] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in _EMPTY or not (self._open or tag == "main"):
            return
        facts = dict(attributes)
        drawn = tag == "svg" or "seek" in (facts.get("class") or "").split()
        self._open.append(drawn or "hidden" in facts or (bool(self._open) and self._open[-1]))

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag not in _EMPTY:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and not self._open[-1]:
            self.texts.append(data)
