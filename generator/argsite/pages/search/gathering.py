"""All sheaves of a site together: which documents and terms are in which file of the index.

It is worked out in every build, so it looks at digests and no postings. A basis tells what goes
into a file from whatever else might.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from operator import itemgetter
from typing import NamedTuple

from argsite.numbers import packed
from argsite.packing import pack
from argsite.pages.search.digits import DIGITS
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


class Facts(NamedTuple):
    """What goes into a file of facts: for each essay what is said of its documents."""

    records: dict[str, list[tuple[int, str]]]
    """Number and facts of each document, by the folder of its essay."""

    @property
    def basis(self) -> str:
        """What tells its content."""
        return _hex((pack(sorted(self.records.items())),))


class Texts(NamedTuple):
    """What goes into a file of texts."""

    documents: list[tuple[int, Sheaf, int]]
    """The number of each document, its sheaf, and its place in that."""

    @property
    def basis(self) -> str:
        """What tells its content."""
        numbers = packed(number for number, _, _ in self.documents)
        return _hex((numbers, *(sheaf.digests[place] for _, sheaf, place in self.documents)))


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
    facts = [Facts({}) for _ in range(shelves.facts)]
    texts = [Texts([]) for _ in range(shelves.texts)]
    numbered = [*_numbered(sheaves)]
    for each in numbered:
        sheaf = each.sheaf
        for number, place in sorted(zip(each.numbers, range(len(sheaf.keys)), strict=True)):
            records = facts[number % shelves.facts].records
            records.setdefault(sheaf.essay, []).append((number, sheaf.facts[place]))
            texts[number % shelves.texts].documents.append((number, sheaf, place))
        for place, (hashed, most) in enumerate(sheaf.bundles.crowds()):
            shelved[hashed % shelves.words].append((each, place))
            crowds[hashed] = crowds.get(hashed, 0) + most
    for those in texts:
        those.documents.sort(key=itemgetter(0))
    lengths = Lengths(numbered)
    crowded = {hashed % shelves.words for hashed, most in crowds.items() if most > MOST_POSTINGS}
    words = [
        Words(bundles, lengths if number in crowded else None)
        for number, bundles in enumerate(shelved)
    ]
    count = sum(len(sheaf.keys) for sheaf in sheaves)
    average = sum(sheaf.length for sheaf in sheaves) / count if count else 0
    return Gathering(count, average, words, facts, texts)


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
