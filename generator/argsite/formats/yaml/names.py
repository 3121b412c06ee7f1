"""The ids of an essay's statements and arguments."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple
from unicodedata import normalize

from argsite.formats import ids, naming
from argsite.formats.yaml.keys import statement as keys
from argsite.formats.yaml.keys import take
from argsite.formats.yaml.nodes import Mapping, Scalar
from argsite.formats.yaml.steps import Draft, Step, Written
from argsite.formats.yaml.values import short
from argsite.model import Kind
from argsite.problems import Code, Problem, Report
from argsite.source import Location, Passage


class Name(NamedTuple):
    """How a statement is called."""

    id: str
    """Its id."""

    is_derived: bool
    """True where the id was made of the text."""

    aliases: tuple[Passage, ...] = ()
    """Older ids."""


def name_statements(draft: Draft, report: Report) -> list[Name]:
    """Return a name for each statement: written ids first, then those made of texts."""
    taken: dict[str, tuple[str, Location]] = {}
    names = [_written_name(each, taken, report) for each in draft.statements]
    namer = naming.Namer(taken)
    return [
        name._replace(id=namer.name(_text(statement))) if name.is_derived else name
        for name, statement in zip(names, draft.statements, strict=True)
    ]


def name_step(step: Step, premises: tuple[str, ...], target: str, given: Counter[str]) -> str:
    """Return an id of an argument: first premise, kind and target, and a number where needed.

    `premises` are keys; `target` is an id: of a statement, or of the first premise of the step
    that is undercut. `given` counts what was given out before.
    """
    word = "undercuts" if step.kind is Kind.UNDERCUT else step.kind.value
    base = f"{premises[0].rpartition('/')[2]}.{word}.{target}"
    given[base] += 1
    return base if given[base] == 1 else f"{base}.{given[base]}"


def _written_name(written: Written, taken: dict[str, tuple[str, Location]], report: Report) -> Name:
    node = written.node
    if isinstance(node, Scalar):
        return _UNNAMED
    id_ = take(node, keys.ID, report) if keys.ID.name in node.entries else None
    own = ""
    if id_:
        ids.check(id_.text, id_.at, report, ids.STATEMENT_RESERVED)
        own = id_.text if _claim(id_, taken, report) else ""
    if keys.ALIASES.name not in node.entries:
        return Name(own, is_derived=False) if own else _UNNAMED
    aliases = [
        each
        for each in take(node, keys.ALIASES, report) or ()
        if ids.check(each.text, each.at, report, ids.STATEMENT_RESERVED)
        and _claim(each, taken, report)
    ]
    return Name(own, not own, tuple(aliases))


_UNNAMED = Name("", is_derived=True)


def _claim(id_: Passage, taken: dict[str, tuple[str, Location]], report: Report) -> bool:
    folded = ids.fold(id_.text)
    if folded not in taken:
        taken[folded] = (id_.text, id_.at)
        return True
    other, at = taken[folded]
    message = f"id '{short(id_.text)}' is taken"
    if normalize("NFC", other) == normalize("NFC", id_.text) != other:
        message = f"{message}: '{short(other)}' is the same, composed in another way"
    elif other != id_.text:
        message = f"{message}: it differs from '{short(other)}' in case only"
    hint = f"the other stands at {at.path}:{at.line}:{at.column}; ids are unique in an essay"
    report(Problem(Code.DUPLICATE_ID, id_.at, message, hint))
    return False


def _text(written: Written) -> str:
    node = written.node
    if isinstance(node, Mapping):
        entry = node.entries.get(keys.TEXT.name)
        node = entry.value if entry and isinstance(entry.value, Scalar) else Scalar("", node.at)
    return node.text
