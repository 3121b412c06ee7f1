"""Where a theme's templates and assets are found.

A theme is a folder with `templates/` and `assets/`. Three places are searched in turn: the site's
own `themes/<name>`, the built-in theme of that name, the built-in default. The first that holds a
file wins, so a site can override one template or stylesheet and lean on the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from argsite.errors import SetupError

DEFAULT = "paper"

_PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme as it was found."""

    name: str
    """The name of its folder."""

    templates: tuple[Path, ...]
    """Folders of templates; the first that holds a template wins."""

    assets: Mapping[str, Path]
    """Name of each asset, with forward slashes, to its file, by name."""


def names(root: Path) -> tuple[str, ...]:
    """Return the names of the themes that a site at `root` can choose from."""
    folders = (folder for place in _places(root) if place.is_dir() for folder in place.iterdir())
    seen = (folder for folder in folders if folder.is_dir() and folder.name[0] != ".")
    return tuple(sorted({folder.name for folder in seen}))


def find(name: str, root: Path) -> Theme:
    """Return the theme called `name` for the site at `root`.

    Raises `SetupError` where the built-in default is missing: the installation is broken.
    """
    candidates = [place / name for place in _places(root)]
    candidates += [place / DEFAULT for place in _built_in()]
    folders = [folder for folder in dict.fromkeys(candidates) if folder.is_dir()]
    if not any(folder.name == DEFAULT for folder in folders):
        raise SetupError(f"the built-in theme '{DEFAULT}' is missing: install argsite again")
    assets: dict[str, Path] = {}
    for folder in reversed(folders):
        assets |= _files(folder / "assets")
    templates = tuple(folder / "templates" for folder in folders)
    return Theme(name, templates, dict(sorted(assets.items())))


def _places(root: Path) -> tuple[Path, ...]:
    return (root / "themes", *_built_in())


def _built_in() -> tuple[Path, ...]:
    """Themes lie in the package when it is installed, beside its source root in a source tree."""
    installed, source = _PACKAGE / "themes", _PACKAGE.parents[1] / "themes"
    return (installed,) if installed.is_dir() else (source,)


def _files(folder: Path) -> dict[str, Path]:
    if not folder.is_dir():
        return {}
    paths = (path for path in folder.rglob("*") if path.is_file())
    named = {path.relative_to(folder).as_posix(): path for path in paths}
    return {name: path for name, path in named.items() if not f"/{name}".count("/.")}
