"""`argsite import` as a new author meets it: messages, exit codes, what is on the disk."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from argsite.cli import main
from argsite.draft.indicators import LANGUAGES

LAMPS = "Lamps\n\nThe park needs light.\n\n1. Lamps shine because they are on.\n\n2. So we see.\n"


class Said(NamedTuple):
    """What a command did: its exit code and its words."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> Said:
        code = main(arguments)
        return Said(code, *capsys.readouterr())

    return command


def paths(folder: Path) -> list[str]:
    """Return every file and folder, hidden ones too."""
    return sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*"))


def test_an_essay_is_imported_into_an_empty_folder_and_built(run: Run, tmp_path: Path) -> None:
    Path("essay.txt").write_text(LAMPS, encoding="utf-8")
    said = run("import", "essay.txt")
    assert said == Said(
        0,
        f"Made {Path('content/lamps')} from essay.txt: 2 points, 3 sentences, 9 guesses.\n"
        f"Made {Path('content/site.yaml')}, which holds for the whole site.\n"
        "Points: by their numbers, written as in '1.'.\n"
        "Language: en, a guess; --language says another.\n"
        "\n"
        "What to do next:\n"
        "\n"
        "  argsite build\n"
        "\n"
        f'Then look through the lines marked "# guess" in {Path("content/lamps")}: keep each, or '
        "change it.\n",
        "",
    )
    assert paths(tmp_path) == [
        ".argsite",
        *(f".argsite/{kind}.schema.json" for kind in ("essay", "point", "site", "theme")),
        "content",
        "content/lamps",
        "content/lamps/1-lamps-shine.yaml",
        "content/lamps/2-we-see.yaml",
        "content/lamps/essay.yaml",
        "content/site.yaml",
        "essay.txt",
    ]
    written = "".join(each.read_text() for each in Path("content/lamps").iterdir())
    assert len(re.findall("# guess", written)) == 9
    assert run("build").code == 0


def test_it_is_said_how_points_were_found_and_the_language(run: Run) -> None:
    Path("a.txt").write_text("Words without numbers. They go on and on.", encoding="utf-8")
    said = run("import", "a.txt", "--language", "es", "--into", "new/site").out
    assert "the essay has no numbers, so all of it became one point" in said
    assert "Language: es; its indicator words are not known" in said
    assert f"argsite build {Path('new/site')}" in said
    Path("b.MD").write_text("# T\n\n## Xyzzy\n\nPlugh.\n\n## Foo\n\nBar.", encoding="utf-8")
    said = run("import", "b.MD").out
    assert "each heading became a point" in said
    assert "Language: could not be told, so en was taken" in said


def test_the_author_may_say_title_language_and_folder(run: Run) -> None:
    Path("a.txt").write_text(LAMPS, encoding="utf-8")
    said = run("import", "a.txt", "--title", "Light: now", "--language", "de", "--id", "x", "-q")
    assert said == Said(0, "", "")
    essay = Path("content/x/essay.yaml").read_text(encoding="utf-8")
    assert 'title: "Light: now"\nlanguage: de\n' in essay
    site = Path("content/site.yaml").read_text(encoding="utf-8")
    assert site == (
        "# yaml-language-server: $schema=../.argsite/site.schema.json\n"
        "# What holds for the whole site.\n"
        'title: "Light: now"\n'
        "language: de\n"
        "# Guessed steps share few words, so two checks of words would be in the way. Take these\n"
        "# lines out when you have gone through the guesses."
        " `argsite check --list` has all checks.\n"
        "checks:\n"
        '  lone-term: "off"\n'
        '  unsupported-term: "off"\n'
    )


