"""Where each page of the site is: paths from the site's root.

`ways.py` has the way from one to another, and what an address in an author's text means.
"""

from __future__ import annotations

from argsite.addresses.ways import (
    Destination,
    between,
    destination,
    full,
    has_host,
    joined,
    quoted,
    rooted,
)

__all__ = [
    "Destination",
    "between",
    "destination",
    "full",
    "has_host",
    "joined",
    "quoted",
    "rooted",
]
"""What is said in `ways.py`, beside all that is said here."""

INDEX = "index.html"
NOT_FOUND = "404.html"
HOW_TO_READ = "how-to-read.html"
FEED = "feed.xml"
ROBOTS = "robots.txt"
SITEMAP = "sitemap.xml"
STYLE = "assets/style.css"
SCRIPT = "assets/script.js"
EARLY = "assets/early.js"
PAN_ZOOM = "assets/panzoom.js"
PAN_ZOOM_LICENCE = "assets/panzoom.licence.txt"
SITE_DATA = "data/site.js"


def site_data_part(number: int) -> str:
    """Return the path of one of the files that say of essays what scripts know, in a large site."""
    return f"data/site-{number}.js"


def family(slug: str) -> str:
    """Return the path of the file that names a large family of essays, of which this is the first.

    They are joined by arguments.
    """
    return f"data/essays/{slug}/family.js"


SEARCH = "search.html"
SEARCH_ABOUT = "data/search/about.js"


def search_words(number: int) -> str:
    """Return the path of one of the files that say which documents hold which terms."""
    return f"data/search/words-{number}.js"


def search_facts(number: int) -> str:
    """Return the path of one of the files that say how long a document is and of what kind."""
    return f"data/search/facts-{number}.js"


def search_texts(number: int) -> str:
    """Return the path of one of the files that hold what a search result shows."""
    return f"data/search/texts-{number}.js"


def pagefind(name: str) -> str:
    """Return the path of one of Pagefind's files, where a site uses Pagefind."""
    return f"pagefind/{name}"


def essay(slug: str) -> str:
    """Return the path of an essay's page."""
    return f"{slug}/index.html"


def essay_map(slug: str) -> str:
    """Return the path of the map of a whole essay."""
    return f"{slug}/map.html"


def essay_outline(slug: str) -> str:
    """Return the path of the page that shows an essay's whole argument as a list."""
    return f"{slug}/outline.html"


def outline_part(slug: str, number: int) -> str:
    """Return the path of one of the pages that an essay's outline is on, from 1.

    No statement has a page of that name, since no id holds a dot.
    """
    return essay_outline(slug) if number == 1 else f"{slug}/outline.{number}.html"


def essay_card(slug: str) -> str:
    """Return the path of the picture that stands for an essay where its address is shared."""
    return f"{slug}/card.png"


def essay_data(slug: str) -> str:
    """Return the path of an essay's data."""
    return f"{slug}/essay.json"


OF_ESSAY = (essay, essay_map, essay_outline, essay_data)
"""What gives the path of each file that any essay has as a whole."""


def cards(slug: str, number: int) -> str:
    """Return the path of one of the files that hold what scripts may show of statements."""
    return f"data/essays/{slug}/cards-{number}.js"


def argument_data(slug: str) -> str:
    """Return the path of the file that holds an essay's argument for the site's scripts."""
    return f"data/essays/{slug}/argument.js"


def statement(key: str) -> str:
    """Return the path of a statement's page."""
    return f"{key}.html"


def plain(slug: str) -> str:
    """Return the path of a plain Markdown page."""
    return f"{slug}.html"


def tag(slug: str) -> str:
    """Return the path of the page that lists a tag's statements."""
    return f"tags/{slug}.html"


STATEMENTS_DATA = "data/statements.js"


def listing(name: str) -> str:
    """Return the path of a list of the whole site, by its name: `open` is at `open.html`."""
    return "tags/index.html" if name == "tags" else f"{name}.html"


def statements_part(number: int) -> str:
    """Return the path of one of the pages that the list of all statements is in, from 1."""
    return "statements.html" if number == 1 else f"statements/{number}.html"


def sources_part(number: int) -> str:
    """Return the path of one of the pages that the list of sources is in, from 1."""
    return "sources.html" if number == 1 else f"statements/sources-{number}.html"


def tag_part(slug: str, number: int) -> str:
    """Return the path of one of the pages that a tag's statements are on, from 1."""
    return tag(slug) if number == 1 else f"statements/tag-{slug}-{number}.html"


def tags_part(number: int) -> str:
    """Return the path of one of the pages that the list of all tags is in, from 1."""
    return listing("tags") if number == 1 else f"statements/tags-{number}.html"


def index_part(number: int) -> str:
    """Return the path of one of the pages that list the essays, from 1."""
    return INDEX if number == 1 else f"statements/essays-{number}.html"


def rebuttals_part(number: int) -> str:
    """Return the path of one of the pages that say how many open rebuttals essays have, from 1."""
    return listing("open") if number == 1 else f"statements/rebuttals-{number}.html"


def open_part(slug: str, number: int = 1) -> str:
    """Return the path of one of the pages of an essay's open rebuttals, from 1.

    That is where they do not stand with those of others.
    """
    return (
        f"statements/open-{slug}.html" if number == 1 else f"statements/open-{slug}-{number}.html"
    )


def sitemap_part(number: int) -> str:
    """Return the path of one of the files that a very large site's sitemap is in."""
    return f"sitemap-{number}.xml"


def asset(name: str) -> str:
    """Return the path of a theme's file."""
    return f"assets/{name}"


def lexicon(language: str) -> str:
    """Return the path of the interface's words in a language, for scripts."""
    return f"assets/words-{language}.js"


def logo(name: str) -> str:
    """Return the path of the site's logo; `name` is that of the author's file."""
    return f"assets/logo/{name}"
