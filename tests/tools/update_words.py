"""Bring the catalogues up to the messages in code, templates and scripts: `make words`.

New messages come in without a translation, those that are gone go; translators then fill in the
files `generator/argsite/locale/<language>/LC_MESSAGES/argsite.po`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "generator" / "argsite" / "locale"

KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "plural": (1, 2)}
"""Functions whose arguments are messages; pairs are a singular and its plural."""

WHERE = (
    ("generator/argsite", "*.py", "python"),
    ("themes", "*.html", "jinja2"),
    ("themes", "*.js", "javascript"),
)
"""Folders, the names of the files in them, and what reads these."""

IDLE = ('"POT-Cr', '"PO-Rev', '"Project', '"Report', '"Last-T', '"Language-T', '"Generated')
"""Lines of a catalogue's head that would only change without telling anything."""

OPTIONS = {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}


def extract() -> Catalog:
    """Return all messages of the interface, with the files that they stand in."""
    found = Catalog(charset="utf-8")
    for path, method in _files():
        name = path.relative_to(ROOT).as_posix()
        options = {**OPTIONS, "encoding": "utf-8"}
        for line, message, comments, context in extract_from_file(
            method, path, KEYWORDS, ("Words:",), options
        ):
            found.add(message, None, [(name, line)], auto_comments=comments, context=context)
    return found


def script_messages() -> Iterator[str]:
    """Yield the messages that scripts use, a plural by its singular."""
    for message in extract():
        if any(name.endswith(".js") for name, _ in message.locations):
            yield message.id if isinstance(message.id, str) else message.id[0]


def catalogues() -> dict[str, Path]:
    """Return the catalogues by their languages; the folder of `pt-BR` is `pt_BR`."""
    return {
        path.parts[-3].replace("_", "-"): path
        for path in sorted(LOCALE.glob("*/LC_MESSAGES/argsite.po"))
    }


def read(language: str) -> Catalog:
    """Return the catalogue of a language."""
    with catalogues()[language].open("rb") as file:
        return read_po(file, locale=language.replace("-", "_"))


def update(language: str) -> list[str]:
    """Bring a catalogue up to date; return its messages that want a translation."""
    catalogue = read(language)
    catalogue.update(extract(), no_fuzzy_matching=True, update_creation_date=False)
    write(catalogue, catalogues()[language])
    return [str(message.id) for message in catalogue if message.id and not _is_done(message.string)]


def write(catalogue: Catalog, path: Path) -> None:
    """Write a catalogue as a translator finds it easy to read and git to compare."""
    text = BytesIO()
    write_po(
        text, catalogue, width=100, include_lineno=False, ignore_obsolete=True, sort_by_file=True
    )
    lines = text.getvalue().decode().splitlines(keepends=True)
    path.write_text("".join(each for each in lines if not each.startswith(IDLE)), encoding="utf-8")


def _files() -> Iterator[tuple[Path, str]]:
    for folder, pattern, method in WHERE:
        for path in sorted((ROOT / folder).rglob(pattern)):
            yield path, method


def _is_done(string: object) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


if __name__ == "__main__":
    for each in catalogues():
        for missing in update(each):
            sys.stdout.write(f"{each}: {missing}\n")
