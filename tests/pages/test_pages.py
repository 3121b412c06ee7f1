"""Which pages a site has, and what only whole pages can show."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from argsite.cache import Cache
from argsite.pages import Press, catalogue
from argsite.pages.job import paths_of
from argsite.theme import find
from tests import dom
from tests.built import files, make_edition, make_site

SITE = {
    "content/site.yaml": "title: Essays\n",
    "content/about.md": "No heading here.\n",
    "content/one/essay.yaml": """\
title: One
contention:
  id: main
  text: Main.
  premises:
    - ref: claim
    - {id: reason, text: Reason., tags: [Night]}
  rebuttals:
    - {id: doubt, text: Doubt., aliases: [older], presumed: false}
points:
  - number: 1
    title: First
    claims:
      - {id: claim, text: Claim., premises: [{id: deep, text: Deep.}, {ref: two/far}]}
      - {id: apart, text: Apart.}
""",
    "content/two/essay.yaml": """\
title: Two
contention: {id: far, text: Far., tags: [night]}
""",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site."""
    return make_site(tmp_path_factory.mktemp("site"), SITE)


def main_of(site: Path, path: str) -> Element:
    """Return the main part of a page."""
    return next(dom.elements(dom.parse((site / path).read_bytes()), "main"))


def test_the_files_of_a_site(site: Path) -> None:
    assert set(files(site)) == {
        *("index.html", "404.html", "how-to-read.html", "about.html", "search.html", "robots.txt"),
        *("statements.html", "open.html", "tags/index.html", "tags/night.html"),
        *(f"assets/{name}" for name in ("style.css", "early.js", "script.js", "panzoom.js")),
        "assets/panzoom.licence.txt",
        *("assets/icon.svg", "data/site.js", "data/statements.js", "data/search/about.js"),
        *(f"data/search/{name}-0.js" for name in ("facts", "texts", "words")),
        *(f"data/essays/one/{name}.js" for name in ("argument", "cards-0")),
        *(f"data/essays/two/{name}.js" for name in ("argument", "cards-0")),
        *(f"one/{name}.html" for name in ("index", "map", "outline")),
        *(f"one/{name}.html" for name in ("main", "claim", "apart", "reason", "doubt", "deep")),
        *("one/older.html", "one/essay.json"),
        *("two/index.html", "two/map.html", "two/outline.html", "two/far.html", "two/essay.json"),
    }


def test_statements_come_first_and_the_index_last(tmp_path: Path) -> None:
    theme = find("paper", tmp_path)
    edition = make_edition(tmp_path, SITE)
    jobs = catalogue(Press(theme), edition, theme, Cache())
    made = list(paths_of(jobs))
    without_assets = [path for path in made if not path.startswith("assets/")]
    assert without_assets[:7] == [f"{key}.html" for key in edition.library.graph.statements]
    assert without_assets[-1] == "index.html"
    assert len(made) == len(set(made))


def test_the_index_has_a_card_for_each_essay(site: Path) -> None:
    cards = [dom.words(card) for card in dom.of_class(main_of(site, "index.html"), "card")]
    assert cards == [
        "1 point · 6 statements One Contention Main. stands",
        "1 statement Two Contention Far. presumed",
    ]


def test_an_essay_without_points_does_not_speak_of_points(site: Path) -> None:
    main = main_of(site, "two/index.html")
    assert not [each for each in dom.elements(main, "h2", "p") if "0 points" in dom.words(each)]
    assert not [each for each in dom.elements(main, "nav") if each.get("aria-labelledby")]


def test_the_list_under_the_contention_goes_down_to_the_claims_of_the_points(site: Path) -> None:
    contention = dom.of_class(main_of(site, "one/index.html"), "contention")[0]
    (argument,) = dom.of_class(contention, "argument")
    assert [dom.words(row) for row in dom.of_class(argument, "premise")] == [
        "Because Claim. stands argued in point 1",
        "Because Reason. presumed",
        "But Doubt. unsupported",
    ]


def test_a_statement_shows_its_path_and_its_uses(site: Path) -> None:
    main = main_of(site, "one/deep.html")
    path = next(each for each in dom.elements(main, "nav") if "path" in dom.classes(each))
    assert [dom.words(each) for each in dom.elements(path, "li")] == ["Main.", "Claim."]
    used = main_of(site, "two/far.html")
    assert "Speaks for Claim. stands" in dom.words(used)


def test_the_same_tag_in_capitals_is_one_page(site: Path) -> None:
    main = main_of(site, "tags/night.html")
    assert dom.words(next(dom.elements(main, "h1"))) == "Night"
    entries = list(dom.elements(main, "li"))
    assert [dom.words(each).split()[0] for each in entries] == ["Reason.", "Far."]
    assert [dom.words(dom.of_class(each, "facts")[0]) for each in entries] == [
        "Premise in “One”",
        "Contention in “Two”",
    ]


def test_a_claim_that_bears_on_nothing_is_in_the_outline_too(site: Path) -> None:
    roots = dom.of_class(main_of(site, "one/outline.html"), "root")
    assert [dom.words(dom.of_class(each, "premise")[0]).split()[0] for each in roots] == [
        "Main.",
        "Apart.",
    ]


def test_a_page_without_a_heading_is_named_after_its_file(site: Path) -> None:
    assert dom.words(next(dom.elements(main_of(site, "about.html"), "h1"))) == "about"


def test_a_statement_says_why_it_does_not_stand(site: Path) -> None:
    assert "its author does not presume it" in dom.words(main_of(site, "one/doubt.html"))


def test_the_lists_of_many_claims_that_rest_on_each_other_stay_short(tmp_path: Path) -> None:
    most = 60
    claims = [
        f"    - {{id: s{each}, text: Number {each}., premises: [{{ref: s{each + 1}}}]}}\n"
        for each in range(most)
    ]
    essay = (
        "title: A chain\ncontention: {id: c, text: The end., premises: [{ref: s0}]}\npoints:\n"
        f"- number: 1\n  title: One\n  claims:\n{''.join(claims)}"
        f"    - {{id: s{most}, text: Last.}}\n"
    )
    site = make_site(tmp_path, {"content/chain/essay.yaml": essay})
    page = main_of(site, "chain/index.html")
    assert len(dom.of_class(page, "premise")) <= 10 * (most + 1)
    outline = main_of(site, "chain/outline.html")
    assert "Last." in dom.words(outline)


def test_a_site_may_go_without_diagrams(tmp_path: Path) -> None:
    plain = SITE | {"content/site.yaml": "title: Essays\noptions: {diagrams: false}\n"}
    site = make_site(tmp_path, plain)
    for path, data in files(site).items():
        if path.endswith(".html"):
            page = dom.parse(data)
            assert not dom.of_class(page, "diagram"), path
            assert not list(dom.elements(page, "figure")), path
    assert "Reason." in dom.words(main_of(site, "one/map.html"))
