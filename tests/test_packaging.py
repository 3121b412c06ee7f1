"""The wheel, installed alone in a fresh environment, builds the same sites as the source tree."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPTS = "Scripts" if os.name == "nt" else "bin"

pytestmark = pytest.mark.slow


def run(*command: str | Path, folder: Path) -> str:
    """Run a program in `folder`, away from this environment; return what it says."""
    environment = {key: value for key, value in os.environ.items() if "PYTHON" not in key}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def files(folder: Path) -> dict[str, bytes]:
    """Return every file in a folder but what Python and builds leave behind for themselves."""
    return {
        place.relative_to(folder).as_posix(): place.read_bytes()
        for place in sorted(folder.rglob("*"))
        if place.is_file() and not {"__pycache__", ".cache"} & set(place.parts)
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sdist, and from it the wheel; return the folder that holds both."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", folder, folder=ROOT)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel in a fresh environment; return the folder of its programs."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True, symlinks=os.name != "nt")
    (wheel,) = built.glob("*.whl")
    python = folder / SCRIPTS / "python"
    run(python, "-m", "pip", "install", "--quiet", wheel, folder=folder)
    return folder / SCRIPTS


def test_the_wheel_holds_the_package_the_themes_the_explanations_and_nothing_else(
    built: Path,
) -> None:
    (wheel,) = built.glob("*.whl")
    expected = {f"argsite/{path}" for path in files(ROOT / "generator" / "argsite")}
    expected |= {f"argsite/themes/{path}" for path in files(ROOT / "themes")}
    pages = files(ROOT / "content" / "guide" / "checks")
    expected |= {f"argsite/explanations/{path}" for path in pages}
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == expected
    assert "argsite/starter/content/site.yaml" in names
    assert any(name.startswith("argsite/themes/paper/templates/") for name in names)


def test_the_sdist_holds_what_the_tests_need(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    for folder in ("content", "generator", "tests", "themes"):
        ours = {path for path in files(ROOT / folder) if not path.startswith("node_modules/")}
        assert {f"{folder}/{path}" for path in ours} <= names
    assert {"LICENSE", "Makefile", "README.md", "SECURITY.md", "pyproject.toml"} <= names


def released(source: Path, folder: Path, umask: int, **settings: str) -> dict[str, str]:
    """Build sdist and wheel as `make release` does; return their names and digests."""
    done = subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder],
        cwd=source,
        env={key: value for key, value in os.environ.items() if "PYTHON" not in key} | settings,
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


@pytest.mark.skipif(os.name == "nt", reason="there is no umask")
def test_a_release_is_the_same_whoever_builds_it(tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere"
    copy.mkdir()
    for place in ROOT.iterdir():
        if place.name in {"content", "generator", "tests", "themes"}:
            shutil.copytree(place, copy / place.name)
        elif place.is_file() and place.name != ".git":
            shutil.copy(place, copy)
    for number, place in enumerate(sorted(copy.rglob("*"))):
        place.chmod(0o700 if place.is_dir() else 0o600)
        os.utime(place, (1_000_000_000 + 1000 * number,) * 2)
    first = released(ROOT, tmp_path / "first", 0o022, TZ="UTC", LC_ALL="C")
    second = released(copy, tmp_path / "second", 0o077, TZ="Asia/Kathmandu", PYTHONHASHSEED="1")
    assert len(first) == 2
    assert first == second


def test_the_installed_program_is_the_wheel(installed: Path, tmp_path: Path) -> None:
    code = "import argsite, sys; print(argsite.__file__)"
    place = Path(run(installed / "python", "-c", code, folder=tmp_path).strip())
    assert place.is_relative_to(installed.parent)


def test_new_and_build_give_the_same_bytes_as_the_source_tree(
    installed: Path, tmp_path: Path
) -> None:
    run(installed / "argsite", "new", "fresh", folder=tmp_path)
    run(sys.executable, "-m", "argsite", "new", "source", folder=tmp_path)
    assert files(tmp_path / "fresh") == files(tmp_path / "source")
    run(installed / "argsite", "build", "fresh", folder=tmp_path)
    run(sys.executable, "-m", "argsite", "build", "source", folder=tmp_path)
    assert files(tmp_path / "fresh") == files(tmp_path / "source")
    assert (tmp_path / "fresh" / "site" / "index.html").is_file()


def test_the_installed_program_explains_each_kind_of_problem(
    installed: Path, tmp_path: Path
) -> None:
    said = run(installed / "argsite", "check", "--explain", "lost-id", folder=tmp_path)
    assert said.startswith("# lost-id\n")
    listed = run(installed / "argsite", "check", "--list", folder=tmp_path)
    assert listed == run(sys.executable, "-m", "argsite", "check", "--list", folder=tmp_path)


def test_the_projects_own_site_is_the_same_too(installed: Path, tmp_path: Path) -> None:
    run(installed / "argsite", "build", ROOT, "-o", "fresh", folder=tmp_path)
    run(sys.executable, "-m", "argsite", "build", ROOT, "-o", "source", folder=tmp_path)
    assert files(tmp_path / "fresh") == files(tmp_path / "source")
