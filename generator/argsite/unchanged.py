"""What a build comes to where nothing changed, said before anything is loaded for it.

And what is kept of a build to say so.
"""

from __future__ import annotations

from pathlib import Path

from argsite import stamp
from argsite.cache import site_cache
from argsite.deeds import Written
from argsite.imprint import Stamp
from argsite.outcome import Outcome
from argsite.source import Manuscript


def unchanged(root: Path, out: Path, seen: stamp.Seen | None = None) -> Outcome | None:
    """Return the outcome of building the site at `root` into `out`; None where a build is due.

    What was `seen` there before need not be looked at again.
    """
    cache = site_cache(root)
    known = stamp.unchanged(root, cache, out, seen or stamp.look(root, cache, out))
    if known is None:
        return None
    manuscripts = {path: Manuscript(path, text) for path, text in known.texts.items()}
    files = len(known.files) - 1  # the manifest is none of the site's
    counts = known.essays, known.statements, known.arguments
    return Outcome(known.problems, manuscripts, *counts, Written(0, files, 0))


def stamp_of(inputs: str, outcome: Outcome) -> Stamp:
    """Return what a build of these inputs came to."""
    named = {each.at.path for each in outcome.problems}
    texts = {path: each.text for path, each in outcome.manuscripts.items() if path in named}
    counts = outcome.essays, outcome.statements, outcome.arguments
    return Stamp(inputs, "", {}, {}, outcome.problems, texts, *counts)
