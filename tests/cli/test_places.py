"""A folder may be a path or an address, and what is neither is refused with what to write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from argsite.cli import main
from argsite.output.alone import alone
from argsite.remote.address import Address
from argsite.remote.file_system import opened
from argsite.remote.upload import workplace
from tests.built import files
from tests.sites import SMALL_ESSAY, write


@pytest.fixture(autouse=True)
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Begin and end with nothing in memory, and keep copies in a folder of the test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    yield
    MemoryFileSystem.store.clear()
    MemoryFileSystem.pseudo_dirs[:] = [""]


def stored(at: str) -> dict[str, bytes]:
    """Return the files at an address, without what the output keeps for itself."""
    with opened(Address(at)) as store:
        found = {path: store.read(path) or b"" for path in sorted(store.files())}
    return {path: data for path, data in found.items() if not path.startswith(".argsite-")}


def put(at: str, name: str, text: str) -> None:
    """Put a file at an address."""
    with opened(Address(at)) as store:
        store.write(name, text.encode())


def test_a_local_site_goes_to_an_address(tmp_path: Path) -> None:
    write(tmp_path, {})
    assert main(["build", str(tmp_path)]) == 0
    assert main(["build", str(tmp_path), "-o", "memory://public/"]) == 0
    assert stored("memory://public") == files(tmp_path / "site")


def test_a_site_at_an_address_goes_into_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put("memory://my-site", "content/small/essay.yaml", SMALL_ESSAY)
    out = tmp_path / "public"
    assert main(["build", "memory://my-site", "-o", str(out)]) == 0
    assert f"→ {out} (" in capsys.readouterr().out
    assert (out / "small" / "index.html").is_file()


def test_by_default_the_pages_go_beside_the_content(capsys: pytest.CaptureFixture[str]) -> None:
    put("memory://my-site", "content/small/essay.yaml", SMALL_ESSAY)
    assert main(["build", "memory://my-site"]) == 0
    assert "→ memory://my-site/site (" in capsys.readouterr().out
    assert "small/index.html" in stored("memory://my-site/site")
    assert main(["build", "memory://my-site"]) == 0


def test_a_theme_at_the_address_is_used() -> None:
    put("memory://my-site", "content/small/essay.yaml", SMALL_ESSAY)
    put("memory://my-site", "content/site.yaml", "title: T\ntheme: mine\n")
    put("memory://my-site", "themes/mine/assets/own.css", "body { color: red }")
    assert main(["build", "memory://my-site", "-o", "memory://public"]) == 0
    assert any(name.endswith("own.css") for name in stored("memory://public"))


def test_a_file_address_is_a_folder_of_this_machine(tmp_path: Path) -> None:
    write(tmp_path, {})
    out = tmp_path / "public"
    assert main(["build", tmp_path.as_uri(), "-o", out.as_uri()]) == 0
    assert (out / "index.html").is_file()
    assert not (tmp_path / "cache/argsite/remote").exists()


def test_a_second_build_is_refused_by_the_address(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, {})
    with alone(workplace(tmp_path.resolve(), Address("memory://public"))):
        assert main(["build", str(tmp_path), "-o", "memory://public"]) == 2
    assert "another build is writing to memory://public; wait" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "s4://x/y"], "'s4' in s4://x/y is no scheme"),
        (["build", "memory://nothing"], "there is no folder content/ in memory://nothing"),
        (["check", "file:///not/there"], "Directory '/not/there' does not exist"),
        (["build", "-o", "s3:/b/public"], "neither a path nor an address; write s3://b/public"),
        (["build", "memory://a", "-o", "memory://a"], "is the site's own folder"),
        (["build", "memory://a", "-C", "."], "name the site once"),
        (["stats", "s3://b/my-site"], "only `argsite build` and `argsite check` take an address"),
        (["check", "-C", "s3://b"], "only `argsite build` and `argsite check` take an address"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_line(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    last = capsys.readouterr().err.splitlines()[-1]
    assert said in last
