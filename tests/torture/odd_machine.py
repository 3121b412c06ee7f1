"""A machine that is odd in every way at once: what a build must not look at, varied by a seed."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

DAY = 24 * 60 * 60

SITE_CUSTOMIZE = '''
"""Loaded by Python before anything else: other clocks, other orders of folders, another name."""

import datetime
import os
import random
import socket
import time

dice = random.Random(os.environ["ODD_SEED"])
ahead = float(os.environ["ODD_SECONDS"])
real = {name: getattr(os, name) for name in ("scandir", "listdir")}


class Shuffled:
    """What `os.scandir` gives, in another order."""

    def __init__(self, entries):
        self.entries = list(entries)
        dice.shuffle(self.entries)
        self.left = iter(self.entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.left)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.left = iter(())


def scandir(path="."):
    with real["scandir"](path) as entries:
        return Shuffled(entries)


def listdir(path="."):
    found = real["listdir"](path)
    dice.shuffle(found)
    return found


os.scandir, os.listdir = scandir, listdir


def later(clock, factor):
    return lambda: clock() + type(clock())(ahead * factor)


time.time, time.time_ns = later(time.time, 1), later(time.time_ns, 1_000_000_000)
for name in ("localtime", "gmtime", "ctime"):
    convert = getattr(time, name)
    setattr(time, name, lambda at=None, convert=convert: convert(time.time() if at is None else at))


write = time.strftime
time.strftime = lambda form, at=None: write(form, time.localtime() if at is None else at)


class Date(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())


class DateTime(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())


datetime.date, datetime.datetime = Date, DateTime
socket.gethostname = lambda: os.environ["ODD_SEED"] + "-machine"
count = dice.randint(1, 9)
os.cpu_count = lambda: count
if hasattr(os, "sched_getaffinity"):
    os.sched_getaffinity = lambda _: set(range(count))
'''


@dataclass(frozen=True, slots=True)
class Machine:
    """One way to be odd."""

    env: dict[str, str]
    """Variables."""

    umask: int
    """Rights that new files do not get."""

    folder: Path
    """Where the site stands and commands are given."""

    inside: bool
    """Whether they are given inside the site."""

    workers: int
    """How many processes make pages."""


def machine(seed: int, folder: Path) -> Machine:
    """Return one of the odd machines, with what it needs in a folder of its own."""
    dice = random.Random(seed)  # noqa: S311 - to be had again
    names = ["a", "with space", "Ärger", "夜の公園", "d/e/e/p/e/r", "x" * 120, "%2e"]
    own = folder / dice.choice(names)
    customized = own / "python"
    customized.mkdir(parents=True)
    (customized / "sitecustomize.py").write_text(SITE_CUSTOMIZE, encoding="utf-8")
    home = own / dice.choice(["home", "Benutzer"])
    home.mkdir()
    env = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join([str(customized), os.environ.get("PYTHONPATH", "")]),
        "PYTHONHASHSEED": str(dice.randrange(4_294_967_296)),
        "ODD_SEED": str(seed),
        "ODD_SECONDS": str(dice.choice([0, 0.5, -400 * DAY, 3_000 * DAY, 40 * 365 * DAY])),
        "HOME": str(home),
    }
    choices: dict[str, Sequence[str]] = {
        "TZ": ("UTC", "Pacific/Kiritimati", "America/St_Johns", "Etc/GMT+12", "XXX+25:30"),
        "LANG": ("C", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "ja_JP.eucJP"),
        "LC_ALL": ("C", "C.UTF-8", "POSIX", "tr_TR.UTF-8", "ar_EG.UTF-8"),
        "LANGUAGE": ("tr", "de:en", "ja"),
        "USER": ("root", "jürgen"),
        "LOGNAME": ("nobody",),
        "USERNAME": ("Administrator",),
        "HOSTNAME": ("build-1",),
        "SOURCE_DATE_EPOCH": ("0", "1", "1700000000", "4102444800"),
        "COLUMNS": ("1", "20", "400"),
        "LINES": ("1",),
        "TERM": ("dumb", "xterm-256color", ""),
        "NO_COLOR": ("1",),
        "FORCE_COLOR": ("1",),
        "CI": ("true",),
        "DEBUG": ("1",),
        "PYTHONOPTIMIZE": ("1", "2"),
        "PYTHONUTF8": ("1",),
        "PYTHONIOENCODING": ("latin-1", "utf-8"),
        "PYTHONDONTWRITEBYTECODE": ("1",),
        "PYTHONMALLOC": ("malloc",),
        "PYTHONUNBUFFERED": ("1",),
        "XDG_CACHE_HOME": (str(home / "kept"), "relative", "/dev/null/nowhere"),
        "TMPDIR": (str(home),),
        "SITE": ("x",),
    }
    for name, texts in choices.items():
        if dice.random() < 0.5:
            env[name] = dice.choice(texts)
    umask = dice.choice([0o000, 0o022, 0o027, 0o077, 0o002])
    return Machine(env, umask, own, dice.random() < 0.5, dice.randint(1, 4))


def settle(content: Path, machine: Machine, seed: int) -> Path:
    """Put content onto a machine: files copied in any order, written at any time."""
    dice = random.Random(seed)  # noqa: S311 - to be had again
    root = machine.folder / dice.choice(["site", "my site", "été"])
    places = [place for place in content.rglob("*") if place.is_file()]
    dice.shuffle(places)
    for place in places:
        copy = root / "content" / place.relative_to(content)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(place, copy)
        when = dice.choice([0, 1, 1_000_000_000, 4_000_000_000])
        os.utime(copy, (when, when))
        copy.chmod(dice.choice([0o644, 0o600, 0o755, 0o664]))
    return root


def run(machine: Machine, root: Path, *given: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command of Argsite about the site at `root`."""
    place = root if machine.inside else machine.folder
    return subprocess.run(
        [sys.executable, "-m", "argsite", *given],
        cwd=place,
        env=machine.env,
        umask=machine.umask,
        capture_output=True,
        check=False,
        timeout=300,
    )


def build(machine: Machine, root: Path, out: Path) -> subprocess.CompletedProcess[bytes]:
    """Build the site at `root` into `out`."""
    where = [] if machine.inside else [os.path.relpath(root, machine.folder)]
    workers = ["--workers", str(machine.workers)]
    return run(machine, root, "build", *where, "-o", str(out), *workers)
