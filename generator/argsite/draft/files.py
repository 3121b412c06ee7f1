"""The guesses at an essay as the files of its folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argsite.draft.guesses import Guess
from argsite.draft.prose import escaped_words
from argsite.formats.naming import Namer
from argsite.formats.yaml.schema import modeline
from argsite.formats.yaml.writing import Entry, Item, Literal, write

_LONGEST_QUOTE = 2_000

_CHECKS = Entry(
    "checks",
    tuple(Entry(code, "off") for code in ("lone-term", "unsupported-term")),
    above=(
        "Guessed steps share few words, so two checks of words would be in the way. Take these",
        "lines out when you have gone through the guesses. `argsite check --list` has all checks.",
    ),
)
"""What `argsite check` need not say of a draft."""


@dataclass(frozen=True, slots=True)
class PointDraft:
    """A point to be written."""

    title: str
    """Its title."""

    is_title_guessed: bool
    """True where its author gave it none."""

    prose: str
    """Markdown; empty where there is none."""

    claim: Guess
    """What it argues for, with all below."""


@dataclass(frozen=True, slots=True)
class EssayDraft:
    """An essay to be written."""

    title: str
    """Its title."""

    is_title_guessed: bool
    """True where its author gave it none."""

    author: str
    """Its author; may be empty."""

    language: str
    """Its language."""

    is_language_guessed: bool
    """True where nobody said it."""

    prose: str
    """The opening, Markdown; may be empty."""

    contention: Guess
    """Its main claim; the claims of the points are put before what else bears on it."""

    points: tuple[PointDraft, ...]
    """The points, in order."""

    origin: str
    """The name of the file that it is drafted from."""

    remarks: tuple[str, ...] = ()
    """What else its author should know, as comments."""


def write_files(essay: EssayDraft) -> dict[str, str]:
    """Return the name and the text of each file of the essay's folder."""
    namer = Namer()
    contention_id = namer.name(essay.contention.text)
    claim_ids = [namer.name(point.claim.text) for point in essay.points]
    files = {"essay.yaml": ""}
    for number, (point, claim_id) in enumerate(zip(essay.points, claim_ids, strict=True), 1):
        slug = "point" if point.is_title_guessed and not point.prose else Namer().name(point.title)
        files[f"{number}-{slug}.yaml"] = _point(number, point, claim_id, namer)
    files["essay.yaml"] = _essay(essay, contention_id, claim_ids, namer)
    return files


def write_site(title: str, language: str) -> str:
    """Return a `site.yaml`; without a language it is one that changes nothing for other essays."""
    settings = [Entry("language", language), _CHECKS] if language else []
    entries = (Entry("title", title), *settings)
    return write(entries, (modeline("site", 1), "What holds for the whole site."))


def _essay(essay: EssayDraft, id_: str, claims: Sequence[str], namer: Namer) -> str:
    refs = [
        Item((Entry("ref", claim),), above=(f"guess: the claim of point {number} → premise",))
        for number, claim in enumerate(claims, 1)
    ]
    entries = (
        Entry("title", essay.title, beside="guess" if essay.is_title_guessed else ""),
        *([Entry("author", essay.author)] if essay.author else []),
        Entry("language", essay.language, beside="guess" if essay.is_language_guessed else ""),
        *_prose(essay.prose),
        Entry("contention", _statement(essay.contention, id_, namer, refs)),
    )
    about = (
        f"Drafted from {essay.origin}. Each line marked `guess` waits for you: keep or change it."
    )
    remarks = ("At the top of that file stood:", *essay.remarks) if essay.remarks else ()
    return write(entries, (modeline("essay", 2), about, *remarks))


def _point(number: int, point: PointDraft, id_: str, namer: Namer) -> str:
    entries = (
        Entry("number", number),
        Entry("title", point.title, beside="guess" if point.is_title_guessed else ""),
        *_prose(point.prose),
        Entry("claim", _statement(point.claim, id_, namer)),
    )
    return write(entries, (modeline("point", 2),))


def _prose(prose: str) -> list[Entry]:
    return [Entry("prose", Literal(prose))] if prose else []


def _statement(
    guess: Guess, id_: str, namer: Namer, refs: Iterable[Item] = ()
) -> tuple[Entry, ...]:
    """Return the keys of a statement; guesses nest only a few levels deep."""
    quote = guess.quote if len(guess.quote) <= _LONGEST_QUOTE else ""
    premises = (*refs, *_items(guess.premises, namer))
    rebuttals = _items(guess.rebuttals, namer)
    undercuts = _items(guess.undercuts, namer)
    return (
        Entry("id", id_, above=(guess.comment(),)),
        Entry("text", escaped_words(guess.text)),
        *([Entry("quote", quote)] if quote else []),
        *([Entry("premises", premises)] if premises else []),
        *([Entry("rebuttals", rebuttals)] if rebuttals else []),
        *([Entry("undercuts", undercuts)] if undercuts else []),
    )


def _items(guesses: Sequence[Guess], namer: Namer) -> tuple[Item, ...]:
    return tuple(Item(_statement(each, namer.name(each.text), namer)) for each in guesses)
