"""The index as files that scripts load: `scripts/search-index.js` reads what is written here.

A file follows from a term's first two letters, or from a document's number. So a query loads few
files, and an edit changes few. What one query loads stays bounded, too: of a term that very many
documents hold, a file has those to which it matters most.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from argsite import addresses
from argsite.packing import to_json
from argsite.pages.job import Job, single
from argsite.pages.press import Page
from argsite.pages.script_data import Json, script, script_of
from argsite.pages.search import gathering
from argsite.pages.search.digits import DIGITS, fixed, step
from argsite.pages.search.documents import KINDS
from argsite.pages.search.gathering import Facts, Gathering, Lengths, Texts, Words
from argsite.pages.search.index import strongest
from argsite.pages.search.sheaf import STATUSES

MOST_NAMED = 256
"""Essays that are named in the file that every search begins with; of more, none is."""


def shard_jobs(found: Gathering, essays: Sequence[tuple[str, str, str]]) -> Iterator[Job]:
    """Yield a job for each file of an index; `essays` are told by folder, title and language."""
    about = _about(found, essays)
    path = addresses.SEARCH_ABOUT
    yield single(path, partial(script, path, about), basis=to_json(about).decode())
    for number, words in enumerate(found.words):
        path = addresses.search_words(number)
        yield single(path, partial(_words, path, words), basis=words.basis)
    for number, facts in enumerate(found.facts):
        path = addresses.search_facts(number)
        yield single(path, partial(_facts, path, facts), basis=facts.basis)
    for number, texts in enumerate(found.texts):
        path = addresses.search_texts(number)
        yield single(path, partial(_texts, path, texts), basis=texts.basis)


def _about(found: Gathering, essays: Sequence[tuple[str, str, str]]) -> Json:
    """Return what every search begins with."""
    return {
        "documents": found.documents,
        "length": round(found.average, 1),
        "words": len(found.words),
        "facts": len(found.facts),
        "texts": len(found.texts),
        "kinds": KINDS,
        "statuses": STATUSES,
        "essays": essays if len(essays) <= MOST_NAMED else [],
    }


def _words(path: str, words: Words) -> Page:
    """Return the file of terms with their postings."""
    postings: dict[str, list[tuple[int, int]]] = {}
    for each, place in words.bundles:
        moved = each.moved
        for term, found in each.sheaf.bundles.postings(place).items():
            numbers = [moved.get(number, number) for number in found[::2]] if moved else found[::2]
            postings.setdefault(term, []).extend(zip(numbers, found[1::2], strict=True))
    lengths = words.lengths
    return script(path, {term: _term(sorted(postings[term]), lengths) for term in sorted(postings)})


def _term(postings: Sequence[tuple[int, int]], lengths: Lengths | None) -> str | tuple[int, str]:
    """Return the postings of a term, after how many there are where some are left out."""
    most = gathering.MOST_POSTINGS
    if lengths is None or len(postings) <= most:
        return _written(postings)
    return len(postings), _written(strongest(postings, lengths.levels, most))


def _written(postings: Iterable[tuple[int, int]]) -> str:
    """Return postings as text: the step from number to number, then the count."""
    written: list[str] = []
    last = 0
    for number, count in postings:
        written += (step(number - last), DIGITS[count])
        last = number
    return "".join(written)


def _facts(path: str, facts: Facts) -> Page:
    """Return the file of what filters and ranking ask of each essay's documents."""
    records = {
        essay: "".join(fixed(number) + said for number, said in own)
        for essay, own in sorted(facts.records.items())
    }
    return script(path, records)


def _texts(path: str, texts: Texts) -> Page:
    """Return the file of what results show."""
    data = b",".join(
        b'"%s":%s' % (fixed(number).encode(), sheaf.texts[place])
        for number, sheaf, place in texts.documents
    )
    return script_of(path, b"{%s}" % data)
