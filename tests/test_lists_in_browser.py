"""The lists as readers use them: filtered, by the address, without JavaScript, on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import axe_faults
from tests.built import make_site

LISTS = ("statements.html", "open.html", "sources.html", "tags/index.html")

PARK = """\
title: The park
author: A. Writer
prose: See [the lamps](#safe).
contention:
  id: open
  text: The park stays open.
  premises:
    - id: safe
      text: A lit park is safe.
      tags: [night]
      sources: [{title: Lamps, url: "https://example.org/lamps", quote: Every path has lamps.}]
      rebuttals: [{id: dear, text: Lamps are dear., tags: [money]}]
    - {id: calm, text: Nights are calm., tags: [night], sources: ["https://example.org/lamps"]}
"""

SQUARE = """\
title: The square
author: B. Writer
contention: {id: noise, text: Music is noise., tags: [night]}
"""

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"

UNBROKEN = f"""\
title: {LONG}
author: {LONG}
prose: "{LONG} [{LONG}](#a)."
contention:
  id: c
  text: {LONG}.
  premises:
    - id: a
      text: {LONG} a.
      by: {LONG}
      tags: [{LONG}, "{"a tag of many words " * 6}"]
      note: https://example.org/{LONG}
      sources: [{{title: {LONG}, author: {LONG}, url: "https://example.org/{LONG}", quote: {LONG}}}]
      rebuttals: [{{id: r, text: {LONG} r.}}]
"""

ALL = [
    "Lamps are dear.", "A lit park is safe.", "Music is noise.", "Nights are calm.",
    "The park stays open.",
]  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of a site with two essays."""
    contents = {
        "content/site.yaml": "title: Parks\nessays: [park, square]\n",
        "content/park/essay.yaml": PARK,
        "content/square/essay.yaml": SQUARE,
    }
    return make_site(tmp_path_factory.mktemp("lists"), contents).as_uri()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a page; it must not complain of anything."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        faults: list[str] = []
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        yield page
        assert not faults


def shown(page: Page) -> list[str]:
    """Return the statements that the list shows."""
    return page.locator("section.letter li:visible > a").all_inner_texts()


def headings(page: Page) -> list[str]:
    """Return the letters that the list shows."""
    return page.locator("section.letter h2:visible").all_inner_texts()


def test_a_status_is_chosen_without_scripts(site: str, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site}/statements.html")
        assert shown(page) == ALL
        page.get_by_role("radio", name="presumed").check()
        assert shown(page) == ["Lamps are dear.", "Music is noise.", "Nights are calm."]
        assert headings(page) == ["L", "M", "N"]
        assert page.get_by_role("combobox").count() == 0
        page.get_by_role("link", name="Statements by tag").click()
        page.get_by_role("link", name="money").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("money")
        page.get_by_role("main").get_by_role("link", name="Tags").click()
        assert page.url == f"{site}/tags/index.html"


def test_status_tag_and_essay_are_chosen_together_and_stay_in_the_address(
    site: str, page: Page
) -> None:
    page.goto(f"{site}/statements.html")
    page.get_by_label("Tag", exact=True).select_option("night")
    assert shown(page) == ["A lit park is safe.", "Music is noise.", "Nights are calm."]
    page.get_by_role("radio", name="presumed").check()
    assert shown(page) == ["Music is noise.", "Nights are calm."]
    page.get_by_label("Essay", exact=True).select_option("The park")
    assert shown(page) == ["Nights are calm."]
    assert headings(page) == ["N"]
    letters = page.get_by_role("navigation", name="Letters").get_by_role("link")
    expect(letters.and_(page.locator(":visible"))).to_have_text(["N (1 statement)"])
    expect(page.locator(".list-filter output")).to_have_text("1 statement is left.")
    assert page.url == f"{site}/statements.html?status=presumed&tag=night&essay=park"

    page.get_by_role("link", name="Nights are calm.").click()
    page.go_back()
    expect(page.locator(".list-filter output")).to_have_text("1 statement is left.")
    assert shown(page) == ["Nights are calm."]

    page.get_by_role("radio", name="all").check()
    page.get_by_label("Tag", exact=True).select_option("any tag")
    page.get_by_label("Essay", exact=True).select_option("any essay")
    assert shown(page) == ALL
    assert page.url == f"{site}/statements.html"


def test_an_address_may_ask_for_what_is_not_there(site: str, page: Page) -> None:
    page.goto(f"{site}/statements.html?status=glorious&tag=none&essay=%3Cb%3E")
    expect(page.get_by_label("Essay", exact=True)).to_have_value("")
    assert shown(page) == ALL


def test_the_page_says_where_nothing_is_left(site: str, page: Page) -> None:
    page.goto(f"{site}/statements.html?tag=money&essay=square")
    expect(page.get_by_text("No statement is like that.")).to_be_visible()
    assert shown(page) == []


def test_the_choice_goes_along_to_the_other_pages_of_a_long_list(
    tmp_path: Path, page: Page
) -> None:
    contents = {
        "content/site.yaml": "title: Parks\n",
        "content/long/essay.yaml": "title: Long\ncontention:\n  text: The last.\n  premises:\n"
        + "".join(f"    - {'Lamps' if each % 2 else 'Nights'} {each}.\n" for each in range(500)),
    }
    base = make_site(tmp_path, contents).as_uri()
    page.goto(f"{base}/statements.html")
    page.get_by_role("radio", name="presumed").check()
    expect(page.locator(".list-filter output")).to_have_text(
        "500 statements are left. On this page: 387."
    )
    page.get_by_role("link", name="Page 2 of 2").click()
    assert page.url == f"{base}/statements/2.html?status=presumed"
    expect(page.get_by_role("radio", name="presumed")).to_be_checked()
    page.get_by_role("navigation", name="Letters").get_by_role("link", name="N (250").click()
    assert page.url.startswith(f"{base}/statements.html?status=presumed#letter-")


def test_a_choice_that_holds_on_later_pages_only_leads_there(tmp_path: Path, page: Page) -> None:
    texts = "".join(f"    - {'AZ'[each > 850]}pple {each}.\n" for each in range(900))
    last = "    - {id: x, text: Apple zz., tags: [rare]}\n    - {id: y, text: Zz., tags: [rare]}\n"
    contents = {
        "content/site.yaml": "title: Parks\n",
        "content/long/essay.yaml": "title: Long\ncontention:\n  text: The last.\n  premises:\n"
        + texts
        + last,
    }
    base = make_site(tmp_path, contents).as_uri()
    page.goto(f"{base}/statements.html")
    page.get_by_label("Tag", exact=True).select_option("rare")
    expect(page.locator(".list-filter output")).to_have_text(
        "2 statements are left. On this page: 0."
    )
    expect(page.get_by_text("No statement is like that.")).to_be_hidden()
    letters = page.get_by_role("navigation", name="Letters").get_by_role("link", name="A (1 ")
    assert (letters.get_attribute("href") or "").startswith(f"{base}/statements/3.html?tag=rare#")
    turn = page.get_by_role("navigation", name="Pages of the list").get_by_role("link")
    expect(turn).to_have_text(["NextPage 3 of 3"])
    turn.click()
    assert page.url == f"{base}/statements/3.html?tag=rare"
    expect(page.locator(".list-filter output")).to_have_text("2 statements are left.")
    assert shown(page) == ["Apple zz.", "Zz."]
    expect(turn).to_have_count(0)
    page.get_by_label("Tag", exact=True).select_option("any tag")
    expect(turn).to_have_text(["PreviousPage 2 of 3"])


def test_the_filter_asks_again_for_data_that_could_not_be_loaded(
    site: str, browser: Browser
) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/data/statements.js", lambda route: route.abort())
        with page.expect_event("requestfailed"):
            page.goto(f"{site}/statements.html")
        page.unroute("**/data/statements.js")
        expect(page.get_by_role("combobox")).to_have_count(0)
        page.get_by_role("radio", name="presumed").check()
        expect(page.get_by_role("combobox")).to_have_count(2)
        expect(page.locator(".list-filter output")).to_have_text("3 statements are left.")


def test_the_number_of_open_rebuttals_leads_to_the_essays_part(site: str, page: Page) -> None:
    for start in ("index.html", "park/index.html"):
        page.goto(f"{site}/{start}")
        page.get_by_role("main").get_by_role("link", name="1 open rebuttal").click()
        assert page.url == f"{site}/open.html#essay-park"
    part = page.get_by_role("region", name="The park")
    part.get_by_role("link", name="Lamps are dear.").click()
    assert page.url == f"{site}/park/dear.html"


def test_a_source_leads_to_everything_that_cites_it_and_back(site: str, page: Page) -> None:
    page.goto(f"{site}/park/calm.html")
    page.get_by_role("link", name="Used in 2 statements").click()
    work = page.locator("li:target")
    expect(work).to_contain_text("Every path has lamps.")
    work.get_by_role("link", name="A lit park is safe.").click()
    assert page.url == f"{site}/park/safe.html"


def test_a_statement_tells_what_links_to_it(site: str, page: Page) -> None:
    page.goto(f"{site}/park/safe.html")
    places = page.get_by_role("region", name="What links here")
    expect(places.get_by_role("listitem")).to_have_text(["Opening of the essay The park"])
    places.get_by_role("link").click()
    assert page.url == f"{site}/park/index.html"


def test_what_links_here_from_another_essay_is_told_with_that_essay(
    tmp_path: Path, page: Page
) -> None:
    contents = {
        "content/park/essay.yaml": PARK,
        "content/square/essay.yaml": SQUARE.replace(
            "text: Music is noise.", "text: 'Unlike [lamps](park#safe).'"
        ),
    }
    page.goto((make_site(tmp_path, contents) / "park" / "safe.html").as_uri())
    places = page.get_by_role("region", name="What links here").get_by_role("listitem")
    expect(places).to_have_text(
        ["Opening of the essay The park", "Statement Unlike lamps. The square"]
    )


def test_the_tags_to_choose_stand_in_the_order_of_the_language(tmp_path: Path, page: Page) -> None:
    contents = {
        "content/site.yaml": "title: Parks\nlanguage: sv\n",
        "content/park/essay.yaml": PARK.replace("[night]", "[Zebra, ö, Apa, å, zebra]"),
    }
    base = make_site(tmp_path, contents).as_uri()
    page.goto(f"{base}/statements.html")
    choices = page.locator("#choose-tag option:not([value=''])")
    expect(choices).to_have_text(["Apa", "money", "Zebra", "å", "ö"])
    page.goto(f"{base}/park/calm.html")
    expect(page.locator("p.tags a")).to_have_text(["Zebra", "ö", "Apa", "å"])


@pytest.mark.parametrize("path", LISTS)
def test_a_list_fits_a_narrow_screen(site: str, page: Page, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{site}/{path}", wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    small = page.locator("main :is(.letters a, .choices label, select)").evaluate_all(
        "all => all.filter(each => each.getBoundingClientRect().height < 24).length"
    )
    assert small == 0


def test_long_words_in_choices_and_names_do_not_widen_a_narrow_screen(
    tmp_path: Path, page: Page
) -> None:
    contents = {
        "content/site.yaml": f"title: {LONG}\n",
        "content/long/essay.yaml": UNBROKEN,
        "content/longer/essay.yaml": f"title: {LONG * 2}\ncontention: {LONG * 2}.\n",
    }
    built = make_site(tmp_path, contents)
    page.set_viewport_size({"width": 320, "height": 640})
    wide = []
    for file in sorted(built.rglob("*.html")):
        query = f"?q={LONG}" if file.name == "search.html" else ""
        page.goto(file.as_uri() + query, wait_until="networkidle")
        page.evaluate("document.querySelectorAll('details').forEach(each => (each.open = true))")
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(file.relative_to(built).as_posix())
    assert wide == []


@pytest.mark.parametrize("colours", ["light", "dark", "forced"])
@pytest.mark.parametrize("path", LISTS)
def test_axe_finds_nothing(site: str, browser: Browser, path: str, colours: str) -> None:
    with browser.new_context(
        color_scheme="dark" if colours == "dark" else "light",
        forced_colors="active" if colours == "forced" else "none",
    ) as context:
        page = context.new_page()
        page.goto(f"{site}/{path}", wait_until="networkidle")
        assert axe_faults(page) == []
