"""What a person at the keyboard sees: commands, messages, exit codes."""

from __future__ import annotations

import importlib
import importlib.metadata
import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from argsite.cli import main, meter, starter
from argsite.cli.commands import COMMANDS, argsite
from argsite.errors import OutputError
from argsite.outcome import Outcome
from argsite.output import Written
from argsite.problems import Code, Problem, Severity
from argsite.source import Location, Manuscript

ARGSITE = (sys.executable, "-m", "argsite")

PARK = "content/park/essay.yaml"

ESSAY = """\
title: The park after dark
contention:
  id: keep-open
  text: The park should stay open at night.
  premises:
    - ref: safe
points:
  - number: 1
    title: Light
    claim:
      id: safe
      text: The park is safe at night.
      rebuttals:
        - id: dark
          text: The paths are dark.
"""


SITE = """\
title: Parks
checks: {unanswered-rebuttal: off, unlinked-id: off, unsupported-term: off}
"""
"""Silences what is to be said of so small an essay."""


class Said(NamedTuple):
    """What a command did: its exit code and its words."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command; times become 0.00 s."""

    def run_command(*arguments: str) -> Said:
        code = main(arguments)
        said = capsys.readouterr()
        return Said(code, re.sub(r"\d+\.\d\d s", "0.00 s", said.out), said.err)

    return run_command


