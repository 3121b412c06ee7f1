"""Addresses on the web."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from argsite.formats.yaml import fragments
from argsite.formats.yaml.nodes import Node
from argsite.formats.yaml.values import Value, bad, scalar, short
from argsite.hosts import has_host
from argsite.problems import Report


def is_address(text: str) -> bool:
    """Say whether `text` is a whole http or https address, without white space."""
    return not re.search(r"\s", text) and has_host(text)


def _read_folder(name: str, node: Node, report: Report) -> str | None:
    """Return the address of a folder in the form that links have, without a slash at its end."""
    written = _read_address(name, node, report)
    if written is None:
        return None
    parts = urlsplit(written)
    folder = re.sub(r"/[^/]*\.html?$", "", parts.path, flags=re.IGNORECASE).rstrip("/")
    address = _in_ascii(parts, folder)
    if not address:
        message = f"'{name}' has no host that can be reached, '{short(parts.netloc)}'"
        bad(node.at, message, report, "write it as a browser shows it, without a name or password")
        return None
    if "?" in written or "#" in written or folder != parts.path.rstrip("/"):
        message = f"'{name}' must be the address of a folder, not '{short(written)}'"
        bad(node.at, message, report, f"write {address}/")
        return None
    return address


def _in_ascii(parts: SplitResult, path: str) -> str:
    """Return an address of a path as it is sent over the web; empty where its host has no form."""
    try:
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    if "@" in parts.netloc:
        return ""
    place = f"[{host}]" if ":" in host else host
    return urlunsplit((parts.scheme, place + port, quote(path, safe="/%:@!$&'()*+,;=~"), "", ""))


def _read_address(name: str, node: Node, report: Report) -> str | None:
    hint = "write it whole, such as https://example.org/page"
    written = scalar(name, node, report, "an address", hint)
    if written is None:
        return None
    if is_address(written.text):
        return written.text
    message = f"'{name}' must be an address, not '{short(written.text)}'"
    bad(written.at, message, report, hint)
    return None


_HOST = (
    r"[hH][tT][tT][pP][sS]?://(?:[^\s/?#]*@)?"
    r"(?:\[[^\s/?#\]]+\]|[^\s/?#:@\[\]<>^|%\\]+)(?::[0-9]*)?"
)

ADDRESS = Value(
    "an http or https address", _read_address, fragments.matching(rf"{_HOST}(?:[/?#]\S*)?")
)
"""An address on the web."""

_PAGE = r"[^\s?#]*/[^\s/?#]*\.[hH][tT][mM][lL]?$"

FOLDER = Value(
    "the http or https address of a folder",
    _read_folder,
    fragments.matching(rf"(?!{_PAGE})(?![^/]*//[^/]*@){_HOST}(?:/[^\s?#]*)?"),
)
"""Where a site is on the web."""
