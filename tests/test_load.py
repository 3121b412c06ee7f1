"""Content in, problems or a library out: the cases in `cases/load`, and what they cannot hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from argsite.formats.characters import FORBIDDEN
from argsite.formats.yaml.keys import ESSAY, ITEM_STATEMENT, POINT, SITE, SOURCE
from argsite.problems import Code, is_error
from tests.casebook import Case, read_cases
from tests.sites import describe, read, told, write

CASES = read_cases("load")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.path.stem}: {case.title}")
def test_case(case: Case, tmp_path: Path, golden_fence: Callable[[Case, str, str], None]) -> None:
    write(tmp_path, case.fences)
    loaded, problems = read(tmp_path)
    if problems:
        golden_fence(case, "problems", told(problems, loaded))
    else:
        assert loaded.library
        golden_fence(case, "model", describe(loaded.library))


def essay(text: str) -> str:
    """Return an essay whose contention has this text, as YAML."""
    # PyYAML writes line separators as they are if it may; the reader wants them as escapes.
    as_they_are = not {"\u2028", "\u2029"} & set(text)
    return yaml.safe_dump({"title": "T", "contention": {"text": text}}, allow_unicode=as_they_are)


TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\n"), max_size=300
).filter(lambda text: text.strip() and not FORBIDDEN.search(text))


@given(TEXTS)
def test_a_text_is_read_exactly_as_it_was_written(text: str) -> None:
    with TemporaryDirectory() as folder:
        write(Path(folder), {"content/park/essay.yaml": essay(text)})
        loaded, problems = read(Path(folder))
    assert not [each for each in problems if is_error(each)]
    assert loaded.library
    (statement,) = loaded.library.graph.statements.values()
    assert statement.text.text == text


def load_everywhere(data: bytes) -> None:
    """Load a site in which every file holds `data`: it is correct, or there are problems."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        names = ("park/essay.yaml", "park/1-a.yaml", "site.yaml", "about.md")
        write(root, {f"content/{name}": "" for name in names})
        for name in names:
            (root / "content" / name).write_bytes(data)
        loaded, problems = read(root)
        assert loaded.library or problems
        assert told(problems, loaded) or not problems


@given(st.binary(max_size=300))
def test_no_bytes_raise(data: bytes) -> None:
    load_everywhere(data)


KEYS = sorted(
    {name for table in (SITE, ESSAY, POINT, SOURCE, ITEM_STATEMENT) for name in table.names}
    | {"ref", "together", "litmus", ""}
)
VALUES = st.recursive(
    st.sampled_from(["a", "b/c", "1", "true", "2026-01-01", "https://x.org", "", "#a", "@k"])
    | st.text(max_size=9),
    lambda below: (
        st.lists(below, max_size=4) | st.dictionaries(st.sampled_from(KEYS), below, max_size=6)
    ),
    max_leaves=40,
)


@given(st.dictionaries(st.sampled_from(KEYS), VALUES))
def test_no_keys_and_values_raise(document: dict[str, object]) -> None:
    load_everywhere(yaml.safe_dump(document, sort_keys=False).encode())


def nested(levels: int) -> str:
    """Return an essay in which statements nest so deep, the contention being the first."""
    lines = ["title: T", "contention:"]
    for level in range(1, levels):
        lines += [f"{' ' * level}text: T", f"{' ' * level}premises:", f"{' ' * level}-"]
    return "\n".join([*lines, f"{' ' * levels}text: T"]) + "\n"


def test_statements_nest_a_hundred_levels_and_no_more(tmp_path: Path) -> None:
    write(tmp_path, {"content/park/essay.yaml": nested(100)})
    loaded, problems = read(tmp_path)
    assert not problems
    assert loaded.library
    assert len(loaded.library.graph.statements) == 100
    write(tmp_path, {"content/park/essay.yaml": nested(101)})
    (problem,) = read(tmp_path)[1]
    assert (problem.code, problem.at.line) == (Code.TOO_DEEP, 303)


def test_texts_over_the_limit_are_refused(tmp_path: Path) -> None:
    files = {
        "content/park/essay.yaml": (
            f"title: T\nprose: {'a' * 100_001}\ncontention:\n"
            f"  text: {'a' * 2_001}\n  note: {'a' * 20_001}\n"
        ),
        "content/about.md": "a" * 100_001,
    }
    write(tmp_path, files)
    assert [(each.code, each.message) for each in read(tmp_path)[1]] == [
        (Code.TOO_LARGE, "the page has 100,001 characters; at most 100,000 are read"),
        (Code.TOO_LARGE, "'prose' has 100,001 characters; at most 100,000 are read"),
        (Code.TOO_LARGE, "'text' has 2,001 characters; at most 2,000 are read"),
        (Code.TOO_LARGE, "'note' has 20,001 characters; at most 20,000 are read"),
    ]


def test_a_new_statement_changes_no_id_that_its_author_gave(tmp_path: Path) -> None:
    text = "title: T\ncontention:\n  text: T\n  premises:\n    - {id: one, text: Two.}\n"
    write(tmp_path, {"content/park/essay.yaml": text})
    before = read(tmp_path)[0].library
    write(tmp_path, {"content/park/essay.yaml": text.replace("    -", "    - One\n    -")})
    after = read(tmp_path)[0].library
    assert before
    assert after
    assert set(before.graph.statements) < set(after.graph.statements)


def test_a_broken_file_does_not_make_refs_into_its_essay_unknown(tmp_path: Path) -> None:
    files = {
        "content/park/essay.yaml": "title: T\ncontention:\n  text: T\n  premises: [ref: lake/a]\n",
        "content/lake/essay.yaml": "title: [\n",
    }
    write(tmp_path, files)
    assert [each.at.path for each in read(tmp_path)[1]] == ["content/lake/essay.yaml"]
