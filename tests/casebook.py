"""Cases written as Markdown, so that an author can read them: a title, a sentence, input, result.

    ## A claim without words

    Each statement says something.

    ```yaml content/park/essay.yaml
    …
    ```

    ```problems
    …
    ```

A fence is named by what follows its language, or by its language where nothing does. The last
fences of a case are what is expected; `pytest --rewrite-goldens` writes them anew.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"
"""The folder of all case files."""

_SECTION = re.compile(r"^## +(?P<title>.+?)[ \t]*$", re.MULTILINE)
_FENCE = re.compile(
    r"^(?P<mark>`{3,})(?P<language>[^\s`]+)(?:[ \t]+(?P<name>[^\n`]+?))?[ \t]*\n"
    r"(?P<text>.*?)^(?P=mark)[ \t]*$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a case file."""

    path: Path
    """The case file."""

    title: str
    """Its heading."""

    sentence: str
    """What stands between the heading and the first fence."""

    fences: Mapping[str, str]
    """Name of each fence to its text, which ends with a line break unless it is empty."""


def read_cases(folder: str) -> list[Case]:
    """Return all cases of the files in `tests/cases/<folder>`, by file and place."""
    files = sorted((CASES / folder).glob("*.md"))
    return [case for path in files for case in parse(path, path.read_text(encoding="utf-8"))]


def parse(path: Path, text: str) -> list[Case]:
    """Return the cases of a case file."""
    return [_case(path, title, body) for title, body in _sections(text)]


def rewrite(case: Case, name: str, text: str) -> None:
    """Put `text` into the case's fence `name`, in its file; append the fence if there is none."""
    whole = case.path.read_text(encoding="utf-8")
    body = next(body for title, body in _sections(whole) if title == case.title)
    whole = whole.replace(body, _with_fence(body, name, text), 1)
    case.path.write_text(f"{whole.rstrip()}\n", encoding="utf-8")


def _sections(text: str) -> list[tuple[str, str]]:
    """Return title and body of each section; a `##` inside a fence begins none."""
    fenced = [(fence.start(), fence.end()) for fence in _FENCE.finditer(text)]
    heads = [
        head
        for head in _SECTION.finditer(text)
        if not any(start < head.start() < end for start, end in fenced)
    ]
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return [(head["title"], text[head.end() : end]) for head, end in zip(heads, ends, strict=True)]


def _case(path: Path, title: str, body: str) -> Case:
    fences = list(_FENCE.finditer(body))
    before = body[: fences[0].start()] if fences else body
    by_name = {fence["name"] or fence["language"]: fence["text"] for fence in fences}
    return Case(path, title, " ".join(before.split()), by_name)


def _with_fence(body: str, name: str, text: str) -> str:
    if text and not text.endswith("\n"):
        text += "\n"
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    mark = "`" * max(3, longest + 1)
    for fence in _FENCE.finditer(body):
        if (fence["name"] or fence["language"]) == name:
            info = body[fence.start("language") : fence.start("text")].rstrip("\n")
            new = f"{mark}{info}\n{text}{mark}"
            return body[: fence.start()] + new + body[fence.end() :]
    return f"{body.rstrip()}\n\n{mark}{name}\n{text}{mark}\n\n"
