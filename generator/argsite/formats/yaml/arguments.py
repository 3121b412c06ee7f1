"""The keys of an argument: weight, scheme, roles of its premises, label."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from argsite.formats import schemes
from argsite.formats.yaml import nodes
from argsite.formats.yaml.keys import argument as keys
from argsite.formats.yaml.keys import take
from argsite.formats.yaml.nodes import Scalar
from argsite.formats.yaml.steps import Step
from argsite.formats.yaml.values import bad, short
from argsite.model import Argument
from argsite.problems import Code, Problem, Report, Severity, did_you_mean


class ArgumentName(NamedTuple):
    """What an argument is called, and what it joins."""

    id: str
    """Its id."""

    essay: str
    """The essay's folder."""

    premises: tuple[str, ...]
    """Keys of its premises."""

    target: str
    """Key of what it bears on."""


_NO_ROLES: Mapping[str, str] = MappingProxyType({})
_MOST_NAMED = 8


def read_argument(name: ArgumentName, step: Step, report: Report) -> Argument:
    """Return the step as a value."""
    node = step.node
    id_, essay, premises, target = name
    if node is None or not node.entries.keys() & keys.NAMES:
        return Argument(id_, essay, premises, target, step.kind, step.at, step.point)
    return Argument(
        id=id_,
        essay=essay,
        premises=premises,
        target=target,
        kind=step.kind,
        at=step.at,
        point=step.point,
        weight=take(node, keys.WEIGHT, report) or 1.0,
        scheme=_read_scheme(node, report),
        roles=_read_roles(node, premises, report),
        label=take(node, keys.LABEL, report) or "",
    )


def _read_scheme(node: nodes.Mapping, report: Report) -> str:
    scheme = take(node, keys.SCHEME, report)
    if scheme is None:
        return ""
    if scheme.text not in schemes.SCHEMES:
        hint = did_you_mean(scheme.text, schemes.SCHEMES)
        hint = hint or "schemes are words such as expert-opinion, analogy or consequences"
        message = f"unknown scheme '{scheme.text[:60]}'"
        report(Problem(Code.UNKNOWN_SCHEME, scheme.at, message, hint, Severity.WARNING))
    return scheme.text


def _read_roles(
    node: nodes.Mapping, premises: tuple[str, ...], report: Report
) -> Mapping[str, str]:
    written = take(node, keys.ROLES, report)
    if written is None:
        return _NO_ROLES
    named = _named(premises)
    roles: dict[str, str] = {}
    for role, (_, value) in written.entries.items():
        if not isinstance(value, Scalar) or not value.text.strip():
            message = f"role '{short(role)}' must name one of the premises"
            report(Problem(Code.WRONG_TYPE, value.at, message, "write its id, or its position"))
            continue
        key = named.get(value.text)
        if key is None:
            what = f"role '{short(role)}' names '{short(value.text)}'"
            bad(value.at, f"{what}, which is no premise of this step", report, _known(premises))
        elif key in roles:
            bad(value.at, f"premise '{short(value.text)}' has two roles", report, "give it one")
        else:
            roles[key] = role
    return MappingProxyType(roles)


def _named(premises: tuple[str, ...]) -> dict[str, str]:
    """Return the key of each premise by what a role may call it: key, id or position from 1."""
    named = {str(position): key for position, key in enumerate(premises, 1)}
    for key in reversed(premises):  # where two have the same id, the first is meant
        named[key] = named[key.rpartition("/")[2]] = key
    return named


def _known(premises: tuple[str, ...]) -> str:
    """Say what the premises are called."""
    shown = ", ".join(each.rpartition("/")[2] for each in premises[:_MOST_NAMED])
    return f"its premises are {shown}{' …' if len(premises) > _MOST_NAMED else ''}"
