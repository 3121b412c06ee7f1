"""What scripts know of a site and of its essays."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from argsite.pages.cards import site_data
from argsite.pages.script_data import fnv1a
from tests.built import make_edition


def data_of(root: Path, essays: int) -> dict[str, Any]:
    """Return what each file about a site of so many essays hands over, by its path."""
    contents = {
        f"content/e{n}/essay.yaml": f"title: Essay {n}\ncontention: {{text: It is {n}.}}\n"
        for n in range(essays)
    }
    library = make_edition(root, {"content/site.yaml": "title: Many\n", **contents}).library
    pages = [page for job in site_data(library) for page in job.make(())]
    calls = [page.data.decode().removeprefix("argsiteData(").rstrip(";\n)") for page in pages]
    return dict(json.loads(f"[{call}]") for call in calls)


def test_a_site_names_its_essays(tmp_path: Path) -> None:
    (site,) = data_of(tmp_path, 2).values()
    essays = {f"e{n}": {"title": f"Essay {n}", "cards": 1} for n in range(2)}
    assert site == {"title": "Many", "lang": "en", "dir": "ltr", "essays": essays}


def test_very_many_essays_are_in_several_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argsite.pages.cards.MOST_ESSAYS", 5)
    monkeypatch.setattr("argsite.pages.cards._ESSAYS_IN_FILE", 2)
    data = data_of(tmp_path, 9)
    files = data.pop("data/site.js")["files"]
    assert set(data) == {f"data/site-{number}.js" for number in range(files)}
    assert sorted(slug for some in data.values() for slug in some) == [f"e{n}" for n in range(9)]
    for n in range(9):
        assert data[f"data/site-{fnv1a(f'e{n}') % files}.js"][f"e{n}"]["title"] == f"Essay {n}"
