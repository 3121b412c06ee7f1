"""What is said of lower bounds, before anything is installed."""

from __future__ import annotations

from packaging.requirements import Requirement
from packaging.version import Version

from tests.tools.lowest import (
    ROOT,
    TELLING,
    bound,
    held_lines,
    pins,
    requirements,
    wrong_bounds,
)

RESOLVED = """\
a==1.0
b-c==2.1.3
d==5.0
"""


def wrong(*asked: str) -> list[str]:
    """Return what is wrong with requirements that are resolved to RESOLVED."""
    return list(wrong_bounds(map(Requirement, asked), pins(RESOLVED)))


def test_a_bound_that_is_had_is_right() -> None:
    assert wrong("a>=1", "B_c[extra]>=2.1.3,<3", "d==5.0.0") == []


def test_a_bound_that_nobody_gets_is_wrong() -> None:
    assert wrong("b-c>=2") == ["b-c: 2 cannot be had; the lowest that can is 2.1.3"]


def test_no_bound_is_wrong() -> None:
    assert wrong("a", "a<2") == ["a has no lower bound"] * 2


def test_what_is_not_resolved_is_told() -> None:
    assert wrong("z>=1") == ["z was not resolved"]


def test_the_bound_of_a_requirement() -> None:
    assert bound(Requirement("a>=1.2,<9")) == Version("1.2")
    assert bound(Requirement("a")) is None


def test_a_requirement_is_held_at_its_version_with_its_extras() -> None:
    """What an extra brings was missing: the held version took the place of all that was asked."""
    asked = [Requirement("a"), Requirement("B_c[more,extra]>=2")]
    assert list(held_lines(asked, pins(RESOLVED))) == ["a==1.0\n", "B_c[extra,more]==2.1.3\n"]


def test_requirements_of_other_platforms_are_left_out() -> None:
    project: dict[str, object] = {
        "dependencies": ["a>=1", "b>=1; platform_system == 'no such system'"],
        "optional-dependencies": {"more": ["c[d]>=1"]},
    }
    assert [each.name for each in requirements(project)] == ["a", "c"]


def test_a_lock_with_hashes_and_markers_is_read() -> None:
    listed = "a==1.0 ; os_name == 'nt' \\\n    --hash=sha256:00 \\\n    --hash=sha256:01\nb[x]==2\n"
    assert pins(listed) == {"a": Version("1.0"), "b": Version("2")}


def test_the_telling_tests_are_there() -> None:
    assert all((ROOT / each).exists() for each in TELLING)
