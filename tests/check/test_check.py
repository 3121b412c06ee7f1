"""Each check has cases of its own in `cases/check`, in a file of its name."""

from __future__ import annotations

import inspect
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from argsite.analysis.standing import stand
from argsite.check import CHECKS, Check, Run, check, circles, links
from argsite.model import Argument, Graph, Kind, Library, Site, Statement
from argsite.problems import Code, Problem, Severity, in_order
from argsite.severities import DEFAULTS, Settings
from argsite.source import Location, Passage
from tests.built import build_site, files
from tests.casebook import CASES, Case, read_cases
from tests.sites import read, told, write


@pytest.mark.parametrize(
    "case", read_cases("check"), ids=lambda case: f"{case.path.stem}: {case.title}"
)
def test_case(case: Case, tmp_path: Path, golden_fence: Callable[[Case, str, str], None]) -> None:
    write(tmp_path, case.fences)
    loaded, problems = read(tmp_path)
    assert not problems
    assert loaded.library
    found: list[Problem] = []
    alone = {each.name: each.run for each in CHECKS}[case.path.stem]
    alone(loaded.library, stand(loaded.library.graph), found.append)
    golden_fence(case, "problems", told(in_order(found), loaded))
    usual = {each.code: each.severity for each in found if each.code is not Code.BROKEN_LINK}
    assert usual == {code: DEFAULTS[code] for code in usual}


def test_every_check_has_a_file_of_cases() -> None:
    checks = {each.name for each in CHECKS}
    assert {path.stem for path in (CASES / "check").glob("*.md")} == checks


def test_a_check_names_every_code_that_it_reports() -> None:
    for each in CHECKS:
        source = inspect.getsource(inspect.getmodule(each.run) or each.run)
        written = set(re.findall(r"Code\.([A-Z_]+)", source))
        assert {Code[name] for name in written} == set(each.codes), each.name


def asked(monkeypatch: pytest.MonkeyPatch, settings: Settings, *, least: Severity) -> list[str]:
    """Return which of three checks, an error's, a warning's and a note's, are run."""
    ran: list[str] = []
    codes = (Code.BROKEN_LINK, Code.QUESTION, Code.LONE_TERM)

    class Noted(Check):
        """A check that only says that it was run."""

        @property
        def run(self) -> Run:
            return lambda *_: ran.extend(self.codes)

    monkeypatch.setattr("argsite.check.CHECKS", [Noted(code, (code,)) for code in codes])
    graph = Graph.of((), ())
    site = Site("T", Location("content/site.yaml"), checks=settings)
    check(Library(site, (), (), graph, {}), stand(graph), lambda _: None, least=least)
    return ran


def test_a_check_that_finds_nothing_that_is_wanted_is_not_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert asked(monkeypatch, {}, least=Severity.NOTE) == ["broken-link", "question", "lone-term"]
    assert asked(monkeypatch, {}, least=Severity.WARNING) == ["broken-link", "question"]
    assert asked(monkeypatch, {}, least=Severity.ERROR) == ["broken-link"]
    assert asked(monkeypatch, {Code.QUESTION: None}, least=Severity.NOTE) == [
        "broken-link",
        "lone-term",
    ]
    settings = {Code.QUESTION: Severity.NOTE, Code.LONE_TERM: Severity.ERROR}
    assert asked(monkeypatch, settings, least=Severity.WARNING) == ["broken-link", "lone-term"]


def test_a_page_can_be_linked_where_the_build_makes_it_and_nowhere_else(tmp_path: Path) -> None:
    shutil.copytree(CASES.parent / "sites" / "features" / "content", tmp_path / "content")
    built = {path for path in files(build_site(tmp_path)) if path.endswith((".html", ".xml"))}
    parts = {path for path in built if path.startswith("statements/")}
    library = read(tmp_path)[0].library
    assert library
    linkable = {path for path in links.pages(library) if path.endswith((".html", ".xml"))}
    assert linkable == built - parts - {"sitemap.xml"}


def ring(size: int) -> Graph:
    """Return a graph of statements each of which is a reason for the next, and so around."""
    at = Location("content/park/essay.yaml")
    statements = [Statement(f"s{n}", "park", Passage(f"S {n}.", at), at) for n in range(size)]
    arguments = [
        Argument(f"a{n}", "park", (f"park/s{n}",), f"park/s{(n + 1) % size}", Kind.FOR, at)
        for n in range(size)
    ]
    return Graph.of(statements, arguments)


def test_a_circle_of_ten_thousand_is_shown_shortened() -> None:
    graph = ring(10_000)
    library = Library(Site("T", Location("content/site.yaml")), (), (), graph, {})
    found: list[Problem] = []
    circles.check(library, stand(graph), found.append)
    (problem,) = found
    assert problem.message == (
        "'s0' supports itself: s0 → s1 → s2 → s3 → s4 → s5 → … 9989 more … → "
        "s9995 → s9996 → s9997 → s9998 → s9999 → s0"
    )
