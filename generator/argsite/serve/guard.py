"""Which requests are answered: those of people at this machine and of the site's own pages.

A preview may hold what nobody shall read yet. Other sites that are open in the same browser can
make it ask for our addresses, under a name of theirs that leads to this machine (DNS rebinding) or
as a script; so `Host`, `Origin` and `Sec-Fetch-Site` are looked at before anything else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import unquote_to_bytes

from starlette.datastructures import Headers

BAD, FORBIDDEN, NO_METHOD, FOREIGN, FULL = 400, 403, 405, 421, 503

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
"""The names of this machine that lead nowhere else."""

_HOST = re.compile(r"(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::(\d{0,5}))?", re.ASCII)
"""A name or an address, and a port."""

_ONCE = ("host", "origin", "sec-fetch-site", "sec-fetch-dest")
"""What a browser says once: of two lines it would be open which is true."""

_LAST_PORT = 65_535

LONGEST = 8_000
"""Bytes of a path; a site's own are far shorter."""

METHODS = ("GET", "HEAD")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered."""

    status: int
    """The status that says so."""

    reason: str
    """The same for people."""


FOREIGN_PAGE = Refusal(FORBIDDEN, "pages of other sites may not read this preview")


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
        return cls(LOOPBACK | {_address(host) or host.lower()}, every)

    def refusal(self, method: str, headers: Headers) -> Refusal | None:
        """Return why a request is refused; None where it is not."""
        fault = _fault(headers)
        if fault:
            return Refusal(BAD, fault)
        name = _name(headers["host"])
        if not self._is_ours(name):
            return Refusal(FOREIGN, f"this preview is not the site of '{name[:100]}'")
        if not _may_read(headers):
            return FOREIGN_PAGE
        if method not in METHODS:
            return Refusal(NO_METHOD, f"a preview can be read with {' or '.join(METHODS)} only")
        return None

    def _is_ours(self, name: str) -> bool:
        return name in self.names or (self.any_address and _address(name) is not None)


def stream_refusal(headers: Headers) -> Refusal | None:
    """Return why the stream of events is refused, to which no other site may even lead."""
    return None if _is_own(headers) else FOREIGN_PAGE


def path_of(target: bytes) -> str | None:
    """Return the path of a request's target without its first slash; None where it is malformed.

    Each step of the way is decoded for itself, so that none can hide a further slash.
    """
    if not target.startswith(b"/") or len(target) > LONGEST:
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


def _fault(headers: Headers) -> str:
    """Return what is malformed in the head of a request; nothing where all is well."""
    if any(len(headers.getlist(name)) > 1 for name in _ONCE):
        return "the request says twice what can be said once"
    if "content-length" in headers and "transfer-encoding" in headers:
        return "the request says in two ways where it ends"
    if not _name(headers.get("host", "")):
        return "the request does not say which host it is for"
    return ""


def _may_read(headers: Headers) -> bool:
    """Say whether whoever asks may have a page or a file.

    A link elsewhere may lead here, but no other site may show a page or run a file of ours.
    """
    origin = headers.get("origin")
    if origin is not None and origin.lower() != f"http://{headers['host'].lower()}":
        return False
    return _is_own(headers) or headers.get("sec-fetch-dest") == "document"


def _is_own(headers: Headers) -> bool:
    """Say whether a person or one of our pages asks, as far as the browser tells."""
    return headers.get("sec-fetch-site", "none") in {"same-origin", "none"}


def _name(host: str) -> str:
    """Return the name in a `Host` line, without its port; empty where it is malformed."""
    found = _HOST.fullmatch(host.lower())
    if not found or (found[3] and not 0 < int(found[3]) <= _LAST_PORT):
        return ""
    if found[1]:
        return _address(found[1]) or ""
    return found[2]


def _address(name: str) -> str | None:
    try:
        return str(ip_address(name))
    except ValueError:
        return None
