"""Footnotes and addresses go to the points that name them."""

from __future__ import annotations

import pytest

from argsite.draft import Wishes, draft
from argsite.formats.yaml import read_essay
from argsite.problems import Problem
from argsite.source import Manuscript


def proses(text: str) -> list[str]:
    """Return the opening and the points of a Markdown essay."""
    problems: list[Problem] = []
    made = draft(Manuscript("essay.md", text), Wishes(is_markdown=True), problems.append)
    assert made
    main, *parts = (Manuscript(f"content/e/{name}", each) for name, each in made.files.items())
    essay = read_essay("e", main, parts, problems.append)
    assert essay
    assert not problems
    return [
        (each.text if each else "").rstrip("\n")
        for each in (essay.prose, *(point.prose for point in essay.points))
    ]


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        # A footnote goes where it is named.
        ("[^a]: Note.", ["O.", "A.[^a]\n\n[^a]: Note.", "See [x]."]),
        # An address that several parts name goes to each.
        (
            "[^a]: In [x].\n\n[X]: https://x.org",
            [
                "O.",
                "A.[^a]\n\n[^a]: In [x].\n\n[X]: https://x.org",
                "See [x].\n\n[X]: https://x.org",
            ],
        ),
        # A footnote may have several paragraphs.
        (
            "[^a]: One,\ntwo.\n\n    Three.\n\nThe end.",
            ["O.", "A.[^a]\n\n[^a]: One,\ntwo.\n\n    Three.", "See [x].\n\nThe end."],
        ),
        # What nobody names stays, and so does what only looks like a definition.
        ("[^b]: Note.", ["O.", "A.[^a]", "See [x].\n\n[^b]: Note."]),
        ("words\n[^a]: Note.", ["O.", "A.[^a]", "See [x].\n\nwords\n[^a]: Note."]),
        ("```\n\n[^a]: Note.\n```", ["O.", "A.[^a]", "See [x].\n\n```\n\n[^a]: Note.\n```"]),
    ],
)
def test_each_part_holds_what_it_names(below: str, expected: list[str]) -> None:
    text = f"# Title\n\nO.\n\n## 1\n\nA.[^a]\n\n## 2\n\nSee [x].\n\n{below}\n"
    assert proses(text) == expected
