"""Processes that read a share each give what one process gives, in the same order."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from argsite.fork import Fork
from argsite.formats import FORMATS
from argsite.load import crew
from argsite.load.crew import Made, read_essays
from argsite.load.essays import Files, Read, read_essay
from argsite.source import Manuscript
from tests.samples import write_site

pytestmark = pytest.mark.copies


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Files]:
    """Return the files of a few essays, of which some have mistakes and one cannot be read."""
    monkeypatch.setattr(crew, "WORTH_IT", 0)
    write_site(tmp_path, 7, 30)
    essays = []
    for folder in sorted((tmp_path / "content").iterdir()):
        names = sorted(folder.iterdir(), key=lambda each: (each.name != "essay.yaml", each.name))
        texts = [
            Manuscript(f"content/{folder.name}/{each.name}", each.read_text()) for each in names
        ]
        essays.append(Files(folder.name, FORMATS[0], tuple(texts)))
    broken = Manuscript("content/essay-3/essay.yaml", "title: [")
    odd = Manuscript("content/essay-5/essay.yaml", "titel: x\ncontention: Why?\nother: 1\n")
    essays[2] = Files("essay-3", FORMATS[0], (broken, *essays[2].texts[1:]))
    essays[4] = Files("essay-5", FORMATS[0], (odd, *essays[4].texts[1:]))
    return essays


def reads(made: Sequence[Made]) -> list[Read]:
    return [each.read for each in made]


@pytest.mark.parametrize("processes", [1, 2, 3, 7, 40])
def test_any_number_of_processes_reads_the_same(found: list[Files], processes: int) -> None:
    expected = [read_essay(each) for each in found]
    assert reads([*read_essays(found, processes)]) == expected
    assert any(each.problems for each in expected)
    assert any(each.essay is None for each in expected)


@pytest.mark.usefixtures("copied")
def test_several_processes_do_take_part(found: list[Files]) -> None:
    made = [*read_essays(found, 2)]
    assert any(each.packed for each in made)
    assert not all(each.packed for each in made)


def test_a_share_whose_process_was_killed_is_read_here(
    found: list[Files], monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = os.getpid()

    def read_or_die(files: Files) -> Read:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return read_essay(files)

    monkeypatch.setattr(crew, "read_essay", read_or_die)
    made = [*read_essays(found, 3)]
    assert reads(made) == [read_essay(each) for each in found]
    assert not any(each.packed for each in made)


def test_where_the_reading_is_given_up_no_process_is_left(
    found: list[Files], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[int] = []

    class Noted(Fork):
        """A fork whose number is known."""

        def __init__(self, work: Callable[[], bytes]) -> None:
            super().__init__(work)
            begun.append(self._process)

    monkeypatch.setattr(crew, "Fork", Noted)
    made = read_essays(found, 3)
    next(made)
    next(made)
    made.close()
    for process in begun:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_beside_other_threads_nothing_is_forked(found: list[Files]) -> None:
    go_on = threading.Event()
    thread = threading.Thread(target=go_on.wait)
    thread.start()
    made = [*read_essays(found, 2)]
    go_on.set()
    thread.join()
    assert not any(each.packed for each in made)
