"""Which Argsite this is, found without the standard library's slow way."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path

import pytest

from argsite import version


@pytest.fixture(autouse=True)
def _afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version, "version", version.version.__wrapped__)
    monkeypatch.setattr(version, "code", version.code.__wrapped__)


def test_the_version_is_the_one_that_is_installed() -> None:
    assert version.version() == metadata.version("argsite")


def test_the_first_on_the_path_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "argsite-9.8.7+own.dist-info").mkdir()
    (tmp_path / "argsite_more-1.dist-info").mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path / "missing"), str(tmp_path), *sys.path])
    assert version.version() == "9.8.7+own"


def test_where_no_folder_names_it_metadata_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.setattr(metadata, "version", lambda name: f"the version of {name}")
    assert version.version() == "the version of argsite"


def test_the_code_is_another_once_a_file_or_a_package_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "package"
    (package / "deep" / "__pycache__").mkdir(parents=True)
    module = package / "deep" / "module.py"
    module.write_text("one = 1\n")
    monkeypatch.setattr(version, "_PACKAGE", str(package))
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    first = version.code()
    (package / "deep" / "__pycache__" / "module.pyc").write_bytes(b"")
    assert version.code() == first
    module.write_text("one = 11\n")
    second = version.code()
    (tmp_path / "pyyaml-7.dist-info").mkdir()
    assert len({first, second, version.code()}) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="programs have endings there")
def test_where_graphviz_is_a_program_the_code_is_another_once_that_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    monkeypatch.setenv("PATH", f"{tmp_path / 'missing'}:{tmp_path / 'bin'}")
    (tmp_path / "bin").mkdir()
    codes = [version.code()]
    dot = tmp_path / "bin" / "dot"
    for text in ("#!/bin/sh\n", "#!/bin/sh\necho another\n"):
        dot.write_text(text)
        dot.chmod(0o755)
        codes.append(version.code())
    assert len({*codes}) == 3
    (tmp_path / "pygraphviz-2.0.dist-info").mkdir()
    codes = [version.code()]
    dot.unlink()
    assert version.code() == codes[0]


def test_packages_are_told_with_their_versions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Resvg_py-0.5.dist-info", "uharfbuzz-1.2.dist-info", "uharfbuzz.py", "resvg-1"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    assert version.installed("resvg-py") == ["Resvg_py-0.5.dist-info"]
    assert version.installed("uharfbuzz", "missing") == ["uharfbuzz-1.2.dist-info"]
