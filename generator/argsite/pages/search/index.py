"""The inverted index: documents in, numbers, postings and facts out.

A document's number follows from its key, so that a new document leaves the others theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from argsite.pages.script_data import fnv1a
from argsite.pages.search.documents import Document
from argsite.pages.search.terms import terms

BITS = 24
"""Bits of a document's number."""

MOST = 63
"""The highest count that a posting holds."""

TITLE, BY, BODY = 4, 2, 1
"""How often a term counts in each part of a document."""


@dataclass(frozen=True, slots=True)
class Index:
    """What is found by which terms."""

    documents: Mapping[int, Document]
    """The documents by their numbers, in the order of the numbers."""

    lengths: Mapping[int, int]
    """How many terms each document holds, counted as its postings count them."""

    postings: Mapping[str, Sequence[tuple[int, int]]]
    """For each term the documents that hold it, by number, and how often each does."""

    @property
    def average(self) -> float:
        """The average length of a document; 0 where there is none."""
        return sum(self.lengths.values()) / len(self.lengths) if self.lengths else 0


def index(found: Iterable[Document]) -> Index:
    """Return the index of documents."""
    numbered = dict(sorted(_numbered(found).items()))
    postings: dict[str, list[tuple[int, int]]] = {}
    lengths: dict[int, int] = {}
    for number, document in numbered.items():
        counts = _counts(document)
        lengths[number] = counts.total()
        for term, count in counts.items():
            postings.setdefault(term, []).append((number, min(count, MOST)))
    return Index(numbered, lengths, dict(sorted(postings.items())))


def level(length: int) -> int:
    """Return a document's length in quarters of a power of two, as scripts get it."""
    return min(MOST, round(4 * log2(1 + length)))


def _counts(document: Document) -> Counter[str]:
    counts: Counter[str] = Counter()
    parts = [(document.title, TITLE), (document.by, BY)]
    parts += [(passage, BODY) for passage in document.body]
    for text, weight in parts:
        for term in terms(text):
            counts[term] += weight
    return counts


def _numbered(found: Iterable[Document]) -> dict[int, Document]:
    """Give each document its number; of two that share one, the later by key takes the next."""
    numbered: dict[int, Document] = {}
    for document in sorted(found, key=lambda each: each.key):
        hashed = fnv1a(document.key)
        number = (hashed ^ hashed >> BITS) % (1 << BITS)
        while number in numbered:
            number = (number + 1) % (1 << BITS)
        numbered[number] = document
    return numbered
