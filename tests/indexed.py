"""The index of a site, worked out in the plainest way, to hold the one that is built against."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from argsite.pages.edition import Edition
from argsite.pages.search import named, sheaves
from argsite.pages.search.documents import Document
from argsite.pages.search.gathering import gather
from argsite.pages.search.index import MOST, count_terms, natural_number, number_all
from argsite.pages.search.shards import shard_jobs
from argsite.pages.search.shelves import Shelves

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@dataclass(frozen=True, slots=True)
class Index:
    """What is found by which terms."""

    documents: Mapping[int, Document]
    """The documents by their numbers."""

    lengths: Mapping[int, int]
    """How many terms each document holds, counted as its postings count them."""

    postings: Mapping[str, Sequence[tuple[int, int]]]
    """For each term the documents that hold it, by number, and how often each does."""

    @property
    def average(self) -> float:
        """The average length of a document."""
        return sum(self.lengths.values()) / len(self.lengths)


def index(found: Iterable[Document]) -> Index:
    """Return the index of documents."""
    by_key = {each.key: each for each in found}
    numbers = number_all((key, natural_number(key)) for key in by_key)
    documents = {number: by_key[key] for key, number in numbers.items()}
    postings: dict[str, list[tuple[int, int]]] = {}
    lengths: dict[int, int] = {}
    for number in sorted(documents):
        counts = count_terms(documents[number])
        lengths[number] = sum(counts.values())
        for term, count in counts.items():
            postings.setdefault(term, []).append((number, min(count, MOST)))
    return Index(documents, lengths, postings)


def index_files(edition: Edition) -> dict[str, bytes]:
    """Return the files of a site's index by their paths."""
    found = gather(tuple(sheaves(edition)), Shelves.of(edition.library))
    jobs = shard_jobs(found, named(edition.library))
    return {page.path: page.data for job in jobs for page in job.make(())}


def held(data: bytes) -> dict[str, Any]:
    """Return what a file hands over."""
    text = data.decode()
    hands, _, value = text.partition(",")
    assert hands.startswith('argsiteData("data/search/')
    result: dict[str, Any] = json.loads(value.removesuffix(");\n"))
    return result


def numbers(postings: str) -> Iterator[tuple[int, int]]:
    """Yield what postings say, read as scripts read it."""
    number, digits = 0, iter(postings)
    for digit in digits:
        value, shift = _DIGITS.index(digit), 0
        while value > 31:
            number += (value & 31) << shift
            shift += 5
            value = _DIGITS.index(next(digits))
        number += value << shift
        yield number, _DIGITS.index(next(digits))
