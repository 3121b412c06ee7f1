"""Which folders are refused as output."""

from __future__ import annotations

from pathlib import Path

from argsite.errors import SetupError
from argsite.output.fault import translated
from argsite.output.manifest import Manifest, read


def refuse_unsafe(root: Path, out: Path) -> None:
    """Raise SetupError where building the site in `root` into `out` could do harm.

    A link to a folder is refused too, with the folder it leads to: a site that was copied from
    somebody else must not choose where on this machine its pages go. Links further up are followed.
    """
    with translated(out):
        target, site = out.resolve(), root.resolve()
        reason = _harm(site, target)
        if reason:
            raise SetupError(f"the output folder {out} is {reason}; name another with -o")
        known(out)


def known(out: Path) -> Manifest:
    """Return the manifest of `out`, empty where the folder is free for a first build.

    SetupError where it is not a folder, or holds what others put there.
    """
    if out.is_symlink():
        raise SetupError(
            f"the output folder {out} is a link; name the folder it leads to: -o {out.resolve()}"
        )
    if not out.exists():
        return {}
    if not out.is_dir():
        raise SetupError(f"the output folder {out} is a file; delete it or name another with -o")
    manifest = read(out)
    if manifest is not None:
        return manifest
    stranger = min((each.name for each in out.iterdir() if not is_harmless(each)), default=None)
    if stranger is not None:
        raise SetupError(
            f"the output folder {out} holds files that Argsite did not write, such as"
            f" '{stranger}'; empty it or name another with -o"
        )
    return {}


def _harm(site: Path, target: Path) -> str:
    """Say what is wrong with `target` as output of the site in `site`; empty where nothing is."""
    if target == target.parent:
        return "the root of the file system"
    if target == _home():
        return "your home folder"
    if target == site:
        return "the site's own folder"
    if site.is_relative_to(target):
        return "a folder that the site itself stands in"
    for source in (site / "content", site / "themes"):
        for place in {source, source.resolve()}:
            if target.is_relative_to(place) or place.is_relative_to(target):
                return f"mixed with {source.name}/, from which the site is built"
    return ""


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except RuntimeError:  # where the system knows no home, none can be harmed
        return None


def is_harmless(entry: Path) -> bool:
    """Say whether a folder that holds only such entries counts as empty."""
    return entry.name.startswith(".") or entry.name == "CNAME"
