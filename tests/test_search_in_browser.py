"""Finding something on a site, as readers do: typing, choosing, walking through what is found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import log
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from argsite.pages.search.documents import documents
from argsite.pages.search.index import level
from tests.axe import axe_faults
from tests.built import make_edition, make_site
from tests.indexed import Index, index
from tests.naughty import NAUGHTY

PARK = """\
title: A café in the park
author: A. Writer
prose: |
  The council asks whether the park should have a café. Nobody remembers its last ombudsman.
contention:
  id: cafe
  text: The park should have a café.
  premises:
    - {ref: patrols}
  rebuttals:
    - id: noise
      text: A café brings noise to the neighbours.
      by: A neighbour
      rebuttals: [{id: walls, text: The old walls keep noise away from every neighbour.}]
points:
  - number: 1
    title: Warden and lamps
    prose: |
      The first paragraph is about something else altogether.

      Wardens walk at night, and lamps were lit for the first time in a *generation*.
    claim:
      id: patrols
      text: Patrols at night make the park safe.
      premises:
        - id: counted
          text: Fewer thefts were counted after patrols began.
          note: The yearbook lists **burglaries** apart.
          tags: [statistics]
          sources:
            - {title: Yearbook of the town, author: Bureau of Numbers, quote: Thefts fell by half.}
"""

MANY = """\
title: Багато мов
language: uk
contention:
  id: many
  text: Їжак п’є молоко під ґанком.
  premises:
    - {id: yolka, text: Ёлка стоит в Йошкар-Оле.}
    - {id: greek, text: Ο λόγος του Ομήρου.}
    - {id: hebrew, text: שָׁלוֹם עֲלֵיכֶם לכולם.}
    - {id: arabic, text: أهلًا وسهلًا بكم جميعا.}
    - {id: japanese, text: 東京都の水道局は新しい。}
    - {id: thai, text: ภาษาไทยไม่มีช่องว่าง}
    - {id: korean, text: 한국어로 쓴 문장.}
    - {id: hindi, text: हिन्दी में एक वाक्य।}
    - {id: german, text: Die Straße ist größer als der Übergang.}
"""


HOSTILE = [text for text in NAUGHTY if "](" not in text]
"""Texts that go wrong elsewhere; a link that leads nowhere is an author's mistake."""


def site_yaml(search: str = "own") -> str:
    """Return a site's settings."""
    return f"title: Essays\nsearch: {search}\n"


def hostile() -> str:
    """Return an essay whose statements are all naughty."""
    lines = [f"    - {{id: n{n}, text: {quoted(text)}}}" for n, text in enumerate(HOSTILE)]
    return "title: Hostile\ncontention:\n  id: all\n  text: All.\n  premises:\n" + "\n".join(lines)


