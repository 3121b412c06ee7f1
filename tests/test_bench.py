"""The parts of the benchmark that do not measure: its sites, its tables, what it compares."""

from __future__ import annotations

import sys
from pathlib import Path

from argsite.build import check
from tests.benchmarks.builders import FULL, UNCHANGED, Edit, Timing
from tests.benchmarks.guide_page import write_measured
from tests.benchmarks.hugo_content import place, write_content
from tests.benchmarks.hugo_site import SAME
from tests.benchmarks.measure import Run, run
from tests.benchmarks.sites import write_site
from tests.benchmarks.table import Results, as_markdown, growth, judged, of_size
from tests.benchmarks.visible import differing, words


def test_a_made_up_site_has_so_many_statements_and_no_warnings(tmp_path: Path) -> None:
    write_site(tmp_path, 300)
    outcome = check(tmp_path)
    warned = [each for each in outcome.problems if each.severity != "note"]
    assert (outcome.essays, outcome.statements, warned) == (3, 300, [])


def test_the_same_essay_is_in_sites_of_any_size(tmp_path: Path) -> None:
    write_site(tmp_path / "small", 100)
    write_site(tmp_path / "large", 200)
    name = "content/essay-1/4-point.yaml"
    assert (tmp_path / "small" / name).read_bytes() == (tmp_path / "large" / name).read_bytes()


def test_hugo_gets_a_file_for_each_page_with_the_texts_and_no_drawing(tmp_path: Path) -> None:
    write_site(tmp_path / "site", 100)
    write_content(tmp_path / "site", tmp_path / "hugo")
    content = tmp_path / "hugo" / "content"
    assert len([*(content / "essay-1").iterdir()]) == 100 + len(("_index", "map", "outline"))
    claim = (content / "essay-1" / "claim-1.md").read_text(encoding="utf-8")
    assert '"layout": "statement"' in claim
    assert "<svg" not in claim
    assert (tmp_path / "hugo" / "layouts" / "statement.html").is_file()


def test_lists_stand_in_a_folder_that_hugo_does_not_show() -> None:
    assert place("essay-1/index.html", {"essay-1"}) == "essay-1/_index.md"
    assert place("essay-1/claim-1.html", {"essay-1"}) == "essay-1/claim-1.md"
    assert place("tags/law.html", {"essay-1"}) == "lists/tags-law.md"
    assert place("statements.html", {"essay-1"}) == "statements.md"


def test_a_passage_is_written_anew_each_time_and_back(tmp_path: Path) -> None:
    file = tmp_path / "page"
    file.write_text("text: It is so.\n", encoding="utf-8")
    edit = Edit(file, "text: It is so.")
    edit.make()
    edit.make()
    assert file.read_text(encoding="utf-8") == "text: It is so 2.\n"
    edit.undo()
    assert file.read_text(encoding="utf-8") == "text: It is so.\n"


def test_a_run_tells_what_it_took(tmp_path: Path) -> None:
    taken = run((sys.executable, "-c", "print('done')"), tmp_path)
    assert taken.seconds > 0
    assert taken.processor > 0


def timings() -> list[Timing]:
    """Return runs whose middle is easily seen."""
    taken = {SAME: (2.0, 4.0, 9.0), "Argsite": (1.0, 2.0, 30.0)}
    made = [
        Timing(name, 10_000, FULL, Run(seconds, 2 * seconds, 100 * seconds))
        for name, each in taken.items()
        for seconds in each
    ]
    return [*made, Timing("Argsite", 10_000, UNCHANGED, Run(1.0, 1.0, 50.0))]


def test_a_table_has_the_median_of_runs_and_the_ratio_to_hugo() -> None:
    rows = of_size(Results(timings()), 10_000)
    assert rows[2] == ("Argsite", FULL, "2.00", "4.00", "3000", "0.50", "0.50", "")


def test_targets_are_met_or_not() -> None:
    rows = judged(Results(timings()), 10_000)
    assert ("Argsite: full", "≤ 1.5", "0.50", "met") in rows
    assert ("Argsite: unchanged", "≤ 0.06", "0.25", "not met") in rows
    assert ("Argsite: memory", "≤ 0.6", "3.33", "not met") in rows


def test_growth_says_how_much_longer_the_larger_site_takes() -> None:
    larger = Timing("Argsite", 100_000, FULL, Run(22.0, 40.0, 900.0))
    rows = growth(Results([*timings(), larger]))
    assert rows[2] == ("Argsite", "2.00 (4.00, 3000)", "22.00 (40.00, 900), 11.0 times")
    assert judged(Results([*timings(), larger]), 10_000)[-1][2:] == ("11.00", "met")


def test_what_was_measured_replaces_what_stood_in_the_page(tmp_path: Path) -> None:
    page = tmp_path / "speed.md"
    page.write_text("# Speed\n\n## Measured\n\nold\n\n## After\n\nkept\n", encoding="utf-8")
    write_measured(page, "Today.", {"Starts": [("", "seconds"), ("Argsite", "0.1")]})
    text = page.read_text(encoding="utf-8")
    assert "old" not in text
    assert text.startswith("# Speed\n\n## Measured\n\nToday.\n\n**Starts**\n\n|  | seconds |\n")
    assert text.endswith("| Argsite | 0.1 |\n\n## After\n\nkept\n")


def test_markdown_has_numbers_to_the_right() -> None:
    assert as_markdown([("a", "b"), ("c", "1")]) == "| a | b |\n| --- | ---: |\n| c | 1 |"


def test_readers_see_words_of_the_main_part_and_no_drawing() -> None:
    page = "<nav>no</nav><main><p>One<br>two</p><svg><text>no</text></svg><p hidden>no</p></main>"
    assert [*words(page)] == ["One", "two"]


def test_pages_differ_where_words_do_or_one_is_missing(tmp_path: Path) -> None:
    for name, text in (("a/1.html", "one"), ("b/1.html", "two"), ("a/2.html", "same")):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"<main>{text}</main>", encoding="utf-8")
    (tmp_path / "b" / "2.html").write_text("<main><p>same</p></main>", encoding="utf-8")
    found = differing(tmp_path / "a", tmp_path / "b")
    assert [each.partition(":")[0] for each in found] == ["1.html"]
