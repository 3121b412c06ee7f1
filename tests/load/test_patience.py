"""So many mistakes of an essay are told and no more, and the site is refused all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite.formats.lock import NAME as LOCK
from argsite.load.patience import MOST
from argsite.problems import is_error
from tests.sites import SMALL_ESSAY, read, write

PREMISES = "title: T\ncontention:\n  text: C\n  premises:\n"

MISTAKES = {
    "unknown keys": ("content/park/essay.yaml", "".join(f"k{n}: x\n" for n in range(2 * MOST))),
    "in one line": (
        "content/park/essay.yaml",
        f"{{{', '.join(f'k{n}: x' for n in range(2 * MOST))}}}\n",
    ),
    "keys twice": ("content/park/essay.yaml", "title: T\n" * 2 * MOST),
    "empty statements": ("content/park/essay.yaml", PREMISES + "  -\n" * 2 * MOST),
    "unknown ids": ("content/park/essay.yaml", PREMISES + "  - ref: lit\n" * 2 * MOST),
    "checks": (
        "content/site.yaml",
        "title: T\nchecks:\n" + "".join(f"  k{n}: off\n" for n in range(2 * MOST)),
    ),
    "essays in order": (
        "content/site.yaml",
        "title: T\nessays:\n" + "".join(f"  - k{n}\n" for n in range(2 * MOST)),
    ),
    "published ids": (LOCK, "lit\n" * 2 * MOST),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_after_so_many_mistakes_of_a_file_reading_ends(name: str, tmp_path: Path) -> None:
    path, text = MISTAKES[name]
    write(tmp_path, {"content/small/essay.yaml": SMALL_ESSAY, path: text})
    problems = [each for each in read(tmp_path)[1] if each.at.path == path]
    assert len(problems) == MOST + 1
    more = "here is one mistake more than the 1,000 that are told at once"
    assert [each.message for each in problems].count(more) == 1


def test_each_essay_has_its_own_measure(tmp_path: Path) -> None:
    text = "title: T\n" * (MOST // 2)
    write(tmp_path, {f"content/park-{n}/essay.yaml": text for n in range(4)})
    assert len(read(tmp_path)[1]) == 4 * (MOST // 2)


def test_warnings_do_not_count(tmp_path: Path) -> None:
    text = PREMISES + "".join(f"  - It is lit {n} #c\n" for n in range(MOST + 1))
    write(tmp_path, {"content/park/essay.yaml": text})
    loaded, problems = read(tmp_path)
    assert loaded.library
    assert len(problems) == MOST + 1
    assert not any(map(is_error, problems))
