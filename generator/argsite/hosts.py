"""Whether an address leads to a host on the web: browsers follow nothing else there."""

from __future__ import annotations

import re
from urllib.parse import urlsplit


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
