"""An address is told from a path, and one that cannot be used is refused with what to write."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from argsite.errors import SetupError
from argsite.remote.address import Address, is_address, parse, refuse_unsafe


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("s3://bucket/my-site", True),
        ("file:///home/me", True),
        ("memory://", True),
        ("my-site", False),
        ("/home/me/my-site", False),
        ("C:\\my-site", False),
        ("C://my-site", False),
        ("./s3:/bucket", False),
    ],
)
def test_an_address_has_a_scheme_of_more_than_one_letter(text: str, *, expected: bool) -> None:
    assert is_address(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("s3://bucket/my-site", "s3://bucket/my-site"),
        ("s3://bucket/my-site/", "s3://bucket/my-site"),
        ("S3://Bucket", "s3://Bucket"),
        ("memory://", "memory://"),
    ],
)
def test_an_address_is_kept_in_one_way_of_writing(text: str, expected: str) -> None:
    assert parse(text) == Address(expected)


def test_a_file_address_is_a_path() -> None:
    assert parse("file:///home/me/my-site") == Path("/home/me/my-site")
    assert parse("file:///C:/my-site") == Path("C:/my-site")
    assert parse("FILE://my-site") == Path("my-site")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("s4://bucket", "'s4' in s4://bucket is no scheme of an address that can be used here"),
        ("http://example.org/a", "'http' in http://example.org/a is no scheme"),
        ("s3://", "s3:// names no folder; write s3://bucket/folder"),
        ("s3://bucket/../other", "s3://bucket/../other has '.' or '..' in it"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused(text: str, said: str) -> None:
    with pytest.raises(SetupError) as error:
        parse(text)
    assert str(error.value).startswith(said)


def test_an_unknown_scheme_gets_the_known_ones() -> None:
    with pytest.raises(SetupError, match=r"did you mean 's3'\?; there are: .*gs.*memory.*s3.*sftp"):
        parse("s33://bucket")


def test_without_the_packages_it_is_said_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(SetupError, match=r"run: pip install 'argsite\[remote\]'"):
        parse("s3://bucket/my-site")


def test_a_password_is_not_shown() -> None:
    address = Address("sftp://me:pass@example.org/my-site")
    assert str(address) == "sftp://example.org/my-site"
    assert address.secret == "me:pass@"  # noqa: S105 - no secret of anybody's


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("s3://b/my-site", "s3://b/my-site", "the site's own folder"),
        ("s3://b/my-site", "s3://b", "a folder that the site itself stands in"),
        ("s3://b/my-site", "s3://b/my-site/content/x", "mixed with content/"),
        ("s3://b/my-site", "s3://b/my-site/themes", "mixed with themes/"),
    ],
)
def test_an_output_that_would_harm_the_site_is_refused(source: str, target: str, said: str) -> None:
    with pytest.raises(SetupError, match=said):
        refuse_unsafe(Address(source), Address(target))


@pytest.mark.parametrize("target", ["s3://b/my-site/site", "s3://b/my-sites", "gs://b/my-site"])
def test_an_output_beside_the_content_is_fine(target: str) -> None:
    refuse_unsafe(Address("s3://b/my-site"), Address(target))
