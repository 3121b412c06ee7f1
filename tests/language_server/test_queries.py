"""What an editor asks, and what it is told: ids to write, the way to a statement, its uses, its status."""

from __future__ import annotations

import asyncio
from pathlib import Path

from lsprotocol import types

from tests.editor import Editor, editor
from tests.sites import write

PARK = "content/park/essay.yaml"
LIGHT = "content/park/1-light.yaml"
LAKE = "content/lake/essay.yaml"

SITE = {
    PARK: """\
title: The park after dark
prose: |
  A park is [lit](#safe), and it has [a lake](lake#water).
contention:
  id: keep-open
  text: The park should stay open at night.
  premises:
    - ref: safe
    - ref: lake/water
""",
    LIGHT: """\
number: 1
title: Light
claim:
  id: safe
  aliases: [secure]
  text: A *lit* park is safe.
  premises:
    - text: Wardens pass every twenty minutes.
      id: patrols
  rebuttals:
    - Shadows remain.
""",
    LAKE: """\
title: The lake
contention:
  id: water
  text: The lake is deep.
""",
}


async def offered(it: Editor, name: str, marked: str) -> list[str]:
    """Return the ids that are offered at the mark in a text."""
    place = await it.cursor(name, marked)
    found = await it.client.text_document_completion_async(
        types.CompletionParams(place.text_document, place.position)
    )
    assert found is None or isinstance(found, types.CompletionList)
    return [each.label for each in found.items] if found else []


def test_after_ref_the_ids_are_offered(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            it.open(PARK)
            await it.published(PARK)
            text = SITE[PARK].replace("ref: safe", "ref: ¦")
            assert await offered(it, PARK, text) == [
                *("keep-open", "safe", "patrols", "shadows-remain"),
                "lake/water",
            ]
            assert await offered(it, PARK, text.replace("¦", "saf¦")) == ["safe"]
            assert await offered(it, PARK, text.replace("¦", "lake/¦")) == ["lake/water"]
            assert await offered(it, PARK, SITE[PARK].replace("[lit](#safe", "[lit](#¦"))

    asyncio.run(session())


def test_a_definition_is_found(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            it.open(PARK)
            for words, target, start in (("ref: safe", LIGHT, 3), ("water", LAKE, 2)):
                place = it.find(PARK, words)
                print(place.position)
                found = await it.client.text_document_definition_async(
                    types.DefinitionParams(place.text_document, place.position)
                )
                assert isinstance(found, types.Location), words
                assert (found.uri, found.range.start.line) == (it.uri(target), start)
            place = it.find(PARK, "ref: safe")
            place.position.character += 3
            hover = await it.client.text_document_hover_async(types.HoverParams(place.text_document, place.position))
            print(hover.contents.value)
            refs = await it.client.text_document_references_async(types.ReferenceParams(types.ReferenceContext(True), place.text_document, place.position))
            for r in refs: print(r.uri[-20:], r.range)
    asyncio.run(session())
