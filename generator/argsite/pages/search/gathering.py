"""All sheaves of a site together: which documents and terms are in which file of the index.

It is worked out in every build, so it looks at digests and no postings. A basis tells what goes
into a file from whatever else might.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from operator import itemgetter
from typing import NamedTuple

from argsite.pages.search.digits import DIGITS, fixed
from argsite.pages.search.index import number_all
from argsite.pages.search.sheaf import Sheaf
from argsite.pages.search.shelves import Shelves

MOST_POSTINGS = 4_096
"""Documents that a file names for one term; of one that more hold it also says how many do."""


class Numbered(NamedTuple):
    """A sheaf with the numbers of its documents among those of all sheaves."""

    sheaf: Sheaf
    """The sheaf."""

    numbers: Sequence[int]
    """The numbers."""

    moved: Mapping[int, int]
    """The numbers that are others than those in the sheaf, by those; nearly always none."""


@dataclass(frozen=True)
class Lengths:
    """How long each document is, for files that have only some of those that hold a term.

    It is found once, when the first of these files is made.
    """

    numbered: Sequence[Numbered]
    """All sheaves."""

    @cached_property
    def levels(self) -> Mapping[int, int]:
        """The length of each document as scripts get it, by its number."""
        return {
            number: DIGITS.index(facts[0])
            for each in self.numbered
            for number, facts in zip(each.numbers, each.sheaf.facts, strict=True)
        }

    @cached_property
    def digest(self) -> bytes:
        """What tells these lengths from any others."""
        facts = (facts for each in self.numbered for facts in each.sheaf.facts)
        return "".join(map(itemgetter(0), facts)).encode()


class Words(NamedTuple):
    """What goes into a file of terms."""

    bundles: Sequence[tuple[Numbered, int]]
    """The bundles: a sheaf, and a place in it."""

    lengths: Lengths | None = None
    """Where more documents may hold one of the terms than the file names; else None."""

    @property
    def basis(self) -> str:
        """What tells its content."""
        moved = repr([each.moved for each, _ in self.bundles if each.moved])
        digests = (each.sheaf.bundles.digest(place) for each, place in self.bundles)
        return _hex((*digests, moved.encode(), self.lengths.digest if self.lengths else b""))


@dataclass(frozen=True, slots=True)
class Facts:
    """What goes into a file of facts: for each essay what is said of its documents."""

    records: dict[str, list[str]] = field(default_factory=dict)
    """Number and facts of each document, by the folder of its essay."""

    @property
    def basis(self) -> str:
        """What tells its content."""
        lines = ("\n".join((essay, *records)) for essay, records in sorted(self.records.items()))
        return _hex(line.encode() for line in lines)


@dataclass(frozen=True, slots=True)
class Texts:
    """What goes into a file of texts."""

    names: list[str] = field(default_factory=list)
    """The numbers of the documents, as the file writes them."""

    places: list[tuple[Sheaf, int]] = field(default_factory=list)
    """The documents: a sheaf, and a place in it."""

    @property
    def basis(self) -> str:
        """What tells its content."""
        digests = b"".join(sheaf.digests[place] for sheaf, place in self.places)
        return _hex(("".join(self.names).encode(), digests))


class Gathering(NamedTuple):
    """What goes into each file of the index."""

    documents: int
    """How many documents there are."""

    average: float
    """Their average length; 0 where there is none."""

    words: Sequence[Words]
    """By the number of the file."""

    facts: Sequence[Facts]
    """By the number of the file."""

    texts: Sequence[Texts]
    """By the number of the file."""


def gather(sheaves: Sequence[Sheaf], shelves: Shelves) -> Gathering:
    """Return what goes into each of so many files."""
    shelved: list[list[tuple[Numbered, int]]] = [[] for _ in range(shelves.words)]
    crowds: dict[int, int] = {}
    facts = [Facts() for _ in range(shelves.facts)]
    texts = [Texts() for _ in range(shelves.texts)]
    every: list[tuple[int, Sheaf, int]] = []
    numbered = [*_numbered(sheaves)]
    for each in numbered:
        sheaf = each.sheaf
        every += [(number, sheaf, place) for place, number in enumerate(each.numbers)]
        for place, (hashed, most) in enumerate(sheaf.bundles.crowds()):
            shelved[hashed % shelves.words].append((each, place))
            crowds[hashed] = crowds.get(hashed, 0) + most
    every.sort(key=itemgetter(0))
    for number, sheaf, place in every:
        name = fixed(number)
        shelf = texts[number % shelves.texts]
        shelf.names.append(name)
        shelf.places.append((sheaf, place))
        records = facts[number % shelves.facts].records
        records.setdefault(sheaf.essay, []).append(name + sheaf.facts[place])
    lengths = Lengths(numbered)
    crowded = {hashed % shelves.words for hashed, most in crowds.items() if most > MOST_POSTINGS}
    words = [
        Words(bundles, lengths if number in crowded else None)
        for number, bundles in enumerate(shelved)
    ]
    total = sum(sheaf.length for sheaf in sheaves)
    return Gathering(len(every), total / len(every) if every else 0, words, facts, texts)


def _numbered(sheaves: Sequence[Sheaf]) -> Iterator[Numbered]:
    numbers = number_all(
        named for sheaf in sheaves for named in zip(sheaf.keys, sheaf.naturals, strict=True)
    )
    for sheaf in sheaves:
        own = tuple(map(numbers.__getitem__, sheaf.keys))
        pairs = zip(sheaf.numbers, own, strict=True) if own != sheaf.numbers else ()
        yield Numbered(sheaf, own, {old: new for old, new in pairs if old != new})


def _hex(parts: Iterable[bytes]) -> str:
    return sha256(b"".join(parts)).hexdigest()
