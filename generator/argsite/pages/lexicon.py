"""The words of the interface for scripts: a file for each language in use, other than English."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from argsite import addresses
from argsite.language import direction, messages, words_of
from argsite.model import Library
from argsite.pages.press import Page


def words_in_use(library: Library) -> list[str]:
    """Return the languages other than English that the interface has on some page."""
    site = library.site.language
    languages = {each.language or site for each in library.essays} | {site}
    return sorted({words_of(each, site).tag for each in languages} - {"en"})


def lexicons(library: Library, script: Callable[[], str]) -> Iterator[Page]:
    """Yield the files; each has the messages that stand in the site's script.

    It is read before that script. The plural rule is a C expression, which JavaScript reads, too.
    """
    for language in words_in_use(library):
        found = messages(language)
        known = {
            message: forms if len(forms) > 1 else forms[0]
            for message, forms in found.forms.items()
            if json.dumps(message, ensure_ascii=False) in script()
        }
        text = json.dumps(known, ensure_ascii=False, indent=0)
        data = (
            f'globalThis.argsiteWords = {{\nlanguage: "{language}",\n'
            f'direction: "{direction(language)}",\n'
            f"form: (n) => {found.rule},\nmessages: {text},\n}};\n"
        )
        yield Page(addresses.lexicon(language), data.encode())
