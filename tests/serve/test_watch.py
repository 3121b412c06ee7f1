"""Which changes are noticed, and what is passed over."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
import watchfiles

from argsite.serve.watch import Watch, is_source, must_poll
from tests.looped import looped
from tests.sites import write

MOST_OFTEN = 6
"""How often a change is made before it counts as missed."""

Step = Callable[[], object]


@pytest.fixture(params=["told by the system", "polling"])
def polling(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Have the system tell of changes, or look for them."""
    if request.param == "polling":
        monkeypatch.setenv("WATCHFILES_FORCE_POLLING", "true")
    return str(request.param)


def watched(
    root: Path, *steps: tuple[Step, str], warn: Callable[[str], None] = print
) -> list[set[str]]:
    """Watch a site while steps are done; return what was told of until the name of each was."""

    async def watch() -> list[set[str]]:
        watching = Watch(root, warn)
        watching.start()
        changes = watching.changes()
        told: list[set[str]] = []
        coming = asyncio.ensure_future(anext(changes))
        for step, name in steps:
            await asyncio.sleep(1.2)  # who looks at files cannot tell moments within a second
            step()
            seen: set[str] = set()
            late = 0
            while not any(each.startswith(name) for each in seen):
                try:
                    seen |= set(await asyncio.wait_for(asyncio.shield(coming), 5))
                except TimeoutError:  # on a busy machine it was done before anybody looked
                    late += 1
                    assert late < MOST_OFTEN
                    with suppress(OSError):
                        step()
                else:
                    coming = asyncio.ensure_future(anext(changes))
            told.append(seen)
        watching.stop()
        coming.cancel()
        return told

    return looped(watch())


def saving(path: Path, text: str = "x") -> Step:
    """Save a file as an editor does: beside its place, then moved there."""

    def save() -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{path.name}~")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)

    return save


@pytest.mark.usefixtures("polling")
def test_a_saved_file_is_told_of(tmp_path: Path) -> None:
    write(tmp_path, {})
    essay = tmp_path / "content/small/essay.yaml"
    (told,) = watched(tmp_path, (saving(essay), "content/small/essay.yaml"))
    assert not any(name.endswith("~") for name in told)


def test_what_lies_beside_content_and_themes_is_not_seen(tmp_path: Path) -> None:
    write(tmp_path, {})

    def elsewhere() -> None:
        for name in ("site/index.html", ".git/index", ".cache/argsite/x", "content/.a.yaml.swp"):
            saving(tmp_path / name)()
        saving(tmp_path / "content/about.md")()

    (told,) = watched(tmp_path, (elsewhere, "content"))
    assert told == {"content/about.md"}


@pytest.mark.usefixtures("polling")
@pytest.mark.skipif(sys.platform != "linux", reason="names are UTF-8 here")
def test_a_file_whose_name_is_no_text_does_not_end_the_watch(tmp_path: Path) -> None:
    write(tmp_path, {})
    odd = os.path.join(os.fsencode(tmp_path / "content"), b"\xff\xfe.yaml")  # noqa: PTH118 - no Path has such a name

    def save_oddly() -> None:
        with open(odd, "wb") as stream:  # noqa: PTH123 - as above
            stream.write(b"x")

    about = saving(tmp_path / "content/about.md")
    told = watched(tmp_path, (save_oddly, "content"), (about, "content/about.md"))
    assert len(told) == 2


@pytest.mark.usefixtures("polling")
def test_a_folder_that_comes_and_goes_is_watched_again(tmp_path: Path) -> None:
    write(tmp_path, {})
    content, away = tmp_path / "content", tmp_path / "away"
    own = tmp_path / "themes/paper/styles/own.css"
    told = watched(
        tmp_path,
        (lambda: shutil.move(content, away), "content"),
        (lambda: shutil.move(away, content), "content"),
        (saving(content / "about.md"), "content/about.md"),
        (saving(own), "themes"),
        (saving(own, "y"), "themes/paper/styles/own.css"),
    )
    assert len(told) == 5


