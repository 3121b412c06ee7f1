"""A second reading of a site reads again only what changed, and says the same problems."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

import pytest

from argsite.cache import Cache
from argsite.load import Digests, Loaded, Memory, essays, load, memory
from argsite.load.digests import digests
from argsite.model import Essay
from argsite.packing import pack
from argsite.problems import Problem
from tests.sites import write

PARK = "title: The park\ncontention: It stays open.\n"
GATE = "title: The gate\ncontention: {id: wide, text: It is wide., wieght: 2}\n"
GATE_PROBLEM = "unknown key 'wieght' in a claim"
SITE = {"content/site.yaml": "title: The site\ntitel: x\nchecks: {question: off}\n"}


def refuse(_: object, __: object) -> Digests:
    """Fail: what is remembered is not read again."""
    pytest.fail("it was read again")


def reading(root: Path, kept: Memory, **unsaved: str) -> tuple[Loaded, list[str]]:
    problems: list[Problem] = []
    files = {f"content/{slug}/essay.yaml": text for slug, text in unsaved.items()}
    loaded = load(root, problems.append, kept, files)
    return loaded, [each.message for each in problems]


def test_an_essay_that_did_not_change_is_the_same_object_with_the_same_problems(
    tmp_path: Path,
) -> None:
    write(tmp_path, {"content/park/essay.yaml": PARK, "content/gate/essay.yaml": GATE})
    kept = Memory()
    first, problems = reading(tmp_path, kept)
    (tmp_path / "content" / "park" / "essay.yaml").write_text(PARK.replace("open", "shut"))
    second, again = reading(tmp_path, kept)
    assert problems == again == [GATE_PROBLEM]
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


def test_what_was_read_is_remembered_by_the_next_process_too(tmp_path: Path) -> None:
    write(tmp_path, {**SITE, "content/park/essay.yaml": PARK, "content/gate/essay.yaml": GATE})
    first, problems = reading(tmp_path, Memory(Cache(tmp_path / "cache")))
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(essays, "digests", refuse)  # nothing is read
        second, again = reading(tmp_path, Memory(Cache(tmp_path / "cache")))
    assert again == problems == ["unknown key 'titel' in site.yaml", GATE_PROBLEM]
    assert second == first


def test_only_what_changed_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"content/park/essay.yaml": PARK, "content/gate/essay.yaml": GATE})
    reading(tmp_path, Memory(Cache(tmp_path / "cache")))
    (tmp_path / "content" / "park" / "essay.yaml").write_text(PARK.replace("open", "shut"))
    read: list[str] = []

    def note(essay: Essay, links: Container[str]) -> Digests:
        read.append(essay.slug)
        return digests(essay, links)

    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(essays, "digests", note)
        loaded, _ = reading(tmp_path, Memory(Cache(tmp_path / "cache")))
    assert read == ["park"]
    assert loaded == load(tmp_path, lambda _: None)


@pytest.mark.parametrize("data", [b"", b"\xc0", pack(("an", "other", "value"))])
def test_what_is_no_essay_in_the_store_is_read_anew(tmp_path: Path, data: bytes) -> None:
    write(tmp_path, {**SITE, "content/park/essay.yaml": PARK, "content/gate/essay.yaml": GATE})
    folder = tmp_path / "cache"
    first, problems = reading(tmp_path, Memory(Cache(folder)))
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(Cache, "recall", lambda _self, _inputs: data)
        second, again = reading(tmp_path, Memory(Cache(folder)))
    assert (second, again) == (first, problems)


def test_another_code_remembers_nothing_of_this_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"content/park/essay.yaml": PARK})
    reading(tmp_path, Memory(Cache(tmp_path / "cache")))
    before = {each.name for each in (tmp_path / "cache").iterdir()}
    monkeypatch.setattr(memory, "code", lambda: "another")
    reading(tmp_path, Memory(Cache(tmp_path / "cache")))
    after = {each.name for each in (tmp_path / "cache").iterdir()}
    assert len(after) == 2 * len(before)


def test_the_sites_that_the_tests_know_come_back_from_a_store_as_they_were(tmp_path: Path) -> None:
    roots = [each for each in (Path(__file__).parents[1] / "sites").iterdir() if each.is_dir()]
    roots += [Path(__file__).parents[2]]
    for root in roots:
        first: list[Problem] = []
        again: list[Problem] = []
        read = load(root, first.append, Memory(Cache(tmp_path)))
        recalled = load(root, again.append, Memory(Cache(tmp_path)))
        assert (recalled, again) == (read, first)
        assert recalled.library is not None


def test_a_page_that_did_not_change_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"content/park/essay.yaml": PARK, "content/about.md": "# About\n"})
    kept = Memory()
    reading(tmp_path, kept)
    monkeypatch.setattr("argsite.load.pages._read_page", refuse)
    loaded, _ = reading(tmp_path, kept)
    assert loaded.library
    assert [page.title for page in loaded.library.pages] == ["About"]
