"""The problems that `check` reports are shown in the editor while the author types."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types

from argsite.language_server.diagnostics import Diagnoses
from argsite.language_server.text import Units
from argsite.problems import Code, Problem, Severity
from argsite.source import Location, Manuscript
from tests.editor import editor, told
from tests.looped import looped
from tests.sites import write

PARK = "content/park/essay.yaml"
LIGHT = "content/park/1-light.yaml"

SITE = {
    PARK: """\
title: The park after dark
contention:
  id: keep-open
  text: The park should stay open at night.
  premises:
    - ref: safe
""",
    LIGHT: """\
number: 1
title: Light
claim:
  id: safe
  text: A lit park is safe.
""",
}


def test_a_site_without_mistakes_has_no_problems(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            it.open(PARK)
            assert await it.problems(PARK) == []

    looped(session())


def test_a_problem_comes_with_a_keystroke_and_goes_with_another(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            it.open(PARK)
            it.change(PARK, SITE[PARK].replace("ref: safe", "ref: saef"))
            assert await it.problems(PARK) == [
                (
                    "5:11-5:15 error: unknown id 'saef' in essay 'park'"
                    " / did you mean 'safe'? [unknown-id]"
                )
            ]
            it.change(PARK, SITE[PARK])
            assert await it.problems(PARK) == []

    looped(session())


TEXT = Manuscript(PARK, "title: 🌳 park\n  x\n\n")


def shown(problem: Problem) -> types.Diagnostic:
    """Return a problem of the park as an editor gets it."""
    by_path = Diagnoses().of([problem], {PARK: TEXT}, "file:///{}".format, Units.UTF16)
    (diagnostic,) = by_path[problem.at.path]
    return diagnostic


def test_a_problem_has_its_place_code_source_severity_and_hint() -> None:
    at = Location(PARK, 1, 10, 4)
    problem = Problem(Code.BAD_VALUE, at, "no park", "write 'lake'", Severity.WARNING)
    diagnostic = shown(problem)
    assert told(diagnostic) == "0:10-0:14 warning: no park / write 'lake' [bad-value]"
    assert diagnostic.source == "argsite"
    assert diagnostic.code_description is None


def test_a_note_is_information() -> None:
    problem = Problem(Code.QUESTION, Location(PARK), "a question", "", Severity.NOTE)
    assert told(shown(problem)) == "0:0-0:1 information: a question [question]"


def test_a_place_past_the_end_of_its_line_can_be_seen() -> None:
    assert told(shown(Problem(Code.BAD_YAML, Location(PARK, 2, 4), "x"))).startswith("1:2-1:3 ")
    assert told(shown(Problem(Code.BAD_YAML, Location(PARK, 1, 14, 99), "x"))).startswith(
        "0:13-0:14 "
    )
    assert told(shown(Problem(Code.BAD_YAML, Location(PARK, 3, 1), "x"))).startswith("2:0-2:0 ")
    assert told(shown(Problem(Code.BAD_YAML, Location(PARK, 99, 1), "x"))).startswith("98:0-98:0 ")
    assert told(shown(Problem(Code.MISSING_FILE, Location(LIGHT, 1, 1), "x"))).startswith("0:0")


def test_another_place_that_a_hint_names_is_linked() -> None:
    hint = f"the other stands at {PARK}:2:3; ids are unique in an essay"
    found = shown(Problem(Code.DUPLICATE_ID, Location(PARK), "id 'x' is taken", hint))
    (other,) = found.related_information or ()
    assert other.location == types.Location(
        f"file:///{PARK}", types.Range(types.Position(1, 2), types.Position(1, 3))
    )


def test_every_severity_has_one_of_the_editor() -> None:
    for severity in Severity:
        assert shown(Problem(Code.QUESTION, Location(PARK), "x", "", severity)).severity


def test_an_unused_alias_is_shown_as_unnecessary() -> None:
    found = shown(Problem(Code.UNUSED_ALIAS, Location(PARK), "x"))
    assert found.tags == [types.DiagnosticTag.Unnecessary]


def test_diagnostics_are_made_anew_only_where_something_has_changed() -> None:
    diagnoses = Diagnoses()
    one = Problem(Code.QUESTION, Location(PARK), "x")
    other = Problem(Code.QUESTION, Location(LIGHT), "x")

    def told_now(text: str, *problems: Problem) -> dict[str, list[types.Diagnostic]]:
        texts = {PARK: Manuscript(PARK, text), LIGHT: TEXT}
        return diagnoses.of(problems, texts, str, Units.UTF16)

    first = told_now("abc", one, other)
    second = told_now("🌳bc", one, other)
    assert told(first[PARK][0]).startswith("0:0-0:1 ")
    assert told(second[PARK][0]).startswith("0:0-0:2 ")
    assert second[LIGHT][0] is first[LIGHT][0]
    assert told_now("🌳bc", other).keys() == {LIGHT}
