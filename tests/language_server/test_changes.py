"""An id is renamed everywhere, and mistakes are mended with one key."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.editor import Editor, editor
from tests.looped import looped
from tests.sites import write

PARK = "content/park/essay.yaml"
LIGHT = "content/park/1-light.yaml"
LAKE = "content/lake/essay.yaml"

SITE = {
    PARK: """\
title: The park after dark
prose: |
  🌳 A park is [lit](#safe) [🌙](#safe).
contention:
  id: keep-open
  text: The park should stay open at night.
  premises:
    - ref: safe
""",
    LIGHT: """\
number: 1
title: Light
claim:
  id: safe
  text: A lit park is safe.
  rebuttals:
    - Shadows remain.
""",
    LAKE: """\
title: The lake
contention:
  id: water
  text: The lake is deep, as [the park](park#safe) is lit.
""",
}


async def rename(
    it: Editor, place: types.TextDocumentPositionParams, new: str
) -> dict[str, str] | str:
    """Return the changed texts; or why there are none."""
    params = types.RenameParams(place.text_document, place.position, new)
    try:
        done = await it.client.text_document_rename_async(params)
    except JsonRpcException as error:
        return error.message
    return it.apply(done) if done else "nothing"


def test_a_new_id_is_written_everywhere_and_the_old_one_stays_as_an_alias(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path, process=True) as it:
            it.open(PARK)
            place = it.find(PARK, "safe", 2)
            prepared = await it.client.text_document_prepare_rename_async(
                types.PrepareRenameParams(place.text_document, place.position)
            )
            assert isinstance(prepared, types.PrepareRenamePlaceholder)
            assert prepared.placeholder == "safe"
            assert it.written(types.Location(it.uri(PARK), prepared.range)) == f"{PARK}:7: safe"
            assert await rename(it, place, "lit-is-safe") == {
                PARK: SITE[PARK].replace("safe", "lit-is-safe"),
                LIGHT: SITE[LIGHT].replace("id: safe", "id: lit-is-safe\n  aliases: [safe]"),
                LAKE: SITE[LAKE].replace("#safe", "#lit-is-safe"),
            }

    looped(session())


def test_an_unsaved_text_is_renamed_as_it_is_with_its_line_breaks(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        unsaved = ("# not saved\n" + SITE[LIGHT]).replace("\n", "\r\n")
        async with editor(tmp_path) as it:
            it.open(LIGHT, unsaved)
            renamed = await rename(it, it.find(LIGHT, "safe"), "lit")
            assert isinstance(renamed, dict)
            assert renamed[LIGHT] == unsaved.replace("id: safe", "id: lit\r\n  aliases: [safe]")

    looped(session())


def test_a_bad_id_is_refused_with_a_reason(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            it.open(PARK)
            place = it.find(PARK, "safe", 2)
            assert await rename(it, place, "two words") == (
                "id 'two words' holds a space; write 'two-words'"
            )
            assert "is the id of the statement" in await rename(it, place, "keep-open")
            assert await rename(it, it.find(PARK, "title"), "x") == "here is no id of a statement"
            assert "an essay is named by its folder" in await rename(
                it, it.find(LAKE, "park#"), "garden"
            )

    looped(session())


def test_nothing_is_renamed_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            it.open(PARK)
            assert await it.problems(PARK) == []
            it.open(LAKE, SITE[LAKE] + "summary: 'not closed\n")
            place = it.find(PARK, "safe", 2)
            assert await rename(it, place, "lit") == (
                f"{LAKE} cannot be read as it is; mend it first"
            )

    looped(session())


async def mended(it: Editor, name: str) -> list[tuple[str, dict[str, str]]]:
    """Return what is offered to mend the problems of a file, with the texts that would come."""
    published = await it.published(name)
    whole = types.Range(types.Position(0, 0), types.Position(10_000, 0))
    context = types.CodeActionContext(published.diagnostics)
    params = types.CodeActionParams(it.item(name), whole, context)
    found = await it.client.text_document_code_action_async(params)
    actions = [each for each in found or () if isinstance(each, types.CodeAction)]
    assert all(each.diagnostics for each in actions)
    return [(each.title, it.apply(each.edit)) for each in actions if each.edit]


@pytest.mark.parametrize(
    ("written", "title", "better"),
    [
        ("  texts: A lit park is safe.", "Write 'text'", "  text: A lit park is safe."),
        ("  text: It is lit, [see](#keep-opn).", "Write 'keep-open'", None),
        ("  text: Lit.\n  premises: [{ref: lake/watr}]", "Write 'water'", None),
        ("  text: Lit.\n  premises: [{ref: lke/water}]", "Write 'lake'", None),
    ],
)
def test_what_was_meant_is_written(
    tmp_path: Path, written: str, title: str, better: str | None
) -> None:
    wrong = SITE[LIGHT].replace("  text: A lit park is safe.", written)
    right = {"keep-opn": "keep-open", "watr": "water", "lke": "lake"}
    better = better or written
    for slip, word in right.items():
        better = better.replace(slip, word)

    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            it.open(LIGHT, wrong)
            assert await mended(it, LIGHT) == [(title, {LIGHT: wrong.replace(written, better)})]

    looped(session())


def test_a_statement_that_is_used_by_its_derived_id_gets_it(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            it.open(PARK, SITE[PARK] + "    - ref: shadows-remain\n")
            assert await mended(it, PARK) == [
                (
                    "Give the statement 'id: shadows-remain'",
                    {
                        LIGHT: SITE[LIGHT].replace(
                            "- Shadows", "- id: shadows-remain\n      text: Shadows"
                        )
                    },
                )
            ]

    looped(session())
