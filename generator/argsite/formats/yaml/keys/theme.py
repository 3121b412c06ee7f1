"""The keys of a theme's `theme.yaml`."""

from __future__ import annotations

from argsite.formats.yaml.keys.key import Key, Table
from argsite.formats.yaml.looks import COLOUR
from argsite.formats.yaml.values import mapping

LIGHT = Key("light", COLOUR, "The paper by day.", 'light: "#fdfcf9"')
DARK = Key("dark", COLOUR, "The paper by night.", 'dark: "#14161a"')
PAPER = Key(
    "paper",
    mapping("write 'light: …' and 'dark: …' below it", "paper"),
    "The colours that the theme's pages are printed on. An author's accent colour is measured "
    "against them.",
)

THEME_FILE = Table(
    "theme",
    "theme.yaml",
    (PAPER,),
    "The file `theme.yaml` of a theme says what Argsite must know of it.",
    needs=(PAPER,),
)
PAPERS = Table(
    "paper",
    "'paper'",
    (LIGHT, DARK),
    "The colours of the paper, both needed.",
    needs=(LIGHT, DARK),
)
