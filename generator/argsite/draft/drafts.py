"""What an author says about an essay beside its text, and what its draft came to."""

from __future__ import annotations

from dataclasses import dataclass

from argsite.draft.division import By


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the author says about the essay beside its text."""

    is_markdown: bool
    """True where the text is Markdown, False where it is plain."""

    title: str = ""
    """Its title; empty: the one it has."""

    language: str = ""
    """Its language; empty: the one it seems to be in."""

    folder: str = ""
    """The name of its folder; empty: one made of the title."""

    author: str = ""
    """Its author; empty: whom its text names."""

    remarks: tuple[str, ...] = ()
    """What else is to be kept, as comments."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted essay."""

    folder: str
    """The name of its folder."""

    title: str
    """Its title."""

    language: str
    """Its language."""

    is_language_guessed: bool
    """True where nobody said it."""

    is_language_known: bool
    """False where its indicator words are not known, or it could not be told."""

    by: By
    """How its points were found."""

    style: str
    """How their numbers are written."""

    points: int
    """How many there are."""

    cuts: tuple[tuple[int, int], ...]
    """Which points, by their author's numbers, were cut into how many; 0 is the opening."""

    sentences: int
    """How many sentences became candidate statements."""

    guesses: int
    """How many lines of the files are marked as guesses."""

    files: dict[str, str]
    """Name to text."""
