"""What a site holds, for a report: how many of each, keys that Argsite knows, kinds of problems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # loads every package, one of which may be what is missing
    from argsite.build import Reading
    from argsite.formats.yaml.keys import Table
    from argsite.formats.yaml.nodes import Mapping, Node
    from argsite.outcome import Outcome

_SITE = "content/site.yaml"


def read(root: Path) -> Reading:
    """Read a site, as `argsite check` does."""
    from argsite.build import read as read_site

    return read_site(root)


def counts(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield how many of each thing a site holds."""
    outcome = reading.outcome
    yield "essays", f"{outcome.essays:,}"
    yield "statements", f"{outcome.statements:,}"
    yield "arguments", f"{outcome.arguments:,}"
    yield "files", f"{len(outcome.manuscripts):,}"
    longest = max((len(each.text) for each in outcome.manuscripts.values()), default=0)
    yield "longest file", f"{longest:,} characters"
    yield "could be read", "yes" if reading.library else "no"


def problems(outcome: Outcome) -> Iterator[tuple[str, str]]:
    """Yield each kind of problem that the site has, and how often."""
    found = Counter((each.code, each.severity) for each in outcome.problems)
    for (code, severity), count in sorted(found.items()):
        yield code.value, f"{count:,} ({severity.value})"


def keys(outcome: Outcome) -> Iterator[str]:
    """Yield the keys of site.yaml, as far as Argsite knows them; those of an author are private."""
    from argsite.formats.yaml.keys import OPTIONS, SITE
    from argsite.formats.yaml.nodes import Mapping, parse
    from argsite.problems import Code

    manuscript = outcome.manuscripts.get(_SITE)
    node = parse(manuscript, lambda _: None) if manuscript else None
    if not isinstance(node, Mapping):
        return
    yield from _known(node, "", SITE)
    for name, entry in node.entries.items():
        if name == "options":
            yield from _known(entry.value, "options.", OPTIONS)
        elif name == "checks" and isinstance(entry.value, Mapping):
            codes = {each.value for each in Code}
            yield from sorted(f"checks.{each}" for each in entry.value.entries if each in codes)


def _known(node: Node | Mapping, prefix: str, table: Table) -> Iterator[str]:
    from argsite.formats.yaml.nodes import Mapping

    if not isinstance(node, Mapping):
        return
    yield from sorted(f"{prefix}{each}" for each in node.entries if each in table.names)
    others = sum(each not in table.names for each in node.entries)
    if others:
        yield f"{prefix}(keys that Argsite does not know: {others})"