@pytest.fixture
def park(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a site with one small essay, and go there."""
    (tmp_path / "content" / "park").mkdir(parents=True)
    (tmp_path / "content" / "site.yaml").write_text(SITE, encoding="utf-8")
    (tmp_path / PARK).write_text(ESSAY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def spoil(park: Path) -> None:
    """Write a wrong key into the essay."""
    text = (park / PARK).read_text(encoding="utf-8").replace("rebuttals:", "rebutals:")
    (park / PARK).write_text(text, encoding="utf-8")


def pretend(
    monkeypatch: pytest.MonkeyPatch, *problems: Problem, fault: BaseException | None = None
) -> None:
    """Let builds and checks end with these problems, or with an exception."""
    pipeline = importlib.import_module("argsite.build")
    failed = any(each.severity is Severity.ERROR for each in problems)

    def outcome(*given: object, **_options: object) -> object:
        if fault is not None:
            raise fault
        written = Written(12, 119, 3) if len(given) > 1 and not failed else None
        manuscripts = {PARK: Manuscript(PARK, ESSAY)}
        return Outcome(problems, manuscripts, 2, 1104, 1, written)

    monkeypatch.setattr(pipeline, "build", outcome)
    monkeypatch.setattr(pipeline, "check", outcome)


ERROR = Problem(
    Code.UNKNOWN_KEY,
    Location(PARK, 13, 7, 9),
    "unknown key 'rebuttals' in a statement",
    "did you mean 'premises'?",
)
WARNING = Problem(
    Code.DERIVED_ID, Location(PARK, 14, 11, 2), "no id is given", severity=Severity.WARNING
)
SHOWN = """\
content/park/essay.yaml:13:7: error: unknown key 'rebuttals' in a statement [unknown-key]
   13 |       rebuttals:
      |       ^^^^^^^^^ did you mean 'premises'?
content/park/essay.yaml:14:11: warning: no id is given [derived-id]
   14 |         - id: dark
      |           ^^
1 error, 1 warning
"""


# build


def test_build_writes_the_site_and_sums_up(park: Path, run: Run) -> None:
    said = run("build")
    assert said.code == 0
    assert said.err == ""
    assert re.fullmatch(
        r"Built 1 essay, 3 statements, (\d+) files in 0.00 s → site"
        r" \(\1 written, 0 unchanged, 0 removed\)\n",
        said.out,
    )
    assert (park / "site" / "park" / "safe.html").is_file()
    again = run("build")
    assert re.search(r"\(0 written, \d+ unchanged, 0 removed\)$", again.out)


def test_build_takes_a_folder_and_an_output(
    park: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert " files in 0.00 s → public (" in run("build", "..", "-o", "public").out
    assert (tmp_path / "elsewhere" / "public" / "index.html").is_file()
    assert not (park / "site").exists()


@pytest.mark.usefixtures("park")
def test_the_summary_of_a_build(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch)
    assert run("build") == Said(
        0,
        "Built 2 essays, 1,104 statements, 131 files in 0.00 s → site"
        " (12 written, 119 unchanged, 3 removed)\n",
        "",
    )


def test_build_with_a_mistake_writes_nothing(park: Path, run: Run) -> None:
    spoil(park)
    said = run("build")
    assert said.code == 1
    assert said.out == ""
    assert "content/park/essay.yaml:13:7: error: " in said.err
    assert said.err.endswith("1 error\nnothing was written\n")
    assert not (park / "site").exists()


def test_build_with_a_mistake_leaves_the_site_that_stands(park: Path, run: Run) -> None:
    run("build")
    before = (park / "site" / "index.html").read_bytes()
    spoil(park)
    said = run("build")
    assert said.code == 1
    assert said.err.endswith(
        "1 error\nnothing was written; the site that stood there still stands\n"
    )
    assert (park / "site" / "index.html").read_bytes() == before


@pytest.mark.usefixtures("park")
def test_build_shows_every_problem(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, ERROR, WARNING)
    assert run("build") == Said(1, "", SHOWN + "nothing was written\n")


@pytest.mark.usefixtures("park")
def test_a_warning_does_not_stop_a_build(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, WARNING)
    said = run("build", "-q")
    assert said.code == 0
    assert said.out == ""
    assert said.err.endswith("\n1 warning\n")


def test_files_are_named_as_they_are_reached_from_here(
    park: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, ERROR)
    monkeypatch.chdir(park / "content")
    assert run("check", "..").err.startswith("../content/park/essay.yaml:13:7: error: unknown key")
    assert run("check", str(park)).err.startswith(f"{park}/content/park/essay.yaml:13:7: error: ")


@pytest.mark.usefixtures("park")
def test_quiet_says_nothing_of_success(run: Run) -> None:
    assert run("build", "-q") == Said(0, "", "")
    assert run("check", "--quiet") == Said(0, "", "")


@pytest.mark.usefixtures("park")
def test_a_hundred_thousand_problems_are_all_shown(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = [
        Problem(Code.BROKEN_LINK, Location("content/lost.md", line), "no such page")
        for line in range(100_000)
    ]
    pretend(monkeypatch, *lost)
    said = run("check")
    assert said.err.count("error: no such page") == 100_000
    assert said.err.endswith("\n100,000 errors\n")


# check


def test_check_writes_nothing_and_sums_up(park: Path, run: Run) -> None:
    before = sorted(park.rglob("*"))
    said = run("check")
    assert said == Said(
        0, "Checked 1 essay, 3 statements, 2 arguments in 0.00 s: no problems\n", ""
    )
    assert sorted(park.rglob("*")) == before


@pytest.mark.usefixtures("park")
def test_the_summary_of_a_check_with_warnings(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, WARNING)
    said = run("check")
    assert said.out == "Checked 2 essays, 1,104 statements, 1 argument in 0.00 s: 1 warning\n"


@pytest.mark.usefixtures("park")
def test_check_shows_every_problem(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, ERROR, WARNING)
    assert run("check") == Said(1, "", SHOWN)
    assert run("check", "-q") == Said(1, "", SHOWN)


# new


def test_new_makes_a_site_that_builds(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new", "my-site") == Said(
        0,
        "Made a small site in my-site. What to do next:\n"
        "\n"
        "  cd my-site\n"
        "  argsite serve --open\n"
        "\n"
        "Then write in content/: each time you save, the browser shows it.\n"
        "`argsite build` writes the pages to site/.\n",
        "",
    )
    said = run("build", "my-site")
    assert (said.code, said.err) == (0, "")


def test_of_a_new_site_there_is_nothing_to_say(tmp_path: Path, run: Run) -> None:
    site = tmp_path / "my-site"
    assert run("new", str(site), "-q") == Said(0, "", "")
    said = run("check", str(site), "--strict")
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith(": no problems\n")
    settings = site / "content" / "site.yaml"
    settings.write_text(settings.read_text("utf-8").replace(": off", ": note"), encoding="utf-8")
    told = run("check", str(site))
    assert "[unlinked-id]" not in told.err, "each statement of the example is in its prose"
    assert run("fmt", str(site), "--check").code == 0


def test_new_here_needs_no_cd(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "cd" not in run("new", ".").out


def test_new_refuses_a_folder_that_is_not_empty(tmp_path: Path, run: Run) -> None:
    (tmp_path / "thesis.txt").write_bytes(b"mine")
    assert run("new", str(tmp_path)) == Said(
        2, "", f"argsite: {tmp_path} is not empty; name another folder\n"
    )
    assert [each.name for each in tmp_path.iterdir()] == ["thesis.txt"]


def test_new_refuses_a_file(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a").write_bytes(b"mine")
    said = run("new", str(tmp_path / "a"))
    assert said.err == f"argsite: {tmp_path / 'a'} is a file; name a folder that is not there yet\n"
    assert said.code == 2
    assert "cannot make a site in" in run("new", str(tmp_path / "a" / "b")).err


def test_the_starter_is_in_the_package() -> None:
    assert (starter.STARTER / "content" / "site.yaml").is_file()


# Usage and set-up: exit code 2


def test_a_folder_without_content_is_refused(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for command in (("build",), ("check",), ("serve",), ("fmt",), ("tree",), ("rename", "a", "b")):
        assert run(*command) == Said(
            2,
            "",
            f"argsite: there is no folder content/ in {tmp_path} or above it;"
            " name the site's folder with -C DIR, or make a site with `argsite new DIR`\n",
        )
    assert run("build", ".") == Said(
        2,
        "",
        "argsite: there is no folder content/ in .; `argsite new DIR` makes a site to start from\n",
    )


@pytest.mark.parametrize(
    "command",
    [
        *("check", "tree", "stats", "doctor", "fmt --check", "build -o ../../../out"),
        *("why keep-open", "rename keep-open stay-open --dry-run", "schema --write"),
    ],
)
def test_each_command_finds_the_site_from_any_folder_in_it(
    park: Path, run: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(park / "content" / "park")
    assert run(*command.split()).code in {0, 1}
    if "--write" in command:
        return
    monkeypatch.chdir(park)
    assert run(*command.replace("../../../out", "../out").split(), "-C", "content").code in {0, 1}


@pytest.mark.parametrize("command", ["build", "check", "serve", "stats", "doctor", "fmt"])
def test_a_site_is_named_once(park: Path, run: Run, command: str) -> None:
    code, _, err = run(command, str(park), "-C", str(park))
    assert code == 2
    assert "-C" in err.splitlines()[-1]


def test_the_content_folder_itself_is_the_wrong_folder(park: Path, run: Run) -> None:
    assert run("build", "content") == Said(
        2, "", f"argsite: name the folder that holds content/: {park}\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build", "nowhere"), "Directory 'nowhere' does not exist."),
        (("build", "--fast"), "No such option"),
        (("bild",), "No such command 'bild'. Did you mean 'build'?"),
        (("explain",), "No such command 'explain'. There are: new, import, "),
        (("help",), "No such command 'help'. Did you mean 'argsite --help'?"),
        (("init", "x"), "No such command 'init'. Did you mean 'argsite new DIR'?"),
        (("--vresion",), "Did you mean '--version'?"),
        (("new",), "Missing argument 'DIR'."),
    ],
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert "--help" in err


def test_an_unsafe_output_is_refused(park: Path, run: Run) -> None:
    code, out, err = run("build", "-o", "content")
    assert (code, out) == (2, "")
    assert err.startswith("argsite: the output folder content is mixed with content/")
    assert sorted(each.name for each in park.iterdir()) == ["content"]


@pytest.mark.usefixtures("park")
def test_a_fault_of_the_machine_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, fault=OutputError("cannot write the site to site: No space left"))
    line = "argsite: cannot write the site to site: No space left\n"
    assert run("build") == Said(2, "", line)
    debugged = run("build", "--debug")
    assert debugged.err.startswith("Traceback")
    assert debugged.err.endswith(line)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no such device")
def test_words_that_cannot_be_written_are_a_fault_of_the_machine(park: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*ARGSITE, "build", park], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.stderr == "argsite: cannot say what was done: No space left on device\n"
    assert done.returncode == 2


# Bugs and Ctrl-C


@pytest.mark.usefixtures("park")
def test_a_bug_is_one_line_and_a_traceback_on_demand(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, fault=ValueError("no such thing\nat all"))
    line = (
        "argsite: this is a bug in Argsite (ValueError: no such thing);"
        " --debug shows where; please report it, with what `argsite doctor --report` writes\n"
    )
    assert run("build") == Said(70, "", line)
    assert run("check", "--debug").err.startswith("Traceback (most recent call last):\n")


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_shows_a_bug_in_one_line_and_with_debug_where_it_is(
    name: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = argsite.get_command(click.Context(argsite), name)
    assert command

    def fail(**_given: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(command, "callback", fail)
    needed = {"import": ["pyproject.toml"], "new": ["x"], "rename": ["a", "b"], "why": ["a"]}
    given = [name, *needed.get(name, []), *(["bash"] if name == "completion" else [])]
    plain = run(*given)
    assert (plain.code, plain.out, plain.err.count("\n")) == (70, "", 1), plain.err
    assert plain.err.startswith("argsite: this is a bug in Argsite (ZeroDivisionError: a bug);")
    debugged = run(*given, "--debug")
    assert debugged.code == 70
    assert debugged.err.startswith("Traceback (most recent call last):\n")
    assert "in fail\n" in debugged.err
    assert debugged.err.endswith(plain.err)


@pytest.mark.usefixtures("park")
def test_ctrl_c(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, fault=KeyboardInterrupt())
    code, out, err = run("build")
    assert (code, out) == (130, "")
    assert err.strip() == "argsite: stopped"


# Help


def test_each_help_shows_an_example(run: Run) -> None:
    for command in ((), ("new",), ("build",), ("check",)):
        code, out, err = run(*command, "--help")
        assert (code, err) == (0, "")
        assert f"Example: argsite {' '.join(command) or 'new'}" in out


@pytest.mark.parametrize("command", [(), *((each,) for each in COMMANDS)])
def test_each_help_can_be_read_on_80_columns(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    code, out, _ = run(*command, "--help")
    assert code == 0
    assert "\b" not in out
    assert "\\b" not in out
    assert "..." not in out.replace("]...", "").replace("[ARGS]...", "")  # nothing is cut off
    assert not [line for line in out.splitlines() if len(line) > 80]


@pytest.mark.parametrize("name", [each for each in COMMANDS if each != "lsp"])
def test_each_example_in_a_help_is_a_command(name: str) -> None:
    """Parse the options and arguments of each example; files and folders need not be there."""
    command = argsite.get_command(click.Context(argsite), name)
    assert command is not None
    example = (command.epilog or "").partition("Example: argsite ")[2]
    assert example.startswith(name)
    for part in example.partition(" > ")[0].split(" && argsite "):
        asked, *arguments = part.split()
        used = argsite.get_command(click.Context(argsite), asked)
        assert used is not None
        used.make_parser(click.Context(used)).parse_args(arguments)


def test_no_command_shows_the_help(run: Run) -> None:
    code, out, err = run()
    assert (code, out) == (2, "")
    assert "Commands:\n  new  " in err


def test_the_version(run: Run) -> None:
    assert run("--version") == Said(0, f"argsite {importlib.metadata.version('argsite')}\n", "")


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from argsite.cli import main; main(['--help'])\n"
        "print('loaded:', *sorted({'rich', 'yaml', 'jinja2', 'pygraphviz', 'argsite.build'}"
        " & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("\nloaded:\n")


# Terminals


def on_terminal(*arguments: str, **environment: str) -> str:
    """Run the command with stderr on a terminal and return what appears there."""
    controller, terminal = os.openpty()
    subprocess.run(
        [*ARGSITE, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=terminal,
        env={**os.environ, "TERM": "xterm", **environment},
        check=False,
    )
    os.close(terminal)
    with os.fdopen(controller, "rb", buffering=0) as screen:
        return screen.read(65536).decode()


def test_colour_on_a_terminal_only(park: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    spoil(park)
    place = "content/park/essay.yaml:13:7:"
    assert on_terminal("check").startswith(f"\x1b[1m{place}\x1b[0m \x1b[31merror\x1b[0m: unknown")
    assert on_terminal("check", NO_COLOR="1").startswith(f"{place} error: unknown key")
    piped = subprocess.run([*ARGSITE, "check"], capture_output=True, text=True, check=False)
    assert piped.stderr.startswith(f"{place} error: unknown key")
    assert "\x1b" not in piped.stderr + piped.stdout


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_terminal_that_lacks_letters_is_no_reason_to_stop(park: Path, encoding: str) -> None:
    (park / PARK).write_text(ESSAY.replace("text:", "пример:", 1), encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = subprocess.run([*ARGSITE, "check"], capture_output=True, env=environment, check=False)
    assert done.returncode == 1
    assert done.stdout == b""
    assert b"essay.yaml:4:3: error: unknown key '" in done.stderr
    (park / PARK).write_text(ESSAY, encoding="utf-8")
    done = subprocess.run([*ARGSITE, "build"], capture_output=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.usefixtures("park")
def test_what_could_command_the_terminal_is_not_sent_there(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    evil = Location("content/\x1b]0;evil\x07.yaml")
    pretend(monkeypatch, Problem(Code.BAD_CHARACTER, evil, "bad \x1b[2J\u202e\x9b here"))
    assert run("check").err == (
        "content/\ufffd]0;evil\ufffd.yaml:1:1: error: bad \ufffd[2J\ufffd\ufffd here"
        " [bad-character]\n1 error\n"
    )


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.mark.parametrize(
    ("stream", "shown", "seconds", "appears"),
    [
        (Terminal, True, 0.5, False),
        (Terminal, True, 1.5, True),
        (Terminal, False, 1.5, False),
        (io.StringIO, True, 1.5, False),
    ],
    ids=["fast", "slow", "quiet", "piped"],
)
def test_progress_appears_on_a_terminal_after_a_second(
    monkeypatch: pytest.MonkeyPatch,
    stream: type[io.StringIO],
    *,
    shown: bool,
    seconds: float,
    appears: bool,
) -> None:
    screen = stream()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    now = 100.0
    monkeypatch.setattr(meter, "monotonic", lambda: now)
    with meter.Meter(shown=shown) as progress:
        progress("pages", 1, 100)
        now += seconds
        progress("pages", 30, 100)
    assert ("30/100" in screen.getvalue()) is appears
    assert (screen.getvalue() == "") is not appears
