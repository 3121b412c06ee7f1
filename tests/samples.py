"""Essays of any size, like those that people write, to measure with."""

from __future__ import annotations

from pathlib import Path

_SUBJECTS = ("The lit path", "A night warden", "The eastern gate", "A shift worker", "The café")
_VERBS = ("keeps", "draws", "costs", "changes", "follows")
_OBJECTS = (
    "the square busy",
    "fewer people",
    "less than it saves",
    "how a park is used",
    "a habit",
)


def write_essay(
    root: Path, slug: str, statements: int, *, points: int = 7, others: tuple[str, ...] = ()
) -> None:
    """Write an essay of about so many statements into `root`/content/`slug`.

    Its points have two to four levels, linked premises, undercuts, sources, prose that links to
    statements, and refs: to the essay's own statements and to the first claims of `others`.
    """
    folder = root / "content" / slug
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "essay.yaml").write_text(_main(slug, points, others), encoding="utf-8")
    for number in range(1, points + 1):
        share = statements * number // points - statements * (number - 1) // points
        text = _Point(slug, number, share).text()
        (folder / f"{number}-point.yaml").write_text(text, encoding="utf-8")


def write_site(root: Path, essays: int, statements: int) -> None:
    """Write a site of so many essays of about so many statements each."""
    for number in range(1, essays + 1):
        others = (f"essay-{number - 1}",) if number > 1 else ()
        write_essay(root, f"essay-{number}", statements, others=others)


def _main(slug: str, points: int, others: tuple[str, ...]) -> str:
    refs = "".join(f"    - ref: point-{number}\n" for number in range(1, points + 1))
    refs += "".join(f"    - ref: {other}/point-1\n" for other in others)
    return (
        f"title: The essay {slug}\nauthor: A. Writer\ndate: 2026-03-02\nlanguage: en\n"
        f"summary: An essay made to measure with.\n"
        f"prose: |\n  It opens with [its first point](#point-1).\n"
        f"contention:\n  id: contention\n  text: What {slug} comes to.\n  premises:\n{refs}"
    )


class _Point:
    """Writes one point, statement by statement, until its share is used up."""

    def __init__(self, slug: str, number: int, share: int) -> None:
        self._slug = slug
        self._number = number
        self._left = max(0, share - 1)
        self._made = 0
        self._lines: list[str] = []

    def text(self) -> str:
        """Return the point's YAML."""
        self._lines += [
            f"number: {self._number}",
            f"title: Point {self._number} of the essay",
            "prose: |",
            f"  The point begins with [its claim](#point-{self._number}), and goes on for a while,",
            "  so that there is something to read beside the map.",
            "claim:",
            f"  id: point-{self._number}",
            f"  text: What point {self._number} claims.",
        ]
        self._lines.append("  premises:")
        while self._left > 0:
            self._branch("    ", 1)
        if self._made == 0:
            self._lines.pop()
        return "\n".join(self._lines) + "\n"

    def _branch(self, indent: str, level: int) -> None:
        """Write an item with what stands below it: one of a few shapes in turn."""
        shape = self._made % 5
        if shape == 0:
            self._item(indent, f"- {self._sentence()}")
        elif shape == 1 and self._left > 2:
            self._item(indent, "- together:")
            self._lines.append(f"{indent}    - {self._sentence()}")
            self._lines.append(f"{indent}    - text: {self._sentence()}")
            self._lines.append(f"{indent}      implicit: true")
            self._lines.append(f"{indent}  scheme: correlation-to-cause")
            self._lines.append(f"{indent}  undercuts:")
            self._lines.append(f"{indent}    - {self._sentence()}")
        else:
            self._statement(indent, level, shape)

    def _statement(self, indent: str, level: int, shape: int) -> None:
        name = f"p{self._number}-s{self._made}"
        self._lines.append(f"{indent}- id: {name}")
        self._lines.append(f"{indent}  text: {self._sentence()}")
        if shape == 3:
            self._lines.append(
                f'{indent}  sources: [{{title: Report {self._made}, url: "https://example.org/{name}"}}]'
            )
            self._lines.append(f"{indent}  note: See [the claim](#point-{self._number}) and *why*.")
        if level < 3 and self._left > 3:
            self._lines.append(f"{indent}  premises:")
            self._branch(indent + "    ", level + 1)
            self._lines.append(f"{indent}  rebuttals:")
            self._branch(indent + "    ", level + 1)
            if shape == 4:
                self._lines.append(f"{indent}    - ref: {name}-none")
                self._lines[-1] = f"{indent}    - ref: point-{self._number % 7 + 1}"

    def _item(self, indent: str, line: str) -> None:
        self._lines.append(f"{indent}{line}")

    def _sentence(self) -> str:
        made = self._made
        self._made += 1
        self._left -= 1
        words = f"{_SUBJECTS[made % 5]} {_VERBS[made // 5 % 5]} {_OBJECTS[made // 25 % 5]}"
        return f"{words} in case {self._number}.{made} of {self._slug}."
