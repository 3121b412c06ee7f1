"""Groups of what leads to one another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argsite.pages.components import components

GRAPHS = st.dictionaries(
    st.sampled_from("abcdefg"), st.sets(st.sampled_from("abcdefg"), max_size=3), max_size=7
)


def reached(graph: dict[str, set[str]], start: str) -> set[str]:
    """Return what a name leads to, itself included."""
    found, ahead = {start}, [start]
    while ahead:
        new = graph.get(ahead.pop(), set()) - found
        found |= new
        ahead += new
    return found


def test_a_circle_is_one_group_after_what_it_leads_to() -> None:
    graph = {"a": {"b"}, "b": {"c", "a"}, "c": {"d"}}
    groups = list(components("abcd", lambda name: graph.get(name, ())))
    assert [set(each) for each in groups] == [{"d"}, {"c"}, {"a", "b"}]


@given(GRAPHS)
def test_a_group_is_what_leads_to_one_another(graph: dict[str, set[str]]) -> None:
    names = sorted(graph.keys() | {each for below in graph.values() for each in below})
    groups = list(components(names, lambda name: graph.get(name, ())))
    assert sorted(name for group in groups for name in group) == names
    done: set[str] = set()
    for group in groups:
        for name in group:
            below = reached(graph, name)
            assert below >= set(group)
            assert below <= done | set(group)
        done |= set(group)


def test_a_long_chain_needs_no_depth() -> None:
    groups = list(
        components(
            map(str, range(5000)), lambda name: [str(int(name) + 1)] if name != "4999" else []
        )
    )
    assert groups[0] == ("4999",)
    assert len(groups) == 5000
