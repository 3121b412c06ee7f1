"""A second reading of a site reads again only what changed, and says the same problems."""

from __future__ import annotations

from pathlib import Path

from argsite.load import Loaded, Memory, load
from argsite.problems import Problem
from tests.sites import write

PARK = "title: The park\ncontention: It stays open.\n"
GATE = "title: The gate\ncontention: {id: wide, text: It is wide., wieght: 2}\n"


def reading(root: Path, memory: Memory, **unsaved: str) -> tuple[Loaded, list[str]]:
    problems: list[Problem] = []
    files = {f"content/{slug}/essay.yaml": text for slug, text in unsaved.items()}
    loaded = load(root, problems.append, memory, files)
    return loaded, [each.message for each in problems]


def test_an_essay_that_did_not_change_is_the_same_object_with_the_same_problems(
    tmp_path: Path,
) -> None:
    write(tmp_path, {"content/park/essay.yaml": PARK, "content/gate/essay.yaml": GATE})
    memory = Memory()
    first, problems = reading(tmp_path, memory)
    (tmp_path / "content" / "park" / "essay.yaml").write_text(PARK.replace("open", "shut"))
    second, again = reading(tmp_path, memory)
    assert problems == again == ["unknown key 'wieght' in a claim"]
    assert first.library
    assert second.library
    assert first.library.essay("gate") is second.library.essay("gate")
    assert second.library.essay("park").statements[0].text.text == "It stays shut."


def test_an_unsaved_text_stands_for_its_file(tmp_path: Path) -> None:
    write(tmp_path, {"content/park/essay.yaml": PARK})
    loaded, problems = reading(tmp_path, Memory(), park=PARK.replace("open", "shut"))
    assert not problems
    assert loaded.library
    assert loaded.library.essay("park").statements[0].text.text == "It stays shut."
    assert loaded.manuscripts["content/park/essay.yaml"].line(2) == "contention: It stays shut."
