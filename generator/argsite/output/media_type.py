"""What a file's bytes are, as browsers are told."""

from __future__ import annotations

TYPES = {
    "css": "text/css; charset=utf-8",
    "gif": "image/gif",
    "html": "text/html; charset=utf-8",
    "ico": "image/x-icon",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "otf": "font/otf",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "ttf": "font/ttf",
    "txt": "text/plain; charset=utf-8",
    "wasm": "application/wasm",
    "webp": "image/webp",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "xml": "application/xml",
}
"""The media type of a file by the ending of its name."""

OTHER = "application/octet-stream"
"""Bytes of which nothing is known."""


def media_type(name: str) -> str:
    """Return the media type of a file by the ending of its name."""
    return TYPES.get(name.rpartition(".")[2].lower(), OTHER)
