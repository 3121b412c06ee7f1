"""Which requests are answered: those of people at this machine and of the site's own pages.

A preview may hold what nobody shall read yet. Other sites that are open in the same browser can
make it ask for our addresses, under a name of theirs that leads to this machine (DNS rebinding) or
as a script; so `Host`, `Origin` and `Sec-Fetch-Site` are looked at before anything else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import unquote_to_bytes, urlsplit

BAD, FORBIDDEN, NO_METHOD, FOREIGN = 400, 403, 405, 421

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
"""The names of this machine that lead nowhere else."""

_LONGEST = 8_000
"""Bytes of a path; a site's own are far shorter."""

METHODS = ("GET", "HEAD")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered."""

    status: int
    """The status that says so."""

    reason: str
    """The same for people."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Knows under which names the preview may be asked."""

    names: frozenset[str] = LOOPBACK
    """The names and addresses of this machine."""

    any_address: bool = False
    """True where it listens on all its addresses: then a number will do for a name."""

    @classmethod
    def of(cls, host: str) -> Guard:
        """Return the guard of a preview that listens at `host`."""
        every = _address(host) is not None and ip_address(host).is_unspecified
        return cls(LOOPBACK | {host.lower()}, every)

    def refusal(self, method: str, headers: Mapping[str, str], hosts: int = 1) -> Refusal | None:
        """Return why a request with so many `Host` lines is refused; None where it is not."""
        host = headers.get("host", "")
        name = _name(host)
        if hosts != 1 or not name:
            return Refusal(BAD, "the request does not say which host it is for")
        if not self._is_ours(name):
            return Refusal(FOREIGN, f"this preview is not the site of '{name[:100]}'")
        origin = headers.get("origin")
        if origin is not None and origin.lower() != f"http://{host.lower()}":
            return Refusal(FORBIDDEN, "pages of other sites may not read this preview")
        if not _is_own(headers):
            return Refusal(FORBIDDEN, "pages of other sites may not read this preview")
        if method not in METHODS:
            return Refusal(NO_METHOD, f"a preview can be read with {' or '.join(METHODS)} only")
        return None

    def _is_ours(self, name: str) -> bool:
        return name in self.names or (self.any_address and _address(name) is not None)


def path_of(target: bytes) -> str | None:
    """Return the path of a request's target without its first slash; None where it is malformed.

    Each step of the way is decoded for itself, so that none can hide a further slash.
    """
    if not target.startswith(b"/") or len(target) > _LONGEST:
        return None
    steps = []
    for step in target[1:].split(b"/"):
        try:
            text = unquote_to_bytes(step).decode()
        except UnicodeDecodeError:
            return None
        if not text.isprintable() or "/" in text or "\\" in text:
            return None
        steps.append(text)
    return "/".join(steps)


def _is_own(headers: Mapping[str, str]) -> bool:
    """Say whether a person or one of our pages asks, as far as the browser tells.

    A link on another site may lead here, but no other site may show a page or run a file of ours.
    """
    site = headers.get("sec-fetch-site", "none")
    return site in {"same-origin", "none"} or headers.get("sec-fetch-dest") == "document"


def _name(host: str) -> str:
    """Return the name in a `Host` line, without its port; empty where it is malformed."""
    if not host.isascii() or any(sign in host for sign in "/?#@\\ \t%"):
        return ""
    try:
        parts = urlsplit(f"//{host}")
        name, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    return "" if port == 0 else name


def _address(name: str) -> str | None:
    try:
        return str(ip_address(name))
    except ValueError:
        return None
