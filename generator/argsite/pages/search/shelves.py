"""In how many files each part of the index is."""

from __future__ import annotations

from typing import NamedTuple

from argsite import addresses
from argsite.model import Library

_CHARACTERS_IN_FILE = 16_384
_FACTS_IN_FILE = 512
_TEXTS_IN_FILE = 32


class Shelves(NamedTuple):
    """In how many files each part of the index is: powers of two, so that they change rarely."""

    words: int
    """Files of terms with their postings."""

    facts: int
    """Files of what filters and ranking ask of a document."""

    texts: int
    """Files of what a result shows of a document."""

    @classmethod
    def of(cls, library: Library) -> Shelves:
        """Return how many files the index of a library has; it need not be made for that."""
        sources = sum(len(each.sources) for each in library.graph.statements.values())
        prose = sum(1 + len(essay.points) for essay in library.essays)
        total = len(library.graph.statements) + sources + prose + len(library.pages)
        letters = sum(len(each.text) for each in library.manuscripts.values())
        return cls(
            words=power_of_two(letters / _CHARACTERS_IN_FILE),
            facts=power_of_two(total / _FACTS_IN_FILE),
            texts=power_of_two(total / _TEXTS_IN_FILE),
        )

    @property
    def paths(self) -> tuple[str, ...]:
        """Where all files of the index are, in the order in which they are made."""
        return (
            addresses.SEARCH_ABOUT,
            *map(addresses.search_words, range(self.words)),
            *map(addresses.search_facts, range(self.facts)),
            *map(addresses.search_texts, range(self.texts)),
        )

    @property
    def files(self) -> int:
        """How many files the index has in all."""
        return len(self.paths)


def power_of_two(number: float) -> int:
    """Return the lowest power of two that is not less than a number."""
    power = 1
    while power < number:
        power *= 2
    return power
