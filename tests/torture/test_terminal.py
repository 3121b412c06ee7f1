"""What a terminal is told of hostile names, texts, arguments: it shows them, it obeys none."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from argsite.cli import main
from argsite.cli.terminal import clean
from tests.effort import effort
from tests.sites import write
from tests.suites import naughty_strings

ORDERS = (
    "\x1b[31mred\x1b[0m",
    "\x1b]0;a title\x07",
    "\x1b[2J\x1b[H",
    "\x9b31m",
    "\x1bP$q\x1b\\",
    "back\x08\x08\x08\x08",
    "over\rwritten",
    "bell\x07",
    "\u202ereversed\u202c",
    "\u2066isolated\u2069",
    "line\u2028separator",
)
"""What terminals obey, or show in another order."""

OWN = re.compile(r"\x1b\[\d+(;\d+)*m")
"""How the commands colour their own words."""

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""What a terminal must not get from anybody else."""


class Terminal(io.TextIOWrapper):
    """A terminal that keeps what it gets."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", write_through=True)

    def isatty(self) -> bool:
        """Say that it is one."""
        return True

    def got(self) -> str:
        """Return what it got."""
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode()


@pytest.fixture
def colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the terminal have colours, so that styles are not taken out on the way; and no meter."""
    monkeypatch.setattr("argsite.cli.meter._PATIENCE", 1e9)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "100")


def said(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> tuple[int, str]:
    """Run a command on a terminal; return its exit code and all that the terminal got."""
    terminal = Terminal()
    with monkeypatch.context() as patch:
        patch.setattr("sys.stdout", terminal)
        patch.setattr("sys.stderr", terminal)
        code = main([str(each) for each in arguments])
    return code, terminal.got()


def check(told: str) -> None:
    """Check that a terminal obeys nothing of what it was told but our own colours."""
    assert told.strip()
    assert not OBEYED.search(OWN.sub("", told)), told
    assert "\x1b[31mred" not in told


def hostile_essay() -> str:
    """Return an essay without errors whose texts ask terminals for all they can hold."""
    texts = [each for each in ORDERS if not re.search("[\x00-\x1f\x7f-\x9f\u2028]", each)]
    lines = ["title: '\u202eTitle'", "contention:", "  id: top", "  text: '\u202eTop'"]
    lines += ["  by: '\u202eSomebody'", "  premises:"]
    for number, text in enumerate(texts):
        lines += [f"    - id: s{number}", f"      text: '{text}'", f"      by: '{text}'"]
        lines += [f"      label: '{text}'", f"      tags: ['{text}']"]
        lines += [f"      rebuttals: [{{id: r{number}, text: 'Is it {text}?'}}]"]
    return "\n".join(lines) + "\n"


@pytest.mark.usefixtures("colours")
@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["check", "--strict"],
        ["tree"],
        ["tree", "park"],
        ["why", "top"],
        ["why", "park/s0"],
        ["why", "s0", "--short"],
        ["stats"],
        ["fmt", "--diff"],
        ["fmt", "--check"],
        ["rename", "s0", "t0", "--diff"],
        ["rename", "s0", "t0", "--dry-run"],
        ["build", "--explain"],
        ["doctor"],
    ],
    ids=" ".join,
)
def test_texts_of_authors_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    write(tmp_path, {"content/park/essay.yaml": hostile_essay()})
    monkeypatch.chdir(tmp_path)
    _, told = said(monkeypatch, *command)
    check(told)


