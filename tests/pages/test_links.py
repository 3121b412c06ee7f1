"""Links as pages show them."""

from __future__ import annotations

import pytest

from argsite.model import Status
from argsite.pages.links import StatementLink


def test_a_link_is_remembered_for_many_pages_so_none_may_change_it() -> None:
    link = StatementLink("park/open", "open.html", "Open.", Status.STANDS, "", implicit=False)
    with pytest.raises(AttributeError):
        link.href = "elsewhere.html"  # type: ignore[misc] # what must not be possible
