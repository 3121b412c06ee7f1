"""The keys of `options` in `site.yaml`: how the site looks, and which lists it has."""

from __future__ import annotations

from argsite.formats.yaml.keys.key import Choice, Key, Table
from argsite.formats.yaml.looks import COLOUR, FONTS, LISTINGS
from argsite.formats.yaml.looks import LOGO as PICTURE
from argsite.formats.yaml.tokens import FLAG
from argsite.formats.yaml.values import NOTE, mapping, one

LIGHT = Key("light", COLOUR, "The colour on light paper.", 'light: "#7a1f2b"')
DARK = Key(
    "dark",
    COLOUR,
    "The colour on dark paper; without it, a lighter shade of the other.",
    'dark: "#e5a3ab"',
)
ACCENT = Key(
    "accent",
    one("accent", "a colour"),
    "The colour of numerals, rules and the like: `#` and six digits in quotes, or `light` and "
    "`dark` with a colour each. A colour that is too pale to read is a warning.",
    'accent: "#7a1f2b"',
)
PROSE = Key("prose", FONTS, "The fonts of the texts.", "prose: Georgia, serif")
INTERFACE = Key(
    "interface", FONTS, "The fonts of everything around the texts.", "interface: Arial, sans-serif"
)
FONT_KEY = Key(
    "fonts",
    mapping("write 'prose: …' or 'interface: …' below it", "fonts"),
    "Fonts on the reader's machine, by name, in place of the theme's.",
)
LOGO = Key(
    "logo",
    PICTURE,
    "A picture beside the site's name: the name of a file that lies beside `site.yaml`.",
    "logo: logo.svg",
)
FOOTER = Key(
    "footer", NOTE, "Markdown at the foot of every page.", "footer: Written in *Kyiv*."
)  # fmt: skip
LISTS = Key(
    "lists",
    LISTINGS,
    "Which lists the site has, in this order: `statements` (all of them), `open` (rebuttals that "
    "nobody has answered), `sources`, `tags`. All four unless given; `[]` for none.",
    "lists: [statements, sources]",
)

DIAGRAMS = Key(
    "diagrams",
    FLAG,
    "Whether pages show diagrams; `false` for a site that is read as lists, and built faster.",
    "diagrams: false",
)

OPTIONS = Table(
    "options",
    "'options'",
    (ACCENT, FONT_KEY, LOGO, FOOTER, LISTS, DIAGRAMS),
    "What you choose of the look and of the lists. What you leave out is the theme's.",
)
ACCENTS = Table(
    "accent-colours",
    "'accent'",
    (LIGHT, DARK),
    "A colour for light and one for dark paper.",
    needs=(LIGHT,),
)
FONT_LISTS = Table(
    "fonts",
    "'fonts'",
    (PROSE, INTERFACE),
    "Names of fonts, with commas between them, in the order of preference. The last is one that "
    "every reader has, such as `serif`, `sans-serif` or `monospace`.",
)

ACCENT_CHOICE = Choice("accent", COLOUR, (ACCENTS,), "A colour, or one each for light and dark.")
