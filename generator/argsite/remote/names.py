"""Names in a listing, taken only where a folder on any machine can have them."""

from __future__ import annotations

from collections.abc import Mapping

from argsite.errors import SetupError
from argsite.output.file import folded, folders, is_valid
from argsite.remote.address import Address
from argsite.remote.store import Entry

_LONGEST = 100


def taken(listing: Mapping[str, Entry], address: Address) -> dict[str, Entry]:
    """Return the files that a site may consist of, without hidden ones.

    SetupError where one has a name that would lead elsewhere, or that two files share.
    """
    seen = {path: entry for path, entry in listing.items() if not f"/{path}".count("/.")}
    odd = sorted(path for path in listing if not _is_plain(path))
    if odd:
        raise _refusal(address, odd, "is no name that a file here can have; rename it")
    links = sorted(path for path, entry in seen.items() if not entry.is_plain)
    if links:
        raise _refusal(address, links, "is neither a file nor a folder; put the file itself there")
    _refuse_doubles(seen, address)
    return seen


def _is_plain(path: str) -> bool:
    return is_valid(path) and path.isprintable()


def _refuse_doubles(seen: Mapping[str, Entry], address: Address) -> None:
    spelled: dict[str, str] = {}
    for path in sorted(seen):
        for each in (path, *folders(path)):
            other = spelled.setdefault(folded(each), each)
            if other != each:
                raise _refusal(address, [each], f"differs from '{other}' in case only; rename one")
            if each in seen and each != path:
                raise _refusal(address, [each], "is a file and a folder as well; rename one")


def _refusal(address: Address, paths: list[str], why: str) -> SetupError:
    others = f" (and {len(paths) - 1:,} more)" if len(paths) > 1 else ""
    shown = paths[0].encode("unicode_escape").decode() if not paths[0].isprintable() else paths[0]
    return SetupError(f"{address}: '{shown[:_LONGEST]}'{others} {why}")
