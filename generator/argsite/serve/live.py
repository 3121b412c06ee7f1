"""The script in every page of a preview: it reloads the page and shows what is wrong over it.

It is put into a page while that is served, and the page's policy is widened by what it needs: files
from the same origin. A built site knows nothing of it.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape, unescape
from pathlib import Path

FOLDER = ".argsite-live/"
"""Where its files are: a build keeps names that begin so for itself, so no page can be there."""

EVENTS = f"{FOLDER}events"
"""The address of the stream of events."""

MENDED = "As soon as what keeps it from being made is mended, it appears here."
"""The second sentence of a page that stands for another."""

_ASSETS = Path(__file__).parent / "assets"

_FILES = {f"{FOLDER}{name}": _ASSETS / name for name in ("live.js", "overlay.css", "bare.css")}

_HEAD = re.compile(rb"</head\s*>", re.IGNORECASE)

_META = re.compile(
    r"""<meta\b[^>]*\bhttp-equiv\s*=\s*["']?content-security-policy\b[^>]*>""", re.IGNORECASE
)
_CONTENT = re.compile(r"""(\bcontent\s*=\s*)("[^"]*"|'[^']*')""", re.IGNORECASE)

_NEEDED = ("script-src", "style-src", "connect-src")
"""The parts of a policy that must allow files from the same origin."""


@cache
def live_file(path: str) -> bytes | None:
    """Return one of its files; None where there is none at `path`."""
    place = _FILES.get(path)
    return place.read_bytes() if place else None


def enlivened(page: bytes, name: str, path: str) -> bytes:
    """Return a page with the script; `name` is that of the site's state, `path` the page's own."""
    tag = (
        f'<script src="/{FOLDER}live.js" data-name="{escape(name)}" data-path="{escape(path)}"'
        " defer></script>\n"
    ).encode()
    head = _HEAD.search(page)
    if head is None:
        return page + tag
    top = page[: head.start()].decode(errors="surrogateescape")
    widened = _META.sub(lambda meta: _CONTENT.sub(_widened, meta[0]), top)
    return widened.encode(errors="surrogateescape") + tag + page[head.start() :]


def bare_page(title: str, text: str) -> bytes:
    """Return a page that needs no theme, to stand where there is none of the site."""
    policy = "default-src 'none'; script-src 'self'; style-src 'self'"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f'<link rel="stylesheet" href="/{FOLDER}bare.css">\n'
        f"<title>{title}</title>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f"<p>{text}</p>\n</main>\n</body>\n</html>\n"
    ).encode()


def _widened(content: re.Match[str]) -> str:
    policy = widen(unescape(content[2][1:-1]))
    return f'{content[1]}"{escape(policy)}"'.replace("&#x27;", "'")


def widen(policy: str) -> str:
    """Return a policy that allows scripts, styles and streams from the same origin, too."""
    parts: dict[str, list[str]] = {}
    for name, *values in filter(None, (part.split() for part in policy.split(";"))):
        parts.setdefault(name.lower(), values)  # of two parts of one name the first counts
    for name in _NEEDED:
        values = parts[name] if name in parts else parts.get("default-src", ["*"])
        if not {"'self'", "*"} & set(values):
            parts[name] = [*(value for value in values if value != "'none'"), "'self'"]
    return "; ".join(" ".join((name, *values)) for name, values in parts.items())
