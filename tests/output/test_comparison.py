"""What stands in an output folder beside what a build makes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from argsite.errors import OutputError, SetupError
from argsite.output import MANIFEST, Comparison, File, compare, publish
from argsite.output.alone import alone

SITE = {
    "index.html": b"<p>\nindex\n",
    "park/index.html": b"essay",
    "park/card.png": b"\0picture",
}


def put(files: dict[str, bytes], out: Path) -> Path:
    publish([File(path, data) for path, data in files.items()], out)
    return out


@pytest.fixture
def made(tmp_path: Path) -> Path:
    return put(SITE, tmp_path / "made")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return put(SITE, tmp_path / "site")


def test_the_same_files(made: Path, out: Path) -> None:
    found = compare(made, out)
    assert found == Comparison(3, {}, (), (), ())
    assert found.is_equal


def test_a_file_of_other_bytes_differs_from_a_line_on(made: Path, out: Path) -> None:
    (out / "index.html").write_bytes(b"<p>\nother\n")
    (out / "park/index.html").write_bytes(b"essay\n")
    (out / "park/card.png").write_bytes(b"\0picturE")
    found = compare(made, out)
    assert found.differing == {"index.html": 2, "park/card.png": 0, "park/index.html": 2}
    assert not found.is_equal


def test_a_link_is_not_the_file_though_it_leads_to_the_same_bytes(
    made: Path, out: Path, tmp_path: Path
) -> None:
    (out / "index.html").rename(tmp_path / "index.html")
    (out / "index.html").symlink_to(tmp_path / "index.html")
    assert compare(made, out).differing == {"index.html": 0}


def test_what_is_missing_and_what_was_left(made: Path, out: Path) -> None:
    put({**SITE, "old/a.html": b"old", "old/b.html": b"old"}, out)
    (out / "park/index.html").unlink()
    (out / "old/b.html").write_bytes(b"mine now")
    found = compare(made, out)
    assert found.missing == ("park/index.html",)
    assert found.left == ("old/a.html",)
    assert found.foreign == ("old/b.html",)
    assert found.differing == {MANIFEST: 3}
    put(SITE, out)
    assert compare(made, out) == Comparison(3, {}, (), (), ("old/b.html",))


def test_files_of_others_are_no_difference_and_those_beside_any_site_not_told_of(
    made: Path, out: Path
) -> None:
    for path in (".git/config", "CNAME", ".htaccess", "evil/deep/page.html", "mine.html"):
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(b"mine")
    found = compare(made, out)
    assert found.is_equal
    assert found.foreign == ("evil/deep/page.html", "mine.html")


def test_no_folder_lacks_everything(made: Path, tmp_path: Path) -> None:
    found = compare(made, tmp_path / "nowhere")
    assert found.missing == (MANIFEST, *sorted(SITE))
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_of_others_is_not_compared(made: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").touch()
    with pytest.raises(SetupError, match="holds files that Argsite did not write"):
        compare(made, tmp_path / "mine")


def test_a_folder_that_a_build_is_writing_to_is_not_compared(made: Path, out: Path) -> None:
    with alone(out), pytest.raises(OutputError, match="another build is writing to"):
        compare(made, out)


def test_what_cannot_be_read_is_told_in_one_line(
    made: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_path: Path) -> bytes:
        raise OSError(5, "Input/output error", "index.html")

    monkeypatch.setattr(Path, "read_bytes", failing)
    with pytest.raises(OutputError, match=re.escape("Input/output error (index.html)")):
        compare(made, out)