def quoted(text: str) -> str:
    """Return a text as YAML writes it in quotes, with a word in front that finds it."""
    escaped = "".join(
        letter if letter.isalnum() else f"\\U{ord(letter):08x}" for letter in f"naughty {text}"
    )
    return f'"{escaped}"'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site in several languages."""
    contents = {
        "content/site.yaml": site_yaml(),
        "content/about.md": "# About\n\nWritten by volunteers.\n",
        "content/hostile/essay.yaml": hostile(),
        "content/many/essay.yaml": MANY,
        "content/park/essay.yaml": PARK,
        "content/zoo.md": "# Zoo\n\n" + "Many kinds of animals. " * 2_000,
    }
    return make_site(tmp_path_factory.mktemp("search"), contents)


class Reader:
    """Somebody who searches, and what was asked of whom meanwhile."""

    def __init__(self, page: Page, site: Path) -> None:
        self.page = page
        self.site = site
        self.asked: list[str] = []
        self.faults: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.faults.append(message.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    def open(self, path: str) -> None:
        """Open a page of the site."""
        self.page.goto(f"{self.site.as_uri()}/{path}")

    def search(self, words: str) -> None:
        """Type words on the page for searching."""
        self.open("search.html")
        self.field.press_sequentially(words)

    @property
    def field(self) -> Locator:
        """The field for words."""
        return self.page.get_by_role("searchbox")

    @property
    def results(self) -> Locator:
        """The links of what was found."""
        return self.page.get_by_role("list", name="Results").get_by_role("link")

    @property
    def said(self) -> Locator:
        """What is told to those who do not see the list."""
        return self.page.locator("form[role=search]").get_by_role("status")

    @property
    def marks(self) -> list[str]:
        """The words that are marked."""
        return self.page.get_by_role("list", name="Results").locator("mark").all_text_contents()

    @property
    def shards(self) -> list[str]:
        """The files of terms that were asked for."""
        names = re.compile(r"data/search/words-\d+\.js$")
        return [url for url in self.asked if names.search(url)]


@pytest.fixture
def reader(browser: Browser, site: Path) -> Iterator[Reader]:
    """Open a browser; at the end nothing has gone wrong, and nobody else was asked anything."""
    with browser.new_context() as context:
        reader = Reader(context.new_page(), site)
        yield reader
        assert not reader.faults
        assert all(url.startswith(f"{site.as_uri()}/") for url in reader.asked)


def test_a_word_finds_the_statements_that_hold_it(reader: Reader) -> None:
    reader.search("noise")
    expect(reader.said).to_have_text("2 results")
    expect(reader.results).to_have_text(
        [
            "A café brings noise to the neighbours.",
            "The old walls keep noise away from every neighbour.",
        ]
    )
    assert reader.marks == ["noise", "noise"]
    first = reader.page.get_by_role("listitem").filter(has_text="A café brings noise")
    expect(first).to_contain_text("rebutted")
    expect(first).to_contain_text("Rebuttal · A neighbour · A café in the park")
    reader.results.first.click()
    assert reader.page.url.endswith("/park/noise.html")


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, browser: Browser) -> Iterator[Reader]:
    """Open a site that is built as very large ones are: nothing holds all essays or documents."""
    for name in ("search.shards.MOST_NAMED", "cards.MOST_ESSAYS", "argument_data.MOST_JOINED"):
        monkeypatch.setattr(f"argsite.pages.{name}", 1)
    monkeypatch.setattr("argsite.pages.search.gathering.MOST_POSTINGS", 3)
    texts = "".join(f"    - {{id: s{n}, text: The case {n}.}}\n" for n in range(9))
    contents = {
        "content/site.yaml": site_yaml(),
        "content/park/essay.yaml": PARK,
        "content/many/essay.yaml": f"title: Many\ncontention:\n  text: All.\n  premises:\n{texts}",
    }
    with browser.new_context() as context:
        reader = Reader(context.new_page(), make_site(tmp_path, contents))
        yield reader
        assert not reader.faults


def test_in_a_very_large_site_a_word_that_very_many_hold_finds_the_best(large: Reader) -> None:
    large.search("case")
    expect(large.said).to_have_text("The best 3 of very many results")
    expect(large.page.get_by_role("listitem").first).to_contain_text("Premise · Many")
    large.field.press_sequentially(" 7")
    expect(large.results).to_have_text(["The case 7."])
    expect(large.said).to_have_text("1 result")
    assert large.page.get_by_label("Essay", exact=True).count() == 0


def test_results_come_while_the_reader_types(reader: Reader) -> None:
    reader.search("pat")
    expect(reader.results.first).to_have_text("Patrols at night make the park safe.")
    assert "Pat" in reader.marks
    reader.field.press_sequentially("rols beg")
    expect(reader.results).to_have_text(["Fewer thefts were counted after patrols began."])
    assert reader.marks == ["patrols", "beg"]


@pytest.mark.parametrize("typed", ["cafe", "CAFÉ", "Cafe\u0301"])
def test_capitals_and_accents_make_no_difference(reader: Reader, typed: str) -> None:
    reader.search(f"{typed} brings")
    expect(reader.results).to_have_text(["A café brings noise to the neighbours."])
    assert reader.marks == ["café", "brings"]


@pytest.mark.parametrize(
    ("typed", "found", "marked"),
    [
        ("їжа", "many", ["Їжа"]),
        ("іжак", "many", ["Їжак"]),
        ("п'є", "many", ["п’є"]),
        ("ганок ганк", "many", ["ґанк"]),
        ("елка йошкар", "yolka", ["Ёлка", "Йошкар"]),
        ("ΛΟΓΟΣ", "greek", ["λόγος"]),
        ("שלום", "hebrew", ["שָׁלוֹם"]),
        ("اهلا", "arabic", ["أهلًا"]),
        ("水道", "japanese", ["水道"]),
        ("局", "japanese", ["局"]),
        ("ไม่มี", "thai", ["ไม่มี"]),
        ("한국", "korean", ["한국"]),
        ("वाक्य", "hindi", ["वाक्य"]),
        ("STRASSE ubergang", "german", ["Straße", "Übergang"]),
    ],
)
def test_every_script_is_searched_as_well(
    reader: Reader, typed: str, found: str, marked: list[str]
) -> None:
    reader.search(typed)
    expect(reader.results.first).to_have_attribute("href", re.compile(f"/many/{found}\\.html$"))
    first = reader.page.get_by_role("list", name="Results").get_by_role("listitem").first
    assert first.locator("mark").all_text_contents()[: len(marked)] == marked


BIRDS = """\
title: Birds
contention:
  id: owls
  text: An owl is a bird.
  premises:
    - {id: both, text: An otter is no owl.}
    - {id: twice, text: An owl sees an owl.}
    - {id: thrice, text: "Owl, owl, owl: they say it to each other, and to nobody else at all."}
    - {id: long, text: Whoever walks through a wood at night and listens may hear an owl call.}
    - {id: noted, text: Mice hide., note: From the owl.}
    - {id: otters, text: An otter swims., note: No owl swims.}
    - {id: nothing, text: Frogs croak.}
