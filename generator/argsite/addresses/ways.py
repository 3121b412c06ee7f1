"""The way from one page of the site to another, and what an author's address means."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SAFE = re.compile(r"[A-Za-z0-9/._-]*")


def between(page: str, target: str) -> str:
    """Return the address of `target` (a path, perhaps with a fragment) as page `page` writes it.

    It is relative, so that a folder, a zip and any host will do.
    """
    path, hash_mark, fragment = target.partition("#")
    if hash_mark:
        fragment = hash_mark + _quoted(fragment)
        if path == page:
            return fragment
    folder, _, name = path.rpartition("/")
    return _way(page.rpartition("/")[0], folder) + _quoted(name) + fragment


@lru_cache(maxsize=1000)  # pages of a folder link to few others
def _way(here: str, there: str) -> str:
    """Return the way from one folder to another, ready for what is in that."""
    up, down = here.split("/") if here else [], there.split("/") if there else []
    while up and down and up[0] == down[0]:
        up, down = up[1:], down[1:]
    return "../" * len(up) + "".join(f"{_quoted(each)}/" for each in down)


def full(url: str, target: str) -> str:
    """Return the whole address of `target` in the site at `url`, as other sites write it."""
    path, hash_mark, fragment = target.partition("#")
    return f"{url}/{_quoted(path)}{hash_mark}{_quoted(fragment)}"


def rooted(url: str, target: str) -> str:
    """Return the address of `target` from the host's root: it holds in any folder of the site."""
    return full(urlsplit(url).path, target)


def _quoted(text: str) -> str:
    return text if _SAFE.fullmatch(text) else quote(text)


def joined(folder: str, address: str) -> str | None:
    """Return the path that a relative address means in `folder`; None where it leaves the site."""
    path, hash_mark, fragment = address.partition("#")
    steps = folder.split("/") if folder else []
    for step in path.split("/"):
        if step == "..":
            if not steps:
                return None
            steps.pop()
        elif step not in {"", "."}:
            steps.append(step)
    return "/".join(steps) + hash_mark + fragment


class Destination(NamedTuple):
    """What an address leads to that an author wrote in a text."""

    is_outside: bool = False
    """It begins with a scheme: it is an address of another host, or of no host at all."""

    statement: str = ""
    """Key of the statement that `#id` or `essay#id` names; empty where it is no such address."""

    page: str | None = ""
    """Path of the page that a relative address means; None where that is not within the site."""

    fragment: str = ""
    """The place on that page."""


@lru_cache(maxsize=20_000)  # checks and pages ask it of the same ones
def destination(address: str, folder: str) -> Destination:
    """Return what an address means in a text of `folder`: an essay's, or that of a plain page.

    A query is left out, since a site of files cannot answer it.
    """
    if _SCHEME.match(address):
        return Destination(is_outside=True)
    path, mark, fragment = address.partition("#")
    path, fragment = unquote(path.partition("?")[0]), unquote(fragment)
    if path.startswith("/"):
        return Destination(page=None)
    if mark and "/" not in path and not path.endswith(".html"):
        return Destination(statement=f"{path or folder}/{fragment}", fragment=fragment)
    return Destination(page=joined(folder, path), fragment=fragment)


def has_host(address: str) -> bool:
    """Say whether an address leads to a host by http or https; browsers follow nothing else."""
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return False
    if parts.scheme not in {"http", "https"} or not host or _NO_HOST.search(host):
        return False
    return not host.rpartition(".")[2].isdecimal() or _is_numeric(host)


_NO_HOST = re.compile(r"[\s<>^|%\\]")
"""Characters that browsers take in no host's name."""


def _is_numeric(host: str) -> bool:
    from ipaddress import AddressValueError, IPv4Address

    try:
        IPv4Address(host)
    except AddressValueError:
        return False
    return True
