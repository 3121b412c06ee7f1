"""The problems that `check` reports are shown in the editor while the author types."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.editor import editor
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
""",
    LIGHT: """\
number: 1
title: Light
claim:
  id: safe
  text: A lit park is safe.
""",
}


def test_a_site_without_mistakes_has_no_problems(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            it.open(PARK)
            assert await it.problems(PARK) == []

    asyncio.run(session())


def test_a_problem_comes_with_a_keystroke_and_goes_with_another(tmp_path: Path) -> None:
    async def session() -> None:
        write(tmp_path, SITE)
        async with editor(tmp_path) as it:
            it.open(PARK)
            it.change(PARK, SITE[PARK].replace("ref: safe", "ref: saef"))
            assert await it.problems(PARK) == [
                (
                    "5:11-5:15 error: unknown id 'saef' in essay 'park'"
                    " / did you mean 'safe'? [unknown-id]"
                )
            ]
            it.change(PARK, SITE[PARK])
            assert await it.problems(PARK) == []

    asyncio.run(session())
