"""Made-up essays that are built like real ones: seven points, two to four levels, few refs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.vocabulary import Writer

POINTS = 7
"""How many points an essay has."""

STATEMENTS = 100
"""How many statements an essay has."""

_DEEPEST = 4
_SCHEMES = ("example", "sign", "consequences", "analogy", "expert-opinion", "best-explanation")


@dataclass(slots=True)
class Argument:
    """An item for, against, or against a step."""

    premises: list[Statement | str]
    """Statements, or refs to some that stand elsewhere."""

    scheme: str = ""
    """The kind of step."""

    undercuts: list[Argument] = field(default_factory=list)
    """What speaks against the step."""


@dataclass(slots=True)
class Statement:
    """A statement with what is said about it."""

    name: str
    """Its id."""

    text: str
    """What it says."""

    level: int = 0
    """How deep it stands."""

    keys: list[str] = field(default_factory=list)
    """Lines of its further keys."""

    premises: list[Argument] = field(default_factory=list)
    """What speaks for it."""

    rebuttals: list[Argument] = field(default_factory=list)
    """What speaks against it."""


def write_essay(root: Path, number: int, statements: int = STATEMENTS) -> None:
    """Write the essay of a number into `root`/content; the same number is the same essay."""
    essay = _Essay(number)
    folder = root / "content" / essay.slug
    folder.mkdir(parents=True, exist_ok=True)
    share = [statements * each // POINTS for each in range(POINTS + 1)]
    for point in range(1, POINTS + 1):
        text = essay.point(point, share[point] - share[point - 1] - (point == POINTS))
        (folder / f"{point}-point.yaml").write_text(text, encoding="utf-8")
    (folder / "essay.yaml").write_text(essay.opening(), encoding="utf-8")


class _Essay:
    """Writes one essay, point by point."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.slug = f"essay-{number}"
        self._writer = Writer(self.slug)
        self._names: set[str] = set()
        self._claims: list[Statement] = []
        self._known: list[str] = []

    def point(self, number: int, statements: int) -> str:
        """Return the text of a point of so many statements."""
        writer = self._writer
        claim = Statement(f"claim-{number}", writer.statement())
        grown = [claim]
        self._grow(grown, statements)
        for each in grown[1:]:
            each.keys += self._keys()
        claim.keys.append(f"tags: [{', '.join(writer.tags[: writer.random.randint(1, 3)])}]")
        prose = self._prose(grown)
        self._claims.append(claim)
        self._known += [each.name for each in grown]
        lines = [f"number: {number}", f"title: {writer.heading()}", "prose: |"]
        lines += [*(f"  {line}" for line in prose), "claim:", *_lines(claim, "  ", first="  ")]
        return "\n".join(lines) + "\n"

    def opening(self) -> str:
        """Return the text of the essay's main file."""
        writer = self._writer
        contention = Statement("contention", writer.statement())
        linked = self._claims[: writer.random.randint(2, 3)]
        contention.premises = [Argument([each.name for each in linked], "practical-reasoning")]
        contention.premises += [Argument([each.name]) for each in self._claims[len(linked) :]]
        links = [f"[{writer.passage()}](#{each.name})" for each in self._claims[:3]]
        lines = [
            f"title: {writer.heading()}",
            f"subtitle: What {writer.town} can learn about {writer.topic}",
            f"author: {writer.people[0]}",
            f"date: {2020 + self.number % 6}-{self.number % 12 + 1:02}-{self.number % 28 + 1:02}",
            "language: en",
            f"summary: {writer.statement()} {writer.statement()}",
            "prose: |",
            f"  Nobody in {writer.town} disputes who {links[0]}. It is less clear who {links[1]},",
            f"  or whether those who *{writer.passage()}* also {links[2]}.",
            "",
            f"  Seven points follow. {writer.statement()}",
            "contention:",
            *_lines(contention, "  ", first="  "),
        ]
        return "\n".join(lines) + "\n"

    def _grow(self, grown: list[Statement], statements: int) -> None:
        """Add statements below the first of `grown` until there are so many."""
        writer = self._writer
        steps: list[tuple[Argument, int]] = []
        while len(grown) < statements:
            left = statements - len(grown)
            chance = writer.random.random()
            above = writer.random.choice(grown[:1] * 3 + [x for x in grown if x.level < _DEEPEST])
            if chance < 0.1 and steps:
                step, level = writer.random.choice(steps)
                step.undercuts.append(Argument([self._new(grown, level)]))
                continue
            if len(above.premises) + len(above.rebuttals) > 3:
                continue
            count = min(left, writer.random.choice((1, 1, 1, 1, 2, 2, 3)))
            premises: list[Statement | str] = [
                self._new(grown, above.level + 1) for _ in range(count)
            ]
            if chance > 0.94 and (other := self._elsewhere()):
                premises.append(other)
            step = Argument(premises, writer.pick(_SCHEMES) if writer.likely(0.2) else "")
            is_rebuttal = (chance < 0.4 and above.level) or chance < 0.25
            (above.rebuttals if is_rebuttal else above.premises).append(step)
            steps.append((step, above.level + 1))

    def _elsewhere(self) -> str:
        """Return a ref to an earlier point, or now and then to an earlier essay."""
        if self.number > 1 and self._writer.likely(0.3):
            other = self._writer.random.randint(max(1, self.number - 20), self.number - 1)
            return f"essay-{other}/claim-{self._writer.random.randint(1, POINTS)}"
        return self._writer.random.choice(self._known) if self._known else ""

    def _new(self, grown: list[Statement], level: int) -> Statement:
        text = self._writer.statement()
        words = re.findall(r"[a-z]{3,}", text.lower().replace("the ", ""))
        base = name = "-".join(words[:3])
        while name in self._names:
            name = f"{base}-{len(self._names)}"
        self._names.add(name)
        grown.append(Statement(name, text, level))
        return grown[-1]

    def _keys(self) -> list[str]:
        """Return what a statement says of itself beside its text."""
        writer, keys = self._writer, []
        if writer.likely(0.4):
            keys.append(f"tags: [{', '.join(writer.random.sample(writer.tags, 2))}]")
        if writer.likely(0.15):
            keys.append(f"by: {writer.pick(writer.people[1:])}")
        if writer.likely(0.1):
            keys.append("implicit: true")
        if writer.likely(0.2):
            keys += ["note: |", f"  {writer.statement()} This is *not* disputed in {writer.town}."]
            if self._claims and writer.likely(0.5):
                claim = writer.random.choice(self._claims)
                keys.append(f"  It is told at length [elsewhere](#{claim.name}).")
        if writer.likely(0.25):
            title, author, url, date = writer.random.choice(writer.works)
            keys += ["sources:", f"  - title: {title}", f"    author: {author}"]
            keys += [f"    url: {url}", f"    date: {date}"]
        return keys

    def _prose(self, grown: list[Statement]) -> list[str]:
        """Return the prose of a point: two paragraphs that link some statements, quote one."""
        writer = self._writer
        linked = [grown[0], *writer.random.sample(grown[1:], min(5, len(grown) - 1))]
        links = [f"[{writer.passage()}](#{each.name})" for each in linked]
        quote = writer.passage()
        linked[-1].keys.append(f"quote: {quote}")
        lines = [f"{writer.statement()} Some {link}, others did not." for link in links[:3]]
        lines += ["", f"{writer.statement()} It was said that they *{quote}* in those years."]
        return lines + [f"And yet they {link}; {writer.topic} came second." for link in links[3:]]