"""


def bm25(found: Index, words: list[str]) -> list[str]:
    """Return the titles of the documents that hold all words, the best first, by the formula."""
    total, average = len(found.documents), round(found.average, 1)
    scores: dict[int, list[float]] = {}
    for word in words:
        postings = found.postings[word]
        rarity = log(1 + (total - len(postings) + 0.5) / (len(postings) + 0.5))
        for number, count in postings:
            length = 2 ** (level(found.lengths[number]) / 4) - 1
            share = count * 2.2 / (count + 1.2 * (0.25 + 0.75 * length / average))
            scores.setdefault(number, []).append(rarity * share)
    whole = {number: sum(each) for number, each in scores.items() if len(each) == len(words)}
    return [found.documents[number].title for number in sorted(whole, key=lambda n: -whole[n])]


@pytest.mark.parametrize("words", [["owl"], ["otter", "owl"]])
def test_the_best_comes_first_by_bm25(browser: Browser, tmp_path: Path, words: list[str]) -> None:
    contents = {"content/birds/essay.yaml": BIRDS}
    edition = make_edition(tmp_path, contents)
    site = make_site(tmp_path, contents)
    with browser.new_context() as context:
        reader = Reader(context.new_page(), site)
        reader.open("search.html")
        reader.field.fill(" ".join(words))
        expected = bm25(index(documents(edition)), words)
        assert len(expected) > 1
        expect(reader.results).to_have_text(expected)


WATER = """\
title: 水
language: ja
contention:
  id: new
  text: 水道局は新しい。
  premises:
    - {id: apart, text: 水道の道局は古い。}
    - id: long
      text: 長い。
      note: "LONG"
""".replace("LONG", "川は流れる。" * 30 + "図書館は駅の前にある。" + "川は流れる。" * 30)


@pytest.fixture(scope="module")
def unspaced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site in a script without spaces."""
    return make_site(tmp_path_factory.mktemp("water"), {"content/water/essay.yaml": WATER})


def test_characters_that_do_not_stand_together_are_not_a_match(
    browser: Browser, unspaced: Path
) -> None:
    with browser.new_context() as context:
        reader = Reader(context.new_page(), unspaced)
        reader.search("水道局")
        expect(reader.said).to_have_text("1 result")
        expect(reader.results).to_have_text(["水道局は新しい。"])
        assert reader.marks == ["水道局"]
        reader.search("水道の新しい")
        expect(reader.said).to_contain_text("Nothing holds all these words")


