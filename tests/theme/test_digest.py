"""Templates as digests: which change with which."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite.theme import Theme, digests_of_templates, read, templates_of

TEMPLATES = {
    "base.html": "{% include 'legend.html' %}",
    "legend.html": "{% import 'base.html' as base %}",
    "essay.html": '{%- extends "base.html" -%} {% from "parts.html" import stated with context %}',
    "parts.html": "{% macro stated() %}{% endmacro %}",
    "alone.html": "{# nothing #} include 'parts.html'",
    "either.html": "{% include 'parts.html' if frame else 'base.html' %}",
    "lacking.html": "{% include 'nobody.html' ignore missing %}",
}


def theme(folder: Path) -> Theme:
    """Write the templates and return them as a theme."""
    folder.mkdir(exist_ok=True)
    for name, text in TEMPLATES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Theme("mine", (folder,), {}, {}, {})


def digests(mine: Theme) -> dict[str, bytes]:
    """Return the digests of a theme's templates."""
    return digests_of_templates({name: read(path) for name, path in templates_of(mine).items()})


@pytest.mark.parametrize(
    ("edited", "changed"),
    [
        ("base.html", {"base.html", "legend.html", "essay.html", "either.html"}),
        ("legend.html", {"base.html", "legend.html", "essay.html", "either.html"}),
        ("parts.html", {"parts.html", "essay.html", "either.html"}),
        ("essay.html", {"essay.html", "either.html"}),
        ("alone.html", {"alone.html", "either.html"}),
        ("lacking.html", {"lacking.html", "either.html"}),
        ("nobody.html", {"nobody.html", "lacking.html", "either.html"}),
    ],
)
def test_a_template_changes_with_those_that_it_draws_on(
    tmp_path: Path, edited: str, changed: set[str]
) -> None:
    folder = tmp_path / "templates"
    mine = theme(folder)
    before = digests(mine)
    with (folder / edited).open("a", encoding="utf-8") as file:
        file.write("more")
    after = digests(mine)
    assert {name for name in after if after[name] != before.get(name)} == changed
