"""A sound site broken in many ways, one at a time: what was broken, and where that must be told.

The site stands in `tests/sound`; it uses each key of the format. A mutation changes one thing in
one file. Its error is due on the line that was changed; for a bracket or quote that lost its end,
that is where it opens, and for one that lost its beginning, where it closes. A line whose layout is
broken may still read well by itself. Then the error is due where it shows first: on the next line,
on the next one after the block that the line opens, or, where the line has become a part of the
text above, on the line of that text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import yaml

from argsite.formats.yaml.keys import ESSAY, PAPERS, POINT, SITE, TABLES, statement
from argsite.formats.yaml.nodes import Mapping, Node, Scalar, Sequence, parse
from argsite.problems import Problem
from argsite.source import Location, Manuscript

SOUND = Path(__file__).parent / "sound"
"""The folder of the site."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change of one file."""

    kind: str
    """What was broken: `key misspelt`."""

    path: str
    """The file."""

    text: str
    """Its whole text after the change."""

    lines: frozenset[int]
    """The lines on which the error is due."""

    what: str
    """What was changed, for the test's name."""

    hint: str = ""
    """A regular expression that a hint of the error must match; empty where any hint will do."""


@cache
def files() -> dict[str, str]:
    """Return the files of the sound site: path to text."""
    return {
        file.relative_to(SOUND).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(SOUND.rglob("*.yaml"))
    }


def mutations() -> Iterator[Mutation]:
    """Yield every mutation, by kind."""
    for kind, break_it in KINDS.items():
        for path, text in files().items():
            page = Page(path, text)
            for line, what, after, hint in break_it(page):
                lines = page.due(kind, line, what)
                yield Mutation(kind, path, after, lines, f"{line}: {what}", hint)


@dataclass(frozen=True, slots=True)
class Written:
    """A key with its value, as it stands in a file."""

    path: tuple[str, ...]
    """The keys above it and the key itself."""

    at: Location
    """Where the key stands."""

    value: Node
    """Its value."""

    in_flow: bool
    """True inside brackets or braces."""

    @property
    def key(self) -> str:
        """The key itself."""
        return self.path[-1]


Change = tuple[int, str, str, str]
"""The line that is changed, what is changed, the whole text afterwards, the hint that is due."""


class Page:
    """A file of the sound site, and ways to change it."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.lines = text.splitlines()
        self.keys = [*_keys(path, text)]

    def due(self, kind: str, line: int, what: str) -> frozenset[int]:
        """Return the lines on which the error of a change of `line` is due."""
        if kind == "number changed":  # which of the numbers is wrong, nobody can know
            return frozenset(each.at.line for each in self.keys if each.key == "number")
        if kind not in LAYOUT:
            return frozenset({line})
        opened = [self.end(each) for each in self.keys if each.at.line == line]
        end = max(opened, default=line)
        joined = {line - 1} if what in {"no -", "one more"} else set()
        closing = {end} if set(what) & set("[]{}") else set()
        return frozenset({line, line + 1, end + 1} | joined | closing)

    def with_lines(self, first: int, last: int, *new: str) -> str:
        """Return the text with lines `first` to `last` (from 1) replaced."""
        return "\n".join([*self.lines[: first - 1], *new, *self.lines[last:]]) + "\n"

    def with_part(self, at: Location, old: str, new: str) -> str:
        """Return the text with `old`, which stands at a place, replaced."""
        line = self.lines[at.line - 1]
        head, tail = line[: at.column - 1], line[at.column - 1 :]
        assert tail.startswith(old), (line, old)
        return self.with_lines(at.line, at.line, head + new + tail[len(old) :])

    def end(self, written: Written) -> int:
        """Return the last line of what a key is set to, from 1."""
        indent = written.at.column - 1
        last = written.at.line
        while last < len(self.lines) and re.match(
            rf" {{{indent + 1}}}| *[]}}]|$", self.lines[last]
        ):
            last += 1
        return last

    def with_value(self, written: Written, value: str) -> str:
        """Return the text with the value of a key replaced by one on the key's line."""
        line = self.lines[written.at.line - 1]
        head = line[: written.at.column - 1] + f"{written.key}:"
        return self.with_lines(written.at.line, self.end(written), f"{head} {value}".rstrip())


