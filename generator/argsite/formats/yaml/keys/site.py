"""The keys of `site.yaml`."""

from __future__ import annotations

from argsite.formats.yaml.addresses import FOLDER
from argsite.formats.yaml.checks import SETTINGS
from argsite.formats.yaml.keys.key import Key, Table
from argsite.formats.yaml.languages import LANGUAGE as TAG
from argsite.formats.yaml.tokens import SEARCH as SEARCH_WORD
from argsite.formats.yaml.values import LINE, NAMES, PASSAGES, SENTENCE, mapping

TITLE = Key("title", LINE, "The site's name.")
URL = Key(
    "url",
    FOLDER,
    "The address of the folder that the site is published in. With it, pages have canonical "
    "links, shared links a picture, and the site has a sitemap and, where essays have a `date`, a "
    "feed.",
    "url: https://example.org/essays/",
)
LANGUAGE = Key(
    "language",
    TAG,
    "The site's language as a tag of BCP 47; `en` unless given. An essay may have its own.",
    "language: uk",
)
THEME = Key(
    "theme",
    SENTENCE,
    "How the site looks: `paper` (unless given), `slate`, or a theme of your own by the name of "
    "its folder in `themes/`.",
    "theme: slate",
)
OPTIONS = Key(
    "options",
    mapping("write what you choose below it, such as 'accent: …'", "options"),
    "What you choose of the look and of the lists.",
)
AUTHOR = Key("author", NAMES, "Who publishes the site: one name, or a list of names.")
LICENCE = Key("licence", LINE, "The terms under which the texts may be used.", "licence: CC BY 4.0")
DESCRIPTION = Key("description", LINE, "One paragraph, plain text, for the first page.")
SEARCH = Key(
    "search",
    SEARCH_WORD,
    "What readers search with: `own` (unless given) works from a host and from a folder; "
    "`pagefind` needs a host and `pip install 'argsite[pagefind]'`; `none` leaves search out.",
    "search: none",
)
ESSAYS = Key(
    "essays",
    PASSAGES,
    "Folders of essays in the order of the first page; essays that are not named follow by name.",
    "essays: [park, library]",
)

CHECKS = Key(
    "checks",
    SETTINGS,
    "How much single kinds of problem matter on this site: a code to `error`, `warning`, `note` or "
    "`off`. `argsite check --list` shows the codes.",
    "checks: {no-rebuttal: warning, unlinked-id: off}",
)

_KEYS: tuple[Key[object], ...] = (
    TITLE, DESCRIPTION, URL, LANGUAGE, AUTHOR, LICENCE, THEME, OPTIONS, SEARCH, ESSAYS, CHECKS,
)  # fmt: skip

SITE = Table(
    "site",
    "site.yaml",
    _KEYS,
    "The file `content/site.yaml` says what holds for the site as a whole. It may be left out.",
    needs=(TITLE,),
)
