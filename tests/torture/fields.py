"""A site with a text of one's choice in every place that takes one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

Text = Callable[[str], str]


def contents(text: Text, markdown: Text) -> dict[str, str]:
    """Return a site with a text in every place that takes one; each has a name of its own."""
    numbers = iter(range(10, 1000))

    def plain() -> str:
        return text(f"m{next(numbers)}")

    def marked() -> str:
        return markdown(f"m{next(numbers)}")

    def source() -> dict[str, str]:
        fields = {name: plain() for name in ("title", "author", "page", "quote")}
        return fields | {"url": "https://example.org/a", "date": "2026-01-02"}

    quote = text("m999")
    deep = {"id": "deep", "text": marked(), "note": marked(), "by": plain(), "tags": [plain()]}
    linked = [
        {"id": "one", "text": marked(), "sources": [source()]},
        {"id": "two", "text": marked()},
    ]
    step = {
        "together": linked,
        "label": plain(),
        "roles": {"warrant": 1},
        "undercuts": [{"id": "cut", "text": marked()}],
    }
    claim = {
        "id": "claim",
        "text": marked(),
        "quote": quote,
        "aliases": ["older"],
        "premises": [deep, step],
        "rebuttals": [{"id": "against", "text": marked(), "sources": [source()]}],
    }
    essay = {name: plain() for name in ("title", "subtitle", "summary")} | {
        "author": [plain(), plain()],
        "date": "2026-03-02",
        "prose": f"{marked()} [{marked()}](#deep)[^1]\n\n[^1]: {marked()}\n\n# {marked()}",
        "contention": {"id": "main", "text": marked(), "premises": [{"ref": "claim"}]},
        "points": [
            {
                "number": 1,
                "title": plain(),
                "prose": f"{markdown('m999')}\n\n{marked()}",
                "claim": claim,
            },
        ],
    }
    about_site = {name: plain() for name in ("title", "description", "licence")} | {
        "author": plain(),
        "url": "https://example.org/a",
        "options": {"footer": marked()},
    }
    again = {"title": plain(), "contention": {"id": "again", "text": marked(), "tags": [plain()]}}
    written = {"site.yaml": about_site, "park/essay.yaml": essay, "square/essay.yaml": again}
    texts = {f"content/{name}": json.dumps(each) for name, each in written.items()}
    headings = "\n\n".join(f"## {marked()}\n\n{marked()}" for _ in range(4))
    link = f"[{marked()}](park#deep '{marked()}')"
    texts["content/about.md"] = f"# {marked()}\n\n{link}\n\n~~~x {marked()}\ny\n~~~\n\n{headings}\n"
    return texts


def escaped(text: str) -> str:
    """Return a text as Markdown that says just that."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)