def test_an_excerpt_without_spaces_shows_what_stands_around_the_match(
    browser: Browser, unspaced: Path
) -> None:
    with browser.new_context() as context:
        reader = Reader(context.new_page(), unspaced)
        reader.search("図書館")
        excerpt = reader.page.locator("p.excerpt")
        expect(excerpt).to_contain_text("川は流れる。図書館は駅の前にある。川は流れる。")
        assert reader.marks == ["図書館"]


def test_prose_is_found_and_shown_around_the_match(reader: Reader) -> None:
    reader.search("generation")
    expect(reader.results).to_have_text(["Warden and lamps"])
    item = reader.page.get_by_role("list", name="Results").get_by_role("listitem")
    expect(item).to_contain_text("Prose · A café in the park · point 1")
    expect(item).to_contain_text("lamps were lit for the first time in a generation.")
    reader.results.click()
    assert reader.page.url.endswith("/park/index.html#point-1")


@pytest.mark.parametrize(
    ("typed", "leads_to"),
    [
        ("ombudsman", "park/index.html"),
        ("burglaries", "park/counted.html"),
        ("statistics", "park/counted.html"),
        ("volunteers", "about.html"),
    ],
)
def test_notes_tags_openings_and_pages_are_found(reader: Reader, typed: str, leads_to: str) -> None:
    reader.search(typed)
    expect(reader.results).to_have_count(1)
    expect(reader.results).to_have_attribute("href", f"{reader.site.as_uri()}/{leads_to}")
    assert reader.marks[0].casefold() == typed


def test_a_source_is_found_and_leads_to_its_place(reader: Reader) -> None:
    reader.search("yearbook town")
    reader.page.get_by_text("Filters").click()
    reader.page.get_by_role("checkbox", name="Source").check()
    expect(reader.results).to_have_text(["Yearbook of the town"])
    reader.results.click()
    assert "/sources.html#yearbook-of-the-town" in reader.page.url


def test_filters_say_what_they_would_leave_and_stay_in_the_address(reader: Reader) -> None:
    reader.search("park")
    expect(reader.results.nth(2)).to_be_visible()
    reader.page.get_by_text("Filters").click()
    reader.page.get_by_role("checkbox", name="Claim (1)").check()
    expect(reader.results).to_have_text(["Patrols at night make the park safe."])
    expect(reader.said).to_have_text("1 result")
    expect(reader.page.get_by_text("Filters (1 set)")).to_be_visible()
    reader.page.get_by_role("combobox", name="Essay").select_option("park")
    reader.page.wait_for_url("**/search.html?q=park&essay=park&kind=claim")

    reader.page.reload()
    expect(reader.field).to_have_value("park")
    expect(reader.results).to_have_text(["Patrols at night make the park safe."])
    expect(reader.page.get_by_role("checkbox", name="Claim")).to_be_checked()


def test_a_filter_by_status(reader: Reader) -> None:
    reader.open("search.html?q=noise&status=presumed")
    expect(reader.results).to_have_text(["The old walls keep noise away from every neighbour."])


def test_where_filters_leave_nothing_they_can_be_dropped(reader: Reader) -> None:
    reader.open("search.html?q=noise&kind=page")
    expect(reader.said).to_have_text("Nothing found for “noise”.")
    reader.page.get_by_role("button", name="Show the 2 results without filters").click()
    expect(reader.results).to_have_count(2)
    reader.page.wait_for_url("**/search.html?q=noise")


def test_where_nothing_is_found_the_page_says_so(reader: Reader) -> None:
    reader.search("zzz")
    expect(reader.said).to_have_text("Nothing found for “zzz”.")
    expect(reader.page.get_by_text("Try fewer letters")).to_be_visible()
    expect(reader.results).to_have_count(0)


