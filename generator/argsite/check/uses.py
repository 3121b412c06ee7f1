"""What is used by name: statements that a `ref`, a role or a link names, and linked pages."""

from __future__ import annotations

import re

from argsite import addresses
from argsite.check.texts import texts
from argsite.model import Library

_STATEMENT = re.compile(r"(?:\(|<|\]:\s*)<?([^()#\s<>]*)(?:#([^()\s<>]+))?")
"""An address, whether it names a statement or not: so none is looked through twice."""

_ADDRESS = re.compile(r"(?:\]\(|<|\]:\s*)<?([^()\s<>]+)")


def used_keys(library: Library) -> frozenset[str]:
    """Return the keys of statements that a `ref`, a role of a step or a link leads to.

    What merely looks like a link, in code for instance, counts as one.
    """
    used: set[str] = set()
    for essay in library.essays:
        used.update(
            ref.text if "/" in ref.text else f"{essay.slug}/{ref.text}" for ref in essay.refs
        )
        used.update(key for step in essay.arguments for key in step.roles)
    return frozenset(used | linked_keys(library))


def linked_keys(library: Library) -> frozenset[str]:
    """Return the keys of statements that links in Markdown lead to."""
    return frozenset(
        f"{slug or text.essay}/{name}"
        for text in texts(library)
        if "#" in text.passage.text
        for slug, name in _STATEMENT.findall(text.passage.text)
        if name
    )


def linked_pages(library: Library) -> frozenset[str]:
    """Return the paths of the pages that links in Markdown lead to, as seen from the site's top."""
    return frozenset(
        page
        for text in texts(library)
        for address in dict.fromkeys(_ADDRESS.findall(text.passage.text))
        if (page := addresses.destination(address, text.essay).page)
    )
