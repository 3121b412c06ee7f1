"""Which file each part of the index goes into, and what tells that a file changed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argsite.pages.job import Job
from argsite.pages.search.documents import Document
from argsite.pages.search.gathering import gather
from argsite.pages.search.shards import shard_jobs
from argsite.pages.search.sheaf import bind
from argsite.pages.search.shelves import Shelves
from tests.indexed import held, index, numbers

NAMES = [f"{essay}/{name}" for essay in "ab" for name in "pqrstu"]
TEXTS = st.dictionaries(st.sampled_from(NAMES), st.text("xyz ", max_size=12), max_size=9)
SHELVES = Shelves(words=4, facts=2, texts=4)


def documents(texts: dict[str, str], essay: str = "") -> list[Document]:
    """Return documents by their keys; those of one essay, or all."""
    return [
        Document(key, "claim", f"{key}.html", text, key[0])
        for key, text in texts.items()
        if key.startswith(essay)
    ]


def jobs(texts: dict[str, str]) -> list[Job]:
    """Return the jobs for the index of some documents."""
    sheaves = [bind(essay, documents(texts, essay)) for essay in "ab"]
    return list(shard_jobs(gather(sheaves, SHELVES), []))


def files(texts: dict[str, str]) -> dict[str, bytes]:
    """Return the index of some documents."""
    return {page.path: page.data for job in jobs(texts) for page in job.make(())}


@pytest.fixture(params=[3, 1 << 24], ids=["few numbers", "many numbers"], autouse=True)
def crowded(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let documents have few numbers among them, so that some must take another, or many."""
    most: int = request.param

    def number(key: str) -> int:
        return sum(key.encode()) * 7919 % most

    with pytest.MonkeyPatch.context() as patch:
        for module in ("argsite.pages.search.sheaf", "tests.indexed"):
            patch.setattr(f"{module}.natural_number", number)
        yield


@given(TEXTS)
def test_all_files_together_are_the_whole_index(texts: dict[str, str]) -> None:
    whole, made = index(documents(texts)), files(texts)
    found = {
        term: list(numbers(postings))
        for path, data in made.items()
        if "/words-" in path
        for term, postings in held(data).items()
    }
    assert found == whole.postings
    shown = [held(data) for path, data in made.items() if "/texts-" in path]
    assert sum(map(len, shown)) == len(texts)


@given(TEXTS, TEXTS)
def test_a_file_has_another_basis_wherever_it_has_other_bytes(
    before: dict[str, str], after: dict[str, str]
) -> None:
    for one, other in zip(jobs(before), jobs(after), strict=True):
        same = [page.data for page in one.make(())] == [page.data for page in other.make(())]
        assert same or one.basis != other.basis


def test_an_edit_changes_the_basis_of_few_files() -> None:
    before = {name: f"case {place}" for place, name in enumerate(NAMES)}
    pairs = zip(jobs(before), jobs(before | {"a/p": "case xyz"}), strict=True)
    changed = [one.paths[0] for one, other in pairs if one.basis != other.basis]
    assert len([path for path in changed if "/words-" in path]) <= 2
    assert len([path for path in changed if "/texts-" in path]) == 1
    assert not [path for path in changed if "/facts-" in path]
