"""What a sheaf holds, and what it is remembered by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from argsite.packing import pack
from argsite.pages.search import sheaf_makers
from argsite.pages.search.documents import Document
from argsite.pages.search.index import MOST, TITLE
from argsite.pages.search.sheaf import Sheaf, bind, bound
from tests.built import make_edition

PARK = {"content/park/essay.yaml": "title: The park\ncontention: {id: safe, text: It is safe.}\n"}

NIGHT = Document("park/night", "claim", "park/night.html", "Night is dark", "park", "presumed")
DARK = Document("park/dark", "prose", "park/index.html", "Dark", "park", body=("dark " * 99,))


def test_a_sheaf_bundles_terms_that_begin_alike() -> None:
    sheaf = bind("park", [NIGHT, DARK])
    assert sheaf.keys == ("park/night", "park/dark")
    night, dark = sheaf.numbers
    postings = [sheaf.bundles.postings(place) for place in range(3)]
    assert postings == [
        {"dark": [night, TITLE, dark, MOST]},
        {"is": [night, TITLE]},
        {"night": [night, TITLE]},
    ]
    assert sheaf.length == 3 * TITLE + TITLE + 99
    assert sheaf.texts[0] == b'{"path":"park/night.html","title":"Night is dark"}'


def bundled(sheaf: Sheaf) -> set[bytes]:
    """Return the digests of a sheaf's bundles."""
    return {sheaf.bundles.digest(place) for place in range(len(list(sheaf.bundles.crowds())))}


def test_an_edit_changes_the_digests_of_its_text_and_of_its_words() -> None:
    before = bind("park", [NIGHT, DARK])
    changed = Document(NIGHT.key, NIGHT.kind, NIGHT.path, "Night is long", "park", "presumed")
    after = bind("park", [changed, DARK])
    assert before.digests[0] != after.digests[0]
    assert before.digests[1] == after.digests[1]
    kept = bundled(before) & bundled(after)
    assert len(kept) == 2


def test_a_remembered_sheaf_is_the_one_that_was_made() -> None:
    memory: dict[tuple[str, ...], bytes] = {}
    made: list[str] = []

    def remember(inputs: Sequence[str], make: Callable[[], bytes]) -> bytes:
        name = tuple(inputs)
        if name not in memory:
            memory[name] = make()
        return memory[name]

    def make() -> Sheaf:
        made.append("park")
        return bind("park", [NIGHT, DARK])

    first, again = (bound(("park",), remember, make) for _ in range(2))
    assert first == again == bind("park", [NIGHT, DARK])
    assert made == ["park"]


def test_a_remembered_sheaf_whose_bundles_do_not_fit_together_is_made_anew() -> None:
    sheaf = bind("park", [NIGHT, DARK])
    torn = sheaf._replace(bundles=replace(sheaf.bundles, digests=b""))
    assert bound(("park",), lambda _inputs, _make: pack(torn), lambda: sheaf) is sheaf


def test_what_another_argsite_remembered_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = make_edition(tmp_path, PARK)
    asked = [inputs for inputs, _ in sheaf_makers(edition)]
    monkeypatch.setattr("argsite.pages.search.code", lambda: "of another Argsite")
    later = [inputs for inputs, _ in sheaf_makers(make_edition(tmp_path, PARK))]
    assert len(asked) == len(later) == 1
    assert asked != later


def test_of_two_documents_of_one_sheaf_each_has_a_number_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("argsite.pages.search.sheaf.natural_number", lambda _: 7)
    sheaf = bind("park", [NIGHT, DARK])
    assert (sheaf.naturals, sheaf.numbers) == ((7, 7), (8, 7))
