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
from argsite.pages.job import Job
from argsite.pages.lists.open_rebuttals import open_jobs
from argsite.pages.lists.sources import source_jobs
from argsite.pages.lists.statements import statement_jobs
from argsite.pages.lists.tags import tag_jobs
from argsite.pages.press import Press

__all__ = ["list_jobs"]


def list_jobs(press: Press, edition: Edition) -> Iterator[Job]:
    """Yield the jobs for the lists that the site has, and for a page of each tag."""
    if Listing.STATEMENTS in edition.lists:
        yield from statement_jobs(press, edition)
    if Listing.OPEN in edition.lists:
        yield from open_jobs(press, edition)
    if Listing.SOURCES in edition.lists:
        yield from source_jobs(press, edition)
    yield from tag_jobs(press, edition)
