"""Addresses on the web."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from argsite.formats.yaml.nodes import Node
from argsite.formats.yaml.values import Value, bad, scalar, short
from argsite.problems import Report


def is_address(text: str) -> bool:
    """Say whether `text` is a whole http or https address."""
    if re.search(r"\s", text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False


def _read_address(name: str, node: Node, report: Report) -> str | None:
    written = scalar(name, node, report, "an address")
    if written is None:
        return None
    if is_address(written.text):
        return written.text
    message = f"'{name}' must be an address, not '{short(written.text)}'"
    bad(written.at, message, report, "write it whole, such as https://example.org/page")
    return None


ADDRESS = Value("an http or https address", _read_address)
"""An address on the web."""
