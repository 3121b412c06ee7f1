"""Notes follow the block that names them first, numbered in the order of naming."""

from __future__ import annotations

import re

from argsite.markdown import block


def resolve(address: str) -> str | None:
    """Resolve any address to itself."""
    return address


def said(html: str) -> list[tuple[str, str]]:
    """Return the id of each note and its words without the number."""
    notes = re.findall(
        r'<div class="sidenote" role="doc-footnote" id="([^"]+)">(.*?)</div>', html, re.DOTALL
    )
    return [
        (name, re.sub(r"<a class=\"number\".*?</a>|<[^>]+>", "", text).strip())
        for name, text in notes
    ]


def test_a_note_follows_the_block_that_names_it() -> None:
    html = block("One[^a].\n\nTwo.\n\n- three[^b]\n\n[^a]: First.\n[^b]: Second.\n", resolve)
    assert re.sub(r"<[^>]+>|\n", " ", html).split() == (
        ["One", "1", ".", "1", "First.", "Two.", "three", "2", "2", "Second."]
    )
    assert html.count('<div class="noted">') == 2


def test_a_note_and_its_number_lead_to_each_other() -> None:
    html = block("One[^a].\n\n[^a]: First.\n", resolve, prefix="point-1")
    assert 'role="doc-noteref" href="#fn-point-1-1" id="fnref-point-1-1"' in html
    assert 'role="doc-backlink" href="#fnref-point-1-1"' in html
    assert said(html) == [("fn-point-1-1", "First.")]


def test_a_note_named_again_is_not_said_again() -> None:
    html = block("One[^a].\n\nAgain[^a].\n\n[^a]: First.\n", resolve)
    assert said(html) == [("fn1", "First.")]
    assert re.findall(r'id="(fnref[^"]*)"', html) == ["fnref1", "fnref1:1"]


def test_a_note_named_in_a_note_follows_it() -> None:
    html = block("One[^a].\n\nTwo.\n\n[^a]: First[^b].\n[^b]: Second[^a].\n", resolve)
    assert said(html) == [("fn1", "First2."), ("fn2", "Second1.")]
    assert html.index("Second") < html.index("Two")


def test_a_note_may_hold_several_blocks() -> None:
    html = block(
        "One[^a].\n\n[^a]: First.\n\n    - a list\n\n    | a | b |\n    |---|---|\n    | c | d |\n",
        resolve,
    )
    note = html[html.index('<div class="sidenote"') : html.index("</div>")]
    assert "<li>a list</li>" in note
    assert note.count('<div class="table"') == 1


def test_what_is_remarked_of_a_link_is_numbered_with_the_footnotes() -> None:
    remarks = {"#two": "<p>Of two.</p>\n"}
    html = block(
        "One[^a], [two](#two), [three](#three), four[^b].\n\n[^a]: First.\n[^b]: Second.\n",
        resolve,
        remark=lambda address: remarks.get(address, ""),
    )
    assert said(html) == [("fn1", "First."), ("fn2", "Of two."), ("fn3", "Second.")]
    assert '<a href="#two">two</a><sup class="noteref">' in html


def test_a_footnote_that_nothing_names_is_left_out() -> None:
    assert block("One.\n\n[^a]: First.\n", resolve) == "<p>One.</p>\n"
