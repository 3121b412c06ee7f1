"""The index as files that scripts load: `scripts/search-index.js` reads what is written here.

A file follows from a term's first two letters, or from a document's number. So a query loads few
files, and an edit changes few.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from argsite import addresses
from argsite.model import Library, Status
from argsite.pages.edition import Edition
from argsite.pages.press import Page
from argsite.pages.script_data import Json, fnv1a, script
from argsite.pages.search.documents import KINDS, Document
from argsite.pages.search.index import BITS, Index, level
from argsite.pages.search.terms import beginning

_CHARACTERS_IN_FILE = 16_384
_FACTS_IN_FILE = 1_024
_TEXTS_IN_FILE = 32

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_STATUSES = ("", *(str(status) for status in Status))


@dataclass(frozen=True, slots=True)
class Shelves:
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
            words=_power_of_two(letters / _CHARACTERS_IN_FILE),
            facts=_power_of_two(total / _FACTS_IN_FILE),
            texts=_power_of_two(total / _TEXTS_IN_FILE),
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


def shards(edition: Edition, index: Index) -> Iterator[Page]:
    """Yield the files of an index."""
    shelves = Shelves.of(edition.library)
    yield _about(edition, index, shelves)
    yield from _files(addresses.search_words, _words(index, shelves.words))
    yield from _files(addresses.search_facts, _facts(index, shelves.facts))
    yield from _files(addresses.search_texts, _texts(index, shelves.texts))


def _about(edition: Edition, index: Index, shelves: Shelves) -> Page:
    """Return the file that every search begins with."""
    site = edition.library.site
    about: Json = {
        "documents": len(index.documents),
        "length": round(index.average, 1),
        "words": shelves.words,
        "facts": shelves.facts,
        "texts": shelves.texts,
        "kinds": list(KINDS),
        "statuses": list(_STATUSES),
        "essays": [
            [essay.slug, essay.title, essay.language or site.language]
            for essay in edition.library.essays
        ],
    }
    return script(addresses.SEARCH_ABOUT, about)


def _files(path: Callable[[int], str], shelves: Sequence[Json]) -> Iterator[Page]:
    for number, shelf in enumerate(shelves):
        yield script(path(number), shelf)


def _words(index: Index, total: int) -> list[Json]:
    """Return each term with its postings: step from number to number, then the count."""
    shelves: list[Json] = [{} for _ in range(total)]
    for term, postings in index.postings.items():
        written: list[str] = []
        last = 0
        for number, count in postings:
            written += (_step(number - last), _DIGITS[count])
            last = number
        shelves[fnv1a(beginning(term)) % total][term] = "".join(written)
    return shelves


def _facts(index: Index, total: int) -> list[Json]:
    """Return for each essay its documents: number, length, kind, status."""
    shelves: list[dict[str, list[str]]] = [{} for _ in range(total)]
    for number, document in index.documents.items():
        facts = (
            level(index.lengths[number]),
            KINDS.index(document.kind),
            _STATUSES.index(document.status),
        )
        written = _fixed(number) + "".join(_DIGITS[fact] for fact in facts)
        shelves[number % total].setdefault(document.essay, []).append(written)
    return [
        {essay: "".join(written) for essay, written in sorted(shelf.items())} for shelf in shelves
    ]


def _texts(index: Index, total: int) -> list[Json]:
    shelves: list[Json] = [{} for _ in range(total)]
    for number, document in index.documents.items():
        shelves[number % total][_fixed(number)] = _text(document)
    return shelves


def _text(document: Document) -> Json:
    text: Json = {
        "path": document.path,
        "title": document.title,
        "point": document.point,
        "by": document.by,
        "body": list(document.body),
    }
    return {name: value for name, value in text.items() if value}


def _step(number: int) -> str:
    """Return a number in digits of five bits, the lowest first; all but the last are marked."""
    digits = ""
    while number >> 5:
        digits += _DIGITS[32 | number & 31]
        number >>= 5
    return digits + _DIGITS[number]


def _fixed(number: int) -> str:
    """Return a document's number in digits of six bits, the highest first."""
    return "".join(_DIGITS[number >> shift & 63] for shift in range(BITS - 6, -1, -6))


def _power_of_two(number: float) -> int:
    """Return the lowest power of two that is not less than a number."""
    power = 1
    while power < number:
        power *= 2
    return power
