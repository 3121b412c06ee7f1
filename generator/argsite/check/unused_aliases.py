"""An alias is there for links to an older address: one that was never published has none.

What a site has published is in its lock file. Without one nobody knows, so an alias counts as used
only where a link of the site leads to its address.
"""

from __future__ import annotations

from argsite import addresses
from argsite.analysis.standing import Standing
from argsite.check.uses import linked_pages
from argsite.model import Library
from argsite.problems import Code, Problem, Report, Severity


def check(library: Library, _standing: Standing, report: Report) -> None:
    """Note each alias that no link needs."""
    aliases = {
        f"{each.essay}/{alias.text}": alias
        for each in library.graph.statements.values()
        for alias in each.aliases
    }
    if not aliases:
        return
    linked = linked_pages(library)
    for key, alias in aliases.items():
        if key not in library.published and addresses.statement(key) not in linked:
            message = f"nothing links to the older id '{alias.text}'"
            hint = "take it out, unless its address was public once"
            report(Problem(Code.UNUSED_ALIAS, alias.at, message, hint, Severity.NOTE))
