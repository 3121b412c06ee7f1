"""The Big List of Naughty Strings through every field, into every file of a site and back."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import html5lib
import pytest

from argsite.build import check
from argsite.cli import main
from argsite.cli.terminal import clean
from argsite.draft import Wishes, draft
from argsite.editing.formatting import format_essay
from argsite.formats.characters import decode
from argsite.formats.yaml import read_essay
from argsite.markdown import block
from argsite.problems import Code, Problem, is_error
from argsite.source import Manuscript, in_one_line
from tests import dom
from tests.built import build_site, files, make_site
from tests.effort import effort
from tests.sites import write
from tests.suites import naughty_strings
from tests.test_build import PLACES, essay_of
from tests.torture.fields import escaped
from tests.torture.naughty import REFUSED, TEXTS, essay_of_all, groups, quoted

SITE = "title: Naughty\nurl: https://example.org/essays/\n"


def test_the_list_holds_what_it_should() -> None:
    assert (len(naughty_strings()), len(TEXTS), len(REFUSED)) == (486, 478, 8)


def test_what_is_blank_or_holds_orders_is_refused_in_every_field(tmp_path: Path) -> None:
    contents = {}
    for number, text in enumerate(REFUSED):
        fields: dict[str, dict[str, object]] = {
            "title": {"title": text},
            "summary": {"summary": text},
            "prose": {"prose": text},
            "text": {"contention": text},
            "note": {"contention": {"text": "C", "note": text}},
            "by": {"contention": {"text": "C", "by": text}},
            "tags": {"contention": {"text": "C", "tags": [text]}},
            "source": {"contention": {"text": "C", "sources": [{"title": text}]}},
            "key": {text: "C"},
        }
        for name, field in fields.items():
            essay: dict[str, object] = {"title": "T", "contention": "C"}
            essay |= field
            contents[f"content/{name}-{number}/essay.yaml"] = quoted(essay)
    write(tmp_path, contents)
    refused = {each.at.path for each in check(tmp_path).problems if is_error(each)}
    assert refused == contents.keys()


LINES = groups(TEXTS, effort(700, 300))
"""The strings as lines of several, each for an essay of its own."""


@pytest.fixture(scope="module")
def essays(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site with an essay for each line, which stands at every place that there is."""
    lines = LINES[:: effort(12, 1)]
    contents = {
        f"content/essay-{number}/essay.yaml": f"{essay_of(line)}date: 2026-01-02\n"
        for number, line in enumerate(lines)
    }
    contents["content/site.yaml"] = SITE
    return make_site(tmp_path_factory.mktemp("essays"), contents)


def test_texts_are_on_pages_as_written(essays: Path) -> None:
    index = " ".join(map(dom.shown, parts(essays, "index.html")))
    for number, line in enumerate(LINES[:: effort(12, 1)]):
        for path, names in PLACES.items():
            shown = index
            if path != "index.html":
                place = essays / path.replace("essay/", f"essay-{number}/")
                page = dom.parse(place.read_bytes())
                is_harmless(page)
                shown = dom.shown(next(dom.elements(page, "main")))
            for name in names:
                assert in_one_line(f"{line} {name}").strip() in shown, (path, name)


def parts(site: Path, first: str) -> list[ET.Element]:
    """Return the main parts of the pages that a list is on, of which `first` is one."""
    name = Path(first).parent.name or Path(first).stem
    paths = [site / first, *sorted((site / "statements").glob(f"{name}-*.html"))]
    return [next(dom.elements(dom.parse(each.read_bytes()), "main")) for each in paths]


def is_harmless(page: ET.Element) -> None:
    """Check that a page holds no element and no attribute that a text could have asked for."""
    assert not list(dom.elements(page, "style", "img", "iframe", "object", "embed", "form", "base"))
    for each in dom.elements(page):
        assert not any(name.startswith("on") or name == "style" for name in each.attrib), (
            each.attrib
        )
        assert not each.get("href", "").lower().startswith(("javascript:", "data:")), each.attrib
        if dom.name(each) == "script" and each.get("type") != "application/ld+json":
            assert re.fullmatch(r"(\.\./)*assets/[a-z]+\.js", each.get("src", "")), each.attrib
            assert not each.text