def test_another_form_of_a_word_is_found_too(reader: Reader) -> None:
    reader.search("patrolling")
    expect(reader.results.first).to_have_text("Patrols at night make the park safe.")
    expect(reader.said).to_have_text(
        "2 results. Nothing holds “patrolling”; these are words that begin with “patrol”."
    )


def test_one_letter_at_the_end_may_be_just_begun(reader: Reader) -> None:
    reader.search("noise n")
    expect(reader.said).to_have_text("2 results")
    reader.search("q")
    expect(reader.said).to_have_text("Nothing found for “q”.")
    expect(reader.page.get_by_text("Type at least two letters.")).to_be_visible()


def test_filters_show_no_numbers_where_nothing_is_looked_for(reader: Reader) -> None:
    reader.open("search.html?kind=claim")
    boxes = reader.page.locator(".find-filters fieldset").first.locator("label")
    expect(boxes.first).to_be_visible()
    assert "(" not in "".join(boxes.all_inner_texts())
    choices = reader.page.get_by_role("combobox", name="Essay").locator("option")
    expect(choices.first).to_have_text("All essays")
    reader.field.fill("park")
    expect(choices.first).to_have_text("All essays (1)")


def test_what_could_not_be_loaded_is_asked_for_again(reader: Reader) -> None:
    reader.page.route("**/data/search/*.js", lambda route: route.abort())
    reader.search("n")
    expect(reader.said).to_have_text("The search data cannot be loaded.")
    reader.page.unroute("**/data/search/*.js")
    reader.field.press_sequentially("oise")
    expect(reader.said).to_have_text("2 results")
    reader.faults.clear()


def test_typing_changes_the_address_seldom_and_leaving_keeps_it(reader: Reader) -> None:
    reader.page.add_init_script(
        "const own = history.replaceState; globalThis.changes = 0;"
        "history.replaceState = (...all) => (globalThis.changes += 1, own.apply(history, all));"
    )
    reader.open("search.html")
    reader.field.press_sequentially("noise " * 10 + "noise")
    expect(reader.results).to_have_count(2)
    assert reader.page.evaluate("changes") < 30
    reader.results.first.click()
    reader.page.wait_for_url("**/park/noise.html")
    reader.page.go_back()
    expect(reader.field).to_have_value(" ".join(["noise"] * 11))


def test_words_that_stand_nowhere_together_are_found_apart(reader: Reader) -> None:
    reader.search("burglaries volunteers")
    expect(reader.said).to_have_text("Nothing holds all these words; 2 results hold some of them")
    expect(reader.results).to_have_count(2)


def test_results_are_walked_through_by_keyboard(reader: Reader) -> None:
    reader.search("noise")
    expect(reader.results).to_have_count(2)
    press = reader.page.keyboard.press
    press("ArrowDown")
    expect(reader.results.nth(0)).to_be_focused()
    press("ArrowDown")
    press("ArrowDown")
    expect(reader.results.nth(1)).to_be_focused()
    press("Home")
    expect(reader.results.nth(0)).to_be_focused()
    press("End")
    expect(reader.results.nth(1)).to_be_focused()
    press("ArrowUp")
    press("ArrowUp")
    expect(reader.field).to_be_focused()
    press("Enter")
    expect(reader.results.nth(0)).to_be_focused()
    press("Enter")
    reader.page.wait_for_url("**/park/noise.html")


def test_more_results_are_shown_when_asked_for(reader: Reader) -> None:
    reader.search("naughty")
    expect(reader.said).to_have_text(f"{len(HOSTILE)} results")
    expect(reader.results).to_have_count(10)
    reader.page.get_by_role("button", name="Show more").click()
    expect(reader.results).to_have_count(20)
    expect(reader.results.nth(10)).to_be_focused()


def test_what_authors_write_is_shown_as_text(reader: Reader) -> None:
    reader.search("naughty")
    more = reader.page.get_by_role("button", name="Show more")
    for shown in range(20, len(HOSTILE), 10):
        more.click()
        expect(reader.results).to_have_count(shown)
    if more.is_visible():
        more.click()
    expect(reader.results).to_have_count(len(HOSTILE))
    inside = reader.page.get_by_role("list", name="Results").locator("*")
    names = set(inside.evaluate_all("all => all.map(each => each.localName)"))
    assert names == {"li", "p", "a", "mark", "span", "svg", "use"}
    shown_texts = " ".join(reader.results.all_text_contents())
    assert "<script>alert(1)</script>" in shown_texts
    assert "{{ 7 * 7 }}" in shown_texts


