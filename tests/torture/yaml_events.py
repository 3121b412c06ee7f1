"""What a document of YAML says, as the events of the yaml-test-suite: what is due, what is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argsite.formats.yaml.nodes import Mapping, Node, Scalar, Sequence
from tests.suites import Document

_ESCAPES = {"n": "\n", "t": "\t", "b": "\b", "r": "\r", "0": "\0", "\\": "\\"}
_EVENT = re.compile(
    r" *(?P<kind>=VAL|=ALI|[+-](?:STR|DOC|MAP|SEQ))(?: (?:---|\.\.\.|\[\]|\{\}))?"
    r"(?P<anchor> &\S+)?(?P<tag> <[^>]*>)?(?: (?P<value>.*))?"
)


def read(node: Node) -> list[str]:
    """Return the events of what was read."""
    found: list[str] = []
    work: list[Node | str] = [node]
    while work:
        each = work.pop()
        if isinstance(each, str):
            found.append(each)
        elif isinstance(each, Scalar):
            found.append(f"=VAL {each.text}")
        elif isinstance(each, Sequence):
            found.append("+SEQ")
            work += ["-SEQ", *reversed(each.items)]
        else:
            assert isinstance(each, Mapping)
            found.append("+MAP")
            work.append("-MAP")
            for key, entry in reversed(each.entries.items()):
                work += [entry.value, f"=VAL {key}"]
    return found


def due(document: Document) -> list[str]:
    """Return the events of what is written; how it is written is left out."""
    found = []
    for event in _events(document):
        if event["kind"] == "=VAL":
            # The first sign says how the text is quoted.
            text = re.sub(r"\\(.)", lambda each: _ESCAPES[each[1]], event["value"][1:])
            found.append(f"=VAL {text}")
        elif event["kind"][1:] in {"MAP", "SEQ"}:
            found.append(event["kind"])
    return found


def unused(document: Document) -> set[str]:
    """Return what a document holds that Argsite refuses, since authors' files need none of it."""
    events = list(_events(document))
    kinds = [each["kind"] for each in events]
    found = {
        "an anchor or alias": "=ALI" in kinds or any(each["anchor"] for each in events),
        "a tag": any(each["tag"] for each in events),
        "several documents": kinds.count("+DOC") > 1,
        "nothing": "+DOC" not in kinds,
        "a directive": re.search("^%", document.text, re.MULTILINE) is not None,
        "a list or mapping as a key": _has_odd_key(kinds),
        "a control character": any("\b" in each for each in due(document)),
    }
    return {name for name, holds in found.items() if holds}


def _has_odd_key(kinds: list[str]) -> bool:
    """Say whether the key of a mapping is no text."""
    counts: list[tuple[str, int]] = []
    for kind in kinds:
        if kind in {"-MAP", "-SEQ"}:
            counts.pop()
        elif kind[1:] in {"VAL", "ALI", "MAP", "SEQ"}:
            if counts:
                parent, count = counts[-1]
                if parent == "+MAP" and count % 2 == 0 and kind[0] == "+":
                    return True
                counts[-1] = parent, count + 1
            if kind[0] == "+":
                counts.append((kind, 0))
    return False


def _events(document: Document) -> Iterator[re.Match[str]]:
    for row in document.tree.split("\n"):
        if row.strip():
            event = _EVENT.fullmatch(row)
            assert event, row
            yield event