def _keys(path: str, text: str) -> Iterator[Written]:
    problems: list[Problem] = []
    root = parse(Manuscript(path, text), problems.append)
    assert not problems
    waiting: list[tuple[Node | None, tuple[str, ...], bool]] = [(root, (), False)]
    while waiting:
        node, above, in_flow = waiting.pop()
        if isinstance(node, Sequence):
            waiting.extend((each, above, in_flow or _is_flow(node, text)) for each in node.items)
        elif isinstance(node, Mapping):
            in_flow = in_flow or _is_flow(node, text)
            for key, (at, value) in node.entries.items():
                yield Written((*above, key), at, value, in_flow)
                waiting.append((value, (*above, key), in_flow))


def _is_flow(node: Node, text: str) -> bool:
    line = text.splitlines()[node.at.line - 1]
    return line[node.at.column - 1] in "[{"


# Keys


def misspell_key(page: Page) -> Iterator[Change]:
    """Drop, swap or double a letter of each key."""
    for each in page.keys:
        if each.path[-2:-1] == ("roles",):
            continue  # roles are words of the author's own
        for word in slips(each.key):
            after = page.with_part(each.at, each.key, word)
            yield each.at.line, word, after, f"'{each.key}'"


def slips(word: str) -> list[str]:
    """Return a word with a letter dropped, two swapped and one doubled, near its middle."""
    middle = len(word) // 2
    slipped = [
        word[:middle] + word[middle + 1 :],
        word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :],
        word[:middle] + word[middle] + word[middle:],
    ]
    return [each for each in slipped if each != word]


def repeat_key(page: Page) -> Iterator[Change]:
    """Write each key a second time, below its value."""
    for each in page.keys:
        if not each.in_flow:
            last = page.end(each)
            again = f"{' ' * (each.at.column - 1)}{each.key}: x"
            line = page.lines[last - 1]
            yield last + 1, each.key, page.with_lines(last, last, line, again), "keep one"


NEEDED = {table.what: {key.name for key in table.needs} for table in TABLES}


def remove_needed_key(page: Page) -> Iterator[Change]:
    """Remove each key that cannot be left out."""
    for each in page.keys:
        if each.key not in _needed(page.path, each) or each.in_flow:
            continue
        first, last = each.at.line, page.end(each)
        line = page.lines[first - 1]
        is_item = line.lstrip().startswith("- ") and line.index("- ") == each.at.column - 3
        rest = page.lines[last:]
        if is_item:  # the next key comes behind the hyphen
            rest[0] = line[: each.at.column - 1] + rest[0].lstrip()
        above = _first_line(page, each)
        due = above if above < first or is_item else first
        text = "\n".join([*page.lines[: first - 1], *rest]) + "\n"
        yield due, each.key, text, f"write '{each.key}: …'"


def _needed(path: str, written: Written) -> set[str]:
    """Return the keys that the mapping around a key needs."""
    above = written.path[-2] if len(written.path) > 1 else ""
    if not above:
        table = SITE if "site" in path else ESSAY if path.endswith("essay.yaml") else POINT
        names = {key.name for key in table.needs}
        return names | {"claim"} if table is POINT else names
    if above == "points":
        return {key.name for key in POINT.needs} | {"claim"}
    if above == "accent":
        return {PAPERS.needs[0].name}
    if above in {"contention", "claim", "claims", "premises", "rebuttals", "undercuts", "together"}:
        return {statement.TEXT.name}
    return set()


def _first_line(page: Page, written: Written) -> int:
    """Return the line on which the mapping around a key begins."""
    return min(
        each.at.line
        for each in page.keys
        if each.path[:-1] == written.path[:-1]
        and each.at.column == written.at.column
        and not any(
            page.lines[line][: written.at.column - 1].strip()
            for line in range(each.at.line, written.at.line)
        )
        and each.at.line <= written.at.line
    )


# Values


WRONG = ("[x]", "{x: y}", "", '""', "x", "null")
"""What each value is replaced by, where its key does not take that."""

TEXTS = {
    *("title", "subtitle", "author", "summary", "description", "licence", "text", "by", "label"),
    *("page", "quote", "note", "footer", "prose", "id", "ref", "scheme", "theme"),
}
"""Keys that take any word, `null` among them; and those whose words are checked otherwise."""


