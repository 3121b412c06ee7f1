"""What an editor asks: ids to write, the way to a statement, its uses, its status."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types

from tests.editor import editor
from tests.looped import looped
from tests.sites import write

PARK = "content/park/essay.yaml"
LIGHT = "content/park/1-light.yaml"
LAKE = "content/lake/essay.yaml"
ABOUT = "content/about.md"

SITE = {
    "content/site.yaml": "title: Parks\nessays: [park, lake]\n",
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
    - text: Wardens pass.
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
    ABOUT: "# About\n\nSee [the park](park#safe).\n",
}


def test_after_ref_the_ids_are_offered_own_ones_first(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            it.open(PARK)
            assert await it.problems(PARK) == []
            text = SITE[PARK].replace("ref: safe", "ref: ¦")
            ids = ["keep-open", "safe", "patrols", "shadows-remain", "lake/water"]
            assert await it.offered(PARK, text) == ids
            assert await it.offered(PARK, text.replace("¦", "saf¦")) == ["safe"]
            assert await it.offered(PARK, text.replace("¦", "lake/¦")) == ["lake/water"]
            assert (await it.offered(PARK, text.replace("¦", "park/¦")))[:2] == [
                "park/keep-open",
                "park/safe",
            ]
            assert await it.offered(PARK, text.replace("- ref: ¦", "- {ref: pat¦, weight: 2}")) == [
                "patrols"
            ]

    looped(session())


def test_after_a_hash_in_a_link_the_ids_are_offered(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            it.open(PARK)
            text = SITE[PARK].replace("#safe", "#¦safe")
            assert (await it.offered(PARK, text))[:2] == ["#keep-open", "#safe"]
            text = SITE[PARK].replace("lake#water", "lake#¦")
            assert await it.offered(PARK, text) == ["lake#water"]
            text = SITE[PARK].replace("lake#water", "la¦")
            assert await it.offered(PARK, text) == ["lake#water", "lake#"]
            assert await it.offered(ABOUT, "See [the park](park#pa¦") == ["park#patrols"]

    looped(session())


def test_an_offer_says_what_the_statement_says_and_replaces_what_is_written(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            text = SITE[PARK].replace("ref: safe", "ref: sa¦fe")
            (offer,) = await it.completion(await it.cursor(PARK, text))
            assert offer.detail == "A lit park is safe."
            assert offer.documentation == types.MarkupContent(
                types.MarkupKind.Markdown,
                "contested · claim of point 1 · The park after dark\n\nA *lit* park is safe.",
            )
            assert isinstance(offer.text_edit, types.TextEdit)
            assert it.written(types.Location(it.uri(PARK), offer.text_edit.range)) == (
                f"{PARK}:7: safe"
            )

    looped(session())


def test_ids_are_offered_while_the_file_is_broken(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            it.open(LIGHT)
            assert await it.problems(LIGHT) == []
            broken = SITE[LIGHT].replace("- Shadows remain.", "- {text: 'Shadows\n    - ref: ¦")
            broken = broken.replace("id: patrols", "id: wardens")
            offered = await it.offered(LIGHT, broken)
            assert {"safe", "patrols", "wardens", "lake/water"} <= set(offered)

    looped(session())


def test_ids_are_offered_in_a_site_that_was_never_whole(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, {**SITE, LIGHT: SITE[LIGHT] + "    - 'Nobody\n"})
        async with editor(tmp_path) as it:
            text = SITE[PARK].replace("ref: safe", "ref: ¦")
            assert await it.offered(PARK, text) == ["keep-open", "safe", "patrols"]

    looped(session())


def test_elsewhere_nothing_is_offered(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            for marked in (
                "text: The park ¦",
                "title: [x](https://example.org/#a¦",
                "href: ¦",
                "¦",
            ):
                assert await it.offered(PARK, marked) == []

    looped(session())


def test_a_name_leads_to_its_statement(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path, process=True) as it:
            it.open(PARK)
            assert await it.definition(it.find(PARK, "safe", 1)) == f"{LIGHT}:3: safe"
            assert await it.definition(it.find(PARK, "safe")) == f"{LIGHT}:3: safe"
            assert await it.definition(it.find(PARK, "water", 1)) == f"{LAKE}:2: water"
            assert await it.definition(it.find(PARK, "lake#")) == f"{LAKE}:0: t"
            assert await it.definition(it.find(LIGHT, "secure")) == f"{LIGHT}:3: safe"
            assert await it.definition(it.find(LIGHT, "patrols")) == f"{LIGHT}:8: patrols"
            assert await it.definition(it.find(ABOUT, "#safe")) == f"{LIGHT}:3: safe"
            assert await it.definition(it.find("content/site.yaml", "lake")) == f"{LAKE}:0: t"
            assert await it.definition(it.find(PARK, "The park")) is None
            place = await it.cursor(PARK, SITE[PARK].replace("ref: safe", "ref: no¦body"))
            assert await it.definition(place) is None

    looped(session())


def test_a_definition_is_found_in_a_file_that_is_broken(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            it.open(PARK)
            it.open(LIGHT)
            assert await it.problems(LIGHT) == []
            it.change(LIGHT, "note: 'not closed\n" + SITE[LIGHT])
            assert await it.definition(it.find(PARK, "safe", 1)) == f"{LIGHT}:4: safe"

    looped(session())


def test_every_use_of_a_statement_is_found(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            it.open(LIGHT)
            uses = [f"{PARK}:7: safe", f"{PARK}:2: safe", f"{ABOUT}:2: safe"]
            own = [f"{LIGHT}:3: safe", f"{LIGHT}:4: secure"]
            place = it.find(LIGHT, "safe")
            assert await it.references(place) == [*own, *uses]
            assert await it.references(place, declaration=False) == uses
            assert await it.references(it.find(PARK, "The park")) == []

    looped(session())


def test_a_name_is_explained(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            it.open(PARK)
            about = """\
**contested** · claim of point 1 · *The park after dark*

A *lit* park is safe.

“Wardens pass.” speaks for it, “Shadows remain.” against it, and neither is answered.

Used

- for `park/keep-open`, content/park/essay.yaml:8"""
            assert await it.hover(it.find(PARK, "safe", 1)) == about
            it.open(LIGHT)
            assert await it.hover(it.find(LIGHT, "A *lit*")) == about
            assert "**presumed** · rebuttal of point 1" in str(
                await it.hover(it.find(LIGHT, "Shadows"))
            )
            assert await it.hover(it.find(PARK, "lake#")) == (
                "**The lake** · essay · 0 points · 1 statements"
            )
            assert await it.hover(it.find(PARK, "title")) is None

    looped(session())


def test_an_editor_that_shows_no_markdown_gets_plain_words(tmp_path: Path) -> None:
    plain = types.HoverClientCapabilities(content_format=[types.MarkupKind.PlainText])
    texts = types.TextDocumentClientCapabilities(hover=plain)

    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path, types.ClientCapabilities(text_document=texts)) as it:
            it.open(PARK)
            about = await it.hover(it.find(PARK, "safe", 1))
            assert about
            assert about.startswith("contested · claim of point 1 · The park after dark\n\nA lit")

    looped(session())


def test_all_names_of_a_statement_in_a_file_are_highlighted(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            it.open(PARK)
            place = it.find(PARK, "safe", 1)
            found = await it.client.text_document_document_highlight_async(
                types.DocumentHighlightParams(place.text_document, place.position)
            )
            assert sorted(each.range.start.line for each in found or ()) == [2, 7]

    looped(session())
