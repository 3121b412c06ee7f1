"""The page about each kind of problem: its examples do what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from argsite import explanation
from argsite.build import check
from argsite.outcome import Outcome
from argsite.problems import Code
from argsite.severities import DEFAULTS, FIXED, SETTABLE
from tests.casebook import Case, parse
from tests.sites import write

PAGES = Path(__file__).parents[1] / "content" / "guide" / "checks"
INDEX = (PAGES / "index.md").read_text(encoding="utf-8")

PROSE_ONLY = {
    Code.UNREADABLE_FILE: "a link that leads out, or a file without a permission",
    Code.BAD_CHARACTER: "bytes that a page of the guide cannot hold",
    Code.BAD_PICTURE: "a picture",
    Code.TOO_LARGE: "thousands of characters",
    Code.TOO_DEEP: "a hundred levels",
}
"""Kinds whose mistake cannot be shown in a few lines of YAML, and what it would take."""

SHOWN = [code for code in Code if code not in PROSE_ONLY]


def sections(code: Code) -> dict[str, Case]:
    """Return the sections of a page by title."""
    path = PAGES / f"{code}.md"
    text = path.read_text(encoding="utf-8")
    return {each.title: each for each in parse(path, text)} if "\n## " in text else {}


def outcome(root: Path, code: Code, title: str) -> Outcome:
    """Check the site that a section shows."""
    write(root, sections(code)[title].fences)
    return check(root)


def test_each_code_has_a_page_and_each_page_a_code() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} == {*Code, "index"}


@pytest.mark.parametrize("code", Code)
def test_a_page_begins_with_its_code_and_one_sentence_on_it(code: Code) -> None:
    text = explanation.page(code)
    assert text.startswith(f"# {code}\n\n")
    summary = explanation.summary(text)
    assert re.fullmatch(r"[A-Z`].+[.]", summary)
    assert len(summary) < 120
    assert len(text.split("\n\n")) > 2, "why it matters"


@pytest.mark.parametrize("code", Code)
def test_a_page_says_how_to_set_what_may_be_set(code: Code, tmp_path: Path) -> None:
    setting = sections(code).get("Setting it")
    assert (setting is not None) == (code in SETTABLE)
    if setting:
        assert f" {DEFAULTS[code]}. " in f"{setting.sentence} "
        write(tmp_path, setting.fences)
        assert not check(tmp_path).failed
        assert f"\n  {code}: " in setting.fences["content/site.yaml"]


@pytest.mark.parametrize("code", SHOWN)
def test_the_wrong_example_is_wrong(code: Code, tmp_path: Path) -> None:
    found = {each.code: each.severity for each in outcome(tmp_path, code, "Wrong").problems}
    assert found[code] == DEFAULTS[code]


@pytest.mark.parametrize("code", SHOWN)
def test_the_mended_example_is_right(code: Code, tmp_path: Path) -> None:
    found = outcome(tmp_path, code, "Mended")
    assert code not in {each.code for each in found.problems}
    assert not found.failed


@pytest.mark.parametrize("code", PROSE_ONLY)
def test_a_page_without_an_example_has_none(code: Code) -> None:
    assert not sections(code).keys() & {"Wrong", "Mended"}


def test_the_index_lists_each_code_once_with_its_severity() -> None:
    rows = re.findall(r"^\| \[([a-z-]+)\]\(([a-z-]+)\.html\) \| (\w+) \|$", INDEX, re.MULTILINE)
    assert all(code == address for code, address, _ in rows)
    assert len(rows) == len(Code)
    assert {code: severity for code, _, severity in rows} == DEFAULTS
    fixed, settable = INDEX.split("## What a site may set")
    assert all(f"[{code}]" in fixed for code in FIXED)
    assert all(f"[{code}]" in settable for code in SETTABLE)


def test_a_package_without_pages_has_no_explanations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explanation, "folder", lambda: None)
    assert explanation.page("bad-yaml") == ""
    assert explanation.summary("") == ""


def test_a_name_that_is_no_code_has_no_page() -> None:
    assert explanation.page("nothing") == ""
