"""The lists of a site: statements, open rebuttals, sources, tags.

statements.py      all statements from A to Z
open_rebuttals.py  objections that nothing answers
order.py           the order of all statements, and their pages
statement_filter.py  what scripts filter them by
sources.py         each work that is cited
tags.py            all tags, and a page for each
parts.py           the pages that a long list is in
"""

from __future__ import annotations

from collections.abc import Iterator

from argsite.model import Listing
from argsite.pages.edition import Edition
from argsite.pages.job import Group
from argsite.pages.lists.open_rebuttals import open_jobs
from argsite.pages.lists.sources import source_jobs
from argsite.pages.lists.statements import statement_jobs
from argsite.pages.lists.tags import tag_jobs
from argsite.pages.press import Press
from argsite.pages.remember import Remember, forget

__all__ = ["list_groups"]


def list_groups(press: Press, edition: Edition, remember: Remember = forget) -> Iterator[Group]:
    """Yield the jobs for each list that the site has, and those for a page of each tag."""
    later = "statements/"
    if Listing.STATEMENTS in edition.lists:
        of_statements = ("statements", "data/statements")
        yield Group(of_statements, "", lambda: statement_jobs(press, edition, remember))
    if Listing.OPEN in edition.lists:
        of_open = ("open", f"{later}open-", f"{later}rebuttals-")
        yield Group(of_open, ".html", lambda: open_jobs(press, edition))
    if Listing.SOURCES in edition.lists:
        of_sources = ("sources", f"{later}sources-")
        yield Group(of_sources, ".html", lambda: source_jobs(press, edition))
    of_tags = ("tags/", f"{later}tag-", f"{later}tags-")
    yield Group(of_tags, ".html", lambda: tag_jobs(press, edition))
