"""The rules of ids."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argsite.formats.ids import (
    DEVICES,
    ESSAY_RESERVED,
    LONGEST,
    PAGE_RESERVED,
    STATEMENT_RESERVED,
    fold,
    is_good,
    suggest,
)
from tests.built import build_site, files
from tests.casebook import CASES
from tests.sites import read


@pytest.mark.parametrize(
    "name", ["a", "shift-workers", "2024", "Ämter", "湖", "हिन्दी", "a--b", "x" * LONGEST]
)
def test_letters_of_any_script_digits_and_hyphens_are_good(name: str) -> None:
    assert is_good(name)


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("", ""),
        ("two words", "two-words"),
        ("../x", "x"),
        ("a:b", "a-b"),
        ("-a-", "a"),
        ("CON", "CON-1"),
        ("com1", "com1-1"),
        ("index", "index-1"),
        ("e\u0301", "é"),
        ("\u0301a", "a"),
        ("…", ""),
        ("x" * (LONGEST + 1), "x" * LONGEST),
        ("a\u200db", "a-b"),
        ("𐌰" * LONGEST, "𐌰" * 50),
    ],
)
def test_bad_ids_get_a_better_one(name: str, better: str) -> None:
    assert not is_good(name)
    assert suggest(name) == better


def test_folders_and_pages_have_reserved_names_of_their_own() -> None:
    assert is_good("tags")
    assert not is_good("tags", ESSAY_RESERVED)
    assert is_good("map", PAGE_RESERVED)
    assert not is_good("how-to-read", PAGE_RESERVED)


def test_names_that_a_file_system_may_take_for_one_fold_alike() -> None:
    assert fold("Straße") == fold("STRASSE")
    assert fold("cafe\u0301") == fold("CAFÉ")


@given(st.text(max_size=100))
def test_a_suggestion_is_empty_or_good(name: str) -> None:
    better = suggest(name)
    assert not better or is_good(better)


def test_what_is_reserved_is_what_the_build_writes_and_what_is_planned(tmp_path: Path) -> None:
    shutil.copytree(CASES.parent / "sites" / "features" / "content", tmp_path / "content")
    built = [path.split("/") for path in files(build_site(tmp_path))]
    library = read(tmp_path)[0].library
    assert library
    planned = {"litmus", "schemes"}
    # Long lists have more parts; Pagefind and the list of sources are there where a site has them.
    folders = {path[0] for path in built if len(path) > 1} - {each.slug for each in library.essays}
    assert folders | planned | {"pagefind", "statements"} == ESSAY_RESERVED - DEVICES
    top = {path[0].removesuffix(".html") for path in built if path[0].endswith(".html")}
    assert top - {each.slug for each in library.pages} | planned == PAGE_RESERVED - DEVICES
    essay = library.essays[0]
    pages = {path[1].removesuffix(".html") for path in built if path[0] == essay.slug}
    names = {each.id for each in essay.statements}
    names |= {alias.text for each in essay.statements for alias in each.aliases}
    assert {each for each in pages - names if "." not in each} | {"404"} == (
        STATEMENT_RESERVED - DEVICES
    )
