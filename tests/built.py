"""Built sites for tests: from content to files, and files to look into."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from argsite.analysis import stand
from argsite.build import build
from argsite.pages.edition import Edition
from argsite.problems import render
from tests.sites import read, told, write

ROOT = Path(__file__).parents[1]
"""The folder of the project, which is a site too."""


def build_site(root: Path, out: Path | None = None) -> Path:
    """Build the site at `root`; return the folder that holds it. Mistakes in the content fail."""
    out = out or root / "site"
    outcome = build(root, out)
    assert not outcome.failed, "".join(
        render(each, outcome.manuscripts) for each in outcome.problems
    )
    return out


def make_site(root: Path, contents: Mapping[str, str]) -> Path:
    """Write content (names begin with `content/`) and build it; return the folder of the site."""
    write(root, contents)
    return build_site(root)


def make_edition(root: Path, contents: Mapping[str, str]) -> Edition:
    """Write content, read it, and return what pages are made of."""
    write(root, contents)
    loaded, problems = read(root)
    assert not problems, told(problems, loaded)
    assert loaded.library
    return Edition.of(loaded.library, stand(loaded.library.graph))


def files(folder: Path) -> dict[str, bytes]:
    """Return each file of a site by its path, without what the output keeps for itself."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    named = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    return {name: data for name, data in named.items() if not name.startswith(".argsite-")}
