"""What reading essays came to, by their texts: an unchanged essay is not read twice.

In a process the same objects come again; with a store, what was read is kept for the next one, too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from argsite.cache import Cache
from argsite.load.crew import read_essays
from argsite.load.essays import Files, Read
from argsite.load.site import ReadSite, read_site
from argsite.model import Site
from argsite.packing import pack, unpack
from argsite.problems import Report
from argsite.source import Manuscript
from argsite.version import code

T = TypeVar("T")


class Memory:
    """Essays by what their files held; an essay that did not change is the same object again.

    It remembers the last reading of a site and no earlier one.
    """

    def __init__(self, store: Cache | None = None) -> None:
        """Keep what was read in a store too, if there is one."""
        self._store = store
        self._last: dict[Files, Read] = {}
        self._now: dict[Files, Read] = {}
        self._kept_last: dict[tuple[type, Manuscript], Any] = {}
        self._kept_now: dict[tuple[type, Manuscript], Any] = {}

    def essays(self, found: Sequence[Files]) -> list[Read]:
        """Return what each essay comes to, read anew only where nobody remembers it."""
        unknown = [each for each in found if not self._recall(each)]
        for each, (read, packed) in zip(unknown, read_essays(unknown), strict=True):
            self._now[each] = read
            if self._store:
                self._store.keep(_inputs(each), packed or pack(read))
        return [self._now[each] for each in found]

    def site(self, manuscript: Manuscript, report: Report) -> Site | None:
        """Return what `site.yaml` says, and report its author's mistakes."""
        read = self.kept(ReadSite, manuscript, read_site)
        for problem in read.problems:
            report(problem)
        return read.site

    def kept(self, kind: type[T], manuscript: Manuscript, read: Callable[[Manuscript], T]) -> T:
        """Return what `read` makes of a file, remembered or from the store where it is there.

        It is of the type `kind`, which only this function gives, and depends on the file alone.
        """
        name = kind, manuscript
        found: T | None = self._kept_now.get(name) or self._kept_last.get(name)
        if found is None:
            found = self._kept(kind, manuscript, read)
        self._kept_now[name] = found
        return found

    def forget(self) -> None:
        """Drop what was not asked for since the last call: a reading of the site has ended."""
        self._last, self._now = self._now, {}
        self._kept_last, self._kept_now = self._kept_now, {}

    def _kept(self, kind: type[T], manuscript: Manuscript, read: Callable[[Manuscript], T]) -> T:
        """Return what `read` makes of a file, from the store where it is there."""
        inputs = [kind.__name__, code(), manuscript.path, manuscript.text]
        packed = self._store.recall(inputs) if self._store else None
        known = unpack(packed, kind) if packed else None
        if known is None:
            known = read(manuscript)
            if self._store:
                self._store.keep(inputs, pack(known))
        return known

    def _recall(self, files: Files) -> bool:
        """Say whether an essay is known, and have it at hand if so."""
        read = self._last.get(files)
        if read is None and self._store:
            packed = self._store.recall(_inputs(files))
            read = unpack(packed, Read) if packed else None
        if read is not None:
            self._now[files] = read
        return files in self._now


def _inputs(files: Files) -> list[str]:
    """Return all that reading an essay depends on."""
    texts = (part for text in files.texts for part in (text.path, text.text))
    return ["essay", code(), files.format.name, files.slug, *texts]
