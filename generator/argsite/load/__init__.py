"""Find and read every file of a site, and link what the authors refer to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from argsite.errors import SetupError
from argsite.formats import FORMATS, Format, ids
from argsite.load.digests import Digests
from argsite.load.essays import Files, Read
from argsite.load.files import NOTHING, Found, find, read, with_endings
from argsite.load.link import check_refs
from argsite.load.lock import read_lock
from argsite.load.logo import read_logo
from argsite.load.memory import Memory
from argsite.load.names import SITE, better_name, better_place
from argsite.load.pages import find_pages, read_pages, top_pages
from argsite.load.sayings import links_in
from argsite.model import Essay, Graph, Library, Site
from argsite.problems import Code, Problem, Report, did_you_mean
from argsite.severities import AS_USUAL, Settings
from argsite.source import Location, Manuscript

__all__ = ["CONTENT", "Digests", "Loaded", "Memory", "load"]

CONTENT = "content"
"""The folder that holds what authors write."""

_ENDINGS = tuple(ending for format_ in FORMATS for ending in format_.endings)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What reading a site's content came to."""

    library: Library | None
    """The content; None where a file could not be read at all, so that no check would be fair."""

    manuscripts: Mapping[str, Manuscript]
    """The files as they were read, by path, to show a problem's line."""

    checks: Settings = field(default_factory=lambda: AS_USUAL)
    """What the site sets of single kinds of problems, known where an essay is not."""

    digests: Mapping[str, Digests] = field(default_factory=dict)
    """What each statement and argument says, as digests, by essay; none without a library."""


def load(
    root: Path,
    report: Report,
    memory: Memory | None = None,
    unsaved: Mapping[str, str] = NOTHING,
) -> Loaded:
    """Read the site in folder `root`, which holds `content/`; report every mistake.

    `memory` spares reading an essay again that did not change since it was asked last. `unsaved`
    holds texts that stand for files, by path from `root`, as an editor has them open.
    Raises SetupError where there is no folder `content/`.
    """
    content = root / CONTENT
    _require(content, root)
    memory = memory or Memory()
    reader = _Reader(root, report, memory, unsaved)
    found = find(content, root, report, unsaved)
    site = reader.site(found)
    known = reader.essays(found)
    essays = [each.essay for each in known if each.essay]
    written = [*top_pages(found), *reader.pages]
    links = {text: found for each in known for text, found in each.sayings.links.items()}
    pages = read_pages(written, report, reader.manuscripts, unsaved, memory, links)
    published = read_lock(root, report, reader.manuscripts, unsaved)
    if not reader.essay_folders:
        hint = "an essay is a folder with a file essay.yaml"
        message = f"there is no essay in {CONTENT}/"
        report(Problem(Code.MISSING_FILE, Location(CONTENT), message, hint))
    memory.forget()
    check_refs(essays, frozenset(reader.incomplete), report)
    if site is None or pages is None or reader.incomplete or not essays:
        return Loaded(None, reader.manuscripts, site.checks if site else AS_USUAL)
    if not site.title:
        site = _titled(site, essays)
    site = _with_logo(site, found, report)
    graph = Graph.of(
        (each for essay in essays for each in essay.statements),
        (each for essay in essays for each in essay.arguments),
    )
    ordered = _in_order(site, essays, report)
    if site.options.footer:
        links |= links_in([site.options.footer.text])
    passages = {prose: said for each in known for prose, said in each.sayings.passages.items()}
    digests = {each.essay.slug: each.digests for each in known if each.essay}
    whole = {slug: each.whole for slug, each in digests.items()}
    linked = {slug: each.links for slug, each in digests.items()}
    library = Library(
        site, ordered, pages, graph, reader.manuscripts, published, links, passages, whole, linked
    )
    return Loaded(library, reader.manuscripts, site.checks, digests)


def _require(content: Path, root: Path) -> None:
    try:
        if not content.is_dir():
            raise SetupError(f"there is no folder '{CONTENT}' in {root}")
        if not content.resolve().is_relative_to(root.resolve()):
            raise SetupError(f"the folder '{CONTENT}' leads out of {root}")
    except OSError as error:
        raise SetupError(f"{content} cannot be read: {error.strerror}") from error


