"""Bring a folder from what stands in it to what shall stand in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from argsite.deeds import Written
from argsite.errors import OutputError
from argsite.output import manifest
from argsite.output.fault import translated
from argsite.output.file import File, folded, roads
from argsite.output.intake import Entry, Intake, spellings
from argsite.output.manifest import Manifest
from argsite.output.plan import plan
from argsite.output.present import Present
from argsite.output.refusal import known
from argsite.output.staging import Staging, alone, stage


def publish(files: Iterable[File], out: Path) -> Written:
    """Make folder `out` hold exactly `files`, beside what others put there.

    The files are taken one at a time and not kept in memory. Where taking them raises, the folder
    stays as it was. SetupError where the folder is not ours, or somebody's file is in the way;
    OutputError where two files want one place, or the disk does not do what it should.
    """
    return fill(out, lambda intake: map(intake.take, files))


def fill(out: Path, hand_in: Callable[[Intake], Iterable[Entry]]) -> Written:
    """Do the same with the files that `hand_in` gives to the intake that it is called with.

    It may do so in other processes. An entry without a name in staging vouches for the file that
    stands in the folder.
    """
    with alone(out):
        with translated(out):
            before = known(out)
        with stage(out) as staging:
            after = _take(hand_in(Intake(out, staging.folder, spellings(before))), staging)
            with translated(out):
                return _replace(before, after, out, staging)


def _take(entries: Iterable[Entry], staging: Staging) -> Mapping[str, str]:
    """Note each file that waits; return the hash of every path."""
    after: dict[str, str] = {}
    taken: dict[str, str] = {}
    for path, hashed, waits in entries:
        name = folded(path)
        if name in taken:
            raise OutputError(f"two files of the site want one place: {taken[name]} and {path}")
        taken[name] = path
        after[path] = hashed
        if waits:
            staging.expect(path, waits)
    for folder in sorted(roads(after)):
        if folded(folder) in taken:
            path = next(each for each in after if each.startswith(f"{folder}/"))
            raise OutputError(f"{folder} would be a file and, for {path}, a folder as well")
    return after


def _replace(before: Manifest, after: Mapping[str, str], out: Path, staging: Staging) -> Written:
    """Put what waits in its place, remove what is gone, and write down what is ours."""
    steps = plan(Present(out), before, after, staging.waiting())
    now = {path: frozenset({hashed}) for path, hashed in after.items()}
    out.mkdir(exist_ok=True)
    if steps.place or steps.clear or steps.remove:
        changed = (path for path in now if before.get(path, now[path]) != now[path])
        either = {**before, **now, **{path: before[path] | now[path] for path in changed}}
        _write_manifest(either, out, staging)
    _remove(steps.clear, out)
    _tidy(steps.emptied, out)
    made: set[str] = set()
    for path in steps.place:
        folder = path.rpartition("/")[0]
        if folder not in made:
            (out / folder).mkdir(parents=True, exist_ok=True)
            made.add(folder)
        staging.move(path, out)
    _remove(steps.remove, out)
    _tidy(steps.emptied, out)
    _write_manifest(now, out, staging)
    return Written(
        written=len(steps.place),
        unchanged=len(after) - len(steps.place),
        removed=len(steps.clear) + len(steps.remove),
    )


def _remove(paths: Iterable[str], out: Path) -> None:
    for path in paths:
        (out / path).unlink()


def _tidy(folders: Iterable[str], out: Path) -> None:
    """Remove those of the folders that are empty; they are given inner before outer."""
    present = Present(out)
    for folder in folders:
        if present.is_folder(folder) and not any((out / folder).iterdir()):
            (out / folder).rmdir()


def _write_manifest(content: Manifest, out: Path, staging: Staging) -> None:
    data = manifest.to_bytes(content)
    if not Present(out).has(manifest.NAME, data):
        staging.put(data, out / manifest.NAME)
