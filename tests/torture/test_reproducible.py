"""The same content gives the same bytes on any machine, whatever is odd about it."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.built import ROOT, files
from tests.effort import LONG, within
from tests.samples import write_site
from tests.torture.odd_machine import Machine, build, machine, run, settle

FEATURES = ROOT / "tests" / "sites" / "features" / "content"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write content that uses every feature, in two scripts, enough of it for several processes."""
    root = tmp_path_factory.mktemp("content")
    shutil.copytree(FEATURES, root / "content")
    write_site(root, 2, 15)
    return root / "content"


@pytest.fixture(scope="module")
def expected(content: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Build the content here, as this machine is."""
    out = tmp_path_factory.mktemp("expected") / "site"
    root = shutil.copytree(content, tmp_path_factory.mktemp("plain") / "content").parent
    program = [sys.executable, "-m", "argsite", "build", str(root), "-o", str(out)]
    subprocess.run(program, check=True, capture_output=True)
    return files(out)


def seeds() -> Iterator[int]:
    """Yield a few seeds, or those of several minutes."""
    first = random.SystemRandom().randrange(1_000_000) if LONG else 1
    yield from (first + number for number in (within(200) if LONG else range(2)))


def difference(found: dict[str, bytes], expected: dict[str, bytes]) -> list[str]:
    """Return the paths of files that are not in both, or not the same."""
    return sorted(path for path in {*found, *expected} if found.get(path) != expected.get(path))


def test_a_build_looks_at_the_content_alone(
    content: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    for seed in seeds():
        folder = tmp_path / str(seed)
        odd = machine(seed, folder)
        root = settle(content, odd, seed)
        out = folder / "out" if seed % 3 else root / "site"
        for _ in range(1 + seed % 2):  # with what was remembered, and without
            done = build(odd, root, out)
            assert done.returncode == 0, (seed, odd, done.stderr)
            assert difference(files(out), expected) == [], (seed, odd)
            shutil.rmtree(out)
        shutil.rmtree(folder)


LOOK = "import os, sys, time; print(os.listdir(sys.argv[1]), time.strftime('%Y'), os.cpu_count())"


def test_the_machines_are_odd_indeed(tmp_path: Path) -> None:
    folder = tmp_path / "crowd"
    folder.mkdir()
    for number in range(50):
        (folder / str(number)).touch()
    said = set()
    for seed in range(5):
        odd = machine(seed, tmp_path / f"machine {seed}")
        program = [sys.executable, "-c", LOOK, str(folder)]
        said.add(subprocess.run(program, env=odd.env, capture_output=True, check=True).stdout)
    assert len({line.partition(b"]")[0] for line in said}) == 5
    assert len({line.partition(b"]")[2].split()[0] for line in said}) > 1


def test_a_machine_that_writes_no_other_letters_says_so_or_gives_the_same(
    content: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    """Where Python is told to be of another age: names of files are ASCII, and so is each text."""
    odd = machine(1, tmp_path)
    old = {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    odd = Machine({**odd.env, **old}, odd.umask, odd.folder, odd.inside, odd.workers)
    root = settle(content, odd, 1)
    done = build(odd, root, tmp_path / "out")
    if done.returncode:
        assert done.returncode in {1, 2}, done.stderr
        assert b"bug" not in done.stderr
    else:
        assert difference(files(tmp_path / "out"), expected) == []


COMMANDS = (
    ("check", "--format", "json"),
    ("tree", "park"),
    ("why", "essay-1/contention", "--format", "json"),
    ("fmt",),
    ("new", "started"),
    ("import", "essay.md"),
)
"""What they say or write is to be the same."""

FURTHER = (
    ("stats", "--format", "json"),
    ("stats",),
    ("check", "--format", "sarif"),
    ("why", "essay-1/contention"),
    ("schema", "essay"),
    ("schema", "--write"),
)
"""What is said and written in much the same way."""

ESSAY = """\
# Parks at night

A park should stay open at night. It is used, because shift workers go home through it. Therefore
closing it costs them time. However, some say that it is not safe.

## Why it is safe

Lit paths are safe, as a report shows. But lights cost money, and “money” is short — so they say.
"""


def told(odd: Machine, root: Path) -> dict[str, object]:
    """Return what each command says, and all files that are there in the end."""
    (root / "essay.md").write_text(ESSAY, encoding="utf-8")
    found: dict[str, object] = {}
    for given in (*COMMANDS, *(FURTHER if LONG else ())):
        done = run(odd, root, *given)
        assert done.returncode == 0, (given, odd, done.stderr)
        found[" ".join(given)] = done.stdout
    left = {f"file {name}": data for name, data in files(root).items() if ".cache" not in name}
    return found | left


def test_other_commands_say_and_write_the_same(content: Path, tmp_path: Path) -> None:
    # In which letters texts are written is what the terminal says, and how wide they are.
    plain = {"PYTHONIOENCODING": "utf-8", "COLUMNS": "80"}
    found = []
    for seed in within(60) if LONG else range(2):
        odd = machine(seed, tmp_path / str(seed))
        odd = Machine({**odd.env, **plain}, odd.umask, odd.folder, inside=True, workers=1)
        found.append(told(odd, settle(content, odd, seed)))
        same = [name for name, said in found[0].items() if found[-1].get(name) == said]
        assert same == [*found[0]], (seed, odd, {*found[0]} - {*same})


PYTHONS = ("python3.11", "python3.12", "python3.13", "python3.14")

SAY = "import sys; print(sys.version); print(sys.prefix)"


def python(name: str) -> str:
    """Return where another Python is; the test is skipped where there is none, and says why."""
    place = shutil.which(name)
    if place is None:
        pytest.skip(f"there is no {name} on PATH")
    try:
        said = subprocess.run([place, "-c", SAY], check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"{name} on PATH cannot be run: {error}")
    if said.stdout.startswith(f"{sys.version}\n"):
        pytest.skip(f"{name} is the Python of these tests")
    return place


@pytest.fixture(scope="module")
def built_here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """Build the project's own content and a starter site with the Python of these tests."""
    return sites_of(sys.executable, tmp_path_factory.mktemp("here"))


def sites_of(program: str | Path, folder: Path) -> dict[str, dict[str, bytes]]:
    """Let a Python build the project's own content and a starter site; return what it made."""
    argsite = [str(program), "-m", "argsite"]
    own = shutil.copytree(ROOT / "content", folder / "own" / "content").parent
    for given in (["new", "starter"], ["build", str(own), "-q"], ["build", "starter", "-q"]):
        subprocess.run([*argsite, *given], cwd=folder, check=True, capture_output=True)
    return {name: files(folder / name / "site") for name in ("own", "starter")}


@pytest.mark.torture
@pytest.mark.parametrize("name", PYTHONS)
def test_another_python_makes_the_same(
    name: str, built_here: dict[str, dict[str, bytes]], tmp_path: Path
) -> None:
    place = python(name)
    # Where pip cannot get what is needed, here or for a Python that is new, nothing can be said.
    try:
        subprocess.run([place, "-m", "venv", tmp_path / "env"], check=True, capture_output=True)
        folder = "Scripts" if sys.platform == "win32" else "bin"
        program = tmp_path / "env" / folder / "python"
        install = [str(program), "-m", "pip", "install", "--quiet", str(ROOT)]
        subprocess.run(install, check=True, capture_output=True)
    except subprocess.CalledProcessError as error:
        pytest.skip(f"Argsite cannot be installed for {name}: {error.stderr[-500:]!r}")
    found = sites_of(program, tmp_path)
    for site, expected in built_here.items():
        assert difference(found[site], expected) == []


WITHOUT_LIBRARY = """\
import sys
sys.modules["pygraphviz"] = None
from argsite.cli import main
raise SystemExit(main())
"""

_DIAGRAM = re.compile(rb"<svg.*?</svg>", re.DOTALL)


def undrawn(site: dict[str, bytes]) -> dict[str, bytes]:
    """Return files without their diagrams."""
    return {path: _DIAGRAM.sub(b"", data) for path, data in site.items()}


@pytest.mark.torture
def test_another_graphviz_puts_what_is_in_diagrams_elsewhere_and_changes_nothing_else(
    content: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    if shutil.which("dot") is None:
        pytest.skip("there is no program `dot` on PATH")
    root = shutil.copytree(content, tmp_path / "content").parent
    program = [sys.executable, "-c", WITHOUT_LIBRARY, "build", str(root)]
    subprocess.run(program, check=True, capture_output=True)
    found = files(root / "site")
    assert all(path.endswith(".html") for path in difference(found, expected))
    assert difference(undrawn(found), undrawn(expected)) == []
