"""A listing is not trusted: names that no folder here can have are refused, links as well."""

from __future__ import annotations

import pytest

from argsite.errors import SetupError
from argsite.remote.address import Address
from argsite.remote.names import taken
from argsite.remote.store import Entry

PLAIN = Entry(1, "mark")
ADDRESS = Address("s3://bucket/my-site")


def names(*paths: str) -> list[str]:
    """Return what is taken of a listing of plain files."""
    return sorted(taken(dict.fromkeys(paths, PLAIN), ADDRESS))


def test_hidden_files_are_left_out() -> None:
    assert names("content/a.md", "content/.DS_Store", "content/.git/x", "themes/b.css") == [
        "content/a.md",
        "themes/b.css",
    ]


@pytest.mark.parametrize(
    "path",
    [
        *(
            "content/../../etc/passwd",
            "content/..",
            "/content/a.md",
            "content//a.md",
            "content/./a",
        ),
        *("content/a\\..\\b.md", "content/a\0.md", "C:/content", "content/a\n.md"),
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(path: str) -> None:
    with pytest.raises(SetupError, match="no name that a file here can have; rename it") as error:
        names("content/a.md", path)
    assert "\n" not in str(error.value)
    assert "\0" not in str(error.value)


def test_many_odd_names_are_counted() -> None:
    with pytest.raises(SetupError) as error:
        names("content/../a", "content/../b", "content/../c")
    assert str(error.value) == (
        "s3://bucket/my-site: 'content/../a' (and 2 more) is no name that a file here can have;"
        " rename it"
    )


def test_names_that_differ_in_case_only_are_refused() -> None:
    with pytest.raises(SetupError, match="'content/park' differs from 'content/Park' in case only"):
        names("content/Park/essay.yaml", "content/park/1-point.yaml")


def test_a_name_may_not_be_a_file_and_a_folder() -> None:
    with pytest.raises(SetupError, match="'content/park' is a file and a folder as well"):
        names("content/park", "content/park/essay.yaml")


def test_a_link_is_refused() -> None:
    with pytest.raises(SetupError, match=r"'content/a\.md' is neither a file nor a folder"):
        taken({"content/a.md": Entry(1, "mark", is_plain=False)}, ADDRESS)
