"""Ids made from texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argsite.formats.ids import is_good
from argsite.formats.naming import Namer


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("A lit park is safe.", "a-lit-park-is-safe"),
        ("It isn't.", "it-isnt"),
        ("*Never* trust [the map](https://example.org/x).", "never-trust-the-map"),
        ("Größe zählt", "grosse-zahlt"),
        ("Index", "index-statement"),
        ("…", "statement"),
        ("", "statement"),
        ("one " * 40, "one-one-one-one-one-one-one-one-one-one-one-one"),
        ("x" * 100, "x" * 48),
    ],
)
def test_the_first_words_make_the_id(text: str, id_: str) -> None:
    assert Namer().name(text) == id_


def test_a_taken_id_gets_a_mark_of_the_text_then_a_number() -> None:
    namer = Namer(["a-b"])
    first, second, third = (namer.name("A. B!") for _ in range(3))
    assert first.startswith("a-b-")
    assert (second, third) == (f"{first}-2", f"{first}-3")
    assert namer.name("A, B?") not in {first, second, third}


@given(st.lists(st.text(max_size=300)), st.lists(st.text("ab-", max_size=3)))
def test_every_text_makes_a_good_id_that_is_free(texts: list[str], taken: list[str]) -> None:
    namer = Namer(taken)
    names = [namer.name(text) for text in [*texts, *texts]]
    assert all(is_good(name) for name in names)
    assert len({*names, *taken}) == len(names) + len(set(taken))
