"""Where an id is being written (¦), how much of it, and what is replaced."""

from __future__ import annotations

import pytest

from argsite.language_server.completion import Form, spot_at
from tests.editor import MARK


@pytest.mark.parametrize(
    ("marked", "form", "part", "replaced"),
    [
        ("- ref: ¦", Form.REF, "", ""),
        ("- ref:¦", Form.REF, "", ""),
        ("- ref: sa¦fe", Form.REF, "sa", "safe"),
        ("ref: lake/w¦", Form.REF, "lake/w", "lake/w"),
        ("- {ref: 's¦', weight: 2}", Form.REF, "s", "s"),
        ("- together: [{ref: ¦}]", Form.REF, "", ""),
        ("text: See [it](#¦).", Form.LINK, "#", "#"),
        ("text: See [it](#сад¦-x) or", Form.LINK, "#сад", "#сад-x"),
        ("text: See [it](<lake#w¦>", Form.LINK, "lake#w", "lake#w"),
        ("text: See [it](¦)", Form.LINK, "", ""),
        ("[it]: #s¦", Form.LINK, "#s", "#s"),
    ],
)
def test_an_id_is_being_written(marked: str, form: Form, part: str, replaced: str) -> None:
    before, _, after = marked.partition(MARK)
    spot = spot_at(before + after, len(before))
    assert spot
    assert (spot.form, spot.part) == (form, part)
    assert (before + after)[spot.start : spot.end] == replaced


@pytest.mark.parametrize(
    "marked",
    [
        "¦",
        "- ¦",
        "href: ¦",
        "preferred: x¦",
        "ref: safe ¦",
        "text: (#¦",
        "text: [it](https://example.org/#¦",
        "text: [it](../lake/#¦",
        "id: ¦",
    ],
)
def test_no_id_is_being_written(marked: str) -> None:
    before, _, after = marked.partition(MARK)
    assert spot_at(before + after, len(before)) is None
