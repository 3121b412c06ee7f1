"""Building again: the same bytes as from nothing, whatever happened in between."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from argsite.build import build
from tests.built import files
from tests.effort import effort
from tests.samples import write_site
from tests.sites import write

pytestmark = pytest.mark.copies

WORDS = ("night", "park", "light", "gate", "Ärger", "tram & bus", "quiet `code`", "walk *on*")

TAGS = ("Night", "park", "PARK", "traffic")

THEME = "{% extends 'paper/statement.html' %}{% block kicker %}a site's own{% endblock %}\n"

Statement = dict[str, Any]
"""A statement as the test knows it: id, text, kind, and `at`, what it stands below."""


class Writer(RuleBasedStateMachine):
    """An author who edits, renames, moves and deletes, and builds in between."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.configuration: dict[str, object] = {}
        self.essays: dict[str, list[Statement]] = {}
        self.heads: dict[str, tuple[str, str]] = {}
        self.page: tuple[str, Statement] | None = None
        self.made = 0
        self.spoiled: set[str] = set()

    def teardown(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.root)

    @initialize(essays=st.integers(1, 3))
    def begin(self, essays: int) -> None:
        """Begin with a few essays of a few statements."""
        self.configure("Essays", few=False)
        for _ in range(essays):
            self.add_essay("park")
        for number in range(6):
            self.add_statement(number, number + 2, "for", "light")

    @rule(word=st.sampled_from(WORDS))
    @precondition(lambda self: len(self.essays) < 4)
    def add_essay(self, word: str) -> None:
        """Add an essay of one statement."""
        slug = f"essay-{self.made}"
        self.made += 1
        self.heads[slug] = (f"On {word}", "")
        self.essays[slug] = [{"id": f"s{self.made}", "text": f"A claim about {word} {self.made}."}]

    @rule(number=st.integers(0, 9))
    @precondition(lambda self: len(self.essays) > 1)
    def delete_essay(self, number: int) -> None:
        """Delete an essay; what refers to it does so no more."""
        slug = sorted(self.essays)[number % len(self.essays)]
        del self.heads[slug]
        self.drop(self.essays.pop(slug))

    @rule(
        number=st.integers(0, 99),
        at=st.integers(0, 99),
        kind=st.sampled_from(("for", "against", "undercut", "together")),
        word=st.sampled_from(WORDS),
    )
    def add_statement(self, number: int, at: int, kind: str, word: str) -> None:
        """Say something for or against a statement, or against a step."""
        known = self.essays[sorted(self.essays)[number % len(self.essays)]]
        self.made += 1
        text = f"It is said of {word} in case {self.made}."
        known.append(
            {"id": f"s{self.made}", "text": text, "kind": kind, "at": known[at % len(known)]}
        )

    @rule(number=st.integers(0, 99), word=st.sampled_from(WORDS))
    def edit_text(self, number: int, word: str) -> None:
        """Put a statement in other words."""
        self.some(number)["text"] = f"Now {word} is what it says, {number}."

    @rule(number=st.integers(0, 99), tags=st.lists(st.sampled_from(TAGS), max_size=2, unique=True))
    def tag(self, number: int, tags: list[str]) -> None:
        """Give a statement other tags."""
        self.some(number)["tags"] = sorted({tag.casefold(): tag for tag in tags}.values())

    @rule(number=st.integers(0, 99), source=st.sampled_from(("", "A report", "Another book")))
    def cite(self, number: int, source: str) -> None:
        """Give a statement another source, or none."""
        self.some(number)["source"] = source

    @rule(number=st.integers(0, 99), accepted=st.sampled_from((None, True, False)))
    def settle(self, number: int, accepted: bool | None) -> None:  # noqa: FBT001 - hypothesis gives it
        """Accept or reject a statement, or leave it to the argument."""
        self.some(number)["accepted"] = accepted

    @rule(number=st.integers(0, 99), other=st.integers(0, 99))
    def refer(self, number: int, other: int) -> None:
        """Use a statement of any essay as a premise of another."""
        at, premise = self.some(number), self.some(other)
        if all(each is not premise for each in (at, *at.get("refs", ()))):
            at["refs"] = [*at.get("refs", ()), premise][-2:]

    @rule(number=st.integers(0, 99), other=st.integers(0, 99))
    def link(self, number: int, other: int) -> None:
        """Link from a statement's note to any statement."""
        self.some(number)["note"] = self.some(other)

    @rule(number=st.integers(0, 99))
    def rename(self, number: int) -> None:
        """Give a statement a new id; what names it follows, and the older id leads there."""
        statement = self.some(number)
        self.made += 1
        statement["aliases"] = [statement["id"]]
        statement["id"] = f"s{self.made}"

    @rule(number=st.integers(0, 99))
    def delete(self, number: int) -> None:
        """Delete a statement on which no other stands."""
        gone = self.some(number)
        for known in self.essays.values():
            if known[0] is not gone and all(each.get("at") is not gone for each in known):
                known[:] = [each for each in known if each is not gone]
        if all(each is not gone for each in self.all()):
            self.drop([gone])

    @rule(number=st.integers(0, 9), word=st.sampled_from(WORDS))
    def retitle(self, number: int, word: str) -> None:
        """Change an essay's title and prose."""
        slug = sorted(self.essays)[number % len(self.essays)]
        self.heads[slug] = (f"About {word}", word)

    @rule(word=st.sampled_from(WORDS), other=st.integers(0, 99))
    def write_page(self, word: str, other: int) -> None:
        """Write a plain page that links to a statement."""
        self.page = (word, self.some(other))

    @rule()
    def delete_page(self) -> None:
        """Delete the plain page."""
        self.page = None

    @rule(title=st.sampled_from(("Essays", "Arguments")), few=st.booleans())
    def configure(self, title: str, few: bool) -> None:  # noqa: FBT001 - as above
        """Change site.yaml."""
        self.configuration = {"title": title, "url": "https://example.org/essays"}
        if few:
            self.configuration["options"] = {"lists": ["statements", "tags"]}

    @rule(own=st.booleans())
    def theme(self, own: bool) -> None:  # noqa: FBT001 - as above
        """Override a template, or lean on the theme's again."""
        place = self.root / "themes/paper/templates/statement.html"
        if own:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(THEME, encoding="utf-8")
        elif place.exists():
            place.unlink()

    @rule(number=st.integers(0, 999), how=st.sampled_from(("delete", "edit", "cut")))
    def spoil_output(self, number: int, how: str) -> None:
        """Let somebody change or delete a built file."""
        built = sorted((self.root / "site").rglob("*.*"))
        found = [each for each in built if each.is_file() and ".argsite-" not in each.name]
        if found:
            place = found[number % len(found)]
            data = place.read_bytes()
            self.spoiled.add(place.relative_to(self.root / "site").as_posix())
            place.write_bytes(data[: len(data) // 2] if how == "cut" else data[::-1])
            if how == "delete":
                place.unlink()

    @rule(number=st.integers(0, 999), cut=st.integers(0, 5000))
    def tear_cache(self, number: int, cut: int) -> None:
        """Cut what a build remembered at any byte."""
        found = sorted(each for each in (self.root / ".cache").rglob("*") if each.is_file())
        if found:
            place = found[number % len(found)]
            data = place.read_bytes()
            place.write_bytes(data[: cut % (len(data) + 1)])

    @rule()
    def build_here(self) -> None:
        """Build in this process."""
        self.build_and_compare(1)

    @rule(workers=st.sampled_from((1, 2, 3)))
    def build_and_compare(self, workers: int) -> None:
        """Build, and compare with what a build from nothing gives."""
        self.save()
        once = build(self.root, self.root / "site", workers=workers)
        assert once.written, once.problems
        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(folder)
            for name in ("content", "themes"):
                if (self.root / name).exists():
                    shutil.copytree(self.root / name, fresh / name)
            (fresh / "argsite.lock").write_bytes((self.root / "argsite.lock").read_bytes())
            build(fresh, fresh / "site", workers=1)
            expected, found = files(fresh / "site"), files(self.root / "site")
        # What somebody changed and the site no longer has is left to them.
        assert found.keys() - self.spoiled == expected.keys() - self.spoiled
        assert found.keys() >= expected.keys()
        found = {path: found[path] for path in expected}
        assert [path for path in found if found[path] != expected[path]] == []

    # What the rules share.

    def all(self) -> list[Statement]:
        """Return every statement."""
        return [each for slug in sorted(self.essays) for each in self.essays[slug]]

    def some(self, number: int) -> Statement:
        """Return a statement."""
        return self.all()[number % len(self.all())]

    def drop(self, gone: list[Statement]) -> None:
        """Forget all that names what is gone."""
        lost = {id(each) for each in gone}
        for each in self.all():
            each["refs"] = [ref for ref in each.get("refs", ()) if id(ref) not in lost]
            if id(each.get("note")) in lost:
                each["note"] = None
        if self.page and id(self.page[1]) in lost:
            self.page = None

    def save(self) -> None:
        """Write everything as files; JSON is YAML, too."""
        shutil.rmtree(self.root / "content", ignore_errors=True)
        contents = {f"content/{slug}/essay.yaml": self.essay(slug) for slug in self.essays}
        contents["content/site.yaml"] = self.configuration
        texts = {name: json.dumps(each, ensure_ascii=False) for name, each in contents.items()}
        if self.page:
            word, there = self.page
            texts["content/about.md"] = f"# About\n\nThis is {word}: {self.link_to(there)}.\n"
        write(self.root, texts)

    def named(self, statement: Statement, mark: str) -> str:
        """Return what names a statement in the whole site."""
        for slug, known in self.essays.items():
            if any(each is statement for each in known):
                return f"{slug}{mark}{statement['id']}"
        raise KeyError(statement["id"])

    def link_to(self, statement: Statement) -> str:
        """Return a link to a statement as Markdown."""
        return f"[that]({self.named(statement, '#')})"

    def essay(self, slug: str) -> dict[str, object]:
        """Return what stands in an essay's file."""
        title, word = self.heads[slug]
        first, *rest = self.essays[slug]
        prose = {"prose": f"See [it](#{first['id']}), {word}."} if word else {}
        contention = self.item(first, rest)
        return {"title": title, "date": "2026-03-02", **prose, "contention": contention}

    def item(self, statement: Statement, others: list[Statement]) -> dict[str, object]:
        """Return a statement with what stands below it."""
        item = {name: statement[name] for name in ("id", "text")}
        item |= {name: statement[name] for name in ("aliases", "tags") if statement.get(name)}
        if statement.get("source"):
            item["sources"] = [{"title": statement["source"]}]
        if statement.get("note"):
            item["note"] = f"Compare {self.link_to(statement['note'])}."
        if statement.get("accepted") is not None:
            item["accepted"] = statement["accepted"]
        for each in others:
            if each["at"] is statement:
                name = "rebuttals" if each["kind"] == "against" else "premises"
                item.setdefault(name, []).append(self.step(each, others))
        for ref in statement.get("refs", ()):
            item.setdefault("premises", []).append({"ref": self.named(ref, "/")})
        return item

    def step(self, statement: Statement, others: list[Statement]) -> dict[str, object]:
        """Return a statement as what it is to the one that it stands below."""
        item = self.item(statement, others)
        besides = {"text": f"A step in case {statement['id']}."}
        match statement["kind"]:
            case "undercut":
                return {"together": [besides, {"text": "One more."}], "undercuts": [item]}
            case "together":
                return {"together": [besides, item]}
        return item


TestAnIncrementalBuildEqualsACleanOne = Writer.TestCase
TestAnIncrementalBuildEqualsACleanOne.settings = settings(
    max_examples=effort(6, 60),
    stateful_step_count=24,
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],  # to explain takes too long
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def test_several_processes_make_what_one_makes(tmp_path: Path) -> None:
    write_site(tmp_path, 2, 40)  # more than is done here, and some of it before the others begin
    one = build(tmp_path, tmp_path / "one", workers=1)
    several = build(tmp_path, tmp_path / "several", workers=2)
    assert one.reasons.keys() == several.reasons.keys()
    assert files(tmp_path / "one") == files(tmp_path / "several")
