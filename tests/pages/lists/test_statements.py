"""How the list of a large site is split, and what its filter knows."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from argsite.pages.lists.order import MOST
from argsite.pages.lists.statements import statement_jobs
from argsite.pages.press import Press
from argsite.theme import DEFAULT, find
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


def parts_of(pages: Mapping[str, str]) -> list[str]:
    """Return the paths of the list's pages, in order."""
    found = [path for path in pages if path.startswith("statements")]
    later = [f"statements/{number}.html" for number in range(2, len(found) + 1)]
    assert found == ["statements.html", *later]
    return found


def test_more_are_split_and_all_letters_are_in_reach_from_each_page(tmp_path: Path) -> None:
    pages = large(tmp_path, 2 * MOST + 1)
    parsed = [dom.parse(pages[path]) for path in parts_of(pages)]
    listed = [each for page in parsed for each in items(page, "plainlist")]
    assert len(listed) == len(set(listed)) == 2 * MOST + 1
    assert all(len(items(page, "plainlist")) <= MOST for page in parsed)
    for page in parsed:
        letters = [each for each in dom.elements(page, "nav") if each.get("class") == "letters"]
        names = [dom.words(link).split()[0] for link in dom.elements(letters[0], "a")]
        assert names == [*"BCDEFGHIJKL", "P"]


def test_how_many_there_are_is_said_on_the_first_page_alone(tmp_path: Path) -> None:
    pages = large(tmp_path, 2 * MOST + 1)
    first, *later = [dom.parse(pages[path]) for path in parts_of(pages)]
    assert "801 statements, from A to Z." in dom.words(first)
    assert "(400 statements)" in dom.words(first)
    assert later
    for page in later:
        (hint,) = [each for each in dom.of_class(page, "hint") if "Page" in dom.words(each)]
        assert "statement" not in dom.words(hint)
        (letters,) = dom.of_class(page, "letters")
        assert "statement" not in dom.words(letters)


def test_a_letter_that_is_cut_goes_on_with_its_heading(tmp_path: Path) -> None:
    pages = large(tmp_path, MOST + 50)
    first, second = (
        [dom.words(each) for each in dom.elements(dom.parse(pages[path]), "h2")]
        for path in parts_of(pages)
    )
    assert first[-1] == second[0]
    assert [*first, *second[1:]] == [*"BCDEFGHIJKL", "P"]


def changed(root: Path, old: str, new: str) -> set[str]:
    """Return the paths of the list's files that are told by something else after an edit."""
    texts = "".join(f"    - {{id: s{n}, text: Case {n:04} of all.}}\n" for n in range(3 * MOST))
    text = essay("Parks", f"  id: open\n  text: The park stays open.\n  premises:\n{texts}")
    told = []
    for name, written in (("before", text), ("after", text.replace(old, new))):
        (root / name).mkdir()
        contents = {"content/site.yaml": SITE, "content/parks/essay.yaml": written}
        edition = make_edition(root / name, contents)
        jobs = statement_jobs(Press(find(DEFAULT, root)), edition)
        told.append({job.paths[0]: job.basis for job in jobs})
    before, after = told
    assert before.keys() == after.keys()
    return {path for path in before if before[path] != after[path]}


def test_an_edit_that_leaves_a_statement_in_its_place_moves_no_page(tmp_path: Path) -> None:
    assert not changed(tmp_path, "Case 0600 of all", "Case 0600 of all parks")


def test_a_new_statement_changes_the_first_page_its_own_and_the_filter(tmp_path: Path) -> None:
    new = "    - {id: newcomer, text: Case 0600 and a half.}\n    - {id: s600,"
    paths = changed(tmp_path, "    - {id: s600,", new)
    assert {"statements.html", "data/statements.js"} < paths
    assert len(paths) == 3


def test_the_filter_counts_what_is_on_all_pages(tmp_path: Path) -> None:
    pages = large(tmp_path, 2 * MOST + 1)
    path = "data/statements.js"
    data = json.loads(pages[path][len(f'argsiteData("{path}",') : -len(");\n")])
    counts: Counter[str] = Counter()
    pages_of_letters = [page for letter in data["letters"] for _, page, *_ in letter]
    assert pages_of_letters == sorted(pages_of_letters)
    for letter in data["letters"]:
        for count, _, status, *_ in letter:
            counts[data["statuses"][status]] += count
    assert counts == {"presumed": 2 * MOST, "stands": 1}
    assert data["essays"] == [["parks", "Parks"]]
    assert len(pages[path]) < 1000


def test_the_filter_of_a_very_large_site_knows_statuses_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argsite.pages.lists.statement_filter.MOST_KINDS", 3)
    path = "data/statements.js"
    text = large(tmp_path, 30)[path]
    data = json.loads(text[len(f'argsiteData("{path}",') : -len(");\n")])
    assert (data["essays"], data["tags"]) == ([], [])
    assert [kinds for kinds in data["letters"] if len(kinds[0]) != 3] == []
    assert sum(count for kinds in data["letters"] for count, _, _ in kinds) == 30
