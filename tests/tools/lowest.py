"""Run tests with the lowest version of each dependency that pyproject.toml allows: `make lowest`.

The lowest versions must give what the newest give: the golden sites are compared byte for byte, as
ever. Only what Argsite asks for itself is at its lowest (the packages, the extras, what tests
need); what those ask for is at its newest, as an installer has it.

A bound is wrong where the tests fail with it, where no such version can be had, or where another
dependency asks for more, so that nobody ever gets it.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PROJECT = ROOT / "pyproject.toml"

OLDEST_PYTHON = "3.11"
TELLING = (
    *("tests/test_golden_sites.py", "tests/test_own_content.py", "tests/test_cli.py"),
    *("tests/cli", "tests/cluster", "tests/diagram", "tests/draft", "tests/editing"),
    *("tests/formats", "tests/language_server", "tests/markdown", "tests/pages", "tests/remote"),
    *("tests/serve", "tests/theme", "tests/test_output.py"),
)
"""The tests that come to every dependency."""


def requirements(project: dict[str, object]) -> Iterator[Requirement]:
    """Yield what `[project]` asks for, extras too, where this machine and Python need it."""
    extras = project.get("optional-dependencies", {})
    assert isinstance(extras, dict)
    for line in [
        *lines(project["dependencies"]),
        *(each for group in extras.values() for each in group),
    ]:
        asked = Requirement(line)
        if asked.marker is None or asked.marker.evaluate():
            yield asked


def lines(value: object) -> list[str]:
    """Return a list of texts as one."""
    assert isinstance(value, list)
    return [str(each) for each in value]


def bound(asked: Requirement) -> Version | None:
    """Return the lowest version that a requirement names; None where it names none."""
    lowest = [Version(each.version) for each in asked.specifier if each.operator in {">=", "=="}]
    return max(lowest, default=None)


def pins(text: str) -> dict[str, Version]:
    """Return the versions that a list of requirements pins, by name."""
    pinned = (line.split()[0] for line in text.splitlines() if line[:1].isalnum())
    found = (each.partition("==") for each in pinned)
    return {canonicalize_name(name.partition("[")[0]): Version(number) for name, _, number in found}


def wrong_bounds(asked: Iterable[Requirement], resolved: dict[str, Version]) -> Iterator[str]:
    """Yield what is wrong with the bounds, where they are resolved to the lowest that goes."""
    for each in asked:
        lowest, got = bound(each), resolved.get(canonicalize_name(each.name))
        if lowest is None:
            yield f"{each.name} has no lower bound"
        elif got is None:
            yield f"{each.name} was not resolved"
        elif got != lowest:
            yield f"{each.name}: {lowest} cannot be had; the lowest that can is {got}"


def held_lines(asked: Iterable[Requirement], own: dict[str, Version]) -> Iterator[str]:
    """Yield a line for each requirement, with its extras, that holds it at its version."""
    for each in asked:
        extras = f"[{','.join(sorted(each.extras))}]" if each.extras else ""
        yield f"{each.name}{extras}=={own[canonicalize_name(each.name)]}\n"


def resolve(*options: str | Path) -> str:
    """Return the lowest versions that uv finds, as a list of requirements.

    Only what can be had as a wheel, since an old source rarely builds on a new machine.
    """
    return run(
        *("pip", "compile", "--quiet", "--no-header", "--no-annotate", "--no-build"),
        *("--resolution", "lowest-direct", "--python-version", OLDEST_PYTHON),
        *("--all-extras", PROJECT, *options),
    )


def run(*arguments: str | Path) -> str:
    """Run uv; return what it says."""
    program = Path(sys.executable).with_name("uv")
    done = subprocess.run(
        [program, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.returncode)
    return done.stdout


def main(folder: Path, tests: Sequence[str]) -> int:
    """Make an environment in a folder and run tests there; return pytest's exit code."""
    asked = list(requirements(tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]))
    own = pins(resolve())
    if wrong := list(wrong_bounds(asked, own)):
        sys.exit("\n".join(["The lower bounds in pyproject.toml are wrong:", *wrong]))
    # What tests need must not raise what Argsite needs, or its bounds would not be tested.
    held, listed = folder / "held.txt", folder / "lowest.txt"
    names = sorted({canonicalize_name(each.name) for each in asked})
    held.write_text("".join(held_lines(asked, own)), encoding="utf-8")
    listed.write_text(resolve("--group", "test", "--override", held), encoding="utf-8")
    python = folder / "environment" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    run("venv", "--quiet", "--python", sys.executable, folder / "environment")
    run("pip", "sync", "--quiet", "--no-build", "--python", python, listed)
    run("pip", "install", "--quiet", "--no-deps", "--python", python, "--editable", ROOT)
    print("Lowest versions:", ", ".join(f"{name} {own[name]}" for name in names), flush=True)
    return subprocess.run([python, "-m", "pytest", *tests], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    options = ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--keep", type=Path, metavar="DIR", help="leave the environment there")
    given, rest = options.parse_known_args()
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
        sys.exit(main(given.keep.resolve(), rest or TELLING))
    with TemporaryDirectory() as scratch:
        sys.exit(main(Path(scratch), rest or TELLING))
