"""Which places link to a statement, whatever the form of the link."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite.cache import Cache
from argsite.pages.backlinks import Backlink, Where, find_backlinks
from tests.built import make_edition
from tests.listed import SITE
from tests.sites import read, write

PARK = """\
title: Parks
author: A. Writer
prose: |
  It [stays open](#open), as [said](#open "twice").
contention: {id: open, text: The park stays open., aliases: [gate]}
points:
  - number: 1
    title: Light
    prose: See [the lamps](#lamps).
    claims:
      - id: lamps
        text: "[Lamps](#lamps) help, as [above](../park/gate.html)."
        note: Not [noise](square#noise), nor [elsewhere](https://example.org/#open).
"""

SQUARE = """\
title: Squares
author: A. Writer
contention: {id: noise, text: "Noise matters, as [lamps](park#lamps) do."}
"""

ABOUT = "# About\n\n[Open](park/open.html?from=about#top), [noise](square#noise)\n"


def backlinks(root: Path) -> dict[str, tuple[Backlink, ...]]:
    """Return what links to the statements of a site of two essays and a page."""
    contents = {"site.yaml": SITE, "park/essay.yaml": PARK, "square/essay.yaml": SQUARE}
    edition = make_edition(root, {f"content/{name}": text for name, text in contents.items()})
    return dict(edition.backlinks)


def test_each_place_that_links_is_found_once(tmp_path: Path) -> None:
    assert backlinks(tmp_path) == {
        "park/open": (
            Backlink(Where.OPENING, "park"),
            Backlink(Where.TEXT, "park/lamps"),
        ),
        "park/lamps": (
            Backlink(Where.POINT, "park", 1),
            Backlink(Where.TEXT, "square/noise"),
        ),
        "square/noise": (Backlink(Where.NOTE, "park/lamps"),),
    }


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("content/park/essay.yaml", "[stays open](#open)", "stays open"),
        ("content/park/essay.yaml", "aliases: [gate]", "aliases: [fence]"),
        ("content/square/essay.yaml", "park#lamps", "park#gate"),
        ("content/square/essay.yaml", "{id: noise", "{id: sound"),
        ("content/about.md", "square#noise", "park#gate"),
    ],
)
def test_what_is_remembered_of_another_state_is_not_taken_for_this_one(
    tmp_path: Path, name: str, before: str, after: str
) -> None:
    write(tmp_path, {"content/park/essay.yaml": PARK, "content/square/essay.yaml": SQUARE})
    write(tmp_path, {"content/about.md": ABOUT})
    known = Cache(tmp_path / "cache")
    for _ in range(2):
        library = read(tmp_path)[0].library
        assert library
        alone = find_backlinks(library)
        assert find_backlinks(library, known.made) == alone == find_backlinks(library, known.made)
        place = tmp_path / name
        place.write_text(place.read_text().replace(before, after))


def test_a_torn_memory_does_no_harm(tmp_path: Path) -> None:
    write(tmp_path, {"content/park/essay.yaml": PARK, "content/square/essay.yaml": SQUARE})
    library = read(tmp_path)[0].library
    assert library
    found = find_backlinks(library, lambda _inputs, _make: b"torn")
    assert found == find_backlinks(library) != {}


def test_a_plain_page_links_by_address_or_by_name(tmp_path: Path) -> None:

    contents = {"site.yaml": SITE, "park/essay.yaml": PARK, "square/essay.yaml": SQUARE}
    edition = make_edition(
        tmp_path,
        {f"content/{name}": text for name, text in (contents | {"about.md": ABOUT}).items()},
    )
    page = Backlink(Where.PAGE, "about")
    assert edition.backlinks["park/open"][-1] == page
    assert edition.backlinks["square/noise"][-1] == page