def test_the_feed_and_the_sitemap_are_well_formed_and_hold_texts_as_written(essays: Path) -> None:
    lines = LINES[:: effort(12, 1)]
    feed = ET.parse(essays / "feed.xml")  # noqa: S314 - it is our own
    atom = "{http://www.w3.org/2005/Atom}"
    entries = feed.getroot().findall(f"{atom}entry")
    assert len(entries) == min(len(lines), 50)
    said = {in_one_line(entry.findtext(f"{atom}title", "")) for entry in entries}
    assert said <= {in_one_line(f"{line} title") for line in lines}
    said = {in_one_line(entry.findtext(f"{atom}summary", "")) for entry in entries}
    assert said <= {in_one_line(f"{line} summary") for line in lines}
    sitemap = ET.parse(essays / "sitemap.xml").getroot()  # noqa: S314 - as above
    for each in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc"):
        assert re.fullmatch(r"https://example\.org/essays/[a-z0-9/.-]*", each.text or ""), each.text


def test_metadata_hold_titles_as_written_and_each_essay_has_a_picture(essays: Path) -> None:
    for number, line in enumerate(LINES[:: effort(12, 1)]):
        folder = essays / f"essay-{number}"
        page = dom.parse((folder / "index.html").read_bytes())
        title = in_one_line(f"{line} title")
        assert dom.shown(next(dom.elements(page, "title"))) == f"{title} · Naughty"
        named = {each.get("property"): each.get("content") for each in dom.elements(page, "meta")}
        assert named["og:title"] == title
        assert named["og:description"] == in_one_line(f"{line} summary")
        (linked,) = (
            json.loads(each.text or "")
            for each in dom.elements(page, "script")
            if each.get("type") == "application/ld+json"
        )
        assert title in json.dumps(linked, ensure_ascii=False).replace('\\"', '"').replace(
            "\\\\", "\\"
        )
        citations = [each for each in dom.elements(page, "pre") if each.get("data-copy") == "csl"]
        (cited,) = json.loads(citations[0].text or "")
        assert in_one_line(cited["title"]) == title
        assert (folder / "card.png").read_bytes().startswith(b"\x89PNG\r\n\x1a\n")


