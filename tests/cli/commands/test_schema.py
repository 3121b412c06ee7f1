"""`argsite schema`: printed, or written into a site for its author's editor."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from argsite.cli import main
from argsite.cli.commands.schema import KINDS
from argsite.formats.yaml import schema


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Run the command; return its exit code and its words."""
    code = main(["schema", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_kinds_are_those_of_the_format() -> None:
    # The command does not ask: `--help` must not wait for the format.
    assert list(schema.KINDS) == list(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_it_prints_the_schema_of_a_kind(capsys: pytest.CaptureFixture[str], kind: str) -> None:
    code, out, err = run(capsys, kind)
    assert (code, err) == (0, "")
    assert json.loads(out) == schema.schema(kind)


def test_without_a_kind_it_prints_one_for_all(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys)
    assert json.loads(out) == schema.schema()


def test_it_writes_the_schemas_into_a_site(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / ".argsite").mkdir()
    (tmp_path / ".argsite" / "essay.schema.json").write_text("{}", encoding="utf-8")
    code, out, err = run(capsys, "--write", str(tmp_path))
    assert (code, err) == (0, "")
    assert out.startswith(f"Wrote the schemas into {tmp_path / '.argsite'}. ")
    assert out.endswith("\n# yaml-language-server: $schema=../../.argsite/essay.schema.json\n")
    written = {
        file.relative_to(tmp_path).as_posix(): file.read_text(encoding="utf-8")
        for file in (tmp_path / ".argsite").iterdir()
    }
    assert written == schema.schema_files()


def test_it_writes_into_the_current_folder(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run(capsys, "--write")[0] == 0
    assert (tmp_path / ".argsite" / "site.schema.json").is_file()


def test_a_folder_without_content_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, out, err = run(capsys, "--write", str(tmp_path))
    assert (code, out) == (2, "")
    assert err.startswith("argsite: there is no folder content/ in ")
    assert not [*tmp_path.iterdir()]


def test_a_folder_that_cannot_be_written_is_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / ".argsite").write_text("", encoding="utf-8")
    code, out, err = run(capsys, "--write", str(tmp_path))
    assert (code, out) == (2, "")
    assert err.startswith("argsite: cannot write ")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("esay",), "'esay' is not one of 'essay', 'point', 'site', 'theme'"),
        (("essay", "--write"), "give KIND or --write, not both"),
        (("--write", "nowhere"), "Directory 'nowhere' does not exist"),
    ],
)
def test_wrong_usage(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_a_new_site_holds_the_schemas(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "site")]) == 0
    capsys.readouterr()
    names = sorted(each.name for each in (tmp_path / "site" / ".argsite").iterdir())
    assert names == sorted(f"{kind}.schema.json" for kind in KINDS)


def test_no_link_that_came_with_a_site_is_written_through(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("mine", encoding="utf-8")
    site = tmp_path / "site"
    (site / "content").mkdir(parents=True)
    (site / ".argsite").symlink_to(mine, target_is_directory=True)
    code, _, err = run(capsys, "--write", str(site))
    assert (code, err) == (
        2,
        f"argsite: {site / '.argsite'} is a link; delete it, and a folder is made\n",
    )
    (site / ".argsite").unlink()
    (site / ".argsite").mkdir()
    names = ("essay.schema.json", ".essay.schema.json.new")
    for name in (*names, f".essay.schema.json.new-{os.getpid()}"):
        (site / ".argsite" / name).symlink_to(mine / "letter.txt")
    assert run(capsys, "--write", str(site))[0] == 0
    assert [each.name for each in mine.iterdir()] == ["letter.txt"]
    assert (mine / "letter.txt").read_text(encoding="utf-8") == "mine"
