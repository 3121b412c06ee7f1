"""The outline of an essay, however long it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from argsite.analysis import stand
from argsite.pages.edition import Edition
from argsite.pages.outline_pages import outline_jobs
from argsite.pages.press import Press
from argsite.theme import DEFAULT, find
from tests import dom
from tests.built import make_edition
from tests.samples import write_essay
from tests.sites import read

SMALL = """\
title: Parks
contention: {id: open, text: Open., premises: [{id: safe, text: Safe., premises: [Lit.]}]}
"""


def outline_of(root: Path, edition: Edition) -> dict[str, str]:
    """Return the pages of the outline of an edition's first essay."""
    press = Press(find(DEFAULT, root))
    jobs = outline_jobs(press, edition, edition.library.essays[0])
    return {page.path: page.data.decode() for job in jobs for page in job.make(())}


def test_an_outline_is_on_one_page(tmp_path: Path) -> None:
    pages = outline_of(tmp_path, make_edition(tmp_path, {"content/parks/essay.yaml": SMALL}))
    assert list(pages) == ["parks/outline.html"]
    assert "Page 1" not in pages["parks/outline.html"]


@pytest.mark.parametrize("statements", [31, 100, 257])
@pytest.mark.parametrize("most", [7, 30])
def test_a_long_one_is_on_several_that_show_every_statement(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, statements: int, most: int
) -> None:
    monkeypatch.setattr("argsite.pages.outline_pages.MOST", most)
    write_essay(tmp_path, "parks", statements)
    library = read(tmp_path)[0].library
    assert library
    edition = Edition.of(library, stand(library.graph))
    pages = outline_of(tmp_path, edition)
    later = [f"parks/outline.{number}.html" for number in range(2, len(pages) + 1)]
    assert list(pages) == ["parks/outline.html", *later]
    shown: set[str] = set()
    for text in pages.values():
        rows = list(dom.of_class(dom.parse(text), "premise"))
        assert len(rows) <= most + 9
        shown |= {dom.words(next(dom.elements(row, "a"))) for row in rows}
    texts = edition.plain
    assert len(pages) > 1
    assert shown == {texts[key] for key in edition.library.graph.statements}
