"""Where a theme's templates and assets are found.

A theme is a folder with `templates/`, `styles/`, `scripts/` and `assets/`. Four places are
searched in turn: the site's own `themes/<name>`, the built-in theme of that name, the site's own
`themes/<default>`, the built-in default. The first that holds a file wins, so a site can override
one template or stylesheet and lean on the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from argsite.errors import SetupError
from argsite.model import Paper
from argsite.problems import Code, Problem, Report, Severity, did_you_mean
from argsite.source import Location
from argsite.theme.files import entries, files, refuse_link

DEFAULT = "paper"

DESCRIPTION = "theme.yaml"
"""The file in which a theme says what it is printed on."""

KINDS = ("templates", "styles", "scripts", "assets")
"""The folders that a theme may have."""

_PACKAGE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme as it was found."""

    name: str
    """The name of its folder."""

    templates: tuple[Path, ...]
    """Folders of templates; the first that holds a template wins."""

    assets: Mapping[str, Path]
    """Name of each asset, with forward slashes, to its file, by name."""

    styles: Mapping[str, Path]
    """Name of each stylesheet to its file."""

    scripts: Mapping[str, Path]
    """Name of each script, an ES module, to its file."""

    built_in: Mapping[str, Path] = field(default_factory=dict)
    """Name of each built-in theme to its templates, to be extended as `paper/essay.html`."""

    description: Path | None = None
    """Its `theme.yaml`, or that of the theme it leans on."""

    paper: Paper | None = None
    """What its pages are printed on; None until the description is read."""


def names(root: Path) -> tuple[str, ...]:
    """Return the names of the themes that a site at `root` can choose from."""
    folders = (folder for place in places(root) for folder in entries(place) if folder.is_dir())
    return tuple(sorted({folder.name for folder in folders}))


def find(name: str, root: Path) -> Theme:
    """Return the theme called `name` for the site at `root`.

    Raises `SetupError` where the built-in default is missing: the installation is broken. So it
    does where a folder of the site's own cannot be read or a link in it leads out of the site.
    """
    candidates = [place / name for place in places(root)]
    candidates += [place / DEFAULT for place in places(root)]
    folders = [folder for folder in dict.fromkeys(candidates) if folder.is_dir()]
    if not any((place / DEFAULT).is_dir() for place in _built_in()):
        raise SetupError(f"the built-in theme '{DEFAULT}' is missing: install argsite again")
    for folder in folders:
        if folder.parent == root / "themes":
            _check_own(folder, root)
    templates = tuple(folder / "templates" for folder in folders)
    assets, styles, scripts = (
        _merged(folders, kind, ending)
        for kind, ending in (("assets", ""), ("styles", ".css"), ("scripts", ".js"))
    )
    said = (folder / DESCRIPTION for folder in folders)
    description = next((path for path in said if path.is_file()), None)
    return Theme(name, templates, assets, styles, scripts, _built_in_templates(), description)


def check_names(name: str, root: Path, report: Report) -> None:
    """Warn of what lies in a folder of the site's own under a name that is nearly right."""
    known = (*KINDS, DESCRIPTION)
    for theme in dict.fromkeys((name, DEFAULT)):
        for path in entries(root / "themes" / theme):
            hint = "" if path.name in known else did_you_mean(path.name.lower(), known)
            if hint:
                at = Location(f"themes/{theme}/{path.name}")
                message = f"'{path.name}' is not read under this name"
                report(Problem(Code.MISPLACED_FILE, at, message, hint, Severity.WARNING))


def places(root: Path) -> tuple[Path, ...]:
    """Return the folders in which themes for a site at `root` are looked for."""
    return (root / "themes", *_built_in())


def _built_in() -> tuple[Path, ...]:
    """Themes lie in the package when it is installed, beside its source root in a source tree."""
    installed, source = _PACKAGE / "themes", _PACKAGE.parents[1] / "themes"
    return (installed,) if installed.is_dir() else (source,)


def _built_in_templates() -> dict[str, Path]:
    folders = (folder for place in _built_in() for folder in place.iterdir() if folder.is_dir())
    return {folder.name: folder / "templates" for folder in sorted(folders)}


def _check_own(folder: Path, root: Path) -> None:
    """Raise `SetupError` where what is in a folder of the site's own is not to be read."""
    refuse_link(folder, root)
    for kind in KINDS:
        files(folder / kind, root)
    if (folder / DESCRIPTION).is_symlink():
        refuse_link(folder / DESCRIPTION, root)


def _merged(folders: Sequence[Path], kind: str, ending: str) -> dict[str, Path]:
    """Return the files of one kind by name; where several folders have one, the first one's."""
    found: dict[str, Path] = {}
    for folder in reversed(folders):
        found |= files(folder / kind)
    return {name: path for name, path in sorted(found.items()) if name.endswith(ending)}
