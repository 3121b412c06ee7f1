"""Values become bytes and come back with their types checked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argsite.packing import from_json, pack, to_json, to_readable_json, unpack


class Place(NamedTuple):
    """A named tuple."""

    path: str
    line: int = 1


class Kind(StrEnum):
    """An enumeration."""

    FOR = "for"


@dataclass(frozen=True, slots=True)
class Thing:
    """A value with one field of each sort."""

    at: Place
    kind: Kind
    near: tuple[Place, ...] = ()
    note: Place | None = None
    roles: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({"a": "b"}))
    data: bytes = b"\x00"


THING = Thing(Place("ü.yaml", 3), Kind.FOR, (Place("b"),), Place("c"))


def test_a_value_comes_back_as_it_was() -> None:
    assert unpack(pack(THING), Thing) == THING
    assert isinstance(getattr(unpack(pack(THING), Thing), "kind", None), Kind)


@pytest.mark.parametrize("kept", range(len(pack(THING))))
def test_what_was_cut_is_no_value(kept: int) -> None:
    assert unpack(pack(THING)[:kept], Thing) is None


@pytest.mark.parametrize(
    "other", [None, 1, [], {}, {"at": ["a", "x"], "kind": "for"}, {"at": ["a"], "kind": "odd"}]
)
def test_another_value_is_none(other: object) -> None:
    assert unpack(pack(other), Thing) is None


def test_what_is_nested_without_end_is_no_value() -> None:
    assert unpack(b"\x91" * 100_000, Thing) is None
    assert unpack(b"\x82\xa2at" + b"\x91" * 100_000, Thing) is None
    assert unpack(b"\x82\xa1x" + b"\x91" * 100_000, Thing) is None


def test_text_that_is_none_is_no_value() -> None:
    assert unpack(b"\xa2\xf5\xf6", str) is None
    assert unpack(b"\x82\xa1\xff\xa1a", Thing) is None


values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text()),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
)


@given(values)
def test_json_for_people_is_set_in_lines_as_the_standard_library_does(value: object) -> None:
    expected = json.dumps(value, ensure_ascii=False, indent=1)
    assert to_readable_json(value).decode() == expected


def test_a_word_is_written_as_a_text_and_a_weight_as_a_number() -> None:
    assert to_readable_json([Kind.FOR, 0.5, 2.0]) == b'[\n "for",\n 0.5,\n 2.0\n]'


@pytest.mark.parametrize("data", [b"", b"{", b"[1]", b'{"path": 1}', b"\xff", b"[" * 100_000])
def test_json_of_another_form_is_no_value(data: bytes) -> None:
    assert from_json(data, dict[str, str]) is None


def test_json_gives_what_it_was_made_of() -> None:
    value = {"path": ["ä", "𝄞"], "other": []}
    assert from_json(to_json(value), dict[str, list[str]]) == value
