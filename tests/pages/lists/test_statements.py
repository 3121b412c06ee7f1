"""How the list of a large site is split, and what its filter knows."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from argsite.pages.lists.statements import MOST
from tests import dom
from tests.built import make_edition
from tests.listed import SITE, essay, items, print_lists


def large(root: Path, count: int) -> dict[str, str]:
    """Return the lists of a site with so many statements, half of them under L."""
    texts = "".join(
        f"    - {'Lamps' if number % 2 else chr(66 + number // 2 % 10)} {number}.\n"
        for number in range(1, count)
    )
    contention = f"  id: open\n  text: The park stays open.\n  premises:\n{texts}"
    contents = {"content/site.yaml": SITE, "content/parks/essay.yaml": essay("Parks", contention)}
    return print_lists(root, make_edition(root, contents))


def test_up_to_some_hundreds_stand_on_one_page(tmp_path: Path) -> None:
    pages = large(tmp_path, MOST)
    assert "statements/2.html" not in pages


def test_more_are_split_and_all_letters_are_in_reach_from_each_page(tmp_path: Path) -> None:
    pages = large(tmp_path, 2 * MOST + 1)
    paths = ["statements.html", "statements/2.html", "statements/3.html"]
    assert [path for path in pages if path.startswith("statements")] == paths
    parsed = {path: dom.parse(pages[path]) for path in paths}
    listed = [each for page in parsed.values() for each in items(page, "plainlist")]
    assert len(listed) == len(set(listed)) == 2 * MOST + 1
    for page in parsed.values():
        letters = [each for each in dom.elements(page, "nav") if each.get("class") == "letters"]
        names = [dom.words(link).split()[0] for link in dom.elements(letters[0], "a")]
        assert names == [*"BCDEFGHIJKL", "P"]


def test_a_letter_that_is_cut_goes_on_with_its_heading(tmp_path: Path) -> None:
    pages = large(tmp_path, MOST + 50)
    headings = {
        path: [dom.words(each) for each in dom.elements(dom.parse(pages[path]), "h2")]
        for path in ("statements.html", "statements/2.html")
    }
    assert headings["statements.html"] == [*"BCDEFGHIJK", "L"]
    assert headings["statements/2.html"] == ["L", "P"]


def test_the_filter_counts_what_is_on_all_pages(tmp_path: Path) -> None:
    pages = large(tmp_path, 2 * MOST + 1)
    path = "data/statements.js"
    data = json.loads(pages[path][len(f'argsiteData("{path}",') : -len(");\n")])
    counts: Counter[str] = Counter()
    pages_of_letters = [{page for _, page, *_ in letter} for letter in data["letters"]]
    assert pages_of_letters == [*[{1}] * 10, {2}, {3}]
    for letter in data["letters"]:
        for count, _, status, *_ in letter:
            counts[data["statuses"][status]] += count
    assert counts == {"presumed": 2 * MOST, "stands": 1}
    assert data["essays"] == [["parks", "Parks"]]
    assert len(pages[path]) < 1000
