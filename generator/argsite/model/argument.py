"""An argument: one step from premises to the statement or the step that it speaks about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from argsite.source import Location


class Kind(StrEnum):
    """How an argument bears on its target."""

    FOR = "for"
    """It supports a statement."""

    AGAINST = "against"
    """It attacks a statement."""

    UNDERCUT = "undercut"
    """It attacks another argument: the step, not its premises nor its conclusion."""


@dataclass(frozen=True, slots=True)
class Argument:
    """One step. With several premises they are linked: none is a reason without the others."""

    id: str
    """Name within the essay, made of the first premise, the kind and the target."""

    essay: str
    """The essay in which the argument is written."""

    premises: tuple[str, ...]
    """Keys of statements, as the author ordered them; at least one."""

    target: str
    """Key of a statement, or of an argument where the kind is an undercut."""

    kind: Kind
    """How it bears on the target."""

    at: Location
    """Where the argument begins."""

    point: int = 0
    """The numbered point it stands in; 0 in the essay's opening."""

    weight: float = 1.0
    """How much it counts against arguments the other way; over 0."""

    scheme: str = ""
    """The kind of step, such as `expert-opinion`."""

    roles: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Key of a premise to its role in the scheme, such as `warrant`."""

    label: str = ""
    """A word of the author's about the step, such as `presumably`."""

    key: str = field(init=False, repr=False, compare=False, default="")
    """The argument's name in the whole site: `essay/id`."""

    def __post_init__(self) -> None:
        """Make the key, once, since it is asked for at every step."""
        object.__setattr__(self, "key", f"{self.essay}/{self.id}")
