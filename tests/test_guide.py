"""The guide keeps its word: every YAML in it is built, every command run, every workflow tried."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from textwrap import indent
from typing import NamedTuple

import pytest
import yaml

from argsite.build import build, check
from argsite.cli.starter import plant
from argsite.problems import is_error, render
from tests.built import ROOT
from tests.sites import SMALL_ESSAY, write
from tests.tools import command_reference

GUIDE = ROOT / "content" / "guide"

PAGES = {
    place.relative_to(GUIDE).with_suffix("").as_posix(): place.read_text(encoding="utf-8")
    for place in sorted(GUIDE.rglob("*.md"))
    if place.parent == GUIDE
}
"""The pages by name, without those of single checks, which have a test of their own."""

_FENCE = re.compile(r"^```(\w+) ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

_STAYS = re.compile(r"argsite (serve|lsp)\b|python3 -m http\.server\b")
"""Commands that go on until they are stopped."""


_LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


class Fence(NamedTuple):
    """A block of code."""

    language: str
    """What it is written in."""

    name: str
    """The name of its file, where it has one."""

    text: str
    """What it holds."""


def fences(page: str, *languages: str) -> list[Fence]:
    """Return the blocks of a page in these languages."""
    found = (Fence(*match.groups()) for match in _FENCE.finditer(PAGES[page]))
    return [fence for fence in found if fence.language in languages]


def sites(page: str) -> Iterator[dict[str, str]]:
    """Yield the files of each site that a page shows: a file named again begins the next one."""
    files: dict[str, str] = {}
    fresh: set[str] = set()
    for _, name, text in fences(page, "yaml", "markdown"):
        if name.startswith("content/"):
            if name in fresh:
                yield files
                fresh.clear()
            fresh.add(name)
            files = files | {name: text}
    if fresh:
        yield files


def errors(root: Path, files: dict[str, str]) -> list[str]:
    """Return the errors of a site of these files, as an author sees them."""
    write(root, files)
    (root / "content" / "logo.svg").write_text(_LOGO, encoding="utf-8")
    outcome = check(root)
    return [render(each, outcome.manuscripts) for each in outcome.problems if is_error(each)]


@pytest.mark.parametrize("page", PAGES)
def test_whole_files_make_sites_that_build(page: str, tmp_path: Path) -> None:
    for number, files in enumerate(sites(page)):
        root = tmp_path / str(number)
        assert not errors(root, files)
        assert build(root, root / "site").written


def _named_by(excerpt: str) -> dict[str, str]:
    """Return essays with the statements that an excerpt uses from elsewhere."""
    return {
        f"content/{slug}/essay.yaml": f"title: T\ncontention: {{id: {name}, text: It is so.}}\n"
        for slug, name in re.findall(r"ref: ([\w-]+)/([\w-]+)", excerpt)
    }


def completions(excerpt: str) -> Iterator[dict[str, str]]:
    """Yield the sites that an excerpt may be a part of."""
    essay, point = "content/park/essay.yaml", "content/park/1-point.yaml"
    for margin, before in (
        ("", ""),
        ("  ", "contention:\n"),
        ("  ", "contention:\n  text: The gate should stay open.\n"),
        ("    ", "contention:\n  text: The gate should stay open.\n  premises:\n"),
        ("      ", "contention:\n  text: The gate should stay open.\n  premises:\n  - \n"),
    ):
        text = before + indent(excerpt, margin)
        yield {essay: f"title: The park\n{text}"}
        yield {essay: text}
    yield {"content/site.yaml": f"title: The park\n{excerpt}", essay: SMALL_ESSAY}
    yield {"content/site.yaml": excerpt, essay: SMALL_ESSAY}
    yield {point: excerpt, essay: SMALL_ESSAY}
    safe = "number: 1\ntitle: Light\nclaim: {id: safe-at-night, text: It is safe at night.}\n"
    above = f"title: The park\ncontention:\n  text: It should stay open.\n{indent(excerpt, '  ')}"
    yield {point: safe, essay: above}


@pytest.mark.parametrize(
    ("page", "excerpt"),
    [
        pytest.param(page, fence.text, id=f"{page}-{number}")
        for page in PAGES
        for number, fence in enumerate(fences(page, "yaml"))
        if not fence.name
        if "# guess" not in fence.text  # a test below finds it in a draft
    ],
)
def test_an_excerpt_is_part_of_some_site(page: str, excerpt: str, tmp_path: Path) -> None:
    if excerpt.startswith("paper:"):
        assert page in {"themes", "keys"}, "theme.yaml has a test of its own"
        return
    found = []
    for number, files in enumerate(completions(excerpt)):
        told = errors(tmp_path / str(number), files | _named_by(excerpt))
        if not told:
            return
        found.append(min(told, key=len))
    pytest.fail(f"no file takes this as it is:\n{excerpt}\n" + "\n".join(found))


@pytest.mark.parametrize("page", [page for page in PAGES if fences(page, "sh")])
def test_every_command_can_be_run_and_says_what_is_shown(page: str, tmp_path: Path) -> None:
    """Go down a page as its reader does: save each file, run each command, compare what it says.

    A text right below commands is what they say.
    """
    said, end = "", -1
    for match in _FENCE.finditer(PAGES[page]):
        language, name, text = match.groups()
        if language == "sh":
            done = run(text, tmp_path)
            said, end = done.stdout, match.end()
            assert done.returncode == 0, said
        elif language == "text" and not name and match.start() == end + 2:
            assert _timeless(text) == _timeless(said)
        elif name and language in {"text", "markdown", "yaml"} and not name.startswith("content/"):
            place = tmp_path / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
        elif "# guess" in text:
            drafts = [each.read_text("utf-8") for each in tmp_path.glob("*/content/*/*.yaml")]
            assert any(text in each for each in drafts), f"nothing is drafted like this:\n{text}"


def test_the_sample_of_an_error_is_what_is_said(tmp_path: Path) -> None:
    (sample,) = (each.text for each in fences("format", "text") if "[unknown-key]" in each.text)
    (files,) = sites("format")
    right, wrong = "\n  rebuttals:\n", "\n  rebutals:\n"
    told = errors(tmp_path, {path: text.replace(right, wrong) for path, text in files.items()})
    assert sample.rstrip() in told


def _timeless(text: str) -> str:
    return re.sub(r"\d+\.\d\d s", "0.00 s", text)


def run(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a script of the guide in a folder; what would go on is stopped after a while.

    All that is said is in `stdout`, in its order.
    """
    lines = [_bounded(line) for line in script.splitlines()]
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "NO_COLOR": "1",
        "HOME": str(folder),
    }
    environment.pop("COLUMNS", None)
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", "\n".join(lines)],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


