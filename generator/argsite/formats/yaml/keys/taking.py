"""Taking values out of a mapping by their keys, and reporting keys that do not belong there."""

from __future__ import annotations

from typing import TypeVar

from argsite.formats.yaml.keys.key import Key, Table
from argsite.formats.yaml.nodes import Mapping, Scalar
from argsite.problems import Code, Problem, Report, did_you_mean, nearest

T = TypeVar("T")

NOT_YET = {
    "litmus": "litmus tests are not read by this version",
    "answers": "answers to critical questions are not read by this version",
}
"""Keys of the format that this version does not read."""


def take(mapping: Mapping, key: Key[T], report: Report) -> T | None:
    """Return the value of `key`; None where it is not there, or after a report."""
    entry = mapping.entries.get(key.name)
    return None if entry is None else key.value.read(key.name, entry.value, report)


def need(mapping: Mapping, key: Key[T], table: Table, report: Report) -> T | None:
    """Return the value of `key` as `take` does; report it where it is missing."""
    if key.name not in mapping.entries and not _meant(mapping, key, table):
        message = f"{table.what} needs '{key.name}'"
        report(Problem(Code.MISSING_KEY, mapping.at, message, f"write '{key.name}: …'"))
    return take(mapping, key, report)


def check_keys(mapping: Mapping, table: Table, report: Report) -> None:
    """Report every key that does not belong in the mapping."""
    if mapping.entries.keys() <= table.names:
        return
    for name, (at, _) in mapping.entries.items():
        if name in table.names:
            continue
        if name in NOT_YET:
            hint = "take it out; what it says may stand in a 'note' meanwhile"
            report(Problem(Code.NOT_YET, at, NOT_YET[name], hint))
        elif name in table.misplaced:
            message = table.reason.format(key=name)
            report(Problem(Code.UNKNOWN_KEY, at, message, table.hint))
        else:
            near = _with_colon(name, table) or did_you_mean(name, _near(table))
            if not near and _is_text(mapping, table):
                near = "if this is one text with a colon in it, put it in quotes"
            hint = near or f"known here: {', '.join(sorted(table.names))}"
            message = f"unknown key '{name[:60]}' in {table.what}"
            report(Problem(Code.UNKNOWN_KEY, at, message, hint))


def _with_colon(name: str, table: Table) -> str:
    """Say where a colon is missing, if the unknown key is a known one and its value."""
    key, _, value = name.partition(" ")
    return f"write '{key}: {value[:40]}'" if value and key in table.names else ""


def _meant(mapping: Mapping, key: Key[T], table: Table) -> bool:
    """Say whether an unknown key, reported already, looks like `key` misspelt or a text."""
    if _is_text(mapping, table):
        return True
    unknown = (name for name in mapping.entries if name not in table.names)
    meant = {nearest(name, _near(table)) for name in unknown}
    return key.name in meant or not meant.isdisjoint(table.others)


def _near(table: Table) -> list[str]:
    """Return what an unknown key may be a slip of."""
    return sorted(table.names | table.misplaced | table.others)


def _is_text(mapping: Mapping, table: Table) -> bool:
    """Say whether a mapping is a text with a colon in it, which YAML takes for key and value."""
    if len(mapping.entries) != 1:
        return False
    ((name, entry),) = mapping.entries.items()
    return isinstance(entry.value, Scalar) and name not in table.names | table.misplaced
