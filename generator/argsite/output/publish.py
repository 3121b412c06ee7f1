"""Bring a folder from what stands in it to what shall stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from argsite.errors import OutputError
from argsite.output import manifest
from argsite.output.fault import translated
from argsite.output.file import File, digest, folded, folders, is_valid
from argsite.output.manifest import Manifest
from argsite.output.plan import plan
from argsite.output.present import Present
from argsite.output.refusal import known
from argsite.output.staging import Staging, alone, stage


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did to the output folder, in files."""

    written: int
    """New, or with other bytes than before."""

    unchanged: int
    """Left as they stood."""

    removed: int
    """Of an earlier build, and no longer part of the site."""


def publish(files: Iterable[File], out: Path) -> Written:
    """Make folder `out` hold exactly `files`, beside what others put there.

    The files are taken one at a time and not kept in memory. Where taking them raises, the folder
    stays as it was. SetupError where the folder is not ours, or somebody's file is in the way;
    OutputError where two files want one place, or the disk does not do what it should.
    """
    with alone(out):
        with translated(out):
            before = known(out)
        with stage(out) as staging:
            after = _take(files, before, out, staging)
            with translated(out):
                staging.verify()
                return _replace(before, after, out, staging)


def _take(
    files: Iterable[File], before: Manifest, out: Path, staging: Staging
) -> Mapping[str, str]:
    """Stage each file that does not stand as it should; return the hash of every path."""
    present = Present(out)
    spelled: dict[str, str] = {}
    for path in before:
        # Two spellings of one name, left by a killed build, count as neither.
        spelled[folded(path)] = path if folded(path) not in spelled else ""
    after: dict[str, str] = {}
    taken: dict[str, str] = {}
    for path, data in files:
        name = folded(path)
        if not is_valid(path):
            raise OutputError(f"{path!r} cannot be the path of a file in the site")
        if name in taken:
            raise OutputError(f"two files of the site want one place: {taken[name]} and {path}")
        taken[name] = path
        after[path] = digest(data)
        with translated(out):
            if spelled.get(name, path) != path or not present.has(path, data):
                staging.add(path, data, after[path])
    for path in after:
        for folder in folders(path):
            if folded(folder) in taken:
                raise OutputError(f"{folder} would be a file and, for {path}, a folder as well")
    return after


def _replace(before: Manifest, after: Mapping[str, str], out: Path, staging: Staging) -> Written:
    """Put what waits in its place, remove what is gone, and write down what is ours."""
    steps = plan(Present(out), before, after, staging.waiting())
    now = {path: frozenset({hashed}) for path, hashed in after.items()}
    out.mkdir(exist_ok=True)
    if steps.place or steps.clear or steps.remove:
        either = {
            path: before.get(path, frozenset()) | now.get(path, frozenset())
            for path in before.keys() | now.keys()
        }
        _write_manifest(either, out, staging)
    _remove(steps.clear, out)
    _tidy(steps.emptied, out)
    made: set[Path] = set()
    for path in steps.place:
        target = out / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        staging.move(path, target)
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
        staging.add(manifest.NAME, data, digest(data))
        staging.move(manifest.NAME, out / manifest.NAME)
