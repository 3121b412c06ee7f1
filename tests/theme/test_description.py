"""What a theme says of itself, and what goes wrong there."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite.build import check
from argsite.cache import Cache
from argsite.load import Memory
from argsite.problems import Problem, render
from argsite.theme import Theme, describe, find
from tests.built import ROOT
from tests.sites import write


def told(root: Path, text: str) -> list[str]:
    """Return what an author is told of a `theme.yaml` of their own."""
    write(root, {"content/site.yaml": "title: Small\ntheme: night\n"})
    place = root / "themes" / "night" / "theme.yaml"
    place.parent.mkdir(parents=True)
    place.write_text(text, encoding="utf-8")
    outcome = check(root)
    return [render(each, outcome.manuscripts) for each in outcome.problems]


def test_a_theme_without_a_description_leans_on_that_of_the_default(tmp_path: Path) -> None:
    (tmp_path / "themes" / "night").mkdir(parents=True)
    theme = find("night", tmp_path)
    assert theme.description == ROOT / "themes" / "paper" / "theme.yaml"
    described = describe(theme, tmp_path, lambda _: None, {})
    assert described
    assert described.paper
    assert described.paper.light.value == "#fdfcf9"


def test_a_correct_description_is_no_problem(tmp_path: Path) -> None:
    assert told(tmp_path, 'paper: {light: "#fff", dark: "#000000"}\n') == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "papers: 1\n",
            (
                "themes/night/theme.yaml:1:1: error: unknown key 'papers' in theme.yaml "
                "[unknown-key]\n"
                "    1 | papers: 1\n"
                "      | ^^^^^^ did you mean 'paper'?"
            ),
        ),
        (
            'paper: {light: "#fff"}\n',
            (
                "themes/night/theme.yaml:1:8: error: 'paper' needs 'dark' [missing-key]\n"
                '    1 | paper: {light: "#fff"}\n'
                "      |        ^ write 'dark: …'"
            ),
        ),
        (
            "paper: {light: white, dark: black}\n",
            (
                "themes/night/theme.yaml:1:16: error: 'light' must be a colour, not 'white' "
                "[bad-value]\n"
                "    1 | paper: {light: white, dark: black}\n"
                '      |                ^^^^^ write # and six digits in quotes, such as "#7a1f2b"'
            ),
        ),
        (
            "- paper\n",
            (
                "themes/night/theme.yaml:1:1: error: theme.yaml must be a mapping of keys, "
                "not a list [wrong-type]\n"
                "    1 | - paper\n"
                "      | ^ begin with 'paper:'"
            ),
        ),
    ],
)
def test_a_mistake_in_a_description_has_a_place_and_a_hint(
    tmp_path: Path, text: str, expected: str
) -> None:
    assert told(tmp_path, text)[0] == expected


def test_a_description_that_did_not_change_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = 'papers: 1\npaper: {light: "#fff", dark: "#000000"}\n'
    (tmp_path / "themes" / "night").mkdir(parents=True)
    (tmp_path / "themes" / "night" / "theme.yaml").write_text(text)
    told: list[Problem] = []

    def described() -> Theme | None:
        memory = Memory(Cache(tmp_path / "cache"))
        return describe(find("night", tmp_path), tmp_path, told.append, {}, memory)

    first = described()
    monkeypatch.setattr("argsite.formats.yaml.read_theme", lambda *_: pytest.fail("read again"))
    assert described() == first
    assert first is not None
    assert len(told) == 2
    assert told[0] == told[1]
