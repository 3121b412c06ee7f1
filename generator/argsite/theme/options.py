"""What an author chose of the look: checked against the theme's paper, and as a stylesheet.

Colours and names of fonts were checked when they were read, so nothing else gets into the sheet.
"""

from __future__ import annotations

from argsite.model import Accent, Colour, Options, Paper
from argsite.problems import Code, Problem, Report, Severity
from argsite.theme.contrast import LEAST, asks_for_dark, contrast, readable


def check_options(options: Options, paper: Paper, report: Report) -> None:
    """Warn of an accent that is hard to read on the theme's paper."""
    accent = options.accent
    if accent:
        _check_colour(accent.light, paper.light, "light", report)
        if accent.dark:
            _check_colour(accent.dark, paper.dark, "dark", report)


def options_sheet(options: Options, paper: Paper) -> str:
    """Return the choices as a stylesheet, to follow the theme's; empty where there are none."""
    tokens = []
    if options.accent:
        light, dark = options.accent.light.value, _dark(options.accent, paper)
        tokens.append(f"--accent: light-dark({light}, {dark});")
    if options.fonts.prose:
        tokens.append(f"--prose: {_stack(options.fonts.prose)};")
    if options.fonts.interface:
        tokens.append(f"--interface: {_stack(options.fonts.interface)};")
    if not tokens:
        return ""
    lines = "".join(f"  {token}\n" for token in tokens)
    return f"/* From site.yaml */\n\n:root {{\n{lines}}}\n"


def _check_colour(colour: Colour, paper: Colour, scheme: str, report: Report) -> None:
    found = contrast(colour.value, paper.value)
    if found < LEAST:
        # Rounded down, so that it never looks like enough.
        shown = f"{int(found * 100) / 100:.2f}"
        message = (
            f"'{colour.value}' is hard to read on the theme's {scheme} paper: "
            f"its contrast is {shown}, and {LEAST} is needed"
        )
        better = readable(colour.value, paper.value)
        shade = "darker" if asks_for_dark(paper.value) else "lighter"
        hint = f'write "{better}" or a {shade} colour'
        report(Problem(Code.LOW_CONTRAST, colour.at, message, hint, Severity.WARNING))


def _dark(accent: Accent, paper: Paper) -> str:
    """Return the accent on dark paper: chosen, or a shade of the one on light paper."""
    return accent.dark.value if accent.dark else readable(accent.light.value, paper.dark.value)


def _stack(families: tuple[str, ...]) -> str:
    from argsite.formats.yaml import GENERIC  # slow to load, and few sites choose fonts

    names = (each.lower() if each.lower() in GENERIC else f'"{each}"' for each in families)
    return ", ".join(names)