ALONE = TEXTS[:: effort(5, 1)]


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site with a statement for each string, which is alone in each of its fields."""
    contents = {
        "content/all/essay.yaml": essay_of_all(ALONE),
        "content/site.yaml": f"{SITE}options: {{diagrams: false}}\n",
    }
    return make_site(tmp_path_factory.mktemp("alone"), contents)


def test_data_hold_each_string_as_written(alone: Path) -> None:
    data = json.loads((alone / "all" / "essay.json").read_bytes())
    statements = {each["id"]: each for each in data["statements"]}
    labels = {each["premises"][0]: each["label"] for each in data["arguments"]}
    for number, text in enumerate(ALONE):
        due = in_one_line(text)
        each = statements[f"s{number}"]
        assert (each["text"], each["by"], each["tags"], each["note"]) == (
            due,
            due,
            [due],
            each["note"],
        )
        assert each["markdown"] == each["note"] == escaped(text)
        source = {key: value for key, value in each["sources"][0].items() if value}
        assert source.pop("quote") == text
        assert source in (
            {"title": due, "author": due, "page": due},
            {"title": due, "author": [due], "page": due},
        )
        assert labels[f"s{number}"] == due


def test_scripts_data_are_json_and_hold_each_string(alone: Path) -> None:
    handed = {}
    for path, data in files(alone / "data").items():
        match = re.fullmatch(r'argsiteData\("data/[^"]+",(.*)\);\n', data.decode(), re.DOTALL)
        assert match, path
        handed[path] = json.loads(match[1])
    found = {each for value in handed.values() for each in strings(value)}
    for text in ALONE:
        assert in_one_line(text) in found


def strings(value: object) -> set[str]:
    """Return all strings in a JSON value, also as they are read where they are HTML."""
    if isinstance(value, str):
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        return {in_one_line(value), dom.shown(parser.parseFragment(value))}
    if isinstance(value, dict):
        value = [*value.keys(), *value.values()]
    return set().union(*map(strings, value)) if isinstance(value, list) else set()


def test_lists_and_pages_show_each_string_alone(alone: Path) -> None:
    outline = dom.parse((alone / "all" / "outline.html").read_bytes())
    said = {dom.shown(each) for each in dom.elements(outline, "a", "span")}
    cited = {
        dom.shown(each)
        for part in parts(alone, "sources.html")
        for each in dom.elements(part, "cite", "blockquote")
    }
    for text in ALONE:
        due = in_one_line(text)
        assert due in said
        assert f"({due})" in said
        assert due in cited
    for number in range(0, len(ALONE), effort(20, 1)):
        page = dom.parse((alone / "all" / f"s{number}.html").read_bytes())
        is_harmless(page)
        assert dom.shown(next(dom.elements(page, "h1"))) == in_one_line(ALONE[number])


def test_each_tag_has_a_page_of_its_own(alone: Path) -> None:
    places = sorted((alone / "tags").iterdir())
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.html", each.name) for each in places)
    names = {each.name for each in places}
    assert len(names) == len({in_one_line(text).casefold() for text in ALONE}) + 1
    linked = {
        each.get("href", "").rpartition("/")[2]: dom.shown(each)
        for part in parts(alone, "tags/index.html")
        for each in dom.elements(part, "a")
    }
    said = {linked[name].casefold() for name in names - {"index.html"}}
    assert said == {in_one_line(text).casefold() for text in ALONE}


def test_texts_of_a_site_are_on_its_pages_as_written(tmp_path: Path) -> None:
    lines = groups(TEXTS, 900)[:: effort(11, 1)]
    for number, line in enumerate(lines):
        about = {
            "title": f"{line} site",
            "description": f"{line} description",
            "author": [f"{line} publisher"],
            "licence": f"{line} licence",
            "options": {"footer": escaped(f"{line} footer"), "diagrams": False},
        }
        contents = {
            "content/site.yaml": quoted(about),
            "content/page.md": f"# {escaped(f'About {line}')}\n\nThe page: {escaped(line)} ends.\n",
            "content/e/essay.yaml": "title: T\ncontention: C\n",
        }
        site = make_site(tmp_path / str(number), contents)
        index = dom.parse((site / "index.html").read_bytes())
        title = in_one_line(f"{line} site")
        assert dom.title(index) == " ".join(title.split())
        assert dom.shown(next(dom.elements(index, "h1"))) == title
        said = dom.shown(next(dom.elements(index, "body")))
        for name in ("description", "publisher", "licence", "footer"):
            assert in_one_line(f"{line} {name}").strip() in said, name
        page = dom.parse((site / "page.html").read_bytes())
        assert (
            dom.shown(next(dom.elements(page, "title")))
            == f"{in_one_line(f'About {line}')} · {title}"
        )
        assert in_one_line(f"The page: {line} ends.") in dom.shown(page)


def test_as_markdown_they_are_safe_or_refused(tmp_path: Path) -> None:
    contents = {}
    for number, text in enumerate(TEXTS[:: effort(40, 4)]):
        point = {"number": 1, "title": "P", "prose": text, "claim": {"id": "c", "text": text}}
        contents[f"content/e{number}/essay.yaml"] = quoted(
            {"title": "T", "prose": f"Before\n\n{text}", "contention": "C", "points": [point]}
        )
        contents[f"content/p{number}.md"] = f"# {text}\n\n{text}\n\n> {text}\n"
    write(tmp_path, {**contents, "content/site.yaml": "title: S\noptions: {diagrams: false}\n"})
    wrong = [each for each in check(tmp_path).problems if is_error(each)]
    assert {each.code for each in wrong} <= {Code.BROKEN_LINK, Code.BAD_ID}
    for path in {each.at.path for each in wrong}:
        (tmp_path / path).unlink()
    site = build_site(tmp_path)
    paths = sorted(site.rglob("*.html"))
    for place in paths[:: effort(4, 3)]:
        is_harmless(dom.parse(place.read_bytes()))


NAMED: dict[str, Callable[[str], dict[str, object]]] = {
    "id": lambda text: {"contention": {"id": text, "text": "C"}},
    "alias": lambda text: {"contention": {"id": "c", "aliases": [text], "text": "C"}},
    "ref": lambda text: {"contention": {"text": "C", "premises": [{"ref": text}]}},
    "scheme": lambda text: {
        "contention": {"text": "C", "premises": [{"text": "P", "scheme": text}]}
    },
    "weight": lambda text: {
        "contention": {"text": "C", "premises": [{"text": "P", "weight": text}]}
    },
    "url": lambda text: {"contention": {"text": "C", "sources": [{"url": text}]}},
    "archived": lambda text: {
        "contention": {"text": "C", "sources": [{"title": "T", "archived": text}]}
    },
    "date of a source": lambda text: {
        "contention": {"text": "C", "sources": [{"title": "T", "date": text}]}
    },
    "source": lambda text: {"contention": {"text": "C", "sources": [text]}},
    "expect": lambda text: {"contention": {"text": "C", "expect": text}},
    "implicit": lambda text: {"contention": {"text": "C", "implicit": text}},
    "date": lambda text: {"date": text},
    "language": lambda text: {"language": text},
    "key": lambda text: {text: "C"},
    "key of a statement": lambda text: {"contention": {"text": "C", text: "C"}},
    "number": lambda text: {"points": [{"number": text, "title": "P", "claim": "D"}]},
}
"""Fields that take words of a certain form, and an essay's keys that hold one of those."""