def test_an_essay_joins_the_site_that_one_is_in(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.txt").write_text(LAMPS, encoding="utf-8")
    assert run("import", "a.txt", "--id", "one").code == 0
    monkeypatch.chdir(tmp_path / "content" / "one")
    assert run("import", "../../a.txt", "--id", "two").code == 0
    assert (tmp_path / "content" / "two" / "essay.yaml").is_file()
    assert not (tmp_path / "content" / "one" / "content").exists()


def test_nothing_is_overwritten(run: Run, tmp_path: Path) -> None:
    Path("a.txt").write_text(LAMPS, encoding="utf-8")
    assert run("import", "a.txt", "--id", "Park").code == 0
    before = {path: (tmp_path / path).stat() for path in paths(tmp_path)}
    said = run("import", "a.txt", "--id", "park")
    assert said == Said(
        2, "", "argsite: content/Park is there already; name another folder with --id\n"
    )
    assert before == {path: (tmp_path / path).stat() for path in paths(tmp_path)}


def test_a_second_essay_leaves_the_site_as_it_is(run: Run) -> None:
    Path("a.txt").write_text(LAMPS, encoding="utf-8")
    run("import", "a.txt", "--id", "one")
    site = Path("content/site.yaml")
    site.write_text("title: Mine\n", encoding="utf-8")
    assert "site.yaml" not in run("import", "a.txt", "--id", "two").out
    assert site.read_text(encoding="utf-8") == "title: Mine\n"
    site.unlink()
    run("import", "a.txt", "--id", "three", "--language", "uk")
    # A language of the first essays must not change with the last one.
    assert "title: Essays\n" in site.read_text(encoding="utf-8")
    assert "language:" not in site.read_text(encoding="utf-8")
    assert run("build").code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.txt"], "argsite: none.txt cannot be read: No such file or directory"),
        (["folder"], "argsite: folder is a folder; name the file that holds the essay"),
        (["a.docx"], "'a.docx' does not end with .txt or .md; save the essay as one of these"),
        (["a.txt", "--id", "A b"], "'A b' cannot be a folder's name; 'A-b' would do"),
        (["a.txt", "--id", "assets"], "'assets' cannot be a folder's name"),
        (["a.txt", "--title", "a\x07b"], "a character that cannot stand in a text"),
        (["a.txt", "--title", "a\udce9b"], "a character that cannot stand in a text"),
        (["a.txt", "--title", "a" * 1_001], "it has 1,001 characters; at most 1,000 are read"),
        (["a.txt", "--language", " "], "it is empty; write a tag such as en"),
        (["a.txt", "--language", "ua"], "must be a language, not the country 'ua'; write uk"),
        (["a.txt", "--language", "e n"], "must be a language tag"),
        (["a.txt", "--into", "a.txt"], "argsite: a.txt is a file; name a folder with --into"),
        (["a.txt", "--into", "site/content"], "name the folder that holds content/ with --into"),
        (["large.txt"], "argsite: large.txt is too large: over 5,000,000 bytes"),
        ([], "Missing argument 'ESSAY'"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    arguments: list[str], message: str, run: Run, tmp_path: Path
) -> None:
    Path("a.txt").write_text(LAMPS, encoding="utf-8")
    Path("a.docx").write_text(LAMPS, encoding="utf-8")
    Path("large.txt").write_bytes(b"x" * 5_000_001)
    Path("folder").mkdir()
    Path("site/content").mkdir(parents=True)
    Path("site/content/site.yaml").write_text("title: S\n", encoding="utf-8")
    before = paths(tmp_path)
    said = run("import", *arguments)
    assert said.code == 2
    assert message in said.err
    assert "Traceback" not in said.err
    assert paths(tmp_path) == before


def test_mistakes_of_the_author_are_told_with_their_place(run: Run, tmp_path: Path) -> None:
    Path("drafts").mkdir()
    Path("drafts/a.txt").write_bytes(b"Lamps\n\nCaf\xe9.")
    said = run("import", "drafts/a.txt")
    assert said.code == 1
    assert said.err.splitlines()[0] == (
        "drafts/a.txt:3:4: error: byte 0xE9 is not UTF-8 [bad-character]"
    )
    assert said.err.endswith("1 error\nnothing was written\n")
    assert paths(tmp_path) == ["drafts", "drafts/a.txt"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_a_read_only_folder_is_a_fault_of_the_set_up(run: Run, tmp_path: Path) -> None:
    Path("a.txt").write_text(LAMPS, encoding="utf-8")
    tmp_path.chmod(0o500)
    said = run("import", "a.txt")
    tmp_path.chmod(0o700)
    assert said.code == 2
    assert "cannot write to" in said.err


def test_the_help_names_every_way_to_number_and_every_language(run: Run) -> None:
    said = run("import", "--help").out
    assert all(each in said for each in ("1.", "1)", "(1)", "I.", "• 1 •", "## 1", "Point 1:"))
    assert all(f"{each}," in said or f"{each};" in said for each in LANGUAGES)