def replace_value(page: Page) -> Iterator[Change]:
    """Put a list, a mapping, nothing, an empty text or another text in place of each value."""
    for each in page.keys:
        if each.in_flow or each.path[-2:-1] == ("roles",):
            continue
        for value in WRONG:
            if not _is_right(each, value):
                yield each.at.line, f"{each.key}: {value}", page.with_value(each, value), ""


def _is_right(written: Written, value: str) -> bool:
    key = written.key
    if value in {"x", "null"}:
        is_fonts = written.path[-2:-1] == ("fonts",)
        return (key in TEXTS and not is_fonts) or key in {"contention", "claim"}
    if value == "[x]":
        lists = {"author", "premises", "rebuttals", "undercuts", "sources", "aliases", "tags"}
        return key in lists - {"sources"} or key in {"together", "claims"}
    return False


def break_value(page: Page) -> Iterator[Change]:
    """Give numbers, dates, addresses and flags a form that they cannot have."""
    for each in page.keys:
        if isinstance(each.value, Scalar):
            for pattern, values in FORMS.items():
                if re.fullmatch(pattern, "/".join(each.path[-2:])):
                    for value in values:
                        after = page.with_part(each.value.at, _written(page, each), value)
                        yield each.at.line, f"{each.key}: {value}", after, ""


FORMS = {
    r"(.*/)?(date|updated)": ("2026-3-2", "2026-13-02", "2026-02-30", "02.03.2026", "yesterday"),
    r".*/accessed": ("2026-1", "26", "2026/01/31", "January 2026"),
    r"(.*/)?number": ("0", "one", "1.5", "-1", "I", "#"),
    r".*/weight": ("0", "-1", "two", "1e3", '"2,5"', "50 %"),
    r"(.*/)?(url|archived)": ("example.org", "htp://example.org", "https:/example.org", "https://"),
    r".*/(implicit|presumed|accepted)": ("yes", "tru", "1", "False", "maybe"),
    r"(.*/)?language": ("english", "en_GB", "e", "gb"),
    r"accent/(light|dark)": ("red", '"#12"', '"7a1f2b"', '"#7a1f2g"'),
    r"fonts/(prose|interface)": ("Georgia", "serif,", "url(x), serif"),
    r".*/id": ("two words", "a.b", "a/b", "-a", "index", '"#a"'),
}
"""Keys, with the key above them, and values that they cannot have."""


def misspell_word(page: Page) -> Iterator[Change]:
    """Misspell each word of a few that a key takes."""
    for each in page.keys:
        if each.key in {"expect", "search", "theme"} and isinstance(each.value, Scalar):
            for word in slips(each.value.text):
                after = page.with_part(each.value.at, each.value.text, word)
                yield each.at.line, f"{each.key}: {word}", after, f"'{each.value.text}'"
        if each.key in {"lists", "essays"} and isinstance(each.value, Sequence):
            for item in each.value.items:
                assert isinstance(item, Scalar)
                for word in slips(item.text):
                    after = page.with_part(item.at, item.text, word)
                    yield item.at.line, f"{each.key}: {word}", after, f"'{item.text}'"


def misspell_target(page: Page) -> Iterator[Change]:
    """Misspell the target of each ref, role and link."""
    for each in page.keys:
        is_role = each.path[-2:-1] == ("roles",)
        if (each.key == "ref" or is_role) and isinstance(each.value, Scalar):
            target = each.value.text
            if not target.isdigit():
                for word in slips(target):
                    after = page.with_part(each.value.at, target, word)
                    yield each.at.line, word, after, re.escape(target.rpartition("/")[2])
    for number, line in enumerate(page.lines, 1):
        for link in re.finditer(r"\]\(([a-z]*#)([a-z-]+)\)", line):
            for word in slips(link[2]):
                at = Location(page.path, number, link.start(2) + 1)
                yield number, word, page.with_part(at, link[2], word), f"'#?{link[2]}'"


def misspell_scheme(page: Page) -> Iterator[Change]:
    """Misspell the name of each scheme."""
    for each in page.keys:
        if each.key == "scheme" and isinstance(each.value, Scalar):
            for word in slips(each.value.text):
                after = page.with_part(each.value.at, each.value.text, word)
                yield each.at.line, word, after, f"'{each.value.text}'"


