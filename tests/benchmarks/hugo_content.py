"""The pages of a site as content for Hugo: `python -m tests.benchmarks.hugo_content SITE FOLDER`.

What Argsite's templates are given is caught and written as front matter, with statuses and reasons
worked out and every link resolved; notes and prose stay Markdown, for Hugo to render. What a page
shares with its essay (title, authors, date) stands in the essay's file alone.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Container, Mapping, Sequence
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from argsite import addresses
from argsite.build import build
from argsite.language import words_of
from argsite.load import load
from argsite.model import Library, Source
from argsite.pages.press import Page, Press

LAYOUTS = Path(__file__).parent / "hugo" / "layouts"
"""Templates that show in Hugo what Argsite's show, and beside them the settings."""

_LINK = re.compile(r"\]\((?:([\w-]+)?#([\w-]+))\)")
_TAG = re.compile(r"<[^>]+>")

Json = dict[str, Any]


def write_content(root: Path, folder: Path) -> None:
    """Write what Hugo needs for the pages of the site at `root` into `folder`."""
    library = load(root, lambda _: None).library
    if library is None:
        sys.exit(f"{root} has mistakes: see argsite check")
    exporter = _Exporter(library)

    def caught(_press: Press, path: str, template: str, frame: Any, **values: Any) -> Page:
        return Page(path, exporter.file(path, template, frame, values).encode())

    # A copy is built, since what is remembered of a site must not hold such pages.
    with TemporaryDirectory() as beside, patch.object(Press, "print", caught):
        copy, out = Path(beside, "site"), Path(beside, "out")
        shutil.copytree(root / "content", copy / "content")
        with (copy / "content" / "site.yaml").open("a", encoding="utf-8") as site:
            site.write("options:\n  diagrams: false\n")
        build(copy, out)
        for file in out.rglob("*.html"):
            path = file.relative_to(out).as_posix()
            if path != addresses.NOT_FOUND:
                target = folder / "content" / place(path, exporter.essays)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.move(file, target)
    lists = folder / "content" / "lists" / "_index.md"
    lists.write_text('{"title": "Lists", "build": {"render": "never"}}\n', encoding="utf-8")
    shutil.copytree(LAYOUTS.parent, folder, dirs_exist_ok=True)


def place(path: str, essays: Container[str]) -> str:
    """Return where Hugo looks for the content of a page.

    What is in a folder that is no essay's stands in one of its own, which Hugo does not show.
    """
    folder, _, name = path.rpartition("/")
    stem = name.removesuffix(".html")
    if folder and folder not in essays:
        return f"lists/{folder.replace('/', '-')}-{stem}.md"
    return f"{folder}/{'_index' if stem == 'index' else stem}.md".lstrip("/")