def test_as_names_and_numbers_they_are_refused_or_safe(tmp_path: Path) -> None:
    contents = {}
    for number, text in enumerate(naughty_strings()[:: effort(32, 2)]):
        for name, essay in NAMED.items():
            slug = f"{name.replace(' ', '-')}-{number}"
            made: dict[str, object] = {"title": "T", "contention": "C"}
            made |= essay(text)
            contents[f"content/{slug}/essay.yaml"] = quoted(made)
    write(tmp_path, contents)
    problems = check(tmp_path).problems
    wrong = {each.at.path for each in problems if is_error(each)}
    for each in problems:
        assert len(each.message) < 400, each
    for path in wrong:
        (tmp_path / path).unlink()
    kept = sorted(contents.keys() - wrong)
    assert len(kept) < len(contents) / 3
    site = build_site(tmp_path)
    assert all(each.resolve().is_relative_to(site.resolve()) for each in site.rglob("*"))
    names = {each.name for each in site.rglob("*") if each.is_file()}
    assert all(map(is_name, names)), names
    for path in kept[:: effort(10, 1)]:
        slug = path.split("/")[1]
        for place in sorted((site / slug).glob("*.html")):
            is_harmless(dom.parse(place.read_bytes()))


def is_name(text: str) -> bool:
    """Say whether a text is letters, digits and hyphens, as a file's name may be; or is hidden."""
    return all(char in "-._" or unicodedata.category(char)[0] in "LMN" for char in text)


GOOD = {"url": r"https?://\S+", "language": "[A-Za-z]{3}"}
"""Settings that some of the strings are good for: addresses, and what may be a language."""

SETTINGS = ("url", "language", "theme", "search", "essays", "checks", "options", "accent", "logo")


def test_as_settings_of_a_site_they_are_refused_or_safe(tmp_path: Path) -> None:
    write(tmp_path, {"content/e/essay.yaml": "title: T\ncontention: C\n"})
    for text in naughty_strings()[:: effort(40, 1)]:
        for name in SETTINGS:
            about: dict[str, object] = {"title": "T"}
            if name in {"accent", "logo"}:
                about["options"] = {name: text}
            else:
                about[name] = [text] if name == "essays" else text
            (tmp_path / "content" / "site.yaml").write_text(quoted(about), encoding="utf-8")
            outcome = check(tmp_path)
            form = GOOD.get(name, "(?!)")
            assert outcome.failed or re.fullmatch(form, text), (name, text)


