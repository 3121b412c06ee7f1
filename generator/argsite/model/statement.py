"""A statement: one sentence that can be supported and attacked, and that has a page of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from argsite.source import Location, Passage


class Role(StrEnum):
    """What a statement does at the place where it is written; `ref` may use it otherwise too."""

    CONTENTION = "contention"
    """The essay's main claim."""

    CLAIM = "claim"
    """What a numbered point argues for."""

    PREMISE = "premise"
    """A reason for another statement."""

    REBUTTAL = "rebuttal"
    """A reason against another statement."""

    UNDERCUT = "undercut"
    """An objection to a step: not to its premises nor to its conclusion."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where something can be looked up. A title or an address is always there."""

    at: Location
    """Where the author names it."""

    title: str = ""
    """The title of the work."""

    author: str = ""
    """Who wrote it; several names are joined with commas."""

    url: str = ""
    """Its address: http or https."""

    date: str = ""
    """When it appeared: a year, a month or a day, as YYYY, YYYY-MM or YYYY-MM-DD."""

    accessed: str = ""
    """When the author looked it up, in the same form."""

    archived: str = ""
    """Address of an archived copy."""

    page: str = ""
    """Page or pages, as written."""

    quote: str = ""
    """The words of the source."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence that can be supported and attacked."""

    id: str
    """Permanent name within the essay and the page's address."""

    essay: str
    """The essay's folder."""

    text: Passage
    """The sentence, inline Markdown."""

    at: Location
    """Where the statement begins."""

    role: Role = Role.CLAIM
    """What it does where it is written."""

    point: int = 0
    """The numbered point it stands in; 0 in the essay's opening."""

    id_is_derived: bool = False
    """True where the author gave no id and it was made from the text."""

    aliases: tuple[Passage, ...] = ()
    """Older ids, whose addresses redirect to this one."""

    note: Passage | None = None
    """Longer Markdown: explanation, definitions, the author's aside."""

    sources: tuple[Source, ...] = ()
    """Where it can be looked up."""

    quote: Passage | None = None
    """The passage of the prose that states it."""

    by: str = ""
    """Who holds it, where it is not the essay's author."""

    tags: tuple[str, ...] = ()
    """Free words."""

    implicit: bool = False
    """True where the essay leaves it unsaid."""

    presumed: bool | None = None
    """Whether it stands when nothing speaks for it; None: yes where it has no premises."""

    accepted: bool | None = None
    """True or false where the author settles it, whatever speaks against."""

    expect: Passage | None = None
    """The status the author expects."""

    key: str = field(init=False, repr=False, compare=False, default="")
    """The statement's name in the whole site: `essay/id`."""

    def __post_init__(self) -> None:
        """Make the key, once, since it is asked for at every step."""
        object.__setattr__(self, "key", f"{self.essay}/{self.id}")
