"""What a request for a file of the site gets: the file, a redirect, or a page that says why not."""

from __future__ import annotations

from dataclasses import dataclass

from argsite import addresses
from argsite.output.media_type import OTHER, media_type
from argsite.serve.live import MENDED, bare_page, enlivened
from argsite.serve.preview import Preview

OK, MOVED, NOT_FOUND, FAILED, NOT_YET = 200, 307, 404, 500, 503


@dataclass(frozen=True, slots=True)
class Answer:
    """What a browser gets."""

    status: int
    """200, or why it is not the file that was asked for."""

    data: bytes = b""
    """The bytes."""

    media_type: str = OTHER
    """What they are."""

    moved: bool = False
    """True where the address needs a slash at its end."""

    fault: Exception | None = None
    """What kept the file from being made as it should be."""


def answer(preview: Preview, path: str, address: str) -> Answer:
    """Return what is at `path` (without a first slash) of the site, which is at `address`."""
    if not preview.name:
        return _page(preview, NOT_YET, bare_page("There is no site to show yet", MENDED), path)
    name = f"{path}{addresses.INDEX}" if path.endswith("/") or not path else path
    if not preview.has(name):
        if preview.has(f"{name}/{addresses.INDEX}"):
            return Answer(MOVED, moved=True)
        return _page(
            preview,
            NOT_FOUND,
            preview.not_found(address) or bare_page("Not found", "The site has no such page."),
            name,
        )
    data, fault = preview.file(name)
    if data is None:
        return _page(preview, FAILED, bare_page("This page could not be made", MENDED), name, fault)
    if name.endswith(".html"):
        return _page(preview, OK, data, name, fault)
    return Answer(OK, data, media_type(name), fault=fault)


def failed(preview: Preview, path: str) -> Answer:
    """Return what stands for a page that a bug keeps from being made."""
    return _page(preview, FAILED, bare_page("This page could not be made", MENDED), path)


def _page(
    preview: Preview, status: int, page: bytes, path: str, fault: Exception | None = None
) -> Answer:
    data = enlivened(page, preview.name, path)
    return Answer(status, data, media_type("page.html"), fault=fault)
