"""The declarations of keys, and the guide's page that is made of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite.formats.yaml.keys import CHOICES, TABLES, Table
from tests.casebook import parse
from tests.sites import read, told, write
from tests.tools.update_guide import FRAME, PAGE, PARTS, WHOLE, page


def test_the_names_of_tables_and_choices_differ() -> None:
    names = [each.name for each in (*TABLES, *CHOICES)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_needs_its_own_keys_and_misplaces_others(table: Table) -> None:
    assert {key.name for key in table.needs} <= table.names
    assert not table.misplaced & table.names
    assert bool(table.misplaced) == bool(table.reason and table.hint)


def test_the_guide_says_what_the_declarations_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make guide`"


def test_the_guide_shows_each_key_of_each_kind_of_mapping_once() -> None:
    shown = [key for keys in PARTS.values() for key in keys]
    assert {id(key) for key in shown} == {id(key) for table in TABLES for key in table.keys}
    assert len(shown) == len({id(key) for key in shown})
    frame = FRAME.read_text(encoding="utf-8")
    assert all(frame.count(f"\n{{{name}}}\n") == 1 for name in PARTS)
    assert all(table in TABLES for table in WHOLE)


def test_the_site_in_the_guide_is_correct(tmp_path: Path) -> None:
    small, *_ = parse(PAGE, PAGE.read_text(encoding="utf-8"))
    write(tmp_path, small.fences)
    loaded, problems = read(tmp_path)
    assert told(problems, loaded) == ""
    assert loaded.library