class _Exporter:
    """Turns what a template is given into a file of Hugo's."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.essays = {essay.slug: essay for essay in library.essays}
        self._words = words_of("en")

    def file(self, path: str, template: str, frame: Any, values: Json) -> str:
        """Return front matter as JSON, and what Hugo shall render as Markdown."""
        kind = template.removesuffix(".html").rpartition("/")[2]
        make = getattr(self, f"_{kind.replace('-', '_')}", self._other)
        facts, body = make(path, frame, values)
        facts = {"layout": kind} | facts
        if "/" in path and path.partition("/")[0] not in self.essays:
            facts["url"] = f"/{path}"
        return f"{json.dumps(_pruned(facts), ensure_ascii=False)}\n\n{body}"

    def _statement(self, path: str, _frame: Any, values: Json) -> tuple[Json, str]:
        facts, slug = values["statement"], path.partition("/")[0]
        written = self._library.graph.statements[facts.key]
        made = {
            "title": unescape(facts.html),
            "key": facts.key,
            "status": facts.status,
            "why": facts.why,
            "by": facts.by,
            "implicit": facts.implicit,
            "kicker": facts.place,
            "place_title": facts.place_title,
            "place_href": facts.place_href,
            "paths": [[_short(link) for link in way] for way in values["paths"]],
            "pro": [_step(each) for each in values["pro"]],
            "con": [_step(each) for each in values["con"]],
            "uses": [_use(each, facts.key) for each in values["uses"]],
            "backlinks": [
                {"words": each.words, "essay": each.essay} | (_text_link(each.link) or {})
                for each in values["backlinks"]
            ],
            "quote": facts.quote,
            "quote_href": facts.quote_href,
            "sources": [
                self._source(each.source) | {"h": each.href, "uses": each.uses}
                for each in facts.sources
            ],
            "topics": [_text_link(tag) for tag in facts.tags],
            "map": values["place_in_map"],
            "prev": _short(values["previous"]),
            "next": _short(values["next"]),
        }
        return made, self._markdown(written.note.text if written.note else "", slug, slug)

    def _essay(self, path: str, _frame: Any, values: Json) -> tuple[Json, str]:
        facts, slug = values["essay"], path.partition("/")[0]
        essay = self.essays[slug]
        said: set[str] = set()
        opening = self._noted(essay.prose.text if essay.prose else "", slug, said)
        made = {
            "title": facts.title,
            "subtitle": facts.subtitle,
            "date": essay.date,
            "authors": list(essay.authors),
            "summary_text": essay.summary,
            "kicker": facts.kicker,
            "byline": list(facts.byline),
            "unanswered": _text_link(facts.unanswered),
            "contention": self._claim(values["contention"]),
            "points": [
                {
                    "number": each.number,
                    "title": each.title,
                    "anchor": each.anchor,
                    "h": each.href,
                    "prose": self._noted(point.prose.text if point.prose else "", slug, said),
                    "claims": [self._claim(claim) for claim in each.claims],
                }
                for each, point in zip(values["points"], essay.points, strict=True)
            ],
            "prev": _text_link(values["previous"]),
            "next": _text_link(values["next"]),
        }
        return made, opening

    def _map(self, _path: str, frame: Any, values: Json) -> tuple[Json, str]:
        made = {
            name: values[name] for name in ("size", "rows_left_out", "pro", "con", "unanswered")
        }
        return made | {"title": _head(frame), "rows": _rows(values["rows"])}, ""

    def _outline(self, _path: str, frame: Any, values: Json) -> tuple[Json, str]:
        return {"title": _head(frame), "size": values["size"], "rows": _rows(values["rows"])}, ""

    def _other(self, path: str, frame: Any, values: Json) -> tuple[Json, str]:
        made = self._plain({"title": _head(frame), "description": frame.description})
        data = {name: self._plain(value) for name, value in values.items()}
        return made | {"root": "../" if "/" in path else ""} | {"data": data}, ""

    def _plain(self, value: Any) -> Any:
        """Return any value of a template as JSON."""
        if isinstance(value, Source):
            return self._source(value)
        if hasattr(value, "key") and hasattr(value, "html"):
            return _link(value)
        if isinstance(value, str | int | float | None):
            return value
        if isinstance(value, Mapping):
            return {name: self._plain(each) for name, each in value.items()}
        if isinstance(value, Sequence) and not hasattr(value, "_fields"):
            return [self._plain(each) for each in value]
        fields = getattr(type(value), "__dataclass_fields__", None) or value._fields
        made = {name: self._plain(getattr(value, name)) for name in fields}
        if made.get("date"):
            made["day"] = self._words.day(made["date"])
        return made

    def _claim(self, part: Any) -> Json:
        return {
            "link": _link(part.link),
            "why": part.why,
            "rows": _rows(part.rows),
            "pro": part.pro,
            "con": part.con,
            "unanswered": part.unanswered,
        }

    def _source(self, source: Source) -> Json:
        names = ("author", "url", "title", "page", "archived", "quote")
        made: Json = {name: getattr(source, name) for name in names}
        made["day"] = source.date and self._words.day(source.date)
        made["read"] = source.accessed and self._words.day(source.accessed)
        return made

    def _markdown(self, text: str, slug: str, page: str) -> str:
        """Return Markdown whose links to statements are addresses of their pages."""

        def address(found: re.Match[str]) -> str:
            essay = found[1] or slug
            return f"]({'' if essay == page else f'../{essay}/'}{found[2]}.html)"

        return _LINK.sub(address, text)

    def _noted(self, text: str, slug: str, said: set[str]) -> str:
        """Return prose with a footnote for each statement that has something more to say."""
        notes: list[str] = []

        def noted(found: re.Match[str]) -> str:
            key = f"{found[1] or slug}/{found[2]}"
            each = self._library.graph.statements[key]
            if key in said or not (each.note or each.sources):
                return found[0]
            said.add(key)
            note = self._markdown(each.note.text if each.note else "", each.essay, slug).strip()
            lines = [note, *(self._cited(source) for source in each.sources)]
            notes.append("\n\n".join(line for line in lines if line).replace("\n", "\n    "))
            return f"{found[0]}[^{len(said)}]"

        first = len(said) + 1
        text = self._markdown(_LINK.sub(noted, text), slug, slug)
        return text + "".join(
            f"\n[^{number}]: {note}\n" for number, note in enumerate(notes, first)
        )

    def _cited(self, source: Source) -> str:
        author = f"{source.author}: " if source.author else ""
        title = f"[{source.title}]({source.url})" if source.url else source.title
        return f"Source {author}{title}, {self._words.day(source.date)}"


def _head(frame: Any) -> str:
    return str(frame.title).partition(" · ")[0]


def _rows(rows: Sequence[Any]) -> list[Json]:
    """Return the rows of a nested list."""
    names = (
        *("word", "kind", "begins_item", "begins_undercuts", "opens", "opened", "closes"),
        *("pro", "con", "unanswered", "remark", "in_print"),
    )
    return [{name: getattr(row, name) for name in names} | _link(row.link) for row in rows]


def _step(item: Any) -> Json:
    return {
        "key": item.key,
        "kind": item.kind,
        "word": item.word,
        "premises": [_link(each) for each in item.premises],
        "label": item.label,
        "scheme": item.scheme,
        "weight": item.weight,
        "trouble": item.trouble,
        "unanswered": item.unanswered,
        "undercuts": [_step(each) for each in item.undercuts],
    }


def _use(item: Any, key: str) -> Json:
    """Return a step as the page of one of its premises shows it."""
    others = [_link(each) for each in item.premises if each.key != key]
    return (
        _step(item)
        | {"premises": others, "word": item.towards, "target": _link(item.target)}
        | {"unanswered": False}
    )


def _link(link: Any) -> Json:
    made = {"k": link.key, "h": link.href, "t": _text(link.html), "s": link.status}
    return made | {"by": link.by, "unsaid": link.implicit}


def _short(link: Any) -> Json | None:
    return link and {"h": link.href, "t": _text(link.html)}


def _text_link(link: Any) -> Json:
    return {"h": link.href, "t": _text(link.html)} if link else {}


def _text(html: str) -> str:
    return unescape(_TAG.sub("", html))


def _pruned(value: Any) -> Any:
    """Return a value without what is empty, at any depth."""
    if isinstance(value, dict):
        made = {name: _pruned(each) for name, each in value.items()}
        return {
            name: each for name, each in made.items() if each not in ("", None, False, [], {}, 0)
        }
    if isinstance(value, list | tuple):
        return [_pruned(each) for each in value]
    return value


if __name__ == "__main__":
    write_content(Path(sys.argv[1]), Path(sys.argv[2]))
