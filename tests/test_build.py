"""Whole builds: the same bytes whatever the machine, all or nothing, and every text as written."""

from __future__ import annotations

import json
import os
import shutil
import string
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argsite.build import build, check
from argsite.formats.characters import FORBIDDEN
from argsite.problems import Code
from argsite.source import in_one_line
from tests import dom
from tests.built import build_site, files, make_site
from tests.naughty import NAUGHTY
from tests.sites import write

FEATURES = Path(__file__).parent / "sites" / "features" / "content"


# The same bytes


MACHINES: dict[str, dict[str, str]] = {
    "as it is": {},
    "another hash seed": {"PYTHONHASHSEED": "1"},
    "a third hash seed": {"PYTHONHASHSEED": "4242"},
    "a time zone": {"TZ": "Pacific/Kiritimati"},
    "plain C": {"LANG": "C", "LC_ALL": "C"},
    "Turkish": {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"},
    "optimised": {"PYTHONOPTIMIZE": "2"},
}


def built_by_itself(root: Path, out: Path, machine: Mapping[str, str], umask: int) -> str:
    """Build the site in a process of its own, from another folder; return the hash of it all."""
    elsewhere = out.parent / "elsewhere"
    elsewhere.mkdir(parents=True)
    done = subprocess.run(
        [sys.executable, "-m", "argsite", "build", os.path.relpath(root, elsewhere), "-o", out],
        cwd=elsewhere,
        env={**os.environ, "PYTHONHASHSEED": "0", **machine},
        umask=umask,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return hash_of(out)


def hash_of(folder: Path) -> str:
    """Return one hash for all files of a folder, those that the output keeps for itself too."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = [
        f"{path.relative_to(folder)} {sha256(path.read_bytes()).hexdigest()}" for path in paths
    ]
    return sha256("\n".join(lines).encode()).hexdigest()


def test_the_same_content_gives_the_same_bytes_on_any_machine(tmp_path: Path) -> None:
    shutil.copytree(FEATURES, tmp_path / "a" / "content")
    # The same files, made in another order and in a deeper folder.
    for path in sorted(FEATURES.rglob("*"), reverse=True):
        if path.is_file():
            copy = tmp_path / "b" / "deeper" / "content" / path.relative_to(FEATURES)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    hashes = {
        name: built_by_itself(tmp_path / "a", tmp_path / f"out {name}" / "site", machine, 0o022)
        for name, machine in MACHINES.items()
    }
    hashes["another folder and umask"] = built_by_itself(
        tmp_path / "b" / "deeper", tmp_path / "elsewhere" / "out", {"PYTHONHASHSEED": "7"}, 0o077
    )
    build_site(tmp_path / "a", tmp_path / "here")
    hashes["this process"] = hash_of(tmp_path / "here")
    assert len(set(hashes.values())) == 1, hashes


def test_a_second_build_writes_nothing(tmp_path: Path) -> None:
    shutil.copytree(FEATURES, tmp_path / "content")
    build_site(tmp_path)
    again = build(tmp_path, tmp_path / "site")
    assert again.written
    assert (again.written.written, again.written.removed) == (0, 0)


# All or nothing


def test_with_a_mistake_nothing_is_written_and_the_old_site_stands(tmp_path: Path) -> None:
    site = make_site(tmp_path, {})
    before = files(site)
    for name, text in {
        "content/small/essay.yaml": "title: New\ncontention: New.\ntypo: x\n",
        "content/site.yaml": "title: New\n",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    outcome = build(tmp_path, site)
    assert outcome.failed
    assert outcome.written is None
    assert files(site) == before


def test_with_a_mistake_no_folder_is_made(tmp_path: Path) -> None:
    write(tmp_path, {"content/park/essay.yaml": "title: 1\n"})
    assert build(tmp_path, tmp_path / "site").failed
    assert not (tmp_path / "site").exists()


def test_check_writes_nothing(tmp_path: Path) -> None:
    shutil.copytree(FEATURES, tmp_path / "content")
    outcome = check(tmp_path)
    assert not outcome.failed
    assert (outcome.essays, outcome.statements) == (2, 19)
    assert [path.name for path in tmp_path.iterdir()] == ["content"]


def test_the_circle_is_a_warning_and_the_site_is_built(tmp_path: Path) -> None:
    shutil.copytree(FEATURES, tmp_path / "content")
    outcome = build(tmp_path, tmp_path / "site")
    assert [each.message for each in outcome.problems] == [
        "'second' supports itself: second → circle → second",
        "nothing in the conclusion uses point 2",
    ]
    assert outcome.written


def test_progress_is_told_file_by_file(tmp_path: Path) -> None:
    write(tmp_path, {})
    told: list[tuple[str, int, int]] = []
    build(tmp_path, tmp_path / "site", lambda *each: told.append(each))
    assert [done for _, done, _ in told] == list(range(1, len(files(tmp_path / "site")) + 1))


# Every text as it was written


def escaped(text: str) -> str:
    """Return a text as Markdown that shows it as it is."""
    return "".join(f"\\{sign}" if sign in string.punctuation else sign for sign in text)


def quoted(text: str) -> str:
    """Return a text as YAML."""
    return json.dumps(text, ensure_ascii=False)


def essay_of(text: str) -> str:
    """Return an essay with the text, and the name of the place, at every place."""

    def place(name: str) -> str:
        return quoted(f"{text} {name}")

    def markdown(name: str) -> str:
        return quoted(f"{escaped(f'{text} {name}')}")

    return f"""\
title: {place("title")}
subtitle: {place("subtitle")}
author: [{place("author")}]
summary: {place("summary")}
prose: {markdown("opening")}
contention:
  id: main
  text: {markdown("contention")}
  by: {place("holder")}
  note: {markdown("note")}
  quote: {place("opening")}
  tags: [{place("tag")}]
  sources:
    - title: {place("source-title")}
      author: {place("source-author")}
      page: {place("source-page")}
      quote: {place("source-quote")}
  premises:
    - together: [{{ref: claim}}, {{id: other, text: Other.}}]
      label: {place("label")}
      scheme: example
      roles: {{{place("role")}: 1}}
points:
  - number: 1
    title: {place("point-title")}
    prose: {markdown("passage")}
    claim: {{id: claim, text: {markdown("claim")}}}
"""


PLACES = {
    "index.html": ("title", "subtitle", "author", "summary", "contention", "holder"),
    "essay/index.html": (
        *("title", "subtitle", "author", "opening", "contention"),
        *("point-title", "passage", "claim"),
    ),
    "essay/map.html": ("title", "contention", "claim", "holder"),
    "essay/outline.html": ("title", "contention", "claim", "holder"),
    "essay/main.html": (
        *("contention", "holder", "note", "opening", "tag", "label", "role", "claim", "title"),
        *("source-title", "source-author", "source-page", "source-quote", "author"),
    ),
    "essay/claim.html": ("claim", "contention", "title", "point-title", "label"),
}
"""Where a text must appear: path of a page to the names of places."""


JSON_LD = "application/ld+json"
"""The type of what stands in a script element and is data: no browser runs it."""


def fold(text: str) -> str:
    """Return a text with white space folded as HTML does."""
    return in_one_line(text)


def body(page: Element) -> str:
    """Return the words of a page's main part."""
    return dom.shown(next(dom.elements(page, "main")))


def check_pages(site: Path, slug: str, text: str) -> None:
    """Check that each of an essay's own pages parses, and shows the text at its places."""
    for path, places in PLACES.items():
        if path == "index.html":
            continue
        page = dom.parse((site / path.replace("essay/", f"{slug}/")).read_bytes())
        assert not list(dom.elements(page, "style", "img", "textarea", "plaintext"))
        scripts = list(dom.elements(page, "script"))
        assert all(each.get("src") or each.get("type") == JSON_LD for each in scripts)
        shown = body(page)
        for name in places:
            assert fold(f"{text} {name}") in shown, f"{path}: {name}"


def check_data(site: Path, slug: str, text: str) -> None:
    """Check that an essay's data hold the text as it was written."""
    data = json.loads((site / slug / "essay.json").read_bytes())
    assert data["title"] == in_one_line(f"{text} title")
    assert data["points"][0]["title"] == in_one_line(f"{text} point-title")
    main = data["statements"][0]
    assert main["text"] == in_one_line(f"{text} contention")
    assert fold(main["quote"]) == fold(f"{text} opening")
    assert fold(main["sources"][0]["quote"]) == fold(f"{text} source-quote")


@pytest.fixture(scope="module")
def naughty_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site with an essay for each naughty text."""
    contents = {
        f"content/essay-{number}/essay.yaml": essay_of(text) for number, text in enumerate(NAUGHTY)
    }
    return make_site(tmp_path_factory.mktemp("naughty"), contents)


@pytest.fixture(scope="module")
def index_words(naughty_site: Path) -> str:
    """Return the words of that site's index, which is long to parse."""
    return body(dom.parse((naughty_site / "index.html").read_bytes()))


@pytest.mark.parametrize("number", range(len(NAUGHTY)), ids=lambda number: repr(NAUGHTY[number]))
def test_a_text_appears_as_written(naughty_site: Path, index_words: str, number: int) -> None:
    slug, text = f"essay-{number}", NAUGHTY[number]
    for name in PLACES["index.html"]:
        assert fold(f"{text} {name}") in index_words, name
    check_pages(naughty_site, slug, text)
    check_data(naughty_site, slug, text)


def test_each_tag_has_a_page_whatever_its_name(naughty_site: Path) -> None:
    shown = {
        dom.shown(next(dom.elements(dom.parse(path.read_bytes()), "h1")))
        for path in (naughty_site / "tags").iterdir()
        if path.name != "index.html"
    }
    assert shown == {fold(f"{text} tag") for text in NAUGHTY}


def test_a_site_and_its_pages_appear_as_written(tmp_path: Path) -> None:
    # Each of them in turn would take long; a line holds as many as it may.
    lines = [" | ".join(NAUGHTY[start : start + 10]) for start in range(0, len(NAUGHTY), 10)]
    for number, line in enumerate(lines):
        contents = {
            "content/site.yaml": f"title: {quoted(line)}\n"
            f"description: {quoted(line + ' description')}\n"
            f"author: {quoted(line + ' publisher')}\nlicence: {quoted(line + ' licence')}\n",
            "content/page.md": f"# {escaped(f'About {line}')}\n\nThe page: {escaped(line)} ends\n",
        }
        site = make_site(tmp_path / str(number), contents | {"content/e/essay.yaml": essay_of("x")})
        index = dom.parse((site / "index.html").read_bytes())
        expected = fold(line)
        assert dom.title(index) == expected
        assert dom.shown(next(dom.elements(index, "h1"))) == expected
        assert f"{expected} description" in body(index)
        footer = dom.words(next(dom.elements(index, "footer")))  # its dots stick to a word
        assert " ".join(f"{line} publisher · {line} licence".split()) in footer
        page = dom.parse((site / "page.html").read_bytes())
        assert dom.title(page) == f"About {expected} · {expected}"
        assert dom.shown(next(dom.elements(page, "h1"))) == f"About {expected}"
        assert fold(f"The page: {line} ends") in body(page)


writable = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).map(
    # White space at the start would make a block of code of the prose.
    lambda text: FORBIDDEN.sub("", text).strip()
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(writable)
def test_any_text_appears_as_written(tmp_path: Path, text: str) -> None:
    with tempfile.TemporaryDirectory(dir=tmp_path) as folder:
        site = make_site(Path(folder), {"content/essay/essay.yaml": essay_of(text)})
        shown = body(dom.parse((site / "index.html").read_bytes()))
        assert all(fold(f"{text} {name}") in shown for name in PLACES["index.html"])
        check_pages(site, "essay", text)
        check_data(site, "essay", text)


def test_notes_wait_until_the_mistakes_are_mended(tmp_path: Path) -> None:
    essay = "title: T\ncontention:\n  text: It is safe.\n  rebuttals: [It is dark.]\n"
    write(tmp_path, {"content/park/essay.yaml": essay})
    assert [each.code for each in check(tmp_path).problems] == [Code.UNANSWERED_REBUTTAL]
    write(tmp_path, {"content/park/essay.yaml": f"{essay}  rebutals: []\n"})
    assert [each.code for each in check(tmp_path).problems] == [Code.UNKNOWN_KEY]


def test_a_ref_that_leads_nowhere_leaves_no_point_unused(tmp_path: Path) -> None:
    essay = (
        "title: T\ncontention: {text: It is safe., premises: [{ref: lot}]}\n"
        "points: [{number: 1, title: P, claim: {id: lit, text: It is lit.}}]\n"
    )
    write(tmp_path, {"content/park/essay.yaml": essay})
    assert [each.code for each in check(tmp_path).problems] == [Code.UNKNOWN_ID]


def test_a_build_leaves_out_what_follows_from_another_mistake_as_a_check_does(
    tmp_path: Path,
) -> None:
    essay = (
        "title: T\nprose: See [this](#below).\ncontention: {text: C, premises: [{ref: claim}]}\n"
    )
    point = "number: 1\ntitle: P\nclaim: {id: claim, text: C, premisses: [{id: below, text: B}]}\n"
    write(tmp_path, {"content/other/essay.yaml": essay, "content/other/1-p.yaml": point})
    told = [each.code for each in check(tmp_path).problems]
    assert Code.UNKNOWN_KEY in told
    assert Code.BROKEN_LINK not in told
    assert [each.code for each in build(tmp_path, tmp_path / "out").problems] == told
