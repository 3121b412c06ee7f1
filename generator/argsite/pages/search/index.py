"""What one document gives to the index: its number, how often it holds each term, how long it is.

A document's number follows from its key, so that a new document leaves the others theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log2
from operator import itemgetter

from argsite.pages.script_data import FNV_BASIS, fnv1a
from argsite.pages.search.documents import Document
from argsite.pages.search.terms import terms

BITS = 24
"""Bits of a document's number."""

MOST = 63
"""The highest count that a posting holds."""

TITLE, BY, BODY = 4, 2, 1
"""How often a term counts in each part of a document."""


def count_terms(document: Document) -> Mapping[str, int]:
    """Return the terms of a document, each with how often it counts."""
    counts = {term: TITLE * times for term, times in Counter(terms(document.title)).items()}
    rest = [(BY, document.by), *((BODY, passage) for passage in document.body)]
    for weight, text in rest:
        for term in terms(text) if text else ():
            counts[term] = counts.get(term, 0) + weight
    return counts


def level(length: int) -> int:
    """Return a document's length in quarters of a power of two, as scripts get it."""
    return min(MOST, round(4 * log2(1 + length)))


def natural_number(key: str, begun: int = FNV_BASIS) -> int:
    """Return the number that follows from a key; `begun` is the hash of what stands before it."""
    hashed = fnv1a(key, begun)
    return (hashed ^ hashed >> BITS) % (1 << BITS)


def number_all(named: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    """Give each document its number: from its key, and the number that follows from that.

    Of two that share one, the later by key takes the next that is free.
    """
    taken: set[int] = set()
    numbers: dict[str, int] = {}
    for key, natural in sorted(named, key=itemgetter(0)):
        free = natural
        while free in taken:
            free = (free + 1) % (1 << BITS)
        taken.add(free)
        numbers[key] = free
    return numbers


def strongest(
    postings: Sequence[tuple[int, int]], levels: Mapping[int, int], most: int
) -> list[tuple[int, int]]:
    """Return of a term's postings those that it matters most to, in the order of the numbers.

    That is where it stands often for the length of the document; among equals the first.
    """
    gains = {count: level(count) for _, count in postings}
    ranked = sorted(sorted(postings), key=lambda each: levels[each[0]] - gains[each[1]])
    return sorted(ranked[:most])
