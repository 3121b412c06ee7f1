"""A manifest of somebody else, in an output folder full of links: nothing outside is touched."""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from argsite.errors import OutputError, SetupError
from argsite.output import File, publish
from tests.effort import effort

MANIFEST = ".argsite-manifest.json"

MINE = b"mine"
"""What each file outside holds, so that a manifest can vouch for all of them."""

HASH = sha256(MINE).hexdigest()


def outside_of(folder: Path) -> dict[str, bytes | None]:
    """Return what stands beside the output folder: files with their bytes, other things without."""
    return {
        place.relative_to(folder).as_posix(): place.read_bytes() if place.is_file() else None
        for place in folder.rglob("*")
        if place.relative_to(folder).parts[0] != "site"
    }


def prepare(folder: Path) -> Path:
    """Make files of the user's and, beside them, an output folder that links there."""
    for name in ("mine.txt", "home/mine.txt", "home/deep/index.html", "home/empty/.keep"):
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(MINE)
    (folder / "home/bare").mkdir()
    out = folder / "site"
    (out / "real").mkdir(parents=True)
    (out / "real/mine.txt").write_bytes(MINE)
    (out / "link").symlink_to(folder / "home", target_is_directory=True)
    (out / "real/link").symlink_to("../../home", target_is_directory=True)
    (out / "mine.txt").symlink_to(folder / "mine.txt")
    (out / "hard.txt").hardlink_to(folder / "mine.txt")
    (out / "nowhere").symlink_to(folder / "new.txt")
    return out


names = st.sampled_from(
    [
        *("..", ".", "", "...", "~", "link", "real", "mine.txt", "hard.txt", "nowhere", "home"),
        *("index.html", "deep", "bare", "empty", ".keep", "C:", "CON", "site", "LINK", "a\\..\\b"),
        *("..\\..\\mine.txt", "\0", "\n", "é", "e\u0301", "..%2f", "\u202e", "x" * 300),
    ]
)
paths = st.lists(names, min_size=1, max_size=5).map("/".join)
hashes = st.sets(st.sampled_from([HASH, sha256(b"").hexdigest(), "0" * 64]), max_size=2).map(sorted)


@settings(max_examples=effort(100, 3_000))
@given(
    st.dictionaries(paths, hashes, max_size=8),
    st.dictionaries(paths, st.sampled_from([MINE, b"new", b""]), max_size=6),
    st.booleans(),
)
def test_nothing_outside_is_written_or_removed(
    claimed: dict[str, list[str]],
    files: dict[str, bytes],
    absolute: bool,  # noqa: FBT001 - hypothesis gives it
) -> None:
    with TemporaryDirectory() as given_folder:
        folder = Path(given_folder)
        out = prepare(folder)
        before = outside_of(folder)
        if absolute:
            claimed = {**claimed, str(folder / "mine.txt"): [HASH]}
        manifest = json.dumps({"version": 1, "files": claimed})
        (out / MANIFEST).write_text(manifest, encoding="utf-8")
        with suppress(SetupError, OutputError):
            publish([File(path, data) for path, data in files.items()], out)
        assert outside_of(folder) == before
        assert [each.name for each in folder.iterdir() if each.name.startswith(".")] == []


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | paths,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text() | paths, inner, max_size=4)
    ),
    max_leaves=12,
)
forms = st.fixed_dictionaries(
    {}, optional={"version": json_values | st.just(1), "files": json_values}
)


@settings(max_examples=effort(100, 3_000))
@given(
    forms.map(json.dumps).map(str.encode)
    | json_values.map(json.dumps).map(str.encode)
    | st.binary()
)
def test_a_manifest_of_any_form_is_understood_or_refused(data: bytes) -> None:
    with TemporaryDirectory() as given_folder:
        folder = Path(given_folder)
        out = prepare(folder)
        before = outside_of(folder)
        (out / MANIFEST).write_bytes(data)
        with suppress(SetupError):
            publish([File("index.html", b"index")], out)
        assert outside_of(folder) == before
