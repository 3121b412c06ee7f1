"""An essay's argument as JSON, beside its page: what other tools build on.

The form is described for users in the README; its `version` rises when a key changes its meaning
or goes away.
"""

from __future__ import annotations

from argsite import addresses
from argsite.analysis import explain_step
from argsite.model import Argument, Essay, Source, Statement
from argsite.packing import to_readable_json
from argsite.pages.edition import Edition
from argsite.pages.press import Page
from argsite.pages.script_data import Json

VERSION = 1


def essay_data(edition: Edition, essay: Essay) -> Page:
    """Return the page that holds an essay's data."""
    data: Json = {
        "version": VERSION,
        "title": essay.title,
        "subtitle": essay.subtitle,
        "authors": list(essay.authors),
        "date": essay.date,
        "updated": essay.updated,
        "language": essay.language or edition.library.site.language,
        "summary": essay.summary,
        "contention": essay.name_of(essay.contention),
        "points": [
            {
                "number": point.number,
                "title": point.title,
                "claims": [essay.name_of(key) for key in point.claims],
            }
            for point in essay.points
        ],
        "statements": [_statement(edition, each) for each in essay.statements],
        "arguments": [_argument(edition, essay, each) for each in edition.arguments(essay)],
        "elsewhere": _elsewhere(edition, essay),
    }
    return Page(addresses.essay_data(essay.slug), to_readable_json(data) + b"\n")


def _statement(edition: Edition, statement: Statement) -> Json:
    words = edition.words(statement.essay)
    return {
        "id": statement.id,
        "text": edition.plain[statement.key],
        "markdown": statement.text.text,
        "status": str(edition.status(statement.key)),
        "reason": edition.told(words, edition.reason(words, statement.key)),
        "label": str(edition.standing.labels[statement.key]),
        "where": {
            "point": statement.point,
            "role": str(statement.role),
            "page": f"{statement.id}.html",
            "file": statement.at.path,
            "line": statement.at.line,
        },
        "presumed": statement.presumed,
        "accepted": statement.accepted,
        "implicit": statement.implicit,
        "by": statement.by,
        "tags": list(statement.tags),
        "aliases": [alias.text for alias in statement.aliases],
        "note": statement.note.text if statement.note else "",
        "quote": statement.quote.text if statement.quote else "",
        "sources": [_source(each) for each in statement.sources],
    }


def _source(source: Source) -> Json:
    fields = {
        "title": source.title,
        "author": source.author,
        "url": source.url,
        "date": source.date,
        "accessed": source.accessed,
        "archived": source.archived,
        "page": source.page,
        "quote": source.quote,
    }
    return {name: value for name, value in fields.items() if value}


def _argument(edition: Edition, essay: Essay, argument: Argument) -> Json:
    words = edition.words(essay.slug)
    reason = explain_step(words, edition.graph, edition.standing, argument.key)
    return {
        "id": argument.id,
        "premises": [essay.name_of(key) for key in argument.premises],
        "target": essay.name_of(argument.target),
        "kind": str(argument.kind),
        "weight": argument.weight,
        "status": str(edition.standing.labels[argument.key]),
        "reason": edition.told(words, reason),
        "scheme": argument.scheme,
        "roles": {role: essay.name_of(key) for key, role in argument.roles.items()},
        "label": argument.label,
        "point": argument.point,
    }


def _elsewhere(edition: Edition, essay: Essay) -> list[Json]:
    """Return the statements of other essays that this one draws on."""
    prefix = f"{essay.slug}/"
    used = dict.fromkeys(
        key
        for argument in edition.arguments(essay)
        for key in argument.premises
        if not key.startswith(prefix)
    )
    return [
        {
            "id": key,
            "text": edition.plain[key],
            "status": str(edition.status(key)),
            "label": str(edition.standing.labels[key]),
            "page": addresses.between(addresses.essay_data(essay.slug), addresses.statement(key)),
        }
        for key in used
    ]
