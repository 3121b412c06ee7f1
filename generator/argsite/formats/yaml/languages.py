"""Languages, written as tags of BCP 47."""

from __future__ import annotations

from argsite.formats.yaml import fragments
from argsite.formats.yaml.nodes import Node
from argsite.formats.yaml.values import Value, bad, scalar, short
from argsite.language import is_tag
from argsite.problems import Report

_LANGUAGES = {
    "cn": "zh",
    "cz": "cs",
    "dk": "da",
    "gb": "en-GB",
    "gr": "el",
    "jp": "ja",
    "ua": "uk",
    "us": "en-US",
}
"""The language of a country whose code is taken for a language's, and is none."""


_HINT = "write a tag such as en, pt-BR or zh-Hant"


def _read_language(name: str, node: Node, report: Report) -> str | None:
    written = scalar(name, node, report, "a language tag", _HINT)
    if written is None:
        return None
    country = written.text.partition("-")[0]
    if country.lower() in _LANGUAGES:
        message = f"'{name}' must be a language, not the country '{country}'"
        bad(written.at, message, report, f"write {_LANGUAGES[country.lower()]}")
        return None
    if is_tag(written.text):
        return written.text
    message = f"'{name}' must be a language tag (BCP 47), not '{short(written.text)}'"
    bad(written.at, message, report, _HINT)
    return None


_PART = "[A-Za-z0-9]"
_PRIVATE = f"[xX](?:-{_PART}{{1,8}})+"

LANGUAGE = Value(
    "a language tag",
    _read_language,
    fragments.matching(
        f"(?!(?:{fragments.any_case(_LANGUAGES)})(?:-|$))"
        f"(?:[A-Za-z]{{2,3}}(?:-{_PART}{{2,8}}|-[A-WYZa-wyz0-9](?=-))*(?:-{_PRIVATE})?|{_PRIVATE})"
    ),
)
"""A language."""
