"""Files as editors name them, and the site that a file belongs to."""

from __future__ import annotations

from pathlib import Path

from pygls.uris import to_fs_path

from argsite.load import CONTENT

_MAIN, _SITE = "essay.yaml", "site.yaml"
_ENDINGS = {".yaml", ".yml"}


def path_of(uri: str) -> Path | None:
    """Return the file that an address means; None where it means no file of this machine."""
    try:
        name = to_fs_path(uri)
        path = Path(name) if name else None
        return path if path and path.is_absolute() and "\0" not in str(path) else None
    except ValueError:  # such as a host in brackets that is none
        return None


def uri_of(path: Path) -> str:
    """Return the address of a file."""
    return path.as_uri()


def root_of(path: Path) -> Path | None:
    """Return the folder of the site that a file belongs to: the nearest whose content/ holds it.

    Folders that are called content are common, so a page of Markdown alone makes no site.
    """
    roots = [folder.parent for folder in path.parents if folder.name == CONTENT]
    for root in roots:
        if is_site(root):
            return root
    return roots[0] if roots and path.suffix.lower() in _ENDINGS else None


def is_site(root: Path) -> bool:
    """Say whether a folder holds a site: a site.yaml or an essay in its content/."""
    content = root / CONTENT
    try:
        if (content / _SITE).is_file():
            return True
        return content.is_dir() and any((each / _MAIN).is_file() for each in content.iterdir())
    except OSError:
        return False


def name_in(root: Path, path: Path) -> str:
    """Return a file's path below a site's folder, with forward slashes; empty if it is outside."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else ""


def essay_of(name: str) -> str:
    """Return the folder of the essay that a file is in, by its path below the site's folder."""
    parts = name.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == CONTENT else ""  # noqa: PLR2004 - content/essay/file