@pytest.mark.usefixtures("colours")
@pytest.mark.parametrize("order", ORDERS, ids=ascii)
def test_names_of_files_and_what_is_wrong_in_them_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, order: str
) -> None:
    quoted = "".join(f"\\U{ord(char):08x}" for char in order)
    contents = {
        f"content/{order}/essay.yaml": "title: T\n",
        f"content/park/{order}.yaml": "title: T\n",
        f"content/{order}.md": "# T\n",
        f"content/{order}.txt": "T\n",
        "content/park/essay.yaml": f'"{quoted}": T\n',
        "content/lake/essay.yaml": f"title: {order}\ncontention: C\n",
        "content/hill/essay.yaml": f"title: T\n{order}: C\n",
        "content/town/essay.yaml": f'title: T\ncontention: {{id: "{order}", text: C, {order}: 1}}',
        "content/moor/essay.yaml": f"title: T\n contention: {order}\n - {order}: {order}: 1\n",
        "content/site.yaml": "title: T\ntheme: '" + order + "'\nlanguage: '" + order + "'\n",
    }
    write(tmp_path, {"content/ok/essay.yaml": "title: T\ncontention: C\n"})
    for name, text in contents.items():
        place = tmp_path / name
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(text.encode())
    for command in (["check"], ["build"], ["tree"], ["fmt"], ["rename", "a", "b"], ["stats"]):
        code, told = said(
            monkeypatch, *command, *(["-C"] if command[0] == "tree" else []), tmp_path
        )
        assert code == 1
        check(told)


@pytest.mark.usefixtures("colours")
@pytest.mark.parametrize("order", ORDERS[:: effort(4, 1)], ids=ascii)
def test_arguments_are_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, order: str) -> None:
    write(tmp_path, {"content/park/essay.yaml": "title: T\ncontention: {id: top, text: C}\n"})
    here = tmp_path / f"here {order}"
    here.mkdir()
    essay = tmp_path / f"{order}.txt"
    essay.write_text("An essay.\n\nIt says so.\n", encoding="utf-8")
    latin = tmp_path / f"latin {order}.md"
    latin.write_bytes(b"\x00\xff\xfe\x00")
    for command in (
        [order],
        [f"--{order}"],
        ["build", order],
        ["build", tmp_path, "-o", tmp_path / order],
        ["build", tmp_path, "-o", here / order / ".."],
        ["build", here],
        ["build", tmp_path, "--workers", order],
        ["check", here],
        ["check", tmp_path, "--format", order],
        ["check", "--explain", order],
        ["tree", "-C", tmp_path, order],
        ["tree", "-C", tmp_path, "park", order],
        ["why", "-C", tmp_path, order],
        ["why", "-C", tmp_path, f"park/{order}"],
        ["why", "-C", tmp_path, f"{order}/top"],
        ["stats", here],
        ["fmt", here],
        ["fmt", essay],
        ["rename", order, "b", tmp_path],
        ["rename", "top", order, tmp_path],
        ["rename", "top", f"{order}/b", tmp_path],
        ["rename", "top", "b", tmp_path, "--debug", order],
        ["new", here / order],
        ["new", here / order],
        ["import", here],
        ["import", essay, "--into", here / "b"],
        ["import", essay, "--into", here / "b"],
        ["import", latin, "--into", here / "c"],
        ["schema", order],
        ["completion", order],
        ["doctor", here],
        ["serve", here],
        ["serve", tmp_path, "--port", order],
        ["serve", tmp_path, "--host", order],
        ["serve", tmp_path, "--host", order, "--debug"],
        ["lsp", order],
    ):
        _, told = said(monkeypatch, *command)
        check(told)


@pytest.mark.usefixtures("colours")
def test_naughty_strings_as_arguments_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"content/park/essay.yaml": "title: T\ncontention: {id: top, text: C}\n"})
    for text in naughty_strings()[:: effort(8, 1)]:
        if text.startswith("-"):
            continue
        for command in ("tree", "why"):
            code, told = said(monkeypatch, command, "-C", tmp_path, text)
            assert code == 2, told
            check(told)
            shown = clean(text[:80])
            assert f"'{shown}'" in told or "/" in text or "#" in text, told


def test_a_key_with_a_line_break_makes_no_line_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    false = "content/lake/essay.yaml:1:1: error: all is lost"
    write(tmp_path, {"content/park/essay.yaml": f'title: T\ncontention: C\n"a\\n{false}": 1\n'})
    _, told = said(monkeypatch, "check", tmp_path)
    assert all(not line.startswith("content/lake") for line in told.split("\n"))