def misspell_quote(page: Page) -> Iterator[Change]:
    """Misspell a passage that must occur in the prose."""
    for each in page.keys:
        if each.key == "quote" and each.path[-2] != "sources":
            after = page.with_part(each.value.at, "the park safe", "the park save")
            yield each.at.line, "the park save", after, ""


def change_number(page: Page) -> Iterator[Change]:
    """Give a point another number."""
    for each in page.keys:
        if each.key == "number" and isinstance(each.value, Scalar):
            for number in {"1", "2", "3", "12"} - {each.value.text}:
                after = page.with_part(each.value.at, each.value.text, number)
                yield each.at.line, number, after, ""


def take_id(page: Page) -> Iterator[Change]:
    """Give a statement the id of another one of its file."""
    ids = [each.value for each in page.keys if each.key == "id" and isinstance(each.value, Scalar)]
    for one, other in pairwise(sorted(ids, key=lambda each: each.at)):
        after = page.with_part(other.at, other.text, one.text)
        yield other.at.line, one.text, after, "the other stands at"


def _written(page: Page, written: Written) -> str:
    """Return a scalar as it is written, with its quotes."""
    at = written.value.at
    return page.lines[at.line - 1][at.column - 1 : at.column - 1 + at.width]


# Layout


BRACKETS = (
    *(yaml.FlowSequenceStartToken, yaml.FlowSequenceEndToken),
    *(yaml.FlowMappingStartToken, yaml.FlowMappingEndToken),
)

MARKS = (*BRACKETS, yaml.FlowEntryToken, yaml.BlockEntryToken, yaml.ValueToken)


def lose_mark(page: Page) -> Iterator[Change]:
    """Lose each bracket, quote, colon, comma, hyphen and bar that means something to YAML."""
    for line, index, char in _marks(page):
        yield line, f"no {char}", page.text[:index] + page.text[index + 1 :], ""


def double_mark(page: Page) -> Iterator[Change]:
    """Write each of them twice."""
    for line, index, char in _marks(page):
        yield line, f"{char}{char}", page.text[:index] + char + page.text[index:], ""


def _marks(page: Page) -> Iterator[tuple[int, int, str]]:
    """Yield each mark with the line on which an error is due and its place in the text."""
    opened: list[int] = []
    for token in yaml.scan(page.text, Loader=yaml.SafeLoader):
        line, index = token.start_mark.line + 1, token.start_mark.index
        if isinstance(token, BRACKETS[::2]):
            opened.append(line)
        elif isinstance(token, BRACKETS):
            line = opened.pop()
        if isinstance(token, MARKS):
            yield line, index, page.text[index]
        elif isinstance(token, yaml.ScalarToken) and token.style:
            yield line, index, token.style
            if token.style in {'"', "'"}:
                yield line, token.end_mark.index - 1, token.style


def shift_line(page: Page) -> Iterator[Change]:
    """Indent each line by one more, and by one less."""
    for number, line in enumerate(page.lines, 1):
        yield number, "one more", page.with_lines(number, number, f" {line}"), ""
        if line.startswith(" "):
            yield number, "one less", page.with_lines(number, number, line[1:]), ""


def put_tab(page: Page) -> Iterator[Change]:
    """Indent each line by a tab."""
    for number, line in enumerate(page.lines, 1):
        if line.startswith(" "):
            yield number, "tab", page.with_lines(number, number, f"\t{line.lstrip()}"), ""


LAYOUT = {"mark lost", "mark doubled", "line shifted", "tab"}
"""Kinds that break what YAML makes of lines, not what stands there."""

KINDS = {
    "key misspelt": misspell_key,
    "key twice": repeat_key,
    "key removed": remove_needed_key,
    "wrong type": replace_value,
    "wrong form": break_value,
    "word misspelt": misspell_word,
    "target misspelt": misspell_target,
    "scheme misspelt": misspell_scheme,
    "quote misspelt": misspell_quote,
    "number changed": change_number,
    "id taken": take_id,
    "mark lost": lose_mark,
    "mark doubled": double_mark,
    "line shifted": shift_line,
    "tab": put_tab,
}
"""Every kind of mutation, and what makes it."""
