"""What pages show alike is set once, and nothing is shown for another."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader

from argsite.pages import fragments
from argsite.pages.composition import Composition
from argsite.pages.fragments import Fragments


@dataclass(frozen=True)
class Thing:
    """What pages have in common."""

    name: str


class Macro:
    """Sets a thing and counts how often it was asked."""

    asked = 0

    def __call__(self, value: object) -> str:
        """Set a thing."""
        self.asked += 1
        return f"<{getattr(value, 'name', value)}>"


def test_a_thing_is_set_once_by_each_macro() -> None:
    one, other, thing = Macro(), Macro(), Thing("a")
    known = Fragments(Thing)
    assert [known.once(thing, one) for _ in range(3)] == ["<a>"] * 3
    assert known.each([thing, Thing("b"), thing], one) == "<a><b><a>"
    assert known.once(thing, other) == "<a>"
    assert (one.asked, other.asked) == (2, 1)


def test_other_kinds_of_values_are_set_each_time() -> None:
    known, macro = Fragments(Thing), Macro()
    names = ["x"]
    assert known.once(names, macro) == "<['x']>"
    names.append("y")
    assert known.once(names, macro) == "<['x', 'y']>"


@given(st.lists(st.text(max_size=2)), st.integers(1, 5))
def test_the_same_comes_of_it_however_little_is_remembered(names: list[str], most: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fragments, "_MOST", most)
        known, macro = Fragments(Thing), Macro()
        kept = {name: Thing(name) for name in names[::2]}
        # Those that nobody keeps are gone at once, and others may take their place in memory.
        things = (kept.get(name) or Thing(name) for name in names)
        assert known.each(things, macro) == "".join(f"<{name}>" for name in names)


def test_a_macro_that_is_defined_on_a_page_sees_that_page() -> None:
    source = "{% macro m(x) %}{{ x.name }}{{ number }}{% endmacro %}{{ thing|once(m) }}"
    made = Composition(DictLoader({"page": source}))
    made.filters["once"] = Fragments(Thing).once
    template, thing = made.get_template("page"), Thing("a")
    assert [template.render(thing=thing, number=each) for each in (1, 2)] == ["a1", "a2"]
