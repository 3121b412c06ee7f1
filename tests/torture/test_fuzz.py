"""Whatever stands in a file, it is read or refused: never a traceback, never half a site."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.effort import TIMES, effort, within
from tests.torture import grammar
from tests.torture.grammar import Chance
from tests.torture.spoiling import spoilt
from tests.torture.targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"
"""A folder for each target: what was found once, and seeds for what may be found."""

ROOT = Path(__file__).parents[2]

KEPT = [
    (target, file)
    for target in TARGETS
    for file in sorted((CORPUS / target).iterdir())
    if file.is_file()
]

ENDINGS = dict.fromkeys(TARGETS, ".yaml") | {"markdown": ".md", "import": ".md"}
"""How the names of a target's files end."""

EXAMPLES = {"reading": 8, "building": 3, "markdown": 40, "import": 8, "fmt": 6, "rename": 5}
"""How many the grammar makes for each target in the quick form."""

SECONDS = {"reading": 60, "building": 70, "markdown": 30, "import": 45, "fmt": 50, "rename": 50}
"""How long the long form changes what it knows, for each target."""


@pytest.mark.parametrize(
    ("target", "file"), KEPT, ids=lambda each: each if isinstance(each, str) else each.name
)
def test_what_was_found_once_stays_mended(target: str, file: Path, tmp_path: Path) -> None:
    TARGETS[target](file.read_bytes(), tmp_path)


def made(target: str, source: random.Random) -> bytes:
    """Return what the grammar makes for a target; half of it is right, and some of it spoilt."""
    chance = Chance(source, sober=source.random() < SOBER)
    if ENDINGS[target] == ".md":
        text = grammar.markdown(chance)
    else:
        kind = chance.pick((grammar.essay, grammar.essay, grammar.point, grammar.site))
        text = grammar.written(chance, kind(chance))
    return spoilt(source, text, chance.pick((0, 0, 0), (1, 2)))


SOBER = 0.6
"""How much of it is right."""


@pytest.mark.parametrize("target", TARGETS)
def test_whatever_the_grammar_makes_is_read_or_refused(target: str) -> None:
    @settings(
        max_examples=effort(EXAMPLES[target], 5 * EXAMPLES[target]),
        deadline=None,
        suppress_health_check=[*HealthCheck],
    )
    @given(st.randoms(use_true_random=False))
    def hold(chance: random.Random) -> None:
        with tempfile.TemporaryDirectory() as folder:
            TARGETS[target](made(target, chance), Path(folder))

    hold()


@pytest.mark.torture
@pytest.mark.parametrize("target", TARGETS)
def test_what_is_known_is_read_or_refused_after_any_change(
    target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random()  # noqa: S311 - it chooses what to break
    tried = 0
    for count in within(SECONDS[target] * TIMES):
        tried = count + 1
        with kept(target, changed(target, chance)) as data, tempfile.TemporaryDirectory() as folder:
            TARGETS[target](data, Path(folder))
    with capsys.disabled():
        print(f"\n{target}: {tried:,} tried")  # noqa: T201 - how often is worth knowing


def changed(target: str, chance: random.Random) -> bytes:
    """Return a file of the corpus, of the project or of the grammar, changed a few times."""
    if chance.random() < 0.3:
        return made(target, chance)
    return spoilt(chance, chance.choice(known(target)), chance.randrange(1, 5))


@cache
def known(target: str) -> list[str]:
    """Return the texts that a target's changes begin with."""
    files = [*(CORPUS / target).iterdir()]
    for folder in ("content", "tests/sound", "tests/sites"):
        files += (ROOT / folder).rglob(f"*{ENDINGS[target]}")
    return [each.read_bytes().decode("utf-8", "replace") for each in sorted(files)]


@contextmanager
def kept(target: str, data: bytes) -> Iterator[bytes]:
    """Keep the bytes in the corpus where they break something."""
    try:
        yield data
    except BaseException:
        name = f"found-{sha256(data).hexdigest()[:8]}{ENDINGS[target]}"
        (CORPUS / target / name).write_bytes(data)
        raise