def test_a_query_is_shown_as_text(reader: Reader) -> None:
    reader.open("search.html")
    reader.field.fill("<img src=x onerror=alert(1)> zzzz")
    reader.open("search.html?q=%3Cimg%20src=x%20onerror=zzzz%3E&kind=page&essay=%22%3E")
    expect(reader.said).to_contain_text("<img src=x onerror=zzzz>")


def test_only_the_files_that_a_query_needs_are_loaded(reader: Reader) -> None:
    reader.open("index.html")
    assert not [url for url in reader.asked if "/data/search/" in url]
    files = sorted((reader.site / "data" / "search").glob("words-*.js"))
    assert len(files) > 1
    reader.open("search.html")
    reader.field.fill("patrols")
    expect(reader.results.first).to_be_visible()
    assert len(reader.shards) == 1


def test_the_search_opens_from_every_page_and_closes(reader: Reader) -> None:
    reader.open("park/patrols.html")
    opener = reader.page.get_by_role("banner").get_by_role("button", name="Search")
    opener.click()
    dialog = reader.page.get_by_role("dialog", name="Search")
    expect(dialog).to_be_visible()
    expect(reader.field).to_be_focused()
    reader.field.press_sequentially("walls")
    expect(reader.results).to_have_text(["The old walls keep noise away from every neighbour."])
    reader.page.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()
    opener.click()
    expect(reader.field).to_have_value("walls")
    reader.page.keyboard.press("ArrowDown")
    expect(reader.results.first).to_be_focused()
    reader.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    opener.click()
    reader.page.get_by_role("link", name="Search on a page of its own").click()
    assert reader.page.url.endswith("/search.html?q=walls")
    expect(reader.results).to_have_count(1)


def test_a_missing_index_is_told(reader: Reader) -> None:
    reader.page.route("**/data/search/words-*.js", lambda route: route.abort())
    reader.search("noise")
    expect(reader.said).to_have_text("The search data cannot be loaded.")
    reader.faults.clear()


def test_without_javascript_the_page_leads_to_the_lists(browser: Browser, site: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site.as_uri()}/park/patrols.html")
        page.get_by_role("banner").get_by_role("link", name="Search").click()
        assert page.url.endswith("/search.html")
        expect(page.get_by_text("Searching needs JavaScript.")).to_be_visible()
        expect(page.get_by_role("searchbox")).to_have_count(0)
        page.get_by_role("main").get_by_role("link", name="Statements").click()
        assert page.url.endswith("/statements.html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_search_is_within_reach_of_everybody(
    browser: Browser, site: Path, scheme: str, width: int
) -> None:
    size = {"width": width, "height": 800}
    with browser.new_context(color_scheme=scheme, viewport=size) as context:  # type: ignore[arg-type] # one of two words
        reader = Reader(context.new_page(), site)
        reader.open("search.html?q=park&kind=claim")
        expect(reader.results).to_have_count(1)
        check(reader.page, width)
        reader.open("park/patrols.html")
        reader.page.get_by_role("button", name="Search").click()
        reader.field.fill("noise")
        reader.page.get_by_text("Filters").click()
        expect(reader.results).to_have_count(2)
        check(reader.page, width)


def check(page: Page, width: int) -> None:
    """Check a page by axe, and that it does not scroll sideways."""
    assert axe_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_site_without_search(browser: Browser, tmp_path: Path) -> None:
    site = make_site(tmp_path, {"content/site.yaml": site_yaml("none")})
    assert not (site / "search.html").exists()
    assert not (site / "data" / "search").exists()
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{site.as_uri()}/index.html")
        expect(page.get_by_role("banner").get_by_text("Search")).to_have_count(0)
