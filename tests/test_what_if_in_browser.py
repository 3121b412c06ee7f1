"""What if, by a reader's actions: what follows shows at once, and a link shares it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, expect
from pypdf import PdfReader

from argsite.analysis import Standing, explain, flatten, stand
from argsite.language import words_of
from argsite.model import Graph
from argsite.pages.desk import shortened
from tests.axe import axe_faults
from tests.built import ROOT, make_site
from tests.naughty import NAUGHTY
from tests.served import served
from tests.sites import read

REJECTED = "library-of-tools/trial-cheap"
PAGES = {
    "statement": "library-of-tools/worth-trying.html",
    "essay": "library-of-tools/index.html",
    "map": "library-of-tools/map.html",
    "outline": "library-of-tools/outline.html",
    "statements": "statements.html",
    "open rebuttals": "open.html",
    "search": "search.html",
    "index": "index.html",
    "how to read": "how-to-read.html",
    "not found": "404.html",
}


@dataclass(frozen=True, slots=True)
class Argument:
    """The project's own argument, as Python reckons with it."""

    graph: Graph

    def standing(self, **settled: bool) -> Standing:
        """Return how everything stands where `library-of-tools/<id>` is settled."""
        return stand(self.graph, {key_of(name): each for name, each in settled.items()})

    def changed(self, standing: Standing) -> dict[str, str]:
        """Return the statements whose status is another than without a reader."""
        before = stand(self.graph).statuses
        after = standing.statuses
        return {key: str(after[key]) for key in after if after[key] is not before[key]}

    def why(self, standing: Standing, key: str) -> str:
        """Return why a statement has its status, as a page says it."""
        statements = self.graph.statements
        reason = explain(words_of("en"), self.graph, standing, key)
        said = flatten(reason, lambda each: shortened(plain(statements[each].text.text)))
        return said.replace("….", "…")


def key_of(name: str) -> str:
    """Return the key of a statement whose id is written with underscores."""
    return f"library-of-tools/{name.replace('_', '-')}"


def plain(text: str) -> str:
    """Return a text without its Markdown marks, as far as the project's content has any."""
    return text.replace("**", "").replace("*", "")


@pytest.fixture(scope="module")
def argument() -> Argument:
    """Read the project's own content."""
    loaded, _problems = read(ROOT)
    assert loaded.library
    return Argument(loaded.library.graph)


@pytest.fixture(scope="module")
def host(own_site: Path) -> Iterator[str]:
    """Serve the site on this machine; return its address."""
    with served(own_site) as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a browser of its own, without motion; complaints of its pages fail the test."""
    with browser.new_context(reduced_motion="reduce") as opened:
        faults: list[str] = []

        def complain(message: ConsoleMessage) -> None:
            faults.append(f"{message.location['url']}: {message.text}")

        opened.on("console", complain)
        opened.on("weberror", lambda error: faults.append(str(error.error)))
        yield opened
        assert not faults


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Open a page."""
    return context.new_page()


@pytest.fixture
def base(own_site: Path) -> str:
    """Return the address of the site in a folder."""
    return own_site.as_uri()


def status_of(page: Page, name: str) -> Locator:
    """Return the statuses of a statement that the page shows."""
    return page.locator(f'main span.status[data-of="library-of-tools/{name}"]')


def box_of(page: Page, name: str) -> Locator:
    """Return the boxes of a statement in the page's diagrams."""
    return page.locator(f'svg.diagram a.node[href*="{name}.html"]')


def panel(page: Page) -> Locator:
    """Return the panel of what if."""
    return page.get_by_role("region", name="What if")


CHIPS = "main span.status[data-of]"


def first_words(page: Page, chips: str = CHIPS) -> list[tuple[str, str]]:
    """Return the key and the word of each status that the page shows."""
    read_out = (
        "chips => chips.map(chip => [chip.dataset.of, chip.textContent.trim().split(/\\s/)[0]])"
    )
    return [(key, word) for key, word in page.eval_on_selector_all(chips, read_out)]


def attributes(page: Page, selector: str, *names: str) -> list[list[str]]:
    """Return attributes of some elements, and the text of each after them."""
    read_out = (
        "(found, names) => found.map(each =>"
        " [...names.map(name => each.getAttribute(name) ?? ''), each.textContent])"
    )
    found: list[list[str]] = page.eval_on_selector_all(selector, read_out, list(names))
    return found


