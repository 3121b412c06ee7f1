"""What the documents of one essay give to the index, in a form that a build remembers.

A sheaf follows from its documents alone. What it holds of each file of the index is in bundles with
a digest, so that a build knows which files an edit changes without making one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import accumulate
from typing import NamedTuple

from argsite.model import Status
from argsite.numbers import EACH, packed, unpacked
from argsite.packing import pack, to_json, unpack
from argsite.pages.script_data import Json, fnv1a
from argsite.pages.search.digits import DIGITS
from argsite.pages.search.documents import KINDS, Document
from argsite.pages.search.index import MOST, count_terms, level, natural_number, number_all
from argsite.pages.search.terms import beginning

STATUSES = ("", *(str(status) for status in Status))
"""The statuses of documents; the first is that of whatever is no statement."""

_DIGEST = 12
_KINDS = {kind: DIGITS[place] for place, kind in enumerate(KINDS)}
_STATUSES = {status: DIGITS[place] for place, status in enumerate(STATUSES)}

Postings = Mapping[str, Sequence[int]]
"""For each term, in turn: the number of a document, and how often it holds the term."""


@dataclass(frozen=True, slots=True)
class Bundles:
    """The terms of a sheaf, those that begin alike together.

    A large site has millions of bundles. So they are no objects, but places in texts of bytes.
    """

    hashes: bytes
    """The hash of how each begins, from which its file follows, as numbers."""

    most: bytes
    """How many documents hold the commonest term of each, as numbers."""

    digests: bytes
    """What tells the postings of each from any others, one after the other."""

    ends: bytes
    """Where each ends in `packed`, as numbers."""

    packed: bytes
    """The postings of all."""

    def crowds(self) -> Iterator[tuple[int, int]]:
        """Yield the hash of each, and how many documents hold its commonest term."""
        return zip(unpacked(self.hashes), unpacked(self.most), strict=True)

    def digest(self, place: int) -> bytes:
        """Return the digest of one."""
        return self.digests[place * _DIGEST : (place + 1) * _DIGEST]

    def postings(self, place: int) -> Postings:
        """Return what one of them holds."""
        ends = unpacked(self.ends[max(0, place - 1) * EACH : (place + 1) * EACH])
        start = ends[0] if place else 0
        return unpack(self.packed[start : ends[-1]], dict[str, list[int]]) or {}

    def are_sound(self) -> bool:
        """Say whether the texts fit together."""
        count = len(self.hashes)
        fits = len(self.most) == len(self.ends) == count == len(self.digests) // _DIGEST * EACH
        return fits and count % EACH == 0


class Sheaf(NamedTuple):
    """What some documents give to the index."""

    essay: str
    """The folder of their essay; empty for plain pages."""

    keys: tuple[str, ...]
    """Their keys."""

    naturals: tuple[int, ...]
    """The numbers that follow from their keys."""

    numbers: tuple[int, ...]
    """The numbers that they have when there are no others; one may have to take another."""

    length: int
    """How many terms they hold together, counted as postings count them."""

    facts: tuple[str, ...]
    """What filters and ranking ask of each: length, kind, status, a digit for each."""

    texts: tuple[bytes, ...]
    """What a result shows of each, as JSON."""

    digests: tuple[bytes, ...]
    """Tells each text from any other."""

    bundles: Bundles
    """Their terms."""


def bind(essay: str, documents: Iterable[Document]) -> Sheaf:
    """Return the sheaf of an essay's documents."""
    kept = tuple(documents)
    texts = [to_json(_text(each)) for each in kept]
    naturals = [(each.key, natural_number(each.key)) for each in kept]
    numbers = number_all(naturals)
    terms: dict[str, list[int]] = {}
    facts: list[str] = []
    total = 0
    for document in kept:
        number, length = numbers[document.key], 0
        for term, count in count_terms(document).items():
            length += count
            terms.setdefault(term, []).extend((number, min(count, MOST)))
        total += length
        facts.append(DIGITS[level(length)] + _KINDS[document.kind] + _STATUSES[document.status])
    return Sheaf(
        essay=essay,
        keys=tuple(each.key for each in kept),
        naturals=tuple(natural for _, natural in naturals),
        numbers=tuple(numbers[each.key] for each in kept),
        length=total,
        facts=tuple(facts),
        texts=tuple(texts),
        digests=tuple(map(_digest, texts)),
        bundles=_bundles(terms),
    )


def bound(
    inputs: Sequence[str],
    remember: Callable[[Sequence[str], Callable[[], bytes]], bytes],
    make: Callable[[], Sheaf],
) -> Sheaf:
    """Return a sheaf that follows from `inputs`: the remembered one, or what `make` gives."""
    data = remember(inputs, lambda: pack(make()))
    # What was remembered may be of another form, in a cache that somebody else wrote.
    found = unpack(data, Sheaf)
    return found if found and found.bundles.are_sound() else make()


def _bundles(terms: Postings) -> Bundles:
    begun: dict[str, dict[str, Sequence[int]]] = {}
    for term in sorted(terms):
        begun.setdefault(beginning(term), {})[term] = terms[term]
    kept = [pack(postings) for postings in begun.values()]
    return Bundles(
        packed(map(_hash, begun)),
        packed(max(map(len, postings.values())) // 2 for postings in begun.values()),
        b"".join(map(_digest, kept)),
        packed(accumulate(map(len, kept))),
        b"".join(kept),
    )


def _text(document: Document) -> Json:
    text: Json = {
        "path": document.path,
        "title": document.title,
        "point": document.point,
        "by": document.by,
        "body": document.body,
    }
    return {name: value for name, value in text.items() if value}


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=_DIGEST).digest()


_hash = lru_cache(maxsize=20_000)(fnv1a)