def _bounded(line: str) -> str:
    if not _STAYS.search(line):
        return line
    command = line.partition("#")[0].strip()
    if "http.server" in command:
        command += " 0"  # any free port
    return f"code=0; timeout 8 {command} || code=$?; test $code = 124 -o $code = 130"


def steps(page: str, name: str) -> list[str]:
    """Return the commands that a host runs by one of the files in the guide."""
    (text,) = (fence.text for fence in fences(page, "yaml", "toml") if fence.name == name)
    if name.endswith(".toml"):
        return [str(tomllib.loads(text)["build"]["command"])]
    jobs = yaml.safe_load(text)
    if name == ".gitlab-ci.yml":
        return [str(step) for step in jobs["pages"]["script"]]
    return [str(step["run"]) for step in jobs["jobs"]["build"]["steps"] if "run" in step]


@pytest.mark.parametrize("name", [".github/workflows/site.yml", ".gitlab-ci.yml", "netlify.toml"])
def test_what_a_host_would_run_builds_the_site(name: str, tmp_path: Path) -> None:
    plant(tmp_path)
    commands = steps("publishing", name)
    install = "pip install -r requirements.txt"
    assert any("argsite build" in each for each in commands)
    done = run("\n".join(each for each in commands if each != install), tmp_path)
    assert done.returncode == 0, done.stdout
    assert (tmp_path / "public" / "index.html").is_file()


def test_the_reference_of_commands_is_what_they_say_themselves() -> None:
    assert command_reference.PAGE.read_text(encoding="utf-8") == command_reference.page(), (
        "run `make guide`"
    )


def test_the_version_that_a_host_installs_is_this_one() -> None:
    (text,) = (
        each.text for each in fences("publishing", "text") if each.name == "requirements.txt"
    )
    assert text == f"argsite=={version('argsite')}\n"
