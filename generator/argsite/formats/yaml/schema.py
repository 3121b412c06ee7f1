"""The format as JSON Schema, with which editors complete, explain and check while one types.

Made of the tables of `keys`, for draft 7, which the YAML language server knows best. The server's
own `errorMessage`, `patternErrorMessage` and `markdownDescription` are used; other readers ignore
them. What the reader takes passes the schema, with one exception: an unquoted `null` or `~`,
which the reader takes for a text and editors for nothing at all.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from argsite import explanation
from argsite.formats.yaml.checks import SETTINGS
from argsite.formats.yaml.checks import WORDS as CHECK_WORDS
from argsite.formats.yaml.fragments import Fragment, defined, one_of
from argsite.formats.yaml.keys import CHOICES, ESSAY, POINT, SITE, TABLES, THEME_FILE
from argsite.formats.yaml.keys.key import Choice, Key, Table
from argsite.severities import SETTABLE

KINDS: Mapping[str, Table] = MappingProxyType(
    {"essay": ESSAY, "point": POINT, "site": SITE, "theme": THEME_FILE}
)
"""The kinds of files that authors write, and what stands in each."""

FOLDER = ".argsite"
"""The folder of a site that holds the schemas for its author's editor."""

_DRAFT = "http://json-schema.org/draft-07/schema#"
_TITLES = {"essay": "An essay", "point": "A numbered point", "site": "A site", "theme": "A theme"}


def schema(kind: str = "") -> Fragment:
    """Return the schema of a kind of file; without a kind, one that tells them by their keys."""
    if kind:
        root = {"title": f"{_TITLES[kind]} of Argsite", **_table(KINDS[kind])}
    else:
        root = {"title": "A file of Argsite", "type": "object", **_any_kind()}
    return {"$schema": _DRAFT, **root, "definitions": _definitions(root)}


def schema_text(kind: str = "") -> str:
    """Return the schema as JSON."""
    return json.dumps(schema(kind), indent=1, ensure_ascii=False) + "\n"


def schema_files() -> dict[str, str]:
    """Return the files that a site holds for its author's editor: path to text."""
    return {f"{FOLDER}/{kind}.schema.json": schema_text(kind) for kind in KINDS}


def modeline(kind: str, depth: int) -> str:
    """Return the comment at the top of a file that names its schema to editors.

    `depth` is how many folders deep in the site the file lies: 2 for `content/park/essay.yaml`.
    """
    return f"yaml-language-server: $schema={'../' * depth}{FOLDER}/{kind}.schema.json"


def _any_kind() -> Fragment:
    """Tell the kinds by the keys that only they have."""
    marks = {
        "theme": ["paper"],
        "essay": ["contention", "points", "subtitle", "date", "updated", "summary"],
        "point": ["number", "claim", "claims", "prose"],
    }
    chain: Fragment = {"$ref": "#/definitions/site"}
    for kind, keys in reversed(marks.items()):
        mark: Fragment = {"anyOf": [{"required": [key]} for key in keys]}
        chain = {"if": mark, "then": {"$ref": f"#/definitions/{kind}"}, "else": chain}
    return chain


def _definitions(root: Fragment) -> Fragment:
    """Return what the schema refers to, straight or by way of something else."""
    known: dict[str, Table | Choice] = {each.name: each for each in (*TABLES, *CHOICES)}
    found: Fragment = {}
    waiting = list(_references(root))
    while waiting:
        name = waiting.pop()
        if name not in found:
            what = known[name]
            definition = _table(what) if isinstance(what, Table) else _choice(what)
            found[name] = definition
            waiting.extend(_references(definition))
    return dict(sorted(found.items()))


def _references(fragment: object) -> Iterator[str]:
    waiting = [fragment]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            waiting.extend(part.values())
            if "$ref" in part:
                yield part["$ref"].rpartition("/")[2]
        elif isinstance(part, list):
            waiting.extend(part)


def _table(table: Table) -> Fragment:
    needs = [key.name for key in table.needs]
    return {
        "description": table.words,
        "type": "object",
        "properties": {key.name: _property(key) for key in table.keys},
        **({"required": needs} if needs else {}),
        **table.rules,
        "additionalProperties": False,
    }


def _property(key: Key[object]) -> Fragment:
    value = key.value
    message = f"'{key.name}' must be {value.words}"
    described: Fragment = {"description": key.words}
    if key.example:
        described["markdownDescription"] = f"{key.words}\n\n```yaml\n{key.example}\n```"
    if "pattern" in value.schema:
        is_text = value.schema["pattern"] == r"\S"
        described["patternErrorMessage"] = f"'{key.name}' is empty" if is_text else message
    if "type" in value.schema or "enum" in value.schema:
        described["errorMessage"] = message
    return {**described, **(_explained(value.schema) if value is SETTINGS else value.schema)}


def _explained(settings: Fragment) -> Fragment:
    """Return what `checks` takes, each code with the words that `argsite check --list` has for it.

    The words are on pages of the guide, which nothing but a schema needs to read.
    """
    properties = {
        code.value: {
            "description": f"{explanation.summary(explanation.page(code))} ({usual} unless set)",
            **one_of(CHECK_WORDS),
        }
        for code, usual in SETTABLE.items()
    }
    return {**settings, "properties": properties}


def _choice(choice: Choice) -> Fragment:
    """Return what is a text or one of several mappings.

    The keys of the text's form hold for texts only, those of the mappings for mappings only.
    """
    *marked, last = choice.tables
    # Only a mapping without these keys comes here, so they change nothing but what is offered.
    offered = {each.keys[0].name: _property(each.keys[0]) for each in marked}
    chain = defined(last.name)
    if offered:
        chain["properties"] = offered
    for table in reversed(marked):
        mark: Fragment = {"required": [table.keys[0].name]}
        chain = {"if": mark, "then": defined(table.name), "else": chain}
    types = choice.text.schema["type"]
    all_types = [*types, "object"] if isinstance(types, list) else [types, "object"]
    return {
        "description": choice.words,
        **choice.text.schema,
        "type": all_types,
        "errorMessage": f"must be {choice.text.words} or a mapping of keys",
        "if": {"type": "object"},
        "then": chain,
    }
