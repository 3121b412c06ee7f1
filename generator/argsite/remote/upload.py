"""Publish to an address: files as they are made, or a site that stands in a folder here."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory

from argsite.output import File, Written, publish
from argsite.output.alone import alone
from argsite.remote import keep
from argsite.remote.address import Address
from argsite.remote.file_system import opened
from argsite.remote.publish import bring
from argsite.remote.store import Told, silent

_NOTES = "published.json"


def publish_remote(files: Iterable[File], address: Address) -> Written:
    """Make the folder at `address` hold exactly `files`, beside what others put there.

    The files are taken one at a time and wait on this machine's disk until all of them are there.
    """
    with TemporaryDirectory(prefix="argsite-") as folder:
        out = Path(folder, "site")
        publish(files, out)
        return upload(out, address)


def upload(folder: Path, address: Address, told: Told = silent) -> Written:
    """Make `address` hold what was published to `folder`; only what differs is sent.

    SetupError where the address is not ours; OutputError where the store does not do what it
    should: then each file there is whole, and the next time repairs the rest.
    """
    kept = keep.folder("target", address.text)
    notes = keep.read_notes(kept / _NOTES)
    owner, marks = notes.get("owner"), notes.get("marks")
    if not isinstance(owner, str):
        owner = token_hex(16)
        keep.write_notes(kept / _NOTES, {"owner": owner})
    with alone(kept / "upload", address), opened(address) as store:
        known = marks if isinstance(marks, dict) else {}
        written, now = bring(folder, store, owner, marks=known, told=told)
    keep.write_notes(kept / _NOTES, {"owner": owner, "marks": now})
    return written


def workplace(source: object, address: Address) -> Path:
    """Return the folder of this machine in which the site of `source` is made for `address`."""
    return keep.folder("work", source, address.text) / "site"