class _Reader:
    """Reads files one after the other and keeps what was read, and what could not be."""

    def __init__(
        self, root: Path, report: Report, memory: Memory, unsaved: Mapping[str, str]
    ) -> None:
        self.manuscripts: dict[str, Manuscript] = {}
        self.incomplete: set[str] = set()
        self.essay_folders: list[str] = []
        self.pages: list[tuple[str, Found]] = []
        self._spelled: dict[str, list[str]] = {}
        self._root = root
        self._report = report
        self._memory = memory
        self._unsaved = unsaved

    def site(self, found: list[Found]) -> Site | None:
        """Return what site.yaml says, with an empty title where there is no such file."""
        for file in with_endings(found, _ENDINGS):
            if file.name == SITE:
                manuscript = self._text(file)
                return self._memory.site(manuscript, self._report) if manuscript else None
            self._misplaced(file, better_place(file.name))
        return Site("", Location(f"{CONTENT}/{SITE}"))

    def essays(self, found: list[Found]) -> list[Read]:
        """Return what came of the essays that could be read, by folder."""
        folders = (self._essay(folder) for folder in found if folder.is_folder)
        files = [each for each in folders if each]
        known = self._memory.essays(files)
        for each, came_of_it in zip(files, known, strict=True):
            for problem in came_of_it.problems:
                self._report(problem)
            if not came_of_it.essay:
                self.incomplete.add(each.slug)
        return [each for each in known if each.essay]

    def _essay(self, folder: Found) -> Files | None:
        """Return the files of an essay; None where it has none that could be read."""
        inside = find(Path(folder.where), self._root, self._report, self._unsaved)
        names = {each.name for each in inside if not each.is_folder}
        format_ = next((each for each in FORMATS if each.main in names), None)
        if format_ is None:
            if with_endings(inside, _ENDINGS):
                self.essay_folders.append(folder.name)
                self.incomplete.add(folder.name)
                message = f"folder '{folder.name}' holds no {FORMATS[0].main}"
                hint = f"an essay's title and contention stand in {FORMATS[0].main}"
                self._report(Problem(Code.MISSING_FILE, Location(folder.path), message, hint))
                return None
            pages = list(find_pages(folder, self._root, self._report, self._unsaved))
            if pages:
                self._check_folder(folder)
                self.pages += pages
            return None
        self._check_folder(folder)
        self.essay_folders.append(folder.name)
        main, parts = self._files(inside, format_)
        texts = [self._text(file) for file in [main, *parts]]
        readable = [text for text in texts if text]
        if len(readable) < len(texts):
            self.incomplete.add(folder.name)
        return Files(folder.name, format_, tuple(readable)) if texts[0] else None

    def _text(self, file: Found) -> Manuscript | None:
        return read(file, self._report, self.manuscripts, self._unsaved)

    def _check_folder(self, folder: Found) -> None:
        at = Location(folder.path)
        ids.check(folder.name, at, self._report, ids.ESSAY_RESERVED, "folder")
        others = self._spelled.setdefault(ids.fold(folder.name), [])
        for other in others:
            message = f"folder '{folder.name}' differs from '{other}' in case only"
            self._report(Problem(Code.DUPLICATE_ID, at, message, "rename one of them"))
        others.append(folder.name)

    def _files(self, inside: list[Found], format_: Format) -> tuple[Found, list[Found]]:
        """Return the main file and the points' files; report files with other names."""
        main = next(each for each in inside if each.name == format_.main)
        parts = []
        for file in with_endings(inside, _ENDINGS):
            if re.fullmatch(format_.part, file.name):
                parts.append(file)
            elif file is not main:
                self._misplaced(file, better_name(file.name, format_))
        for folder in inside:
            if folder.is_folder:
                below = find(Path(folder.where), self._root, self._report, self._unsaved)
                for file in with_endings(below, _ENDINGS):
                    self._misplaced(file, "an essay's files stand in its folder, not deeper")
        return main, parts

    def _misplaced(self, file: Found, hint: str) -> None:
        message = f"'{file.name}' would not be read under this name"
        self._report(Problem(Code.MISPLACED_FILE, Location(file.path), message, hint))


def _titled(site: Site, essays: list[Essay]) -> Site:
    title = essays[0].title if len(essays) == 1 else "Essays"
    return replace(site, title=title)


def _with_logo(site: Site, found: list[Found], report: Report) -> Site:
    """Return the site with the logo's picture."""
    if site.options.logo is None:
        return site
    logo = read_logo(site.options.logo, found, report)
    return replace(site, options=replace(site.options, logo=logo))


def _in_order(site: Site, essays: list[Essay], report: Report) -> tuple[Essay, ...]:
    """Return the essays as site.yaml orders them; those it does not name follow by folder."""
    by_slug = {essay.slug: essay for essay in essays}
    ordered: dict[str, Essay] = {}
    for name in site.essays:
        if name.text not in by_slug:
            message = f"unknown essay '{name.text[:60]}'"
            hint = did_you_mean(name.text, by_slug) or f"there are: {', '.join(list(by_slug)[:8])}"
            report(Problem(Code.UNKNOWN_ID, name.at, message, hint))
        elif name.text in ordered:
            message = f"essay '{name.text}' is listed twice"
            report(Problem(Code.BAD_VALUE, name.at, message, "remove one"))
        else:
            ordered[name.text] = by_slug[name.text]
    return tuple((ordered | by_slug).values())
