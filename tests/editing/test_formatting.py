"""Files in one style say the same, keep their comments, and stay as they are the second time."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from argsite.editing import formatting
from argsite.editing.formatting import Fault, Formatted, format_essay, format_files
from argsite.editing.sameness import is_same
from argsite.formats.yaml import read_essay
from argsite.formats.yaml.laid_out import read_tree
from argsite.formats.yaml.tree import comments_of
from argsite.model import Essay
from argsite.problems import Problem, is_error
from argsite.source import Manuscript
from tests.casebook import Case, read_cases
from tests.editing.essays import Hand
from tests.naughty import NAUGHTY
from tests.sites import read

PATH = "content/park/essay.yaml"
ROOT = Path(__file__).parents[2]


def essay(text: str) -> Essay | None:
    """Return an essay of one file; None where it has an error."""
    problems: list[Problem] = []
    read = read_essay("park", Manuscript(PATH, text), (), problems.append)
    return None if any(is_error(each) for each in problems) else read


def comments_in(text: str) -> Counter[str]:
    """Count the comments of an essay."""
    document = read_tree(Manuscript(PATH, text))
    assert document
    return comments_of(document)


def formatted(text: str) -> str:
    """Return the essay in one style."""
    done = format_essay("park", [Manuscript(PATH, text)], {PATH})
    assert not done.faults
    return done.texts[0].text if done.texts else text


def change(text: str) -> str:
    """Return the essay in one style, which is the same the second time."""
    before, once = essay(text), formatted(text)
    after = essay(once)
    assert before
    assert after
    assert is_same(before, after)
    assert not any(each.id_is_derived for each in after.statements)
    assert comments_in(once) == comments_in(text)
    assert formatted(once) == once
    return once


@given(st.integers(0, 2**32))
@settings(max_examples=100, deadline=None)
def test_an_essay_says_the_same_and_a_second_time_nothing_changes(seed: int) -> None:
    text = Hand(random.Random(seed)).essay()  # noqa: S311 - chance for tests
    if essay(text) is None:
        event("with errors")
        return
    change(text)


@pytest.mark.parametrize("text", NAUGHTY)
def test_odd_texts_stay_as_they_are(text: str) -> None:
    block = f"{text}{' and so on' * 20}\n  {text}".replace("\n", "\n    ")
    double = json.dumps(f"{text}{' and so on' * 20}\n {text} ", ensure_ascii=False)
    single = text.replace("'", "''").replace("\n", "\n\n ")
    written = f"title: '{single}'\nprose: |\n    {block}\ncontention: {double}\n"
    if essay(written):
        change(written)
    assert essay(written) or not text.isprintable()


def test_deep_arguments_keep_room_for_words() -> None:
    levels = 90
    text = "title: T\ncontention:\n  text: Top.\n"
    for level in range(levels):
        margin = "  " + "    " * level
        text += f"{margin}premises:\n{margin}  - text: {'Word ' * 20}{level}.\n"
    rows = change(text).split("\n")
    assert max(len(row) - len(row.lstrip()) for row in rows) > 300
    assert len(rows) < levels * 8


@pytest.mark.parametrize(
    "case", read_cases("editing"), ids=lambda case: f"{case.path.stem}: {case.title}"
)
def test_case(case: Case, golden_fence: Callable[[Case, str, str], None]) -> None:
    golden_fence(case, "formatted", change(case.fences["written"]))


def sites() -> list[Path]:
    """Return every site of the project."""
    starter = ROOT / "generator" / "argsite" / "starter"
    return [ROOT, starter, *sorted((ROOT / "tests" / "sites").iterdir())]


@pytest.mark.parametrize("root", sites(), ids=lambda root: root.name)
def test_every_site_of_the_project_says_the_same(root: Path) -> None:
    before = dict(read(root)[0].manuscripts)
    done = format_files(before, (), lambda _: True)
    assert not done.faults
    after = before | {each.path: each for each in done.texts}
    assert format_files(after, (), lambda _: True) == Formatted(())


def test_an_essay_with_an_error_and_files_that_are_not_chosen_stay() -> None:
    texts = {
        "content/site.yaml": "url: https://example.org/\ntitle: T\n",
        "content/a/essay.yaml": "contention: A\ntitle: T\n",
        "content/a/1-b.yaml": "claim: B\ntitle: T\nnumber: 1\n",
        "content/c/essay.yaml": "contention: C\ntitle: T\n",
    }
    files = {path: Manuscript(path, text) for path, text in texts.items()}

    def changed(faulty: set[str], holds: Callable[[str], bool]) -> list[str]:
        return [each.path for each in format_files(files, faulty, holds).texts]

    assert changed(set(), lambda _: True) == list(texts)
    assert changed({"content/a/1-b.yaml"}, lambda _: True) == [
        "content/site.yaml",
        "content/c/essay.yaml",
    ]
    assert changed({"content/c"}, lambda path: path.startswith("content/c")) == []
    assert changed({"content/site.yaml"}, lambda path: "1-b" in path) == ["content/a/1-b.yaml"]


def test_ids_of_files_that_are_not_chosen_stay_derived_and_none_changes() -> None:
    main = "title: T\ncontention: Same.\n"
    part = "number: 1\ntitle: P\nclaim: Same.\n"
    files = [Manuscript(PATH, main), Manuscript("content/park/1-p.yaml", part)]
    done = format_essay("park", files, {"content/park/1-p.yaml"})
    (text,) = done.texts
    assert text.text == "number: 1\ntitle: P\nclaim:\n  id: same-30b5\n  text: Same.\n"


def test_a_file_is_left_where_its_comments_would_be_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formatting, "lay_out", lambda _: "title: T\ncontention: {id: a, text: A}\n")
    done = format_essay("park", [Manuscript(PATH, "title: T # c\ncontention: A\n")], {PATH})
    assert done == Formatted((), (Fault(PATH, "the comment '# c' would be lost"),))


def test_a_file_is_left_where_its_meaning_would_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formatting, "lay_out", lambda _: "title: T\ncontention: B\n")
    done = format_essay("park", [Manuscript(PATH, "title: T\ncontention: A\n")], {PATH})
    assert done == Formatted((), (Fault(PATH, "its meaning would change"),))