@pytest.mark.usefixtures("polling")
def test_a_whole_site_that_is_another_under_its_name_is_watched(tmp_path: Path) -> None:
    root, away, copy = tmp_path / "site", tmp_path / "away", tmp_path / "copy"
    write(root, {})
    shutil.copytree(root, copy)

    def replace() -> None:
        shutil.rmtree(root)
        shutil.move(copy, root)

    about = saving(root / "content/about.md")
    told = watched(
        root,
        (lambda: shutil.move(root, away), "content"),
        (lambda: shutil.move(away, root), "content"),
        (about, "content/about.md"),
        (replace, "content"),
        (about, "content/about.md"),
    )
    assert len(told) == 5


def test_what_does_not_change_is_looked_at_where_somebody_asks(tmp_path: Path) -> None:
    write(tmp_path, {})
    assert looped(looking(tmp_path, 0.01)) == ("content",)
    with pytest.raises(TimeoutError):
        looped(looking(tmp_path, 0.01, None))


async def looking(root: Path, *asked: float | None) -> tuple[str, ...]:
    """Return what is told of after looks were asked for, the last of which counts."""
    watching = Watch(root, print)
    for seconds in asked:
        watching.look_after(seconds)
    return await asyncio.wait_for(anext(watching.changes()), 2)


def test_of_many_files_at_once_none_is_missed(tmp_path: Path) -> None:
    write(tmp_path, {})

    def check_out() -> None:
        for number in range(200):
            (tmp_path / f"content/page-{number}.md").write_text("x", encoding="utf-8")

    (told,) = watched(tmp_path, (check_out, "content/page-199.md"))
    assert {f"content/page-{number}.md" for number in range(200)} <= told


def test_where_the_system_cannot_tell_files_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import argsite.serve.watch as module

    write(tmp_path, {})
    awatch, asked = watchfiles.awatch, []

    def limited(*folders: Path, **options: object) -> object:
        asked.append(options["force_polling"])
        if not options["force_polling"]:
            raise OSError("OS file watch limit reached")
        return awatch(*folders, **options)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(module, "awatch", limited)
    warnings: list[str] = []
    (told,) = watched(
        tmp_path, (saving(tmp_path / "content/about.md"), "content/about.md"), warn=warnings.append
    )
    assert "content/about.md" in told
    assert "OS file watch limit reached" in warnings[0]
    assert True in asked


def test_a_file_that_comes_into_a_folder_does_not_begin_the_watch_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import argsite.serve.watch as module

    monkeypatch.setenv("WATCHFILES_FORCE_POLLING", "true")
    write(tmp_path, {})
    begun: list[object] = []

    def counted(*folders: Path, **options: object) -> object:
        begun.append(options["recursive"])
        return watchfiles.awatch(*folders, **options)  # type: ignore[arg-type]  # as above

    monkeypatch.setattr(module, "awatch", counted)
    saved = [
        (saving(tmp_path / f"content/{name}.md"), f"content/{name}.md") for name in ("a", "b", "c")
    ]
    watched(tmp_path, *saved)
    assert begun.count(True) == 1


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="there are no links")
def test_a_site_behind_a_link_is_watched(tmp_path: Path) -> None:
    write(tmp_path / "real", {})
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (told,) = watched(
        tmp_path / "link", (saving(tmp_path / "real/content/about.md"), "content/about.md")
    )
    assert told == {"content/about.md"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("content/park/essay.yaml", True),
        ("content/парк", True),
        ("content/logo.svg", True),
        ("content/.park.yaml.swp", False),
        ("content/.git/index", False),
        ("content/essay.yaml~", False),
        ("content/#essay.yaml#", False),
        ("content/4913", False),
    ],
)
def test_what_an_editor_writes_beside_is_passed_over(name: str, *, expected: bool) -> None:
    assert is_source(Path(name)) is expected


@pytest.mark.parametrize(
    ("said", "release", "expected"),
    [
        ("", "6.1.0-18-amd64", False),
        ("", "5.15.90.1-microsoft-standard-WSL2", True),
        ("false", "5.15.90.1-microsoft-standard-WSL2", False),
        ("true", "6.1.0-18-amd64", True),
    ],
)
def test_where_the_system_is_not_asked(said: str, release: str, *, expected: bool) -> None:
    assert must_poll({"WATCHFILES_FORCE_POLLING": said}, release) is expected
