"""What a site's author chooses of its look and its lists."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from argsite.source import Location, Passage


class Listing(StrEnum):
    """A kind of list that a site can have."""

    STATEMENTS = "statements"
    """All statements, by what they are and how they fare."""

    OPEN = "open"
    """Objections that nothing answers."""

    SOURCES = "sources"
    """Everything that is cited."""

    TAGS = "tags"
    """All tags."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour that an author chose."""

    value: str
    """Six hexadecimal digits after a `#`, in small letters."""

    at: Location
    """Where it was written."""


@dataclass(frozen=True, slots=True)
class Accent:
    """The colour that numerals and the like are set in."""

    light: Colour
    """On light paper."""

    dark: Colour | None = None
    """On dark paper; None for a lighter shade of the other."""


@dataclass(frozen=True, slots=True)
class Fonts:
    """Fonts that readers may have, each list in the order of preference; empty for the theme's."""

    prose: tuple[str, ...] = ()
    """Of the texts."""

    interface: tuple[str, ...] = ()
    """Of everything around them."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that stands for the site."""

    name: str
    """The name of its file in `content/`."""

    at: Location
    """Where it was named."""

    data: bytes = b""
    """What the file holds."""


@dataclass(frozen=True, slots=True)
class Options:
    """What `options` in `site.yaml` says; what it leaves out is the theme's."""

    accent: Accent | None = None
    """The colour of numerals and the like."""

    fonts: Fonts = Fonts()
    """What the pages are set in."""

    logo: Logo | None = None
    """A picture beside the site's name."""

    footer: Passage | None = None
    """Markdown at the foot of every page."""

    lists: tuple[Listing, ...] = tuple(Listing)
    """The lists that the site has, in the order of its navigation."""

    diagrams: bool = True
    """False where no page shows a diagram."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a theme's pages are printed on: other colours are measured against it."""

    light: Colour
    """By day."""

    dark: Colour
    """By night."""
