"""Authors' files in one style: every statement with an id, keys in order, lines not too wide.

A file is changed only where nothing is lost: each comment must still be there, and the essay must
say the same as before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Container, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from argsite.editing.sameness import is_same
from argsite.formats import FORMATS
from argsite.formats.yaml import read_essay, read_site
from argsite.formats.yaml.laid_out import read_tree
from argsite.formats.yaml.layout import lay_out
from argsite.formats.yaml.order import arrange
from argsite.formats.yaml.round_trip import comments
from argsite.formats.yaml.tree import comments_of
from argsite.model import Essay, Site
from argsite.problems import Problem, is_error
from argsite.source import Manuscript

_CONTENT = "content/"
_SITE = f"{_CONTENT}site.yaml"
_FORMAT = FORMATS[0]


class Fault(NamedTuple):
    """Why a file is left as it is."""

    path: str
    """The file."""

    reason: str
    """What would happen to it, in a few words."""


class Formatted(NamedTuple):
    """What formatting came to."""

    texts: tuple[Manuscript, ...]
    """The files that change, with their new texts."""

    faults: tuple[Fault, ...] = ()
    """Why other files are left as they are."""


def format_site(manuscript: Manuscript) -> Formatted:
    """Format `site.yaml`, which has no errors."""
    formatted = _format(manuscript, "site", {})
    if formatted.texts and not is_same(_site(formatted.texts[0]), _site(manuscript)):
        return Formatted((), (_lost(manuscript),))
    return formatted


def format_essay(slug: str, manuscripts: Sequence[Manuscript], chosen: Container[str]) -> Formatted:
    """Format the files `chosen`, by path, of an essay without errors; its main file comes first."""
    before = _essay(slug, manuscripts)
    texts: list[Manuscript] = []
    faults: list[Fault] = []
    for manuscript in manuscripts:
        if manuscript.path in chosen and before:
            kind = "essay" if manuscript is manuscripts[0] else "point"
            formatted = _format(manuscript, kind, _names(before, manuscript))
            texts += formatted.texts
            faults += formatted.faults
    changed = {each.path: each for each in texts}
    after = (
        _essay(slug, [changed.get(each.path, each) for each in manuscripts]) if texts else before
    )
    if before is None or after is None or not is_same(before, after):
        return Formatted((), (*faults, *(_lost(each) for each in texts or manuscripts)))
    return Formatted(tuple(texts), tuple(faults))


def _format(manuscript: Manuscript, kind: str, names: dict[int, str]) -> Formatted:
    document = read_tree(manuscript)
    if document is None:
        return Formatted((), (_lost(manuscript),))
    written = comments_of(document)
    arrange(document.root, kind, names)
    changed = Manuscript(manuscript.path, lay_out(document))
    if changed.text == manuscript.text:
        return Formatted(())
    gone = _lost_comment(manuscript, written, changed)
    if gone is None:
        return Formatted((changed,))
    what = f"the comment '{gone}' would be lost" if gone else "its comments could not be kept"
    return Formatted((), (Fault(manuscript.path, what),))


def _lost_comment(before: Manuscript, written: Counter[str], after: Manuscript) -> str | None:
    """Return a comment that is not in both files, empty where none can be named; None if none is.

    Both our reader, which found those `written` before, and another one are asked, where that one
    can read the file. Where they agree on what there was, ours alone can say what there is.
    """
    tree = read_tree(after)
    kept = comments_of(tree) if tree else None
    if kept != written:
        return _gone(written, kept)
    others = comments(before.text)
    if others is None or others == written:
        return None
    kept = comments(after.text)
    return None if kept == others else _gone(others, kept)


def _gone(written: Counter[str], kept: Counter[str] | None) -> str:
    return "" if kept is None else next(iter(written - kept), "")


def _lost(manuscript: Manuscript) -> Fault:
    return Fault(manuscript.path, "its meaning would change")


def _essay(slug: str, manuscripts: Sequence[Manuscript]) -> Essay | None:
    """Return an essay; None where it has an error."""
    problems: list[Problem] = []
    essay = read_essay(slug, manuscripts[0], manuscripts[1:], problems.append)
    return None if any(is_error(each) for each in problems) else essay


def _site(manuscript: Manuscript) -> Site | None:
    problems: list[Problem] = []
    site = read_site(manuscript, problems.append)
    return None if any(is_error(each) for each in problems) else site


def _names(essay: Essay, manuscript: Manuscript) -> dict[int, str]:
    """Return where statements without a written id begin in a file, and their ids."""
    starts = [0, *accumulate(len(row) + 1 for row in manuscript.text.split("\n"))]
    return {
        starts[each.at.line - 1] + each.at.column - 1: each.id
        for each in essay.statements
        if each.id_is_derived and each.at.path == manuscript.path
    }


def format_files(
    manuscripts: Mapping[str, Manuscript], faulty: Collection[str], holds: Callable[[str], bool]
) -> Formatted:
    """Format the files of a site for which `holds` says yes, by their paths.

    `faulty` are the paths that have errors: a file with an error, and all files of its essay, stay
    as they are.
    """
    found: list[Formatted] = []
    for path, manuscript in manuscripts.items():
        if path == _SITE and holds(path) and is_sound(path, faulty):
            found.append(format_site(manuscript))
        folder, _, name = path.rpartition("/")
        if name == _FORMAT.main and folder.startswith(_CONTENT) and is_sound(path, faulty):
            files = [manuscript, *_parts(manuscripts, folder)]
            chosen = {each.path for each in files if holds(each.path)}
            slug = folder.removeprefix(_CONTENT)
            found.append(format_essay(slug, files, chosen) if chosen else Formatted(()))
    texts = tuple(text for each in found for text in each.texts)
    return Formatted(texts, tuple(fault for each in found for fault in each.faults))


def is_formatted(path: str) -> bool:
    """Say whether files of this path are formatted: `site.yaml`, and those of essays."""
    folder, _, name = path.removeprefix(_CONTENT).rpartition("/")
    is_essay = name == _FORMAT.main or re.fullmatch(_FORMAT.part, name)
    return path == _SITE or bool(folder and "/" not in folder and is_essay)


def is_sound(path: str, faulty: Collection[str]) -> bool:
    """Say whether neither a file nor another one of its essay is among those with errors."""
    folder = path.rpartition("/")[0]
    if path == _SITE:
        return path not in faulty
    return not any(each == folder or each.startswith(f"{folder}/") for each in faulty)


def _parts(manuscripts: Mapping[str, Manuscript], folder: str) -> list[Manuscript]:
    return [
        each
        for path, each in manuscripts.items()
        if path.rpartition("/")[0] == folder and path.rpartition("/")[2] != _FORMAT.main
        if is_formatted(path)
    ]
