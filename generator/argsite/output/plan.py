"""Which files are put in place and which are removed, in which order, and what is in the way."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from argsite.errors import SetupError
from argsite.output.file import folded, folders, order, roads
from argsite.output.manifest import Manifest
from argsite.output.present import Present


class Plan(NamedTuple):
    """What to do to the output folder: clear, then place, then remove."""

    clear: tuple[str, ...]
    """Files of ours that must go first: a new file takes their name, or their folder's."""

    place: tuple[str, ...]
    """Files to put in place, so ordered that each link of a half-published site resolves."""

    remove: tuple[str, ...]
    """Files of ours that are no longer part of the site: pages before what they load."""

    emptied: tuple[str, ...]
    """Folders of files that are gone, inner before outer; those that are empty go as well."""


def plan(
    present: Present, before: Manifest, after: Collection[str], changed: Collection[str]
) -> Plan:
    """Decide how to get from the files that `before` names to those at the paths `after`.

    `changed` are the paths of new bytes. SetupError where something that is not ours is in the way.
    A file of ours that somebody has edited is replaced, but not removed.
    """
    gone = before.keys() - set(after)
    ours = {path for path in gone if present.has_hash(path, before[path])}
    names = {folded(path) for path in after} if ours else set()
    needed = roads(after)
    clear = {
        path
        for path in ours
        if path in needed
        or folded(path) in names
        or any(folded(folder) in names for folder in folders(path))
    }
    for folder in sorted(needed):
        if present.is_there(folder) and not present.is_folder(folder) and folder not in clear:
            raise _in_the_way(present, folder)
    for path in changed:
        _refuse_stranger(path, present, before, clear)
    new = {path for path in changed if not present.is_there(path)}
    left = roads(gone)
    return Plan(
        clear=tuple(sorted(clear)),
        place=tuple(sorted(changed, key=lambda path: order(path, is_new=path in new))),
        remove=tuple(
            sorted(ours - clear, key=lambda path: order(path, is_new=False), reverse=True)
        ),
        emptied=tuple(sorted(left, key=lambda folder: (-folder.count("/"), folder))),
    )


def _refuse_stranger(
    path: str, present: Present, before: Manifest, clear: AbstractSet[str]
) -> None:
    """Raise SetupError where what stands at `path`, or inside a folder there, is not ours."""
    if present.is_folder(path):
        made = {folder for each in before for folder in folders(each)}
        for entry in present.entries(path):
            if entry not in clear and entry not in made:
                raise _in_the_way(present, entry)
        if path not in made:
            raise _in_the_way(present, path)
    elif present.is_there(path):
        replaceable = present.is_file(path) and path in before
        if not replaceable and not any(present.is_same(path, each) for each in clear):
            raise _in_the_way(present, path)


def _in_the_way(present: Present, path: str) -> SetupError:
    return SetupError(
        f"{present.name(path)} is in the way of a file of the site, and Argsite did not write"
        " it; move it elsewhere or delete it"
    )
