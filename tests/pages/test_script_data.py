"""Data as the site's files hold it."""

from __future__ import annotations

import json
from enum import StrEnum

from hypothesis import given
from hypothesis import strategies as st

from argsite.pages.script_data import indented, script

values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
)


class Word(StrEnum):
    """A word that is a text, too."""

    YES = "yes"


@given(values)
def test_data_is_set_in_lines_as_the_standard_library_does(value: object) -> None:
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=1)


def test_a_word_is_written_as_a_text() -> None:
    assert indented([Word.YES]) == '[\n "yes"\n]'


def test_a_script_hands_its_data_over() -> None:
    page = script("data/a.js", {"b": ["ü", '"', None]})
    assert page.data.decode() == 'argsiteData("data/a.js",{"b":["ü","\\"",null]});\n'
