"""At every moment of a publication each link that a reader can come to leads to a file.

A reader begins at any page that stood there before, or at the front page, and follows links. Once
pages are removed that are no longer part of the site, it is any page that stays: those that go lead
to each other, and none of the new ones leads to them.
"""

from __future__ import annotations

import os
import shutil
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from random import Random
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from argsite.build import build
from tests.effort import effort
from tests.torture.subjects import BEFORE, CHANGED, put

HERE = "https://here.example/"


class _Links(HTMLParser):
    """Gathers where a page leads and what it loads."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note addresses; those for search engines are of the published site."""
        told = dict(attrs)
        if told.get("rel") in {"canonical", "alternate"}:
            return
        self.found += [told[each] or "" for each in ("href", "src") if each in told]


def links(path: str, text: str) -> set[str]:
    """Return the paths of the site that a page leads to."""
    reader = _Links()
    reader.feed(text)
    whole = (urljoin(HERE + path, each) for each in reader.found)
    here = (urlsplit(each).path.lstrip("/") for each in whole if each.startswith(HERE))
    return {
        f"{each}index.html" if each.endswith("/") or not each else unquote(each) for each in here
    }


def lost(out: Path, starts: set[str]) -> list[str]:
    """Return the links without a file that a reader comes to who begins at these pages."""
    ahead, seen, missing = sorted(starts), set(starts), []
    while ahead:
        path = ahead.pop()
        place = out / path
        if not place.is_file():
            if path not in starts:
                missing.append(path)
            continue
        if path.endswith(".html"):
            new = links(path, place.read_text(encoding="utf-8")) - seen
            seen |= new
            ahead += sorted(new)
    return missing


STATES = {
    "before": BEFORE,
    "changed": {
        **{path: text for path, text in BEFORE.items() if "pond" not in path},
        **CHANGED,
        "content/tags.md": "# New\n\nSee [the lake](lake/index.html).\n",
    },
    "small": {
        "content/site.yaml": "title: Parks\n",
        "content/bog/essay.yaml": "title: The bog\ncontention:\n  id: wet\n  text: It is wet.\n",
    },
    "moved": {
        **{
            path: text
            for path, text in BEFORE.items()
            if "park" not in path and "about" not in path
        },
        **{
            path.replace("park", "garden"): text for path, text in BEFORE.items() if "park/" in path
        },
    },
}


def pages(out: Path) -> set[str]:
    """Return the pages that stand in a folder."""
    return {each.relative_to(out).as_posix() for each in out.rglob("*.html")}


def publish(root: Path, name: str) -> list[str]:
    """Build a state of the site; return the links that were lost at any moment on the way."""
    shutil.rmtree(root / "content", ignore_errors=True)
    put(root, STATES[name])
    out = root / "site"
    assert not build(root, root / "whole").failed
    after = pages(root / "whole")
    shutil.rmtree(root / "whole")
    before = pages(out) | {"index.html"}
    found: list[str] = []
    looks = 0
    removing = False

    def look() -> None:
        nonlocal looks
        looks += 1
        if looks % effort(5, 1):
            return
        starts = before & after if removing else before
        found.extend(lost(out, starts))

    replace, unlink = os.replace, os.unlink

    def replaced(*given: str) -> None:
        replace(*given)
        if "staging" in str(given[0]):
            look()

    def unlinked(place: str | Path, **named: int) -> None:
        nonlocal removing
        unlink(place, **named)
        if Path(place).is_relative_to(out):
            removing = True
            look()

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "replace", replaced)
        patched.setattr(os, "unlink", unlinked)
        assert not build(root, out, workers=1).failed
    assert looks > 1
    return found


@pytest.mark.parametrize("seed", range(effort(1, 5)))
def test_no_reader_comes_to_a_link_without_a_file(tmp_path: Path, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - for no secret
    names = ["before", "changed", *(chance.choice(list(STATES)) for _ in range(effort(1, 4)))]
    publish(tmp_path, names[0])
    for one, other in pairwise(names):
        if one != other:
            assert publish(tmp_path, other) == [], (one, other)


def test_every_link_of_a_whole_site_leads_to_a_file(tmp_path: Path) -> None:
    put(tmp_path, BEFORE)
    build(tmp_path, tmp_path / "site")
    assert lost(tmp_path / "site", pages(tmp_path / "site")) == []
    (tmp_path / "site" / "park" / "green.html").unlink()
    assert "park/green.html" in lost(tmp_path / "site", {"index.html"})