def test_rejecting_a_statement_on_its_page_changes_what_follows(
    page: Page, base: str, argument: Argument
) -> None:
    page.goto(f"{base}/{REJECTED}.html")
    page.get_by_role("button", name="Reject", exact=True).click()

    standing = argument.standing(trial_cheap=False)
    expected = argument.changed(standing)
    assert len(expected) > 1
    summary = panel(page).locator(".sum")
    expect(summary).to_contain_text("You settle 1 statement.")
    expect(summary).to_contain_text(re.compile(rf"\b{len(expected) - 1} other"))
    expect(status_of(page, "trial-cheap").first).to_contain_text("rejected (was")
    marked = first_words(page, "main span.status.what-if")
    assert marked
    assert all(word == expected[key] for key, word in marked)
    expect(page.get_by_role("button", name="Reject", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    assert page.url == f"{base}/{REJECTED}.html?reject={REJECTED}"


@pytest.mark.parametrize("path", ["index.html", "outline.html", "map.html"])
def test_every_status_on_a_page_is_what_python_gives(
    page: Page, base: str, argument: Argument, path: str
) -> None:
    settled = {"trial_cheap": False, "drill_twice": False, "books_first": True}
    query = "&".join(
        f"{'accept' if each else 'reject'}={key_of(name)}" for name, each in settled.items()
    )
    page.goto(f"{base}/library-of-tools/{path}?{query}")
    expect(panel(page)).to_contain_text("You settle 3 statements.")
    standing = argument.standing(**settled)
    assert len(argument.changed(standing)) > 4
    chips = first_words(page)
    assert len(chips) > 15
    assert all(word == standing.statuses[key] for key, word in chips)
    changed = argument.changed(standing)
    boxes = attributes(page, "svg.diagram a.node", "href", "class")
    assert bool(boxes) is (path != "outline.html")
    for href, classes, said in boxes:
        key = f"library-of-tools/{href.removesuffix('.html')}"
        if key not in standing.statuses:  # it stands in another essay
            continue
        status = standing.statuses[key]
        assert status in classes.split(), key
        assert (f"now {status}" in said) is (key in changed), key
    for key, classes, _ in attributes(page, "svg.diagram g.step", "data-argument", "class"):
        if key:
            assert ("out" in classes.split()) is (standing.labels[key] == "out"), key


def test_the_reasons_on_a_page_are_those_that_python_gives(
    page: Page, base: str, argument: Argument
) -> None:
    page.goto(f"{base}/library-of-tools/index.html?reject={REJECTED}&accept={key_of('poll')}")
    expect(panel(page)).to_contain_text("You settle 2 statements.")
    standing = argument.standing(trial_cheap=False, poll=True)
    expect(page.locator("p.why.what-if").first).to_be_visible()
    for why in page.locator("p.why[data-of]").all():
        key = str(why.get_attribute("data-of"))
        expect(why).to_have_text(argument.why(standing, key))


def test_the_list_of_changes_says_what_changed_and_why(
    page: Page, base: str, argument: Argument
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{base}/{REJECTED}.html")
    page.get_by_role("button", name="Reject", exact=True).click()
    standing = argument.standing(trial_cheap=False)
    expected = argument.changed(standing)
    items = panel(page).get_by_role("listitem")
    expect(items).to_have_count(len(expected))
    for key, status in expected.items():
        if key == REJECTED:
            continue
        item = items.filter(has=page.locator(f'a[href$="/{key}.html"]:not(.mention)'))
        expect(item.locator("span.status")).to_contain_text(f"{status} (was ")
        expect(item.locator("p.why")).to_have_text(argument.why(standing, key))


def test_a_step_that_fails_now_says_so(page: Page, base: str, argument: Argument) -> None:
    # An undercut that the reader accepts or rejects turns the step, and what is said of it.
    undercut = next(
        each
        for each in argument.graph.arguments.values()
        if each.kind == "undercut" and each.target in argument.graph.arguments
    )
    attacked = argument.graph.arguments[undercut.target]
    about = argument.graph.concluded(undercut).key
    now_fails = stand(argument.graph).labels[attacked.key] != "out"
    verdict = "accept" if now_fails else "reject"
    query = "&".join(f"{verdict}={premise}" for premise in undercut.premises)
    page.goto(f"{base}/{about}.html?{query}")
    expect(panel(page)).to_contain_text("You settle")
    step = page.locator(f'li.step[data-step="{attacked.key}"]')
    standing = stand(argument.graph, dict.fromkeys(undercut.premises, now_fails))
    fails = standing.labels[attacked.key] != "in"
    expect(step.locator("> p.why:not([hidden])")).to_have_count(int(fails))


def test_undo_redo_and_reset(page: Page, base: str) -> None:
    page.goto(f"{base}/{REJECTED}.html")
    before = status_of(page, "trial-cheap").first.text_content()
    accept = page.get_by_role("button", name="Accept", exact=True)
    reject = page.get_by_role("button", name="Reject", exact=True)
    accept.click()
    expect(status_of(page, "trial-cheap").first).to_contain_text("accepted")
    reject.click()
    expect(status_of(page, "trial-cheap").first).to_contain_text("rejected")
    page.get_by_role("button", name="Undo").click()
    expect(status_of(page, "trial-cheap").first).to_contain_text("accepted")
    expect(accept).to_have_attribute("aria-pressed", "true")
    expect(reject).to_have_attribute("aria-pressed", "false")
    page.get_by_role("button", name="Redo").click()
    expect(status_of(page, "trial-cheap").first).to_contain_text("rejected")
    page.get_by_role("button", name="Reset").click()
    expect(status_of(page, "trial-cheap").first).to_have_text(str(before))
    expect(page.locator("main .what-if")).to_have_count(0)
    assert page.url == f"{base}/{REJECTED}.html"
    page.get_by_role("button", name="Undo").click()
    expect(status_of(page, "trial-cheap").first).to_contain_text("rejected")


def test_going_back_takes_the_last_choice_back(page: Page, base: str) -> None:
    page.goto(f"{base}/index.html")
    page.goto(f"{base}/{REJECTED}.html")
    status = status_of(page, "trial-cheap").first
    undo, redo = (page.get_by_role("button", name=name) for name in ("Undo", "Redo"))
    page.get_by_role("button", name="Accept", exact=True).click()
    expect(status).to_contain_text("accepted")
    page.get_by_role("button", name="Reject", exact=True).click()
    expect(status).to_contain_text("rejected")
    page.go_back()
    expect(status).to_contain_text("accepted")
    assert page.url == f"{base}/{REJECTED}.html?accept={REJECTED}"
    expect(undo).to_have_attribute("aria-disabled", "false")
    page.go_back()
    expect(page.locator("main .what-if")).to_have_count(0)
    expect(undo).to_have_attribute("aria-disabled", "true")
    page.go_forward()
    page.go_forward()
    expect(status).to_contain_text("rejected")
    page.reload()
    expect(status).to_contain_text("rejected")
    undo.click()
    expect(status).to_contain_text("accepted")
    undo.click()
    expect(page.locator("main .what-if")).to_have_count(0)
    expect(undo).to_have_attribute("aria-disabled", "true")
    redo.click()
    expect(status).to_contain_text("accepted")


def test_the_way_back_leads_over_pages(page: Page, base: str) -> None:
    page.goto(f"{base}/{REJECTED}.html")
    page.get_by_role("button", name="Reject", exact=True).click()
    expect(status_of(page, "trial-cheap").first).to_contain_text("rejected")
    page.get_by_role("navigation", name="Path from the contention").get_by_role("link").last.click()
    page.get_by_role("button", name="Accept", exact=True).click()
    expect(panel(page)).to_contain_text("You settle 2 statements.")
    page.go_back()
    expect(panel(page)).to_contain_text("You settle 1 statement.")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("main .what-if")).to_have_count(0)
    page.go_back()
    page.go_back()
    expect(status_of(page, "trial-cheap").first).to_contain_text("rejected")
    assert page.url == f"{base}/{REJECTED}.html?reject={REJECTED}"
    page.go_back()
    expect(page.locator("main .what-if")).to_have_count(0)
    assert page.url == f"{base}/{REJECTED}.html"


def test_filtering_a_list_keeps_the_way_back(page: Page, base: str) -> None:
    page.goto(f"{base}/{REJECTED}.html")
    page.get_by_role("button", name="Reject", exact=True).click()
    page.get_by_role("link", name="Statements", exact=True).click()
    page.get_by_role("radio", name="stands").check(force=True)
    page.reload()
    expect(panel(page)).to_contain_text("You settle 1 statement.")
    expect(page.get_by_role("button", name="Undo")).to_have_attribute("aria-disabled", "false")


def test_another_site_of_the_host_knows_nothing_of_it(
    page: Page, own_site: Path, tmp_path: Path
) -> None:
    for name in ("one", "other"):
        (tmp_path / name).symlink_to(own_site, target_is_directory=True)
    with served(tmp_path) as address:
        page.goto(f"{address}/one/{REJECTED}.html")
        page.get_by_role("button", name="Reject", exact=True).click()
        expect(panel(page)).to_contain_text("You settle 1 statement.")
        page.get_by_role("button", name="Reset").click()
        page.goto(f"{address}/other/{REJECTED}.html")
        page.get_by_role("banner").get_by_role("button", name="What if").click()
        expect(page.get_by_role("button", name="Undo")).to_have_attribute("aria-disabled", "true")


def test_pressing_the_same_again_takes_it_back(page: Page, base: str) -> None:
    page.goto(f"{base}/{REJECTED}.html")
    reject = page.get_by_role("button", name="Reject", exact=True)
    reject.click()
    expect(reject).to_have_attribute("aria-pressed", "true")
    reject.click()
    expect(reject).to_have_attribute("aria-pressed", "false")
    expect(page.locator("main .what-if")).to_have_count(0)
    assert page.url == f"{base}/{REJECTED}.html"


def test_a_choice_is_removed_in_the_panel(page: Page, base: str) -> None:
    page.goto(f"{base}/{REJECTED}.html?reject={REJECTED}&accept={key_of('poll')}")
    panel(page).get_by_role("button", name="Take back").last.click()
    expect(panel(page)).to_contain_text("You settle 1 statement.")
    assert page.url.endswith(f"?reject={REJECTED}")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()


def test_on_an_essay_page_buttons_stand_beside_each_status(page: Page, base: str) -> None:
    page.goto(f"{base}/library-of-tools/index.html")
    toggle = page.get_by_role("banner").get_by_role("button", name="What if")
    toggle.click()
    chip = status_of(page, "sharing-cheaper").first
    chip.scroll_into_view_if_needed()
    text = "One set of shared tools costs the town less than many sets in private sheds."
    page.get_by_role("button", name=f"Reject “{text}”").first.click()
    expect(chip).to_contain_text("rejected (was stands)")
    expect(box_of(page, "sharing-cheaper").first).to_contain_text("now rejected")
    toggle.click()
    expect(page.locator(".what-if-beside")).to_have_count(0)
    expect(chip).to_contain_text("rejected (was stands)")


@pytest.mark.parametrize("by", ["mouse", "keyboard", "touch"])
def test_a_box_of_the_map_takes_the_choice(browser: Browser, base: str, by: str) -> None:
    with browser.new_context(has_touch=by == "touch", reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(f"{base}/library-of-tools/map.html")
        page.get_by_role("banner").get_by_role("button", name="What if").click()
        box = box_of(page, "sharing-cheaper").first
        box.scroll_into_view_if_needed()
        match by:
            case "mouse":
                box.click()
            case "touch":
                box.tap()
            case _:
                box.focus()
                page.keyboard.press("Enter")
        card = page.get_by_role("dialog", name="What if you …")
        expect(card).to_contain_text("One set of shared tools")
        if by == "keyboard":
            expect(card.get_by_role("button", name="Accept")).to_be_focused()
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
        elif by == "touch":
            card.get_by_role("button", name="Reject").tap()
        else:
            card.get_by_role("button", name="Reject").click()
        expect(card).to_have_count(0)
        expect(box).to_contain_text("now rejected")
        assert page.url.endswith("/map.html?reject=library-of-tools/sharing-cheaper")
        expect(status_of(page, "sharing-cheaper").first).to_contain_text("rejected")


def test_without_choosing_a_box_still_opens_its_page(page: Page, base: str) -> None:
    page.goto(f"{base}/library-of-tools/index.html?reject={REJECTED}")
    expect(panel(page)).to_contain_text("You settle 1 statement.")
    page.get_by_role("button", name="Changes").click()
    box_of(page, "sharing-cheaper").first.click()
    assert page.url == f"{base}/library-of-tools/sharing-cheaper.html?reject={REJECTED}"


def test_the_choice_is_carried_along_and_shared(page: Page, base: str, browser: Browser) -> None:
    page.goto(f"{base}/{REJECTED}.html?tag=a%20b")
    page.get_by_role("button", name="Reject", exact=True).click()
    expect(status_of(page, "trial-cheap").first).to_contain_text("rejected")
    # What other parts of the page keep in the address stays.
    assert page.url == f"{base}/{REJECTED}.html?tag=a%20b&reject={REJECTED}"
    path = page.get_by_role("navigation", name="Path from the contention")
    path.get_by_role("link").last.click()
    expect(panel(page)).to_contain_text("You settle 1 statement.")
    assert page.url.endswith(f"worth-trying.html?reject={REJECTED}")
    # The way back is carried along too.
    expect(page.get_by_role("button", name="Undo")).to_have_attribute("aria-disabled", "false")
    with browser.new_context() as other:
        theirs = other.new_page()
        theirs.goto(page.url)
        expect(panel(theirs)).to_contain_text("You settle 1 statement.")
        ours = page.locator("span.status.what-if").all_text_contents()
        assert ours
        expect(theirs.locator("span.status.what-if")).to_have_text(ours)
    page.get_by_role("button", name="Reset").click()
    page.get_by_role("link", name="Essays, mapped").click()
    assert page.url == f"{base}/index.html"
    page.go_back()
    assert page.url.endswith("worth-trying.html")


def test_a_link_to_a_place_keeps_its_fragment(page: Page, base: str) -> None:
    page.goto(f"{base}/library-of-tools/drill-twice.html?reject={REJECTED}")
    page.get_by_role("link", name="Read it in its place").click()
    assert page.url.endswith(f"index.html?reject={REJECTED}#quote-drill-twice")


def test_filters_and_search_keep_the_choice_in_the_address(page: Page, base: str) -> None:
    page.goto(f"{base}/statements.html?reject={REJECTED}")
    expect(panel(page)).to_contain_text("You settle 1 statement.")
    page.get_by_role("radio", name="stands").check(force=True)
    expect(page).to_have_url(f"{base}/statements.html?status=stands&reject={REJECTED}")
    page.goto(f"{base}/search.html?reject={REJECTED}")
    page.get_by_role("searchbox").last.fill("drill")
    expect(page).to_have_url(f"{base}/search.html?q=drill&reject={REJECTED}")


def shown(page: Page) -> set[str]:
    """Return the keys of the statements that the list of all statements shows."""
    chips = page.locator("section.letter li:visible span.status").all()
    return {str(chip.get_attribute("data-of")) for chip in chips}


def test_the_list_of_statements_follows(page: Page, base: str, argument: Argument) -> None:
    standing = argument.standing(trial_cheap=False)
    rejected = {REJECTED}
    presumed = {key for key, status in standing.statuses.items() if status == "presumed"}
    assert len(presumed) != sum(
        status == "presumed" for status in stand(argument.graph).statuses.values()
    )
    page.goto(f"{base}/statements.html?status=rejected&reject={REJECTED}")
    expect(page.get_by_role("radio", name="rejected 1")).to_be_checked()
    assert shown(page) == rejected
    expect(page.locator(".list-filter output")).to_have_text("1 statement is left.")
    page.get_by_role("radio", name=f"presumed {len(presumed)}").check(force=True)
    assert shown(page) == presumed
    expect(page.locator(".list-filter output")).to_have_text(
        f"{len(presumed)} statements are left."
    )
    page.get_by_role("button", name="Take back").click()
    expect(page.locator(".list-filter output")).to_have_text(
        f"{len(presumed) + 1} statements are left."
    )
    assert shown(page) == presumed | rejected


def test_what_stays_the_authors_is_said_to_be(page: Page, base: str) -> None:
    said = "Which rebuttals are unanswered is said as the authors have it."
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{base}/open.html")
    expect(page.get_by_text(said)).to_be_hidden()
    page.goto(f"{base}/open.html?reject={REJECTED}")
    expect(page.get_by_role("main").get_by_text(said)).to_be_visible()
    expect(panel(page).get_by_text(said)).to_be_visible()
    page.get_by_role("button", name="Take back").click()
    expect(page.get_by_text(said)).to_have_count(1)
    expect(page.get_by_text(said)).to_be_hidden()
    page.goto(f"{base}/statements.html?reject={REJECTED}")
    expect(panel(page)).to_contain_text("You say")
    expect(page.get_by_text(said)).to_have_count(0)


def test_a_search_follows(page: Page, base: str) -> None:
    page.goto(f"{base}/search.html?q=shared+tools&status=rejected&reject={REJECTED}")
    results = page.locator(".find-results > li")
    expect(panel(page)).to_contain_text("You settle 1 statement.")
    expect(results).to_have_count(0)
    page.get_by_role("searchbox").last.fill("trial")
    chip = results.locator(f'span.status[data-of="{REJECTED}"]')
    expect(chip).to_contain_text("rejected (was presumed)")
    expect(results).to_have_count(1)
    expect(page.get_by_role("checkbox", name="rejected (1)")).to_be_checked()
    page.get_by_role("banner").get_by_role("button", name="What if").click()
    results.get_by_role("button", name="Accept “").click()
    expect(page.get_by_text("Nothing found for “trial”.")).to_be_visible()
    expect(page.get_by_role("searchbox").last).to_be_focused()


def test_axe_finds_nothing_beside_results(browser: Browser, base: str) -> None:
    with browser.new_context(bypass_csp=True) as context:
        page = context.new_page()
        page.goto(f"{base}/search.html?q=trial&reject={REJECTED}")
        expect(panel(page)).to_contain_text("You settle 1 statement.")
        page.get_by_role("banner").get_by_role("button", name="What if").click()
        expect(page.locator(".find-results .what-if-beside")).to_have_count(2)
        assert axe_faults(page) == []


def test_a_search_from_another_page_shows_what_follows(page: Page, base: str) -> None:
    page.goto(f"{base}/{REJECTED}.html?reject={REJECTED}")
    expect(panel(page)).to_contain_text("You settle 1 statement.")
    page.get_by_role("banner").get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("trial")
    chip = page.locator(f'.find-results span.status[data-of="{REJECTED}"]')
    expect(chip).to_have_text("rejected (was presumed)")


def test_the_what_if_link_is_copied(browser: Browser, host: str) -> None:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(f"{host}/{REJECTED}.html")
        page.get_by_role("button", name="Reject", exact=True).click()
        page.get_by_role("button", name="Copy what-if link").click()
        expect(panel(page)).to_contain_text("Link copied.")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == f"{host}/{REJECTED}.html?reject={REJECTED}"
        # What the panel is there to say comes back.
        expect(panel(page).locator(".sum")).to_contain_text("You settle 1 statement.")


def test_the_link_is_copied_as_the_site_is_published(browser: Browser, tmp_path: Path) -> None:
    site = make_site(
        tmp_path,
        {
            "content/site.yaml": "title: Site\nurl: https://example.org/site\n",
            "content/one/essay.yaml": "title: One\ncontention:\n  id: top\n  text: A thesis.\n",
        },
    )
    with (
        served(site) as address,
        browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context,
    ):
        page = context.new_page()
        page.goto(f"{address}/one/top.html?a=b#cite")
        page.get_by_role("button", name="Reject", exact=True).click()
        page.get_by_role("button", name="Copy what-if link").click()
        expect(panel(page)).to_contain_text("Link copied.")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == "https://example.org/site/one/top.html?a=b&reject=one/top#cite"


def test_texts_in_another_language_say_so(context: BrowserContext, tmp_path: Path) -> None:
    site = make_site(
        tmp_path,
        {
            "content/site.yaml": "title: Site\n",
            "content/one/essay.yaml": "title: One\ncontention:\n  id: top\n  text: A thesis.\n"
            "  premises:\n    - ref: two/top\n",
            "content/two/essay.yaml": "title: Two\nlanguage: ar\ncontention:\n  id: top\n"
            "  text: أطروحة.\n",
        },
    )
    page = context.new_page()
    page.goto(f"{site.as_uri()}/one/top.html?reject=two/top")
    expect(panel(page)).to_contain_text("You settle 1 statement. 1 other")
    foreign = page.get_by_role("link", name="أطروحة", exact=False)
    for place in (page.locator("p.why.what-if").first, panel(page)):
        for link in place.get_by_role("link", name="أطروحة").all():
            expect(link).to_have_attribute("lang", "ar")
            expect(link).to_have_attribute("dir", "rtl")
    expect(page.locator("p.why.what-if").first.get_by_role("link")).to_have_count(1)
    expect(panel(page).get_by_role("link", name="A thesis.")).to_have_attribute("lang", "en")
    foreign.first.hover()
    text = page.locator("[role=tooltip]:popover-open .text")
    expect(text).to_have_attribute("lang", "ar")
    expect(text).to_have_attribute("dir", "rtl")


def test_paper_says_what_the_reader_settled(context: BrowserContext, base: str) -> None:
    page = context.new_page()
    page.goto(f"{base}/library-of-tools/index.html?reject={REJECTED}")
    expect(panel(page)).to_contain_text("You settle 1 statement.")
    page.get_by_role("button", name="Changes").click()
    found = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    cover = " ".join(found.pages[0].extract_text().split())
    assert "What if You settle 1 statement. 1 other" in cover
    assert "You say A trial year that can be ended at any time costs little. rejected" in cover
    assert "Undo" not in cover
    expect(page.locator(".what-if-panel")).to_have_count(1)
    page.get_by_role("button", name="Reset").click()
    expect(page.locator("main .what-if")).to_have_count(0)
    again = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    assert "What if" not in again.pages[0].extract_text()


MALFORMED = {
    "no key": "accept=",
    "no essay": "reject=trial-cheap",
    "bad escape": "accept=%E0%A4%A",
    "unknown statement": "accept=library-of-tools/no-such",
    "unknown essay": "reject=nowhere/trial-cheap",
    "a name of objects": "accept=constructor/__proto__",
    "a way out": "accept=../../etc",
    "hostile": "accept=%3Cimg%20src=x%20onerror=alert(1)%3E/x",
}


@pytest.mark.parametrize("query", MALFORMED.values(), ids=MALFORMED.keys())
def test_what_the_address_names_wrongly_is_ignored_and_said(
    page: Page, base: str, query: str
) -> None:
    page.goto(f"{base}/{REJECTED}.html?{query}")
    expect(panel(page)).to_contain_text("It is ignored.")
    expect(page.locator("main .what-if")).to_have_count(0)
    page.goto(f"{base}/{REJECTED}.html?{query}&reject={REJECTED}")
    expect(panel(page)).to_contain_text("You settle 1 statement.")
    expect(panel(page)).to_contain_text("It is ignored.")
    expect(status_of(page, "trial-cheap").first).to_contain_text("rejected")


def test_an_older_id_is_as_good(context: BrowserContext, tmp_path: Path) -> None:
    essay = (
        "title: Essay\ncontention:\n  id: top\n  text: The contention.\n  premises:\n"
        "    - id: newer\n      aliases: [older, älter]\n      text: A reason.\n"
    )
    site = make_site(tmp_path, {"content/essay/essay.yaml": essay}).as_uri()
    page = context.new_page()
    for older in ("older", "%C3%A4lter"):
        page.goto(f"{site}/essay/index.html?reject=essay/{older}")
        expect(panel(page)).to_contain_text("You settle 1 statement. 1 other")
        expect(page.locator("main span.status[data-of='essay/newer']").first).to_contain_text(
            "rejected"
        )
        assert page.url == f"{site}/essay/index.html?reject=essay/newer"
    # The page that has moved leads on with all that its address holds.
    page.goto(f"{site}/essay/older.html?a=b&reject=essay/older#cite")
    page.wait_for_url(f"{site}/essay/newer.html?a=b&reject=essay/newer#cite")
    expect(panel(page)).to_contain_text("You settle 1 statement.")
    page.goto(f"{site}/essay/older.html")
    page.wait_for_url(f"{site}/essay/newer.html")


def test_choices_of_one_essay_share_its_name_in_the_address(page: Page, base: str) -> None:
    names = ("poll", "drill-twice", "books-first")
    page.goto(f"{base}/{REJECTED}.html?" + "&".join(f"reject={key_of(each)}" for each in names))
    expect(panel(page)).to_contain_text("You settle 3 statements.")
    page.get_by_role("button", name="Reject", exact=True).click()
    expect(panel(page)).to_contain_text("You settle 4 statements.")
    ids = ",".join((*names, "trial-cheap"))
    assert page.url == f"{base}/{REJECTED}.html?reject=library-of-tools/{ids}"
    page.reload()
    expect(panel(page)).to_contain_text("You settle 4 statements.")
    page.get_by_role("button", name="Accept", exact=True).click()
    ids = ",".join(names)
    assert page.url.endswith(f"?reject=library-of-tools/{ids}&accept={REJECTED}")
    page.goto(f"{base}/{REJECTED}.html?reject=library-of-tools/poll,no-such,%E0%A4%A,")
    expect(panel(page)).to_contain_text("You settle 1 statement.")
    expect(panel(page)).to_contain_text("They are ignored.")


def test_other_keys_named_alike_are_left_alone(page: Page, base: str) -> None:
    page.goto(f"{base}/{REJECTED}.html?constructor=1&acceptable=x")
    page.get_by_role("button", name="Reject", exact=True).click()
    assert page.url.endswith(f"?constructor=1&acceptable=x&reject={REJECTED}")


def test_linked_essays_follow(page: Page, base: str, argument: Argument) -> None:
    across = [
        (premise, argument.graph.concluded(each).key)
        for each in argument.graph.arguments.values()
        for premise in each.premises
        if premise.split("/")[0] != argument.graph.concluded(each).key.split("/")[0]
    ]
    assert across, "the project's content has a reason from another essay"
    premise, target = across[0]
    standing = stand(argument.graph, {premise: False})
    page.goto(f"{base}/{target}.html?reject={premise}")
    expect(panel(page)).to_contain_text("You settle 1 statement.")
    assert all(word == standing.statuses[key] for key, word in first_words(page))


def test_works_on_a_host_as_in_a_folder(page: Page, host: str) -> None:
    page.goto(f"{host}/{REJECTED}.html")
    page.get_by_role("button", name="Reject", exact=True).click()
    expect(status_of(page, "trial-cheap").first).to_contain_text("rejected")


def test_what_is_said_is_heard(page: Page, base: str) -> None:
    page.goto(f"{base}/{REJECTED}.html")
    page.get_by_role("button", name="Reject", exact=True).click()
    heard = page.get_by_role("status").filter(has_text="You settle 1 statement.")
    expect(heard).to_have_count(1)


def test_the_panel_never_hides_what_has_the_focus(page: Page, base: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{base}/library-of-tools/outline.html?reject={REJECTED}")
    expect(panel(page)).to_be_visible()
    for _ in range(40):
        page.keyboard.press("Tab")
        hidden = page.evaluate(
            """() => {
              const panel = document.querySelector(".what-if-panel");
              const at = document.activeElement;
              if (panel.contains(at)) return false;
              const { top, bottom } = at.getBoundingClientRect();
              const edge = panel.getBoundingClientRect().top;
              return bottom > edge && top >= 0 && top + 1 > edge - (bottom - top);
            }"""
        )
        assert not hidden


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_no_page_scrolls_sideways_with_what_if(page: Page, base: str, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{base}/{path}?reject={REJECTED}&accept=library-of-tools/poll")
    expect(panel(page)).to_contain_text("You settle 2 statements.")
    page.get_by_role("button", name="Changes").click()
    toggle = page.get_by_role("banner").get_by_role("button", name="What if")
    if toggle.count():
        toggle.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_axe_finds_nothing_in_what_if(browser: Browser, base: str, path: str, scheme: str) -> None:
    with browser.new_context(bypass_csp=True, color_scheme=scheme) as context:  # type: ignore[arg-type] # a literal
        page = context.new_page()
        page.goto(f"{base}/{path}?reject={REJECTED}&accept=nowhere/x")
        expect(panel(page)).to_contain_text("You settle 1 statement.")
        toggle = page.get_by_role("banner").get_by_role("button", name="What if")
        if toggle.count():
            toggle.click()
        assert axe_faults(page) == []


def test_hostile_texts_stay_texts(context: BrowserContext, tmp_path: Path) -> None:
    texts = [text for text in NAUGHTY if "<" in text or "%" in text][:12]
    lines = ["title: Hostile", "contention:", "  id: top", "  text: The contention.", "  premises:"]
    for number, text in enumerate(texts):
        quoted = text.replace("\\", "\\\\").replace('"', '\\"')
        lines += [f"    - id: hostile-{number}", f'      text: "{quoted}"']
    site = make_site(tmp_path, {"content/hostile/essay.yaml": "\n".join(lines) + "\n"})
    page = context.new_page()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    query = "&".join(f"reject=hostile/hostile-{number}" for number in range(len(texts)))
    page.goto(f"{site.as_uri()}/hostile/index.html?{query}")
    expect(panel(page)).to_contain_text(f"You settle {len(texts)} statements.")
    expect(page.locator("p.why.what-if").first).to_be_visible()
    assert page.locator(".what-if-panel :is(img, script, iframe, b)").count() == 0
