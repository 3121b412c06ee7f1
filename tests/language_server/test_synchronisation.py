"""An editor opens, changes, saves and closes: the problems are those of the newest text."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

from lsprotocol import types

from tests.editor import editor, place_after
from tests.looped import looped
from tests.sites import write

PARK = "content/park/essay.yaml"
LAKE = "content/lake/essay.yaml"

ESSAY = """\
title: The park after dark
contention:
  id: keep-open
  text: The park should stay open at night.
"""
WRONG = ESSAY + "  premises: [{ref: nobody}]\n"


def replaced(
    text: str, words: str, by: str, skip: int = 0
) -> types.TextDocumentContentChangePartial:
    """Return the change that replaces words of a text."""
    before = words.join(text.split(words)[: skip + 1])
    range_ = types.Range(place_after(before), place_after(before + words))
    return types.TextDocumentContentChangePartial(range_, by)


def test_single_keystrokes_are_followed(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, {PARK: ESSAY})
        async with editor(tmp_path, process=True) as it:
            text = "# 🌳🌳\n" + WRONG.replace("text: The", "text: 🌳 The\u2028")
            it.open(PARK, text)
            it.edit(
                PARK,
                replaced(text, "\u2028", ""),
                replaced(text.replace("\u2028", ""), "nobody", "🌙-open"),
                replaced(text.replace("\u2028", "").replace("nobody", "🌙-open"), "🌙", "keep"),
            )
            assert [each.code for each in (await it.published(PARK)).diagnostics] == [
                "circular-support"
            ]

    looped(session())


def test_columns_are_counted_as_the_editor_counts(tmp_path: Path) -> None:
    text = ESSAY + "  premises: [{label: 🌳é, ref: nobody}]\n"

    async def columns(*encodings: types.PositionEncodingKind) -> tuple[int, int]:
        general = types.GeneralClientCapabilities(position_encodings=list(encodings) or None)
        async with editor(tmp_path, types.ClientCapabilities(general=general)) as it:
            it.open(PARK, text)
            (problem,) = (await it.published(PARK)).diagnostics
            return problem.range.start.character, problem.range.end.character

    async def session() -> None:
        write(tmp_path, {PARK: ESSAY})
        assert await columns() == (31, 37)
        assert await columns(types.PositionEncodingKind.Utf8) == (34, 40)
        assert await columns(types.PositionEncodingKind.Utf32) == (30, 36)

    looped(session())


def test_a_text_with_crlf_has_its_problems_in_the_right_places(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, {PARK: ESSAY})
        async with editor(tmp_path) as it:
            it.open(PARK, WRONG.replace("\n", "\r\n"))
            (problem,) = await it.problems(PARK)
            assert problem.startswith("4:19-4:25 error: unknown id 'nobody'")

    looped(session())


def test_what_is_wrong_in_files_that_are_not_open_is_shown_and_goes(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, {PARK: ESSAY, LAKE: WRONG})
        async with editor(tmp_path) as it:
            it.open(PARK)
            await it.until(LAKE, ["unknown-id"])
            (tmp_path / LAKE).write_text(ESSAY, encoding="utf-8")
            it.tell_changed(LAKE, types.FileChangeType.Changed)
            await it.until(LAKE, [])
            (tmp_path / LAKE).write_text("title: 'x", encoding="utf-8")
            it.tell_changed(LAKE, types.FileChangeType.Changed)
            await it.until(LAKE, ["bad-yaml"])
            shutil.rmtree((tmp_path / LAKE).parent)
            it.tell_changed(LAKE, types.FileChangeType.Deleted)
            await it.until(LAKE, [])
            assert it.registered == ["workspace/didChangeWatchedFiles"]

    looped(session())


def test_a_closed_text_is_again_what_is_on_the_disk(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, {PARK: ESSAY})
        async with editor(tmp_path) as it:
            it.open(PARK, WRONG)
            await it.until(PARK, ["unknown-id"])
            it.close(PARK)
            await it.until(PARK, [])
            it.open(PARK)
            it.change(PARK, WRONG)
            it.save(PARK)
            await it.until(PARK, ["unknown-id"])
            it.close(PARK)
            it.open(LAKE, ESSAY)
            await it.until(PARK, ["unknown-id"])

    looped(session())


def test_a_site_in_a_folder_of_the_editor_is_read_before_anything_is_open(tmp_path: Path) -> None:
    one, two, other = (tmp_path / name for name in ("ein Park", "парк", "other"))

    async def session() -> None:
        for root in (one, two):
            write(root, {PARK: WRONG})
        (other / "content").mkdir(parents=True)
        (other / "content" / "page.md").write_text("[x](#nobody)", encoding="utf-8")
        async with editor(tmp_path, folders=[one, two, other]) as it:
            for root in (one, two):
                await it.until((root / PARK).relative_to(tmp_path).as_posix(), ["unknown-id"])
            it.open("other/content/page.md")
            it.open("ein Park/content/park/essay.yaml", ESSAY)
            await it.until("ein Park/content/park/essay.yaml", [])
            assert it.history("other/content/page.md") == []

    looped(session())


def test_files_and_folders_may_go_while_they_are_open(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, {PARK: WRONG, LAKE: WRONG.replace("park", "lake")})
        async with editor(tmp_path) as it:
            it.open(PARK)
            await it.until(PARK, ["unknown-id"])
            (tmp_path / PARK).unlink()
            it.tell_changed(PARK, types.FileChangeType.Deleted)
            await it.until(PARK, [])
            shutil.rmtree(tmp_path / "content")
            it.tell_changed(LAKE, types.FileChangeType.Deleted)
            await it.until(LAKE, [])
            assert await it.hover(it.find(PARK, "keep-open")) is None
            write(tmp_path, {PARK: ESSAY})
            it.change(PARK, WRONG)
            await it.until(PARK, ["unknown-id"])

    looped(session())


def test_a_fault_of_a_folder_is_shown_at_a_file_in_it(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, {PARK: ESSAY, "content/lake/1-water.yaml": "number: 1\n"})
        async with editor(tmp_path) as it:
            it.open(PARK)
            await it.until("content/lake/1-water.yaml", ["missing-file"])

    looped(session())


def test_a_new_file_counts_before_it_is_saved(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, {PARK: WRONG})
        lake = "title: The lake\ncontention:\n  id: water\n  text: Water is deep.\n"
        async with editor(tmp_path) as it:
            it.open(PARK)
            it.open(LAKE, lake + "  premises: [{ref: no-one}]\n")
            (problem,) = await it.problems(LAKE)
            assert "unknown id 'no-one' in essay 'lake'" in problem
            it.change(LAKE, lake)
            await it.until(LAKE, [])
            it.open(
                "content/park/1-light.yaml", "number: 1\ntitle: L\nclaim: {id: nobody, text: L.}"
            )
            await it.until(PARK, [])
            it.open("content/notes/new.md", "[x](park#no-one)")
            await it.until("content/notes/new.md", ["broken-link"])
            it.close("content/notes/new.md")
            await it.until("content/notes/new.md", [])
            it.close("content/park/1-light.yaml")
            await it.until(PARK, ["unknown-id"])

    looped(session())


def test_the_newest_text_has_the_last_word(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, {PARK: ESSAY})
        async with editor(tmp_path) as it:
            it.open(PARK)
            for number in range(30):
                it.change(PARK, WRONG.replace("nobody", f"nobody-{number}"))
                await asyncio.sleep(number / 1000)
            (problem,) = await it.problems(PARK)
            assert "'nobody-29'" in problem
            versions = [each.version or 0 for each in it.history(PARK)]
            assert versions == sorted(versions)
            assert len(versions) < 30

    looped(session())


def test_what_belongs_to_no_site_is_left_alone(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path / "site", {PARK: ESSAY})
        (tmp_path / "notes.yaml").write_text("a: [", encoding="utf-8")
        async with editor(tmp_path) as it:
            it.open("notes.yaml")
            for uri in ("untitled:Untitled-1", "file:///c%3A/content/x/essay.yaml", "file://[x"):
                item = types.TextDocumentItem(uri, "yaml", 1, "a: [")
                it.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
                place = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(0, 1))
                assert await it.client.text_document_hover_async(place) is None
            assert await it.hover(it.find("notes.yaml", "a")) is None
            assert await it.hover(it.find(f"site/{PARK}", "keep-open"))
            assert it.history("notes.yaml") == []

    looped(session())
