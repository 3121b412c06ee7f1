"""Which lists a site has, and what each says."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests import dom
from tests.built import make_edition
from tests.listed import SITE, essay, items, make_lists

PLAIN = essay("Parks", "  id: open\n  text: The park stays open.\n")

ARGUED = essay(
    "Parks",
    """\
  id: open
  text: The park stays open.
  premises:
    - id: safe
      text: A lit park is safe.
      tags: [night, Wardens]
      sources: [{title: Lamps, author: C. Author, page: "3", quote: Every path has lamps.}]
      undercuts: [{id: unlit, text: Not where lamps fail.}]
      rebuttals:
        - {id: dear, text: Lamps are dear., tags: [wardens]}
        - id: dark
          text: One bend is dark.
          by: The warden
          rebuttals:
            - id: bend
              text: 2 lamps stand there.
              sources: [{title: lamps, author: C. Author}]
  rebuttals:
    - {id: noise, text: “Noise” follows.}
""",
)


def argued(root: Path) -> dict[str, Element]:
    """Return the lists of a site with one essay."""
    return make_lists(root, {"content/parks/essay.yaml": ARGUED})


def test_a_site_without_sources_or_tags_has_no_lists_of_them(tmp_path: Path) -> None:
    pages = make_lists(tmp_path, {"content/parks/essay.yaml": PLAIN})
    assert set(pages) == {"statements.html", "open.html"}
    assert "Sources" not in dom.words(pages["open.html"])


def test_the_navigation_leads_to_each_list(tmp_path: Path) -> None:
    page = argued(tmp_path)["sources.html"]
    (row, *_) = dom.elements(page, "nav")
    links = {dom.words(link): link.get("href") for link in dom.elements(row, "a")}
    assert links == {
        "Essays": "index.html",
        "Statements": "statements.html",
        "Open rebuttals": "open.html",
        "Sources": "sources.html",
        "Tags": "tags/index.html",
        "How to read": "how-to-read.html",
    }
    (current,) = [link for link in dom.elements(row, "a") if link.get("aria-current")]
    assert dom.words(current) == "Sources"


def test_an_author_chooses_the_lists(tmp_path: Path) -> None:
    site = SITE + "options: {lists: [open]}\n"
    pages = make_lists(tmp_path, {"content/site.yaml": site, "content/parks/essay.yaml": ARGUED})
    assert set(pages) == {"open.html", "tags/night.html", "tags/wardens.html"}


def test_many_plain_pages_are_folded_away(tmp_path: Path) -> None:
    notes = {f"content/note-{number}.md": f"# Note {number}\n" for number in range(1, 6)}
    page = make_lists(tmp_path, {"content/parks/essay.yaml": PLAIN, **notes})["open.html"]
    (more,) = dom.elements(page, "details")
    assert dom.words(more) == "More pages Note 4 Note 5"


def test_statements_stand_from_a_to_z_with_all_that_tells_them_apart(tmp_path: Path) -> None:
    page = argued(tmp_path)["statements.html"]
    assert items(page, "plainlist") == [
        "2 lamps stand there. presumed Rebuttal in “Parks”",
        "Lamps are dear. presumed Rebuttal in “Parks”",
        "A lit park is safe. rebutted Premise in “Parks”",
        "“Noise” follows. presumed Rebuttal in “Parks”",
        "Not where lamps fail. presumed Undercut in “Parks”",
        "One bend is dark. (The warden) rebutted Rebuttal in “Parks”",
        "The park stays open. rebutted Contention in “Parks”",
    ]
    headings = [dom.words(each) for each in dom.elements(page, "h2")]
    assert headings == ["0–9", "L", "N", "O", "P"]


def test_open_rebuttals_stand_under_what_they_attack_the_most_attacked_first(
    tmp_path: Path,
) -> None:
    site = {
        "content/parks/essay.yaml": ARGUED.replace(
            "“Noise” follows.}", "“Noise” follows.}\n    - {id: cost, text: It costs too much.}"
        )
    }
    page = make_lists(tmp_path, site)["open.html"]
    attacked = [dom.words(each) for each in dom.elements(page, "h3") if each.get("class") == "what"]
    assert attacked == [
        "Against The park stays open. rebutted",
        "Against A lit park is safe. rebutted",
        "Against the step to The park stays open. rebutted",
    ]
    assert [each.split(".")[0] for each in items(page, "steps")] == [
        "But “Noise” follows",
        "But It costs too much",
        "But Lamps are dear",
        "Does not follow Not where lamps fail",
    ]


def test_what_is_attacked_most_in_all_essays_comes_before_what_each_has(tmp_path: Path) -> None:
    def attacked(times: int, name: str) -> str:
        rebuttals = "".join(f"    - No {name} {number}.\n" for number in range(times))
        return f"  id: open\n  text: {name} stay open.\n  rebuttals:\n{rebuttals}"

    pages = make_lists(
        tmp_path,
        {
            "content/site.yaml": SITE + "essays: [parks, squares, roads]\n",
            "content/parks/essay.yaml": essay("Parks", attacked(2, "Parks")),
            "content/squares/essay.yaml": essay("Squares", attacked(1, "Squares")),
            "content/roads/essay.yaml": essay("Roads", attacked(3, "Roads")),
        },
    )
    (most,) = dom.elements(pages["open.html"], "ol")
    assert [dom.words(each) for each in dom.elements(most, "li")] == [
        "3Roads stay open. Roads",
        "2Parks stay open. Parks",
    ]
    hrefs = [each.get("href") for each in dom.elements(most, "a")]
    assert hrefs == ["#against-roads/open", "#against-parks/open"]
    ids = {each.get("id") for each in dom.elements(pages["open.html"], "div")}
    assert {"against-roads/open", "against-parks/open"} <= ids


def test_very_many_open_rebuttals_stand_on_a_page_for_each_essay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("objections", "open_rebuttals"):
        monkeypatch.setattr(f"argsite.pages.lists.{module}.MOST", 2)
    square = essay("Squares", "  text: Squares too.\n  premises: [{ref: parks/open}]\n")
    contents = {"content/parks/essay.yaml": ARGUED, "content/squares/essay.yaml": square}
    pages = make_lists(
        tmp_path, contents | {"content/site.yaml": SITE + "options: {lists: [open]}\n"}
    )
    assert {path for path in pages if "open" in path} == {
        "open.html",
        "statements/open-parks.html",
        "statements/open-parks-2.html",
    }
    whole = pages["open.html"]
    own = [pages[f"statements/open-parks{later}.html"] for later in ("", "-2")]
    (first, second) = [each for each in dom.elements(whole, "li") if each.get("id")]
    assert [each.get("id") for each in (first, second)] == ["essay-parks", "essay-squares"]
    hrefs = [link.get("href") for each in (first, second) for link in dom.elements(each, "a")]
    assert hrefs == ["statements/open-parks.html", "squares/index.html"]
    assert not list(dom.elements(whole, "section"))
    assert len({step for page in own for step in items(page, "steps")}) == 3
    for page in own:
        links = [
            link.get("href")
            for main in dom.elements(page, "main")
            for link in dom.elements(main, "a")
        ]
        assert links[0] == "../open.html"


def test_where_everything_is_answered_the_page_says_so(tmp_path: Path) -> None:
    page = make_lists(tmp_path, {"content/parks/essay.yaml": PLAIN})["open.html"]
    assert "Every rebuttal and every undercut on this site has an answer." in dom.words(page)


def test_what_attacks_another_essay_is_listed_there(tmp_path: Path) -> None:
    square = essay("Squares", "  text: Squares too.\n  premises: [{ref: parks/open}]\n")
    pages = make_lists(
        tmp_path,
        {
            "content/site.yaml": SITE + "essays: [squares, parks]\n",
            "content/parks/essay.yaml": ARGUED,
            "content/squares/essay.yaml": square,
        },
    )
    (squares, parks) = [
        each
        for each in dom.elements(pages["open.html"], "section")
        if each.get("class") == "essay-part"
    ]
    assert (squares.get("id"), parks.get("id")) == ("essay-squares", "essay-parks")
    assert "0 open rebuttals" in dom.words(squares)
    assert "3 more attack what this essay takes from others" in dom.words(squares)
    assert "3 open rebuttals" in dom.words(parks)


def test_a_work_is_listed_once_with_each_of_its_uses(tmp_path: Path) -> None:
    page = argued(tmp_path)["sources.html"]
    (work,) = items(page, "works")
    assert work == (
        "C. Author: Lamps A lit park is safe. rebutted p. 3 Every path has lamps. "
        "2 lamps stand there. presumed"
    )


def test_sources_are_sorted_by_author_or_title_and_addresses_by_their_host(
    tmp_path: Path,
) -> None:
    sources = "https://www.museum.example/, {title: The Zoo}, {title: Z, author: Árpád}, {title: B}"
    text = PLAIN + f"  sources: [{sources}]\n"
    page = make_lists(tmp_path, {"content/parks/essay.yaml": text})["sources.html"]
    works = [dom.words(each) for each in dom.elements(page, "p") if each.get("class") == "work"]
    assert works == ["Árpád: Z", "B", "https://www.museum.example/", "The Zoo"]


def test_very_many_sources_are_on_several_pages_and_each_is_linked_where_it_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argsite.pages.works.MOST", 2)
    titles = ", ".join(f"{{title: {title}}}" for title in "BDACE")
    text = PLAIN + f"  sources: [{titles}]\n"
    pages = make_lists(tmp_path, {"content/parks/essay.yaml": text})
    paths = [path for path in pages if "sources" in path]
    assert paths[0] == "sources.html"
    assert paths[1:] == [f"statements/sources-{number}.html" for number in range(2, len(paths) + 1)]
    works = [
        [dom.words(each) for each in dom.elements(pages[path], "p") if each.get("class") == "work"]
        for path in paths
    ]
    assert [each for some in works for each in some] == ["A", "B", "C", "D", "E"]
    assert max(map(len, works)) <= 2
    turns = [link.get("href") for link in dom.elements(pages[paths[1]], "a") if link.get("rel")]
    assert turns == ["../sources.html", "sources-3.html"]
    edition = make_edition(tmp_path, {"content/parks/essay.yaml": text})
    last = edition.works.all[-1]
    assert edition.works.path(last) == f"statements/sources-{len(paths)}.html#{last.anchor}"


def test_a_work_that_very_many_cite_goes_on_on_the_next_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argsite.pages.works.MOST", 3)
    reasons = "".join(
        f"    - {{id: r{n}, text: Reason {n}., sources: [{{title: Lamps}}]}}\n" for n in range(7)
    )
    pages = make_lists(tmp_path, {"content/parks/essay.yaml": f"{PLAIN}  premises:\n{reasons}"})
    parts = [page for path, page in pages.items() if "sources" in path]
    cited = [words for page in parts for words in items(page, "uses")]
    assert len(parts) > 2
    assert cited == [f"Reason {n}. presumed" for n in range(7)]
    assert all(len(items(page, "works")) == 1 for page in parts)


def test_a_tag_of_very_many_is_on_several_pages_and_so_are_very_many_tags(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argsite.pages.lists.tags.MOST", 2)
    reasons = "".join(
        f"    - {{id: r{n}, text: Reason {n}., tags: [all, t{n}]}}\n" for n in range(5)
    )
    pages = make_lists(tmp_path, {"content/parks/essay.yaml": f"{PLAIN}  premises:\n{reasons}"})
    whole = [path for path in pages if path.startswith(("tags/index", "statements/tags"))]
    assert whole[0] == "tags/index.html"
    assert len([words for path in whole for words in items(pages[path], "taglist")]) == 6
    one = [path for path in pages if path.startswith(("tags/all", "statements/tag-all"))]
    assert one[:2] == ["tags/all.html", "statements/tag-all-2.html"]
    listed = [words.split(".")[0] for path in one for words in items(pages[path], "plainlist")]
    assert listed == [f"Reason {n}" for n in range(5)]
    assert all(len(items(pages[path], "plainlist")) <= 2 for path in one)


def test_tags_are_listed_whatever_their_capitals_with_how_often_they_occur(
    tmp_path: Path,
) -> None:
    pages = argued(tmp_path)
    assert items(pages["tags/index.html"], "taglist") == [
        "night 1(1 statement)",
        "Wardens 2(2 statements)",
    ]
    back = [
        link.get("href")
        for each in dom.elements(pages["tags/wardens.html"], "main")
        for link in dom.elements(each, "a")
    ]
    assert back[0] == "index.html"


@pytest.mark.parametrize("name", ["index", "Index"])
def test_a_tag_may_be_called_like_the_list_itself(tmp_path: Path, name: str) -> None:
    text = PLAIN + f"  tags: [{name}]\n"
    pages = make_lists(tmp_path, {"content/parks/essay.yaml": text})
    assert {"tags/index.html", "tags/index-statement.html"} <= set(pages)
