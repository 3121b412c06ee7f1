"""What an editor lists: the outline of a file, and statements by their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from lsprotocol import types

from tests.editor import Editor, editor
from tests.looped import looped
from tests.sites import write

PARK = "content/park/essay.yaml"
LIGHT = "content/park/1-light.yaml"

SITE = {
    PARK: """\
title: The park after dark
contention:
  id: keep-open
  text: The park should stay open at night.
  premises:
    - ref: safe
points:
  - number: 2
    title: Money
    claims:
      - A warden is paid for.
      - The gate is too.
""",
    LIGHT: """\
number: 1
title: Light
claim:
  id: safe
  text: A *lit* park is safe.
  premises:
    - text: Wardens pass.
      premises: [They said so.]
      undercuts:
        - Passing helps nobody.
    - together:
        - Lamps burn.
        - ref: keep-open
      scheme: analogy

  rebuttals:
    - |
      Shadows
      remain.
""",
}


async def outline(it: Editor, name: str) -> list[types.DocumentSymbol]:
    """Return the outline of a file."""
    params = types.DocumentSymbolParams(it.item(name))
    found = await it.client.text_document_document_symbol_async(params)
    return [each for each in found or () if isinstance(each, types.DocumentSymbol)]


def drawn(symbols: Sequence[types.DocumentSymbol], indent: str = "") -> Iterator[str]:
    """Yield an outline as lines: words, what it is, and the lines it takes."""
    for each in symbols:
        start, end = each.range.start, each.range.end
        assert start <= each.selection_range.start <= each.selection_range.end <= end
        for child in each.children or ():
            assert start <= child.range.start <= child.range.end <= end
        yield f"{indent}{each.name} ({each.detail}) {start.line}-{end.line}"
        yield from drawn(each.children or (), indent + "  ")


def test_a_point_is_outlined(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            it.open(LIGHT)
            assert [*drawn(await outline(it, LIGHT))] == [
                "1 Light (point) 0-18",
                "  A *lit* park is safe. (claim · open) 3-18",
                "    Wardens pass. (premise · stands) 6-9",
                "      They said so. (premise · presumed) 7-7",
                "      Passing helps nobody. (undercut · presumed) 9-9",
                "    together (linked as premise) 10-13",
                "      Lamps burn. (premise · presumed) 11-11",
                "      keep-open (premise by ref) 12-12",
                "    Shadows remain. (rebuttal · presumed) 16-18",
            ]

    looped(session())


def test_an_essay_is_outlined_with_the_points_in_it(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            it.open(PARK)
            assert [*drawn(await outline(it, PARK))] == [
                "The park should stay open at night. (contention · open) 2-5",
                "  safe (premise by ref) 5-5",
                "2 Money (point) 7-11",
                "  A warden is paid for. (claim · presumed) 10-10",
                "  The gate is too. (claim · presumed) 11-11",
            ]

    looped(session())


def test_while_a_file_is_broken_its_last_outline_stays(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            it.open(LIGHT)
            assert len(await outline(it, LIGHT)) == 1
            it.change(LIGHT, SITE[LIGHT].replace("text: Wardens", "text: 'Wardens"))
            assert [each.name for each in await outline(it, LIGHT)] == ["1 Light"]

    looped(session())


def test_a_very_deep_argument_has_an_outline_too(tmp_path: Path) -> None:
    opening, closing = "premises: [{together: [{text: P, ", "}]}]"
    deep = f"{SITE[LIGHT].partition('  premises')[0]}  {opening * 98}by: A{closing * 98}\n"

    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            it.open(LIGHT, deep)
            lines = [*drawn(await outline(it, LIGHT))]
            assert len(lines) == 2 + 2 * 98
            assert max(line.count("  ") for line in lines) == 100
            it.open(PARK)
            assert not [each for each in await it.problems(PARK) if "error" in each]

    looped(session())


def test_an_editor_without_nested_outlines_gets_a_flat_one(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path, types.ClientCapabilities()) as it:
            it.open(PARK)
            params = types.DocumentSymbolParams(it.item(PARK))
            found = await it.client.text_document_document_symbol_async(params)
            assert [each.name for each in found or ()] == [
                "The park should stay open at night.",
                "safe",
                "2 Money",
                "A warden is paid for.",
                "The gate is too.",
            ]

    looped(session())


def test_statements_are_found_by_their_words_and_ids(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            it.open(PARK)

            async def found(query: str) -> list[str]:
                params = types.WorkspaceSymbolParams(query)
                symbols = await it.client.workspace_symbol_async(params)
                return [each.name for each in symbols or ()]

            assert await found("PARK lit") == ["safe: A lit park is safe."]
            assert await found("keep-open") == ["keep-open: The park should stay open at night."]
            assert len(await found("")) == 9
            assert await found("no such words") == []

    looped(session())
