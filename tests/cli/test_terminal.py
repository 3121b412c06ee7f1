"""What a terminal can show is found out from it and from its owner's settings."""

from __future__ import annotations

import io

import pytest

from argsite.cli.terminal import is_coloured, screen, shows_signs, spelt
from argsite.model import Status


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(), encoding=encoding)

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)


def test_a_terminal_is_coloured_unless_its_owner_objects(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_coloured(Terminal())
    assert not is_coloured(io.StringIO())
    monkeypatch.setenv("TERM", "dumb")
    assert not is_coloured(Terminal())
    monkeypatch.delenv("TERM")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not is_coloured(Terminal())


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [("utf-8", True), ("ascii", False), ("latin-1", False), ("cp1252", False), ("cp437", False)],
)
def test_signs_need_an_encoding_that_has_them(encoding: str, *, expected: bool) -> None:
    assert shows_signs(Terminal(encoding)) is expected


def test_lines_are_broken_for_a_terminal_or_where_a_width_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdout", io.StringIO())
    assert screen().width is None
    for asked, width in (("70", 70), ("3", 40), ("x", None), ("0", None), ("\u00b2", None)):
        monkeypatch.setenv("COLUMNS", asked)
        assert screen().width == width


def test_each_status_has_a_mark_in_every_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    for encoding in ("utf-8", "ascii"):
        monkeypatch.setattr("sys.stdout", Terminal(encoding))
        signs = screen().signs
        assert set(signs.marks) == set(Status)
        "".join((signs.fork, signs.last, signs.trunk, signs.more, *signs.marks.values())).encode(
            encoding
        )


def test_an_encoding_that_lacks_our_signs_gets_plain_ones() -> None:
    assert spelt("“Here” → there…", Terminal("ascii")) == '"Here" -> there...'
    assert spelt("“Here” → there…", Terminal()) == "“Here” → there…"
