"""What is linked or used again has an id of its own: one made from the text changes with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argsite.analysis.standing import Standing
from argsite.check.texts import Places, texts
from argsite.model import Library
from argsite.problems import Code, Problem, Report, Severity
from argsite.source import Location

_LINK = re.compile(r"\(([^()#\s]*)#([^()\s]+)\)")


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Warn of each ref and each link to a statement whose id is made from its text."""
    derived = {
        statement.key: statement
        for essay in library.essays
        for statement in essay.statements
        if statement.id_is_derived
    }
    for key, at in (*_refs(library), *_links(library)):
        statement = derived.get(key)
        if statement:
            message = f"'{statement.id}' is made from the text, and changes with it"
            where = f"{statement.at.path}:{statement.at.line}"
            hint = f"write 'id: {statement.id}' at the statement ({where})"
            report(Problem(Code.DERIVED_ID, at, message, hint, Severity.WARNING))


def _refs(library: Library) -> Iterator[tuple[str, Location]]:
    for essay in library.essays:
        for ref in essay.refs:
            yield ref.text if "/" in ref.text else f"{essay.slug}/{ref.text}", ref.at


def _links(library: Library) -> Iterator[tuple[str, Location]]:
    for text in texts(library):
        if "#" not in text.passage.text:
            continue
        places = Places(library, text)
        for slug, name in dict.fromkeys(_LINK.findall(text.passage.text)):
            key = f"{slug or text.essay}/{name}"
            statement = library.graph.statements.get(key)
            address = f"{slug}#{name}"
            if (
                statement
                and statement.id_is_derived
                and address in library.links.get(text.passage.text, ())
            ):
                yield key, places.next(address)
