"""How much is done again after an edit: work is counted, not timed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from argsite.build import build
from argsite.outcome import Outcome
from tests.samples import write_site

ESSAYS, STATEMENTS = 6, 40
HEAD = "title: Two essays\nurl: https://example.org/\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site of several essays once."""
    root = tmp_path_factory.mktemp("site")
    write_site(root, ESSAYS, STATEMENTS)
    assert build(root, root / "site", workers=1).written
    return root


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """Give each test a copy of its own, as it was built."""
    root = tmp_path / "site"
    shutil.copytree(built, root)
    build(root, root / "site", workers=1)  # the ledger knows the folder by its place
    return root


def again(root: Path) -> Outcome:
    """Build again."""
    outcome = build(root, root / "site", workers=1)
    assert outcome.written, outcome.problems
    return outcome


def edit(root: Path, name: str, before: str, after: str) -> None:
    """Replace words in a file of the content."""
    place = root / "content" / name
    text = place.read_text(encoding="utf-8")
    assert before in text
    place.write_text(text.replace(before, after, 1), encoding="utf-8")


def pages(outcome: Outcome) -> set[str]:
    """Return the statements' pages that were made."""
    names = (path for path in outcome.reasons if path.startswith("essay-"))
    common = ("index.html", "map.html", "outline.html", "essay.json")
    return {path for path in names if not path.endswith(common)}


def test_nothing_is_made_where_nothing_changed(site: Path) -> None:
    outcome = again(site)
    assert outcome.reasons == {}
    assert outcome.written
    assert (outcome.written.written, outcome.written.removed) == (0, 0)


def test_another_id_makes_the_pages_of_its_essay_and_those_that_rest_on_it(site: Path) -> None:
    edit(site, "essay-3/3-point.yaml", "keeps the square busy in case 3.0", "keeps it busy, 3.0")
    outcome = again(site)
    assert "essay-3/the-lit-path-keeps-it-busy-3-0-of-essay-3.html" in pages(outcome)
    assert {path.partition("/")[0] for path in pages(outcome)} == {"essay-3", "essay-4"}


def test_another_word_in_a_statement_with_an_id_leaves_most_pages(site: Path) -> None:
    edit(site, "essay-3/3-point.yaml", "The café keeps the square busy", "The café keeps it busy")
    outcome = again(site)
    made = pages(outcome)
    assert "essay-3/p3-s4.html" in made
    assert len(made) < ESSAYS * STATEMENTS / 4
    shown = {outcome.reasons[path] for path in made}
    assert shown == {"it shows 'essay-3/p3-s4', which changed"}


def test_a_line_more_at_the_top_of_a_file_makes_nothing(site: Path) -> None:
    edit(site, "essay-3/3-point.yaml", "number: 3", "# A remark.\nnumber: 3")
    assert again(site).reasons == {}


def test_prose_makes_no_statements_page(site: Path) -> None:
    edit(site, "essay-2/2-point.yaml", "so that there is something", "so that there is enough")
    assert pages(again(site)) == set()


def test_the_filter_of_the_list_of_statements_is_left_where_their_order_and_names_stay(
    site: Path,
) -> None:
    edit(site, "essay-2/2-point.yaml", "so that there is something", "so that there is enough")
    assert "data/statements.js" not in again(site).reasons
    edit(site, "essay-2/essay.yaml", "title: ", "title: Of ")
    assert "data/statements.js" in again(site).reasons


def test_a_style_makes_no_page_anew(site: Path) -> None:
    place = site / "themes/paper/styles/9-own.css"
    place.parent.mkdir(parents=True)
    place.write_text("p { margin: 0 }\n", encoding="utf-8")
    outcome = again(site)
    assert [path for path in outcome.reasons if path.endswith(".html")] == []


def override(root: Path, template: str, text: str) -> None:
    """Write a template that goes before the theme's."""
    place = root / "themes/paper/templates" / template
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")


def test_a_template_makes_those_pages_anew_that_are_set_with_it(site: Path) -> None:
    override(site, "404.html", "{% extends 'paper/404.html' %}\n")
    assert again(site).reasons == {
        "404.html": "the template '404.html' changed, or one that it draws on"
    }


def test_a_template_that_others_draw_on_makes_every_page_anew(site: Path) -> None:
    override(site, "base.html", "{% extends 'paper/base.html' %}\n")
    made = set(again(site).reasons)
    written = {each.relative_to(site / "site").as_posix() for each in site.glob("site/**/*.html")}
    assert {path for path in made if path.endswith(".html")} == written


def test_a_template_whose_name_is_worked_out_may_be_any(site: Path) -> None:
    override(site, "404.html", "{% extends 'paper/' ~ '404.html' %}\n")
    again(site)
    override(site, "list.html", "{# changed #}\n{% extends 'paper/list.html' %}\n")
    assert "404.html" in again(site).reasons


def test_a_word_of_the_interface_that_a_template_redefines_makes_every_page_anew(
    site: Path,
) -> None:
    override(site, "404.html", "{% set ui = '' %}{% extends 'paper/404.html' %}\n")
    assert "essay-1/point-1.html" in again(site).reasons


def test_what_is_missing_in_the_output_is_made_again_alone(site: Path) -> None:
    (site / "site/essay-1/point-1.html").unlink()
    assert again(site).reasons == {
        "essay-1/point-1.html": "essay-1/point-1.html is missing, or somebody changed it"
    }


def test_a_torn_ledger_makes_everything_anew(site: Path) -> None:
    for place in (site / ".cache/argsite").iterdir():
        place.write_bytes(place.read_bytes()[:-1])
    outcome = again(site)
    assert set(outcome.reasons.values()) == {"nothing is known of an earlier build"}
    assert outcome.written
    assert outcome.written.written == 0


def test_a_card_is_made_anew_where_what_it_shows_changed(tmp_path: Path) -> None:
    write_site(tmp_path, 2, 14)
    (tmp_path / "content/site.yaml").write_text(HEAD, encoding="utf-8")
    again(tmp_path)
    edit(tmp_path, "essay-2/2-point.yaml", "so that there is something", "so that there is enough")
    assert "essay-2/card.png" not in again(tmp_path).reasons
    for before, after in (
        ("The essay essay-2", "The second essay"),
        ("A. Writer", "B. Writer"),
        ("2026-03-02", "2026-03-03"),
        ("What essay-2 comes to", "What it comes to"),
        ("premises:", "accepted: false\n  premises:"),
    ):
        edit(tmp_path, "essay-2/essay.yaml", before, after)
        made = again(tmp_path).reasons
        assert "essay-2/card.png" in made, after
        assert "essay-1/card.png" not in made


def test_a_link_that_moves_to_another_statement_makes_the_pages_of_both_anew(site: Path) -> None:
    place = site / "content/about.md"
    place.write_text("# About\n\nSee [that](essay-1#p3-s4).\n", encoding="utf-8")
    again(site)
    edit(site, "about.md", "#p3-s4", "#p5-s4")
    made = pages(again(site))
    assert {"essay-1/p3-s4.html", "essay-1/p5-s4.html"} <= made
    assert len(made) < STATEMENTS / 2
