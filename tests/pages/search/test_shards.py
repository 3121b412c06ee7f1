"""The files of the index: which there are, what they hold, and which of them an edit changes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from argsite import addresses
from argsite.pages.edition import Edition
from argsite.pages.script_data import fnv1a
from argsite.pages.search import named, sheaves
from argsite.pages.search.documents import documents
from argsite.pages.search.gathering import gather
from argsite.pages.search.shards import shard_jobs
from argsite.pages.search.shelves import Shelves
from argsite.pages.search.terms import beginning, terms
from tests.built import make_edition
from tests.indexed import Index, held, index, index_files, numbers

OLD, NEW = "Case 100 is number 100 of many.", "Case 100 is zigzagging number 100 of many."


def essay(hundredth: str = OLD, more: str = "") -> str:
    """Return an essay of some hundred statements."""
    lines = [
        f"    - {{id: s{n}, text: {hundredth if n == 100 else OLD.replace('100', str(n))}}}"
        for n in range(400)
    ]
    head = f"title: Many\ncontention:\n  id: all\n  text: All of it.\n  premises:{more}\n"
    return head + "\n".join(lines) + "\n"


def written(root: Path, text: str) -> tuple[Edition, Index, dict[str, bytes]]:
    """Write an essay; return its edition, its index, and the files of that by their paths."""
    root.mkdir()
    edition = make_edition(root, {"content/many/essay.yaml": text})
    return edition, index(documents(edition)), index_files(edition)


def bases(edition: Edition) -> dict[str, str]:
    """Return what each file of an index is told by."""
    found = gather(tuple(sheaves(edition)), Shelves.of(edition.library))
    return {
        path: job.basis for job in shard_jobs(found, named(edition.library)) for path in job.paths
    }


def changed(before: Mapping[str, object], after: Mapping[str, object]) -> set[str]:
    """Return the paths of files that came, went, or changed."""
    return {path for path in {*before, *after} if before.get(path) != after.get(path)}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Edition, Index, dict[str, bytes]]:
    """Return an essay's edition, its index, and the files of that."""
    return written(tmp_path_factory.mktemp("before") / "site", essay())


def test_there_are_as_many_files_as_is_said(
    made: tuple[Edition, Index, dict[str, bytes]],
) -> None:
    edition, _, files = made
    shelves = Shelves.of(edition.library)
    assert len(files) == shelves.files
    assert (shelves.facts, shelves.texts) == (1, 16)
    assert shelves.words > 1


def test_a_file_holds_each_term_that_its_beginning_sends_there(
    made: tuple[Edition, Index, dict[str, bytes]],
) -> None:
    edition, found, files = made
    total = Shelves.of(edition.library).words
    seen: dict[str, list[tuple[int, int]]] = {}
    for shelf in range(total):
        for term, postings in held(files[addresses.search_words(shelf)]).items():
            assert fnv1a(beginning(term)) % total == shelf
            seen[term] = list(numbers(postings))
    assert seen == {term: list(postings) for term, postings in found.postings.items()}


def test_an_edit_changes_the_files_of_its_words_and_its_own(
    made: tuple[Edition, Index, dict[str, bytes]], tmp_path: Path
) -> None:
    edition, found, before = made
    _, _, after = written(tmp_path / "site", essay(NEW))
    (number,) = (n for n, each in found.documents.items() if each.key == "many/s100")
    shelves = Shelves.of(edition.library)
    words = {fnv1a(beginning(term)) % shelves.words for term in terms("zigzagging")}
    # What holds for the whole index hardly changes: an average that is rounded.
    assert changed(before, after) - {addresses.SEARCH_ABOUT} == {
        *(addresses.search_words(shelf) for shelf in words),
        addresses.search_facts(number % shelves.facts),
        addresses.search_texts(number % shelves.texts),
    }


def test_a_new_statement_changes_the_files_of_its_words_and_its_own(
    made: tuple[Edition, Index, dict[str, bytes]], tmp_path: Path
) -> None:
    _, _, before = made
    text = essay(more="\n    - {id: newcomer, text: Something new.}")
    _, _, after = written(tmp_path / "site", text)
    paths = changed(before, after)
    assert len([path for path in paths if "/words-" in path]) <= 2
    assert len([path for path in paths if "/texts-" in path]) == 1


@pytest.mark.parametrize(
    "text",
    [essay(NEW), essay(more="\n    - {id: newcomer, text: Something new.}"), essay().upper()],
    ids=["edited", "added", "all"],
)
def test_a_file_has_another_basis_where_it_has_other_bytes_and_nowhere_else(
    made: tuple[Edition, Index, dict[str, bytes]], tmp_path: Path, text: str
) -> None:
    edition, _, before = made
    text = text.replace("TITLE:", "title:").replace("CONTENTION:", "contention:")
    for key in ("id", "text", "premises"):
        text = text.replace(f"{key.upper()}:", f"{key}:")
    again, _, after = written(tmp_path / "site", text)
    assert changed(bases(edition), bases(again)) == changed(before, after)


def test_of_a_term_that_very_many_hold_a_file_has_the_strongest_and_how_many_there_are(
    made: tuple[Edition, Index, dict[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    edition, found, _ = made
    monkeypatch.setattr("argsite.pages.search.gathering.MOST_POSTINGS", 100)
    files = index_files(edition)
    shelf = fnv1a(beginning("case")) % Shelves.of(edition.library).words
    total, postings = held(files[addresses.search_words(shelf)])["case"]
    kept = list(numbers(postings))
    assert total == len(found.postings["case"]) == 400
    assert len(kept) == 100
    assert set(kept) < set(found.postings["case"])
    assert kept == sorted(kept)


def test_a_longer_text_changes_the_files_of_its_words_that_very_many_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Once such a file was kept, although the text had become too long to be among the strongest.
    monkeypatch.setattr("argsite.pages.search.gathering.MOST_POSTINGS", 100)
    edition, found, before = written(tmp_path / "before", essay())
    shelf = addresses.search_words(fnv1a(beginning("case")) % Shelves.of(edition.library).words)
    kept = {number for number, _ in numbers(held(before[shelf])["case"][1])}
    short = next(each.title for number, each in found.documents.items() if number in kept)
    long = f"{short.removesuffix('.')} {' '.join('xyz' * n for n in range(1, 25))}."
    again, _, after = written(
        tmp_path / "after", essay().replace(f"text: {short}", f"text: {long}")
    )
    assert shelf in changed(before, after)
    assert changed(before, after) <= changed(bases(edition), bases(again))


def test_the_list_of_postings_is_dense(made: tuple[Edition, Index, dict[str, bytes]]) -> None:
    _, found, files = made
    letters = sum(len(data) for path, data in files.items() if "/words-" in path)
    postings = sum(len(each) for each in found.postings.values())
    assert letters < 8 * postings + 20 * len(found.postings)
