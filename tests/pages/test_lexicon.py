"""The words of the interface for scripts: all that the site's script says, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argsite.language import languages
from argsite.pages.lexicon import lexicons
from argsite.theme import find, join_scripts
from tests.built import ROOT, make_edition
from tests.tools.update_words import script_messages


def script() -> str:
    """Return the built-in theme's script as it is written."""
    paths = find("paper", ROOT).scripts
    return join_scripts({name: path.read_text(encoding="utf-8") for name, path in paths.items()})


@pytest.mark.parametrize("language", [each for each in languages() if each != "en"])
def test_the_file_holds_every_message_of_the_script(tmp_path: Path, language: str) -> None:
    edition = make_edition(tmp_path, {"content/site.yaml": f"title: T\nlanguage: {language}\n"})
    [page] = lexicons(edition.library, script)
    assert page.path == f"assets/words-{language}.js"
    _, start, rest = page.data.decode().partition("messages: ")
    assert start
    messages = json.loads(rest.removesuffix(",\n};\n"))
    assert set(script_messages()) <= messages.keys()


def test_a_site_in_english_has_none(tmp_path: Path) -> None:
    edition = make_edition(tmp_path, {})
    assert not list(lexicons(edition.library, script))