def test_as_names_of_files_they_are_refused_or_safe(tmp_path: Path) -> None:
    write(tmp_path, {"content/e/essay.yaml": "title: T\ncontention: C\n"})
    made = []
    for text in naughty_strings():
        if not text or "/" in text or text in {".", ".."} or len(text.encode()) > 200:
            continue
        folder = tmp_path / "content" / text
        folder.mkdir()
        (folder / "essay.yaml").write_text("title: T\ncontention: C\n", encoding="utf-8")
        (tmp_path / "content" / f"{text}.md").write_text("# P\n", encoding="utf-8")
        made.append(text)
    assert len(made) > 300
    problems = check(tmp_path).problems
    assert problems
    wrong = {each.at.path for each in problems if is_error(each)}
    for text in made:
        if f"content/{text}.md" not in wrong:
            assert is_name(text), text


def test_imported_they_are_in_the_prose_as_written() -> None:
    for text in TEXTS[:: effort(16, 1)]:
        essay = f"A title\n\nIt begins with this.\n\nThen {text} follows.\n\nIt ends.\n"
        prose = dom.shown(dom.fragment(block(imported(essay, "essay.txt"), lambda _: "#")))
        assert in_one_line(f"Then {text} follows.") in prose
        imported(essay, "essay.md")
        imported(f"{text}\n\n{text}\n\n1. {text}\n\n{text}\n\n2. {text}\n\n{text}\n", "essay.txt")
        imported(f"# {text}\n\n{text}\n\n## {text}\n\n{text}\n", "essay.md")


def imported(text: str, name: str) -> str:
    """Return the prose of an essay that is imported; its files are read without an error."""
    problems: list[Problem] = []
    drafted = draft(
        decode(name, text.encode()), Wishes(name.endswith(".md"), "", ""), problems.append
    )
    assert drafted, problems
    main, *parts = (Manuscript(f"content/e/{path}", each) for path, each in drafted.files.items())
    essay = read_essay("e", main, parts, problems.append)
    assert essay
    assert not any(is_error(each) for each in problems), problems
    passages = [essay.prose, *(point.prose for point in essay.points)]
    return "\n\n".join(each.text for each in passages if each)


def test_in_one_style_they_are_as_they_were() -> None:
    path = "content/park/essay.yaml"
    for text in TEXTS[:: effort(8, 1)]:
        single = text.replace("'", "''")
        before = (
            f"contention:\n    text: '{single}'\n    by: {quoted(text)}\ntitle: {quoted(text)}\n"
        )
        before += (
            f"prose: |2\n      {text}\n\n      {text} {text}\nsummary: {quoted(f'{text} ' * 9)}\n"
        )
        formatted = format_essay("park", [Manuscript(path, before)], {path})
        assert not formatted.faults, text
        (after,) = formatted.texts
        assert facts(after) == facts(Manuscript(path, before)), text
        assert not format_essay("park", [after], {path}).texts, text


def facts(manuscript: Manuscript) -> tuple[object, ...]:
    """Return what the texts of an essay are."""
    problems: list[Problem] = []
    essay = read_essay("park", manuscript, [], problems.append)
    assert essay
    assert not any(is_error(each) for each in problems), problems
    (contention,) = essay.statements
    prose = essay.prose.text if essay.prose else ""
    return essay.title, prose, essay.summary, contention.text.text, contention.by


def test_commands_say_them_as_written(alone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = str(alone.parent)
    assert main(["tree", "-C", root]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert all(" ".join(clean(text).split()) in told for text in ALONE)
    assert main(["why", "-C", root, "all", "--format", "json"]) == 0
    said = strings(json.loads(capsys.readouterr().out))
    assert {in_one_line(text) for text in ALONE} <= said
    for form in ("json", "sarif"):
        main(["check", root, "--format", form])
        json.loads(capsys.readouterr().out)
    main(["check", root, "--format", "github"])
    for line in capsys.readouterr().out.splitlines():
        assert re.match(r"::(error|warning|notice) file=[^,]+,line=\d+,", line), line
