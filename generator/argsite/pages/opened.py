"""The open rebuttals of each essay, remembered from build to build."""

from __future__ import annotations

from collections.abc import Sequence

from argsite.packing import pack, unpack
from argsite.pages.edition import Edition
from argsite.pages.remember import Remember


def recall_open(edition: Edition, argued: Sequence[str], remember: Remember) -> None:
    """Have an edition know what is open; `argued` tells all that is argued from anything else."""
    slugs = [each.slug for each in edition.library.essays]

    def found() -> bytes:
        return pack({slug: sorted(edition.open(slug)) for slug in slugs})

    known = unpack(remember(("open rebuttals", *argued), found), dict[str, list[str]]) or {}
    edition.take_open({slug: frozenset(known[slug]) for slug in slugs if slug in known})
