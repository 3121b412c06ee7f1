"""The cursor (¦) is on a name: which essay and id, and which letters of the line."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argsite.language_server.completion import spot_at
from argsite.language_server.cursor import Name, name_at
from argsite.language_server.text import Place, lines
from tests.editor import MARK

CASES = {
    "- ref: sa¦fe": ("park", "safe", "safe"),
    "- ref: ¦safe": ("park", "safe", "safe"),
    "- ref: safe¦": ("park", "safe", "safe"),
    "- {ref: sa¦fe, weight: 2}": ("park", "safe", "safe"),
    "- ref: 'sa¦fe'": ("park", "safe", "safe"),
    "- ref: lake/wa¦ter": ("lake", "water", "water"),
    "- ref: la¦ke/water": ("lake", "", "lake"),
    "  id: сад-у¦ночі": ("park", "сад-уночі", "сад-уночі"),
    "text: See [it](#sa¦fe) and [that](#dark).": ("park", "safe", "safe"),
    "text: See [it](#safe) and [that](#d¦ark).": ("park", "dark", "dark"),
    "text: See [it](la¦ke#water).": ("lake", "", "lake"),
    "text: See [it](lake#wa¦ter).": ("lake", "water", "water"),
    "[it]: #sa¦fe": ("park", "safe", "safe"),
    "aliases: [old, ol¦der]": ("park", "older", "older"),
    "aliases:\n  - old\n  - ol¦der": ("park", "older", "older"),
    "aliases:\n- old\n- ol¦der": ("park", "older", "older"),
    "roles:\n  warrant: pa¦trols": ("park", "patrols", "patrols"),
    "roles: {warrant: pa¦trols}": ("park", "patrols", "patrols"),
    "essays: [lake, pa¦rk]": ("park", "", "park"),
    "essays:\n  - lake\n  - pa¦rk": ("park", "", "park"),
}

NOTHING = (
    "te¦xt: A lit park is safe.",
    "text: A lit pa¦rk is safe.",
    "roles:\n  war¦rant: patrols",
    "text: See [it](https://example.org/sa¦fe).",
    "tags: [sa¦fe]",
    "¦",
    "- ¦",
)


@pytest.mark.parametrize("marked", CASES)
def test_a_name_is_found(marked: str) -> None:
    essay, id_, words = CASES[marked]
    found, line = find(marked)
    assert found
    assert (found.essay, found.id, line[found.start : found.end]) == (essay, id_, words)


@pytest.mark.parametrize("marked", NOTHING)
def test_other_words_are_no_names(marked: str) -> None:
    assert find(marked)[0] is None


def find(marked: str) -> tuple[Name | None, str]:
    """Return the name at the mark, and the line that it is in."""
    before, _, after = marked.partition(MARK)
    text = lines(before + after)
    place = Place(before.count("\n"), len(before.rpartition("\n")[2]))
    return name_at(text, place, "park"), text[place.line]


@example("]:#:")
@given(st.text(st.sampled_from("ref: id[](){}#/'\"-\n aé🌳<>|"), max_size=60))
def test_any_text_has_names_inside_its_lines_or_none(text: str) -> None:
    rows = lines(text)
    for number, row in enumerate(rows):
        for column in range(len(row) + 1):
            found = name_at(rows, Place(number, column), "park")
            assert found is None or 0 <= found.start <= column <= found.end <= len(row)
            spot = spot_at(row, column)
            assert spot is None or 0 <= spot.start <= column <= spot.end <= len(row)
