"""What is refused is refused within bounds of time and memory, with a message and nothing written.

In the quick form one site holds all of it at once: so many mistakes that each would hide the others
if it took too long. The long form tries each alone.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from argsite.cli import main
from argsite.cli.commands import argsite
from tests.effort import LONG, effort
from tests.torture.limited import run

if sys.platform != "linux":
    pytest.skip("limits are those of Linux", allow_module_level=True)

TOP = "title: T\ncontention: C.\n"
BELOW = "title: T\ncontention:\n  text: C\n  premises:\n"
MANY = effort(5_000, 300_000)
"""Mistakes in one file."""

MEGABYTE = effort(200_000, 1_000_000)
"""Characters; the quick form has smaller files where size is not the point."""


def prose(text: str) -> str:
    """Return an essay with this text as its prose."""
    lines = "\n".join(f"  {line}" for line in text.split("\n"))
    return f"{TOP}prose: |\n{lines}\n"


ESSAYS: dict[str, str | bytes] = {
    # nesting and size
    "brackets": "title: " + "[" * 100_000,
    "braces": "{a: " * 100_000,
    "closed-brackets": "title: " + "[" * 100_000 + "]" * 100_000,
    "blocks": "".join(f"{' ' * level}a:\n" for level in range(3_000)),
    "lists": "- " * (2 * MEGABYTE),
    "keys": "? " * (2 * MEGABYTE),
    "ten-megabytes": "x" * 10_000_000,
    "at-the-limit": "x" * 5_000_000,
    "long-key": f"'{'k' * 4 * MEGABYTE}': 1\n",
    "one-line": "title: " + "x " * (2 * MEGABYTE),
    "spaces": " " * 4 * MEGABYTE,
    "tabs": "\t" * 4 * MEGABYTE,
    "blank-lines": "\n" * 4 * MEGABYTE,
    "colons": "a: " * MEGABYTE,
    "unclosed-quote": 'title: "' + "\\n" * (2 * MEGABYTE),
    # what YAML has and essays have not
    "aliases": "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(100)),
    "documents": "---\n" * MEGABYTE,
    "directives": "%YAML 1.2\n" * 400_000,
    "binary": b"\x00\xff" * MEGABYTE,
    "utf-16": TOP.encode("utf-16"),
    # mistakes without end
    "keys-twice": "title: T\n" * MANY,
    "unknown-keys": "".join(f"k{n}: 1\n" for n in range(MANY)),
    "in-one-line": f"{{{', '.join(f'k{n}: 1' for n in range(MANY))}}}\n",
    "indented-keys": "{\n" + "".join(f"{' ' * (n % 90)}k{n}: 1,\n" for n in range(MANY)) + "}\n",
    "unknown-below": f"{BELOW}" + "".join(f"  - {{txt{n}: a}}\n" for n in range(MANY)),
    "empty-items": f"{BELOW}" + "  -\n" * MANY,
    "unknown-refs": f"{BELOW}" + "".join(f"  - ref: r{n}\n" for n in range(MANY)),
    "same-ids": f"{BELOW}" + "  - {id: a, text: b}\n" * MANY,
    "bad-ids": f"{BELOW}" + f"  - {{id: {'é_' * 900}, text: b}}\n" * 1_500,
    "roles": (
        f"{BELOW}  - together:\n{'    - a' + chr(10)}"
        + "    - a\n" * MANY
        + "    roles:\n"
        + "".join(f"      r{n}: z{n}\n" for n in range(MANY))
    ),
    "points": f"{TOP}points:\n" + "- {number: 1, title: T, claim: a}\n" * MANY,
    "weights": f"{BELOW}  - {{text: a, weight: {'9' * 1_000}}}\n" * 1,
    # Markdown
    "multiplied": prose(f"[a]: {'x' * 20_000}\n\n{'[a] ' * 19_000}"),
    "references": prose("".join(f"[a{n}]: b\n" for n in range(5_000)) + "[z](#z)" + "[a1]" * 5_000),
    "broken-links": prose("[a](#x) " * 12_000),
    "broken-pages": prose("[a](x.html) " * 8_000),
    "links-to-many": prose(" ".join(f"[a](#x{n})" for n in range(7_000))),
}
"""Name of a folder to what stands in its `essay.yaml`, each with a mistake that stops a build."""

MOST_KEPT = 100_000_000
"""Bytes that the cache may keep of a file that was refused: twenty times those of the largest."""

OTHERS = {
    "content/site.yaml": "title: T\nchecks:\n" + "".join(f"  k{n}: off\n" for n in range(MANY)),
    "content/long.md": "x" * 200_000,
    "content/headings.md": "".join(f"# h{n}\n[a](#x{n})\n" for n in range(4_000)),
    "argsite.lock": "no address\n" * MANY,
}
"""Files beside the essays, each with a mistake."""


def write(root: Path, name: str, held: str | bytes) -> None:
    """Write a file of a site."""
    place = root / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(held if isinstance(held, bytes) else held.encode())


def refused(root: Path, *names: str) -> None:
    """Hold that `check` and `build` name each of the files, and that nothing is written."""
    before = sorted(root.rglob("*"))
    cache = root / ".cache"
    for command in ("check", "build") if LONG else ("build",):
        code, said = run(root, command)
        assert code == 1, said[-2_000:]
        assert "Traceback" not in said
        for name in names:
            assert f"{name}:" in said, name
        assert len(said) < 1_000_000 * len(names)
        kept = [each for each in root.rglob("*") if each.is_relative_to(cache)]
        assert sum(each.stat().st_size for each in kept) < MOST_KEPT * len(names)
        assert sorted({*root.rglob("*")} - {*kept}) == before


@pytest.mark.torture
@pytest.mark.parametrize("name", [*ESSAYS, *OTHERS])
def test_each_is_refused(name: str, tmp_path: Path) -> None:
    path = name if name in OTHERS else f"content/{name}/essay.yaml"
    write(tmp_path, "content/sound/essay.yaml", TOP)
    write(tmp_path, path, OTHERS.get(name) or ESSAYS[name])
    refused(tmp_path, path)


CHECKED = (
    *("content/multiplied/essay.yaml", "content/references/essay.yaml", "content/headings.md"),
    *("content/broken-links/essay.yaml", "content/broken-pages/essay.yaml"),
    *("content/links-to-many/essay.yaml", "content/unknown-refs/essay.yaml"),
)
"""What is found wrong only where all files could be read."""


def test_what_checks_find_is_refused(tmp_path: Path) -> None:
    for name in ("multiplied", "broken-links", "links-to-many"):
        write(tmp_path, f"content/{name}/essay.yaml", ESSAYS[name])
    write(tmp_path, "content/headings.md", OTHERS["content/headings.md"])
    refused(tmp_path, "content/multiplied/essay.yaml")


@pytest.mark.torture
def test_a_site_that_takes_too_much_memory_is_told_so(tmp_path: Path) -> None:
    write(tmp_path, "content/park/essay.yaml", f"{BELOW}" + "  - It is lit.\n" * 300_000)
    code, said = run(tmp_path, "build", memory=300_000_000)
    assert (code, said) == (2, "argsite: there is not enough memory for this site\n")


def test_too_little_memory_is_a_fault_of_the_machine(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(argsite, "main", fail)
    assert main(["check"]) == 2
    assert capsys.readouterr().err == "argsite: there is not enough memory for this site\n"


def test_all_at_once_are_refused_and_each_is_named(tmp_path: Path) -> None:
    paths = {f"content/{name}/essay.yaml": held for name, held in ESSAYS.items()}
    for path, held in paths.items():
        write(tmp_path, path, held)
    for name, text in OTHERS.items():
        write(tmp_path, name, text)
    # Checks run where every file could be read, so what they would find is tried alone.
    refused(tmp_path, *(each for each in (*paths, *OTHERS) if each not in CHECKED))


TEXTS: dict[str, tuple[str, str | bytes]] = {
    "ten-megabytes": ("text.txt", "It is lit. " * 1_000_000),
    "binary": ("text.md", b"\x00\xff" * MEGABYTE),
    "utf-16": ("text.txt", ("It is lit. " * 9_000).encode("utf-16")),
    "one-word": ("text.txt", "x" * 4 * MEGABYTE),
    "nothing": ("text.md", " \n" * MEGABYTE),
}
"""Texts that cannot become an essay."""


@pytest.mark.parametrize("name", [*TEXTS][: effort(2, 99)])
def test_a_text_that_is_no_essay_is_refused(name: str, tmp_path: Path) -> None:
    file, held = TEXTS[name]
    write(tmp_path, file, held)
    code, said = run(tmp_path, "import", file)
    assert code in {1, 2}
    assert f"{file}" in said
    assert len(said) < 2_000
    assert [each.name for each in tmp_path.iterdir()] == [file]


LONG_WAYS = effort(50_000, 400_000)

ODD_TEXTS: dict[str, tuple[str, str]] = {
    "a-heading-of-spaces": ("text.md", f"# It{' ' * LONG_WAYS}is lit.\n\nSo it is.\n"),
    "dead-links": ("text.md", " ".join(f"[a](#x{n})" for n in range(LONG_WAYS // 10))),
    "spaces": ("text.md", f"It is{' ' * LONG_WAYS}lit."),
    "spaces-at-the-end": ("text.txt", f"It is lit.\n\nSo.{' ' * LONG_WAYS}\n"),
    "blank-lines": ("text.md", f"It is lit.{chr(10) * LONG_WAYS}[So](#so) it is.\n"),
    "stops": ("text.txt", "a.”" * (LONG_WAYS // 5)),
    "one-sentence": ("text.txt", "e.g. it, " * (LONG_WAYS // 10)),
    "digits": ("text.txt", "It is " + "1" * 80_000 + ". It is lit."),
    "dead-definitions": ("text.md", "".join(f"[a{n}]: #x\n" for n in range(LONG_WAYS // 10))),
}
"""Texts that become an essay, though they are made to take long, or are too long for one."""


@pytest.mark.parametrize("name", [*ODD_TEXTS][: effort(4, 99)])
def test_a_text_that_is_made_to_take_long_is_read(name: str, tmp_path: Path) -> None:
    file, text = ODD_TEXTS[name]
    write(tmp_path, file, text)
    code, said = run(tmp_path, "import", file)
    # What is over a limit for texts is not read any further.
    assert code == 0 or "[too-large]" in said, said[-2_000:]


LOOKED_THROUGH = {
    "colons": "]:" * 45_000 + " #x",
    "hyphens": f"x\n  {'-' * 90_000}: a: b",
}
"""Proses that a pattern of a check or of a message goes through."""


@pytest.mark.parametrize("name", LOOKED_THROUGH)
def test_a_prose_that_is_made_to_take_long_is_checked(name: str, tmp_path: Path) -> None:
    write(tmp_path, "content/park/essay.yaml", prose(LOOKED_THROUGH[name]))
    assert run(tmp_path, "check").code == 0


def test_a_line_of_hyphens_is_explained(tmp_path: Path) -> None:
    write(tmp_path, "content/park/essay.yaml", f"title: T\n  {'-' * 2 * MEGABYTE}: b\n")
    code, said = run(tmp_path, "check")
    assert code == 1
    assert "this line looks like a key" in said
