"""What an author chose, as a stylesheet, and the warnings about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite.build import check
from argsite.model import Accent, Colour, Fonts, Options, Paper
from argsite.problems import Problem, render
from argsite.source import Location
from argsite.theme import check_options, options_sheet
from tests.built import files, make_site
from tests.sites import write

AT = Location("content/site.yaml")
PAPER = Paper(Colour("#fdfcf9", AT), Colour("#14161a", AT))


def test_without_options_there_is_no_sheet() -> None:
    assert options_sheet(Options(), PAPER) == ""


def test_two_colours_are_taken_as_they_are() -> None:
    accent = Accent(Colour("#005500", AT), Colour("#99ff99", AT))
    assert options_sheet(Options(accent), PAPER) == (
        "/* From site.yaml */\n\n:root {\n  --accent: light-dark(#005500, #99ff99);\n}\n"
    )


def test_one_colour_has_a_lighter_shade_on_dark_paper() -> None:
    accent = Accent(Colour("#7a1f2b", AT))
    assert "--accent: light-dark(#7a1f2b, #af7980);" in options_sheet(Options(accent), PAPER)


def test_names_of_fonts_are_quoted_and_generic_ones_are_not() -> None:
    fonts = Fonts(("Source Serif 4", "Georgia", "serif"), ("Noto Sans", "System-UI"))
    sheet = options_sheet(Options(fonts=fonts), PAPER)
    assert '  --prose: "Source Serif 4", "Georgia", serif;\n' in sheet
    assert '  --interface: "Noto Sans", system-ui;\n' in sheet


SITE = """\
title: Small
options:
  accent: {light: "#e0a0a8", dark: "#333"}
"""


def test_an_accent_that_is_hard_to_read_is_a_warning_with_a_better_one(tmp_path: Path) -> None:
    write(tmp_path, {"content/site.yaml": SITE})
    outcome = check(tmp_path)
    assert not outcome.failed
    light, dark = outcome.problems
    assert render(light, outcome.manuscripts) == (
        "content/site.yaml:3:19: warning: '#e0a0a8' is hard to read on the theme's light paper: "
        "its contrast is 2.09, and 4.5 is needed [low-contrast]\n"
        '    3 |   accent: {light: "#e0a0a8", dark: "#333"}\n'
        '      |                   ^^^^^^^^^ write "#92686d" or a darker colour'
    )
    assert (dark.at.column, dark.hint) == (36, 'write "#858585" or a lighter colour')


def test_a_contrast_just_below_what_is_needed_does_not_look_like_enough() -> None:
    # Its contrast is 4.4955.
    (problem,) = warned(Accent(Colour("#757574", AT)), PAPER)
    assert "its contrast is 4.49, and 4.5 is needed" in problem.message


def test_the_advice_leads_away_from_the_paper_whatever_a_theme_calls_it() -> None:
    upside_down = Paper(PAPER.dark, PAPER.light)
    light, dark = warned(Accent(Colour("#333333", AT), Colour("#cccccc", AT)), upside_down)
    assert light.hint.endswith("or a lighter colour")
    assert dark.hint.endswith("or a darker colour")


def warned(accent: Accent, paper: Paper) -> list[Problem]:
    """Return what is said of an accent on a paper."""
    problems: list[Problem] = []
    check_options(Options(accent), paper, problems.append)
    return problems


def test_the_options_follow_the_stylesheets_of_the_theme(tmp_path: Path) -> None:
    built = files(make_site(tmp_path, {"content/site.yaml": SITE}))
    assert built["assets/style.css"].endswith(b"  --accent: light-dark(#e0a0a8, #333333);\n}\n")


@pytest.mark.parametrize("footer", ["[x](nowhere.html)", "[x](#statement)"])
def test_a_link_of_the_footer_that_leads_nowhere_is_an_error(tmp_path: Path, footer: str) -> None:
    site = f'title: Small\noptions:\n  footer: "{footer}"\n'
    write(tmp_path, {"content/site.yaml": site})
    outcome = check(tmp_path)
    assert outcome.failed
    assert [each.code for each in outcome.problems] == ["broken-link"]
    assert outcome.problems[0].at.line == 3


def test_a_logo_that_is_too_large_or_leads_out_of_the_site_is_an_error(tmp_path: Path) -> None:
    site = "title: Small\noptions:\n  logo: logo.png\n"
    root = tmp_path / "site"
    write(root, {"content/site.yaml": site})
    logo = root / "content" / "logo.png"
    logo.write_bytes(bytes(100_001))
    outcome = check(root)
    assert [each.message for each in outcome.problems] == [
        "'logo.png' is too large: over 100,000 bytes"
    ]
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"secret")
    logo.unlink()
    logo.symlink_to(secret)
    outcome = check(root)
    assert outcome.failed
    assert {each.code for each in outcome.problems} == {"missing-file", "unreadable-file"}


def test_a_logo_that_is_broken_or_holds_a_script_is_an_error_with_a_hint(tmp_path: Path) -> None:
    site = "title: Small\noptions:\n  logo: logo.svg\n"
    write(tmp_path, {"content/site.yaml": site})
    picture = '<svg xmlns="http://www.w3.org/2000/svg">\n<script>f()</script>\n</svg>'
    (tmp_path / "content" / "logo.svg").write_text(picture, encoding="utf-8")
    outcome = check(tmp_path)
    (problem,) = outcome.problems
    assert render(problem, outcome.manuscripts) == (
        "content/site.yaml:3:9: error: 'logo.svg' holds <script> (its line 2) [bad-picture]\n"
        "    3 |   logo: logo.svg\n"
        "      |         ^^^^^^^^ "
        "save it as plain SVG, without scripts, DOCTYPE and addresses of other files"
    )
    write(tmp_path, {"content/site.yaml": site.replace(".svg", ".png")})
    (tmp_path / "content" / "logo.png").write_bytes(b"none")
    outcome = check(tmp_path)
    assert outcome.failed
    assert [each.message for each in outcome.problems] == ["'logo.png' is no PNG picture"]
