"""The last good site stays, whatever comes after it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from argsite.analysis import Opposition
from argsite.build import with_warnings
from argsite.errors import SetupError
from argsite.load.essays import Files, Read, read_essay
from argsite.serve.preview import Draft, Preview, Trouble, troubles
from tests.samples import write_site
from tests.sites import SMALL_ESSAY, write

ESSAY = "content/small/essay.yaml"


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """Prepare to show a small site."""
    write(tmp_path, {})
    shown = Preview(tmp_path)
    yield shown
    shown.close()


def read(preview: Preview) -> Draft:
    """Return the next state of a site, which must have changed."""
    draft = preview.read()
    assert draft
    return draft


def show(preview: Preview) -> None:
    """Read a site without mistakes and show it."""
    draft = read(preview)
    assert draft.shelf
    preview.show(draft)


def test_there_is_nothing_before_the_first_good_site(preview: Preview) -> None:
    assert preview.name == ""
    assert not preview.has("index.html")
    assert preview.file("index.html") == (None, None)
    assert preview.not_found("http://127.0.0.1") is None


def test_a_site_is_read_again_only_where_something_changed(
    preview: Preview, tmp_path: Path
) -> None:
    show(preview)
    first = preview.name
    assert preview.read() is None
    essay = tmp_path / ESSAY
    essay.write_text(SMALL_ESSAY, encoding="utf-8")  # saved again, with the same bytes
    assert preview.read() is None
    write(tmp_path, {ESSAY: SMALL_ESSAY.replace("Small", "Large")})
    show(preview)
    assert preview.name != first
    assert b"Large" in (preview.file("small/index.html")[0] or b"")
    essay.write_text(SMALL_ESSAY, encoding="utf-8")
    show(preview)
    assert preview.name == first


def test_a_mistake_leaves_the_site_as_it_was(preview: Preview, tmp_path: Path) -> None:
    show(preview)
    write(tmp_path, {ESSAY: "titel: Small\n"})
    draft = read(preview)
    assert draft.shelf is None
    found, more = troubles(draft.outcome.problems, draft.outcome.manuscripts)
    assert more == 0
    assert (
        Trouble(
            "content/small/essay.yaml:1:1: error: unknown key 'titel' in an essay [unknown-key]",
            "    1 | titel: Small\n      | ^^^^^ did you mean 'title'?",
        )
        in found
    )
    assert b"Small" in (preview.file("small/index.html")[0] or b"")


def test_what_is_no_error_keeps_nothing_from_being_shown(preview: Preview, tmp_path: Path) -> None:
    write(tmp_path, {"content/site.yaml": 'title: A\noptions: {accent: {light: "#ffff00"}}\n'})
    draft = read(preview)
    assert draft.shelf
    assert not draft.outcome.problems, "warnings wait until the site is shown"
    outcome = with_warnings(draft.reading)
    assert [each.code for each in outcome.problems] == ["low-contrast"]
    assert troubles(outcome.problems, outcome.manuscripts) == ((), 0)


def test_of_very_many_errors_the_first_are_told_and_the_number_of_others(
    preview: Preview, tmp_path: Path
) -> None:
    write(tmp_path, {f"content/essay-{number}/essay.yaml": "titel: A\n" for number in range(120)})
    draft = read(preview)
    found, more = troubles(draft.outcome.problems, draft.outcome.manuscripts)
    errors = len(draft.outcome.problems)
    assert errors > 100
    assert (len(found), more) == (100, errors - 100)


def test_a_fault_of_the_set_up_is_told_once(preview: Preview, tmp_path: Path) -> None:
    show(preview)
    (tmp_path / "content").rename(tmp_path / "away")
    with pytest.raises(SetupError):
        preview.read()
    assert preview.read() is None
    (tmp_path / "away").rename(tmp_path / "content")
    show(preview)


def test_a_page_that_cannot_be_made_is_shown_as_it_was(preview: Preview, tmp_path: Path) -> None:
    show(preview)
    before, _ = preview.file("small/index.html")
    template = tmp_path / "themes/paper/templates/essay.html"
    template.parent.mkdir(parents=True)
    template.write_text("{{ 1 / 0 }}", encoding="utf-8")
    draft = read(preview)
    with pytest.raises(SetupError, match="ZeroDivisionError"):
        preview.try_out(draft, ["index.html", "small/index.html"])
    preview.show(draft)
    data, fault = preview.file("small/index.html")
    assert data == before
    assert "essay.html, line 1" in str(fault)
    assert preview.file("statements.html")[1] is None


def test_pages_of_the_last_good_site_are_made_of_its_own_templates(
    preview: Preview, tmp_path: Path
) -> None:
    show(preview)
    template = tmp_path / "themes/paper/templates/outline.html"
    template.parent.mkdir(parents=True)
    template.write_text("{{ 1 / 0 }}", encoding="utf-8")
    read(preview)
    data, fault = preview.file("small/outline.html")
    assert data
    assert fault is None


def test_a_style_with_a_mistake_is_told_before_any_page_has_it(
    preview: Preview, tmp_path: Path
) -> None:
    show(preview)
    style = tmp_path / "themes/paper/styles/own.css"
    style.parent.mkdir(parents=True)
    style.write_text("main {", encoding="utf-8")
    with pytest.raises(SetupError, match=r"own\.css"):
        preview.read()
    style.write_text("main { color: red; }", encoding="utf-8")
    show(preview)
    assert b"main { color: red; }" in (preview.file("assets/style.css")[0] or b"")


def test_a_save_costs_what_was_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_site(tmp_path, 5, 20)
    shown = Preview(tmp_path)
    show(shown)
    assert shown.file("essay-2/point-3.html")[0]
    read_anew: list[str] = []

    def noted(files: Files) -> Read:
        read_anew.append(files.slug)
        return read_essay(files)

    monkeypatch.setattr("argsite.load.crew.read_essay", noted)
    asked: list[str] = []
    monkeypatch.setattr(Opposition, "to", lambda _, essay: asked.append(essay.slug))
    point = tmp_path / "content/essay-2/3-point.yaml"
    text = point.read_text(encoding="utf-8").replace("What point 3 claims", "What it now claims")
    point.write_text(text, encoding="utf-8")
    draft = read(shown)
    assert draft.shelf
    shown.try_out(draft, ["essay-2/point-3.html"])
    shown.show(draft)
    assert b"What it now claims" in (shown.file("essay-2/point-3.html")[0] or b"")
    assert read_anew == ["essay-2"]
    assert asked == [], "what is open is as it was, since nothing argues otherwise"
    assert draft.shelf.listed == [], "no list was asked for"
    shown.close()


def test_a_change_of_the_argument_is_seen_by_pages_of_other_essays_too(tmp_path: Path) -> None:
    write(tmp_path, {"content/large/essay.yaml": "title: L\nauthor: A\ncontention: It is large.\n"})
    shown = Preview(tmp_path)
    show(shown)
    before = shown.file("open.html")[0] or b""
    assert b"It is small." not in before
    objection = "contention:\n  text: It is large.\n  rebuttals:\n    - It is small.\n"
    write(tmp_path, {"content/large/essay.yaml": f"title: L\nauthor: A\n{objection}"})
    show(shown)
    assert b"It is small." in (shown.file("open.html")[0] or b"")
    shown.close()