def _lines(each: Statement, indent: str, *, first: str) -> list[str]:
    """Return a statement as YAML; `first` begins its first line."""
    lines = [f"{first}id: {each.name}", f"{indent}text: {each.text}"]
    lines += [f"{indent}{key}" for key in each.keys]
    for word, arguments in (("premises", each.premises), ("rebuttals", each.rebuttals)):
        if arguments:
            lines.append(f"{indent}{word}:")
            lines += [line for item in arguments for line in _item(item, indent + "  ")]
    return lines


def _item(item: Argument, indent: str) -> list[str]:
    """Return an argument as an item of a list in YAML."""
    if len(item.premises) == 1:
        lines = _premise(item.premises[0], indent)
    else:
        lines = [f"{indent}- together:"]
        lines += [line for each in item.premises for line in _premise(each, indent + "    ")]
    if item.scheme:
        lines.append(f"{indent}  scheme: {item.scheme}")
    if item.undercuts:
        lines.append(f"{indent}  undercuts:")
        lines += [line for each in item.undercuts for line in _item(each, indent + "    ")]
    return lines


def _premise(premise: Statement | str, indent: str) -> list[str]:
    if isinstance(premise, str):
        return [f"{indent}- ref: {premise}"]
    return _lines(premise, indent + "  ", first=f"{indent}- ")
