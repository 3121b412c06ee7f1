"""The catalogues of translated messages that come with the package, as gettext's .po files."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a heavy library, which a site in English does not need
    from babel.messages.catalog import Catalog

_FOLDER = Path(__file__).parents[1] / "locale"
_FILE = "LC_MESSAGES/argsite.po"


@dataclass(frozen=True, slots=True)
class Messages:
    """What is translated into a language, as data."""

    forms: Mapping[str, tuple[str, ...]]
    """English message (of a plural its singular) to its translation or its plural forms."""

    rule: str
    """Which form goes with a number: an expression in `n`, as C and JavaScript write it."""


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that the interface knows: English, then those with a catalogue."""
    return ("en", *_files())


@cache
def translations(language: str) -> GNUTranslations:
    """Return the translations into a language; what is not translated, or not surely, is not in."""
    from babel.messages.mofile import write_mo

    binary = io.BytesIO()
    write_mo(binary, _catalogue(language))
    binary.seek(0)
    return GNUTranslations(binary)


def messages(language: str) -> Messages:
    """Return what `translations` holds, as data."""
    catalogue = _catalogue(language)
    forms = {}
    for message in catalogue:
        strings = (message.string,) if isinstance(message.string, str) else message.string
        if message.id and strings and all(strings) and not message.fuzzy:
            name = message.id if isinstance(message.id, str) else message.id[0]
            forms[name] = tuple(strings)
    return Messages(forms, catalogue.plural_expr)


@cache
def _catalogue(language: str) -> Catalog:
    from babel.messages.pofile import read_po

    return read_po(io.BytesIO(_files()[language].read_bytes()), locale=language.replace("-", "_"))


@cache
def _files() -> Mapping[str, Path]:
    """Return the catalogues by BCP 47 tag; gettext calls the folder of `pt-BR` `pt_BR`."""
    folders = sorted(_FOLDER.iterdir())
    found = {each.name.replace("_", "-"): each / _FILE for each in folders}
    return {tag: file for tag, file in found.items() if file.is_file()}
