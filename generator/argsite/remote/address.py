"""The address of a folder that is not on this machine, such as `s3://bucket/my-site`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from argsite.errors import SetupError
from argsite.problems import did_you_mean

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")
_SECRET = re.compile(r"(?<=://)[^/@]*@")
_LOCAL = ("file", "local")

_NO_FOLDERS = {
    *("async_wrapper", "asynclocal", "asyncwrapper", "blockcache", "cached", "data", "dask", "dir"),
    *("filecache", "generic", "http", "https", "reference", "simplecache", "libarchive", "tar"),
    *("jlab", "jupyter", "pyscript", "zip"),
}
"""What fsspec knows besides and nobody can list and write folders with by an address alone."""


@dataclass(frozen=True, slots=True)
class Address:
    """A folder in some store, by the scheme of the store and the folder's place in it."""

    text: str
    """The address without a slash at its end."""

    @property
    def scheme(self) -> str:
        """What stands before `://`."""
        return self.text.partition("://")[0]

    @property
    def parts(self) -> tuple[str, ...]:
        """The names on the way to the folder, the bucket or machine first."""
        return tuple(part for part in self.text.partition("://")[2].split("/") if part)

    @property
    def secret(self) -> str:
        """A name and password in the address, with `@`; mostly there is none."""
        found = _SECRET.search(self.text)
        return found[0] if found else ""

    def child(self, name: str) -> Address:
        """Return the address of a folder in this one."""
        return Address(f"{self.text}/{name}")

    def __str__(self) -> str:
        """Return the address as it may be shown: without a name and password."""
        return _SECRET.sub("", self.text)


def is_address(text: str) -> bool:
    """Say whether a text is an address rather than a path; a Windows drive is a path."""
    return bool(_SCHEME.match(text))


def parse(text: str) -> Address | Path:
    """Return the folder that an address means; those of this machine are paths.

    SetupError where nothing is known of its scheme.
    """
    scheme, _, place = text.partition("://")
    scheme = scheme.lower()
    if scheme in _LOCAL:
        # file:///C:/my-site on Windows, file:///home/me/my-site elsewhere
        return Path(place[1:] if re.match(r"/[A-Za-z]:", place) else place or "/")
    address = Address(f"{scheme}://{place.rstrip('/')}")
    _require_known(address)
    if not address.parts and scheme != "memory":
        raise SetupError(f"{text} names no folder; write {scheme}://bucket/folder")
    if any(part in {".", ".."} for part in address.parts):
        raise SetupError(f"{address} has '.' or '..' in it; write the plain way to the folder")
    return address


def refuse_unsafe(source: Address, target: Address) -> None:
    """Raise SetupError where building the site at `source` into `target` could do harm."""
    reason = _harm(source, target)
    if reason:
        raise SetupError(f"the output folder {target} is {reason}; name another with -o")


def _harm(source: Address, target: Address) -> str:
    """Say what is wrong with `target`; empty where nothing is."""
    if source.scheme != target.scheme:
        return ""
    site, out = source.parts, target.parts
    if site == out:
        return "the site's own folder"
    if site[: len(out)] == out:
        return "a folder that the site itself stands in"
    if out[: len(site)] == site and out[len(site)] in {"content", "themes"}:
        return f"mixed with {out[len(site)]}/, from which the site is built"
    return ""


def _require_known(address: Address) -> None:
    known = _schemes()
    if address.scheme in known:
        return
    hint = did_you_mean(address.scheme, known)
    there = f"{hint}; there are: " if hint else "there are: "
    raise SetupError(
        f"'{address.scheme}' in {address} is no scheme of an address that can be used here;"
        f" {there}{', '.join(known)}"
    )


def _schemes() -> list[str]:
    """Return the schemes of the file systems that fsspec knows."""
    try:
        import fsspec
    except ImportError as error:
        raise SetupError(
            "addresses need packages that are not installed; run: pip install 'argsite[remote]'"
        ) from error
    return sorted({*fsspec.available_protocols()} - _NO_FOLDERS)
