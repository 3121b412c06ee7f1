"""Where each page of the site is: paths from the site's root, and the way from one to another."""

from __future__ import annotations

import re
from urllib.parse import quote

_SAFE = re.compile(r"[A-Za-z0-9/._-]*")

INDEX = "index.html"
NOT_FOUND = "404.html"
HOW_TO_READ = "how-to-read.html"


def essay(slug: str) -> str:
    """Return the path of an essay's page."""
    return f"{slug}/index.html"


def essay_map(slug: str) -> str:
    """Return the path of the map of a whole essay."""
    return f"{slug}/map.html"


def essay_outline(slug: str) -> str:
    """Return the path of the page that shows an essay's whole argument as a list."""
    return f"{slug}/outline.html"


def essay_data(slug: str) -> str:
    """Return the path of an essay's data."""
    return f"{slug}/essay.json"


OF_ESSAY = (essay, essay_map, essay_outline, essay_data)
"""What gives the path of each file that an essay has as a whole."""


def statement(key: str) -> str:
    """Return the path of a statement's page."""
    return f"{key}.html"


def plain(slug: str) -> str:
    """Return the path of a plain Markdown page."""
    return f"{slug}.html"


def tag(slug: str) -> str:
    """Return the path of the page that lists a tag's statements."""
    return f"tags/{slug}.html"


def asset(name: str) -> str:
    """Return the path of a theme's file."""
    return f"assets/{name}"


def between(page: str, target: str) -> str:
    """Return the address of `target` (a path, perhaps with a fragment) as page `page` writes it.

    It is relative, so that a folder, a zip and any host will do.
    """
    path, hash_mark, fragment = target.partition("#")
    fragment = hash_mark + _quoted(fragment)
    if path == page:
        return fragment or _quoted(path.rpartition("/")[2])
    here, there = page.split("/")[:-1], path.split("/")
    while here and len(there) > 1 and here[0] == there[0]:
        here, there = here[1:], there[1:]
    return "../" * len(here) + _quoted("/".join(there)) + fragment


def _quoted(text: str) -> str:
    return text if _SAFE.fullmatch(text) else quote(text)


def joined(folder: str, address: str) -> str | None:
    """Return the path that a relative address means in `folder`; None where it leaves the site."""
    path, hash_mark, fragment = address.partition("#")
    steps = folder.split("/") if folder else []
    for step in path.split("/"):
        if step == "..":
            if not steps:
                return None
            steps.pop()
        elif step not in {"", "."}:
            steps.append(step)
    return "/".join(steps) + hash_mark + fragment
