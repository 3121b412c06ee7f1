"""Small sites for tests: files written from a case, read, and told as text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from argsite.formats.lock import NAME as LOCK
from argsite.load import Loaded, load
from argsite.model import Library
from argsite.problems import Problem, in_order, render

SMALL_ESSAY = "title: Small\ncontention: One essay makes a site.\n"
"""A correct essay for cases that are about something else."""


def write(root: Path, files: Mapping[str, str]) -> None:
    """Write the files of a site, and a small essay where there is none.

    Those are the lock file and the files whose names begin with `content/`; others are no files.
    """
    (root / "content").mkdir(parents=True, exist_ok=True)
    content = {name: text for name, text in files.items() if name.startswith("content/")}
    if not any(name.count("/") > 1 for name in content) and "content/about.md" not in content:
        content["content/small/essay.yaml"] = SMALL_ESSAY
    if LOCK in files:
        content[LOCK] = files[LOCK]
    for name, text in content.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def read(root: Path) -> tuple[Loaded, list[Problem]]:
    """Load the site; return what came of it and the problems in order."""
    problems: list[Problem] = []
    loaded = load(root, problems.append)
    return loaded, in_order(problems)


def told(problems: list[Problem], loaded: Loaded) -> str:
    """Return the problems as an author sees them."""
    return "".join(f"{render(each, loaded.manuscripts)}\n" for each in problems)


def describe(library: Library) -> str:
    """Return a library as lines of text: whatever is not empty or usual."""
    lines = [_facts(f"site {library.site.title!r}", _site_facts(library))]
    lines += [f"page {page.slug}: {page.title}" for page in library.pages]
    for essay in library.essays:
        facts = {
            "subtitle": essay.subtitle,
            "authors": " and ".join(essay.authors),
            "date": essay.date,
            "updated": essay.updated,
            "language": essay.language,
            "summary": essay.summary,
            "prose": essay.prose and essay.prose.text,
            "contention": essay.contention,
            "refs": " ".join(each.text for each in essay.refs),
        }
        lines.append(_facts(f"essay {essay.slug} {essay.title!r}", facts))
        for point in essay.points:
            facts = {"prose": point.prose and point.prose.text, "claims": " ".join(point.claims)}
            lines.append(_facts(f"point {point.number} {point.title!r}", facts))
        lines += _statements(library, essay.slug)
        lines += _arguments(library, essay.slug)
    return "\n".join(lines) + "\n"


def _site_facts(library: Library) -> dict[str, object]:
    site = library.site
    return {
        "url": site.url,
        "language": site.language,
        "theme": site.theme and site.theme.text,
        "authors": " and ".join(site.authors),
        "licence": site.licence,
        "description": site.description,
        "essays": " ".join(each.text for each in site.essays),
    }


def _statements(library: Library, slug: str) -> list[str]:
    lines = []
    for each in library.essay(slug).statements:
        head = f"{each.role} {each.id} {each.text.text!r} at {each.at.path}:{each.at.line}"
        facts: dict[str, object] = {
            "point": each.point,
            "derived": each.id_is_derived,
            "aliases": " ".join(alias.text for alias in each.aliases),
            "note": each.note and each.note.text,
            "quote": each.quote and each.quote.text,
            "by": each.by,
            "tags": " ".join(each.tags),
            "implicit": each.implicit,
            "presumed": each.presumed is not None and str(each.presumed),
            "accepted": each.accepted is not None and str(each.accepted),
            "expect": each.expect and each.expect.text,
        }
        lines.append(_facts(head, facts))
        for source in each.sources:
            names = ("title", "author", "url", "date", "accessed", "archived", "page", "quote")
            lines.append(_facts("source", {name: getattr(source, name) for name in names}))
    return lines


def _arguments(library: Library, slug: str) -> list[str]:
    lines = []
    for each in library.essay(slug).arguments:
        facts: dict[str, object] = {
            "premises": " ".join(each.premises),
            "target": each.target,
            "point": each.point,
            "weight": each.weight != 1 and each.weight,
            "scheme": each.scheme,
            "roles": dict(each.roles),
            "label": each.label,
        }
        lines.append(_facts(f"{each.kind} {each.id} at {each.at.path}:{each.at.line}", facts))
    return lines


def _facts(head: str, facts: Mapping[str, object]) -> str:
    return "\n".join([head, *(f"  {name}: {fact!s}" for name, fact in facts.items() if fact)])
