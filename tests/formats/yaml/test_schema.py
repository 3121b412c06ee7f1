"""The schema says what the reader says: it takes what is read, and marks what is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError

from argsite.formats import ids
from argsite.formats.yaml import nodes
from argsite.formats.yaml.identifiers import ID, IDS
from argsite.formats.yaml.keys import CHOICES, TABLES, Key
from argsite.formats.yaml.schema import KINDS, modeline, schema, schema_files
from argsite.problems import Code, Problem, is_error, one_line
from argsite.severities import SETTABLE
from argsite.source import Location, Manuscript
from tests.casebook import CASES, Case, read_cases
from tests.sites import read, write

ROOT = Path(__file__).parents[3]

STARTER = ROOT / "generator" / "argsite" / "starter"

VALIDATORS = {kind: Draft7Validator(schema(kind)) for kind in ("", *KINDS)}


# What editors see


class CoreLoader(yaml.BaseLoader):
    """Reads YAML as editors do: by the core schema of YAML 1.2."""


SCALARS: Mapping[str, Callable[[str], object]] = {
    r"null|Null|NULL|~|": lambda _text: None,
    r"true|True|TRUE": lambda _text: True,
    r"false|False|FALSE": lambda _text: False,
    r"[-+]?[0-9]+": int,
    r"0o[0-7]+": lambda text: int(text, 8),
    r"0x[0-9a-fA-F]+": lambda text: int(text, 16),
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?": float,
    r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)": lambda text: float(text.replace(".", "")),
}
"""Plain scalars that are more than a text, and what they are."""


def core(text: str) -> object:
    """Return what editors take a plain scalar for."""
    for pattern, value in SCALARS.items():
        if re.fullmatch(pattern, text):
            return value(text)
    return text


def construct_scalar(loader: Any, node: yaml.ScalarNode) -> object:  # noqa: ANN401 - PyYAML's
    text: str = loader.construct_scalar(node)
    return text if node.style else core(text)


def construct_list(loader: Any, node: yaml.SequenceNode) -> list[object]:  # noqa: ANN401 - as above
    return [loader.construct_object(each, deep=True) for each in node.value]


def construct_mapping(loader: Any, node: yaml.MappingNode) -> dict[str, object]:  # noqa: ANN401 - as above
    return {key.value: loader.construct_object(value, deep=True) for key, value in node.value}


CoreLoader.add_constructor("tag:yaml.org,2002:str", construct_scalar)
CoreLoader.add_constructor("tag:yaml.org,2002:seq", construct_list)
CoreLoader.add_constructor("tag:yaml.org,2002:map", construct_mapping)


def seen(text: str) -> object:
    """Return a file as editors see it."""
    return yaml.load(text, Loader=CoreLoader)  # noqa: S506 - a loader that makes plain values only


def errors(kind: str, text: str) -> list[ValidationError]:
    """Return all that the schema finds wrong in a file."""
    return [*VALIDATORS[kind].iter_errors(seen(text))]


def kind_of(path: str) -> str:
    """Return the kind of a file by its place; empty where it is none that is read."""
    if path == "content/site.yaml":
        return "site"
    if re.fullmatch("content/[^/]+/essay.yaml", path):
        return "essay"
    return "point" if re.fullmatch("content/[^/]+/[1-9][0-9]*-[^/]+.yaml", path) else ""


# What is correct passes


FILES = [
    *sorted((ROOT / "content").rglob("*.yaml")),
    *sorted((STARTER / "content").rglob("*.yaml")),
    *sorted((ROOT / "tests" / "sites").glob("*/content/**/*.yaml")),
]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_a_correct_file_passes(file: Path) -> None:
    path = file.as_posix()
    kind = kind_of(path[path.rindex("content/") :])
    text = file.read_text(encoding="utf-8")
    assert not errors(kind, text)
    assert not errors("", text)


@pytest.mark.parametrize("theme", ["paper", "slate"])
def test_the_themes_pass(theme: str) -> None:
    text = (ROOT / "themes" / theme / "theme.yaml").read_text(encoding="utf-8")
    assert not errors("theme", text)
    assert not errors("", text)


VALUES = {
    id(key.value): (key.name, key.value)
    for table in TABLES
    for key in table.keys
    if "items" not in key.value.schema and "allOf" not in key.value.schema
}

TEXTS = st.text(max_size=12) | st.sampled_from(
    ["", "1", "0", "1.10", "no", "true", "2026-02-28", "0800", "en", "x-klingon", "de-x-a", "own",
     "https://example.org", "http://[::1]:80/a?b#c", "HTTPS://Парк.example/x", "#Fff", "a.SVG",
     "'Source Serif 4', Times, serif", "UI-Serif", "stands", "a-1", "ü", "夜の公園", "1e5"]
)  # fmt: skip


@pytest.mark.parametrize("number", range(len(VALUES)))
@settings(max_examples=40)
@given(st.data())
def test_what_a_reader_takes_passes(number: int, data: st.DataObject) -> None:
    name, value = [*VALUES.values()][number]
    form = re.compile(str(value.schema.get("pattern", "")))
    text = data.draw(TEXTS | st.from_regex(form))
    node = nodes.Scalar(text, Location("a.yaml"))
    problems: list[Problem] = []
    value.read(name, node, problems.append)
    if problems or (name in {"id", "ref"} and not ids.is_good(text)):
        return
    for as_seen in (text, core(text)):
        if as_seen is not None:
            Draft7Validator(value.schema).validate(as_seen)


# What is wrong is marked, where a schema can know it


UNKNOWABLE = {
    Code.BAD_CHARACTER: "a schema sees what YAML makes of a file, not its characters",
    Code.BAD_YAML: "editors report what is no YAML by themselves",
    Code.FORBIDDEN_YAML: "anchors, aliases and tags are gone when a schema comes to see the values",
    Code.DUPLICATE_KEY: "editors report it by themselves; a schema sees one of the two",
    Code.DUPLICATE_ID: "a schema looks at one place at a time",
    Code.UNKNOWN_ID: "the same",
    Code.POINT_NUMBER: "the same",
    Code.MISSING_FILE: "it is about files",
    Code.MISPLACED_FILE: "the same",
    Code.BAD_PICTURE: "the same",
    Code.TOO_DEEP: "a schema refers to itself and does not count",
}
"""Errors that a schema cannot know, and why."""

UNKNOWABLE_VALUES = {
    "is before 'date'": "it compares two values",
    "which is no premise of this step": "the same",
    "has two roles": "the same",
    "is listed twice": "the same, where it is about essays",
    "a number over 0, not '1e3'": "1e3 is the number 1000 by then",
    "a ':' is missing after 'ref'": "a text may begin with any word",
    "not in Unicode's composed form": "patterns do not know the forms of Unicode",
    "or false, not 'false\N{REPLACEMENT CHARACTER}'": "a pattern may end before a last line break",
    "' is a reserved name": "404 without quotes is a number by then",
}
"""Words of messages about values that a schema cannot judge, and why."""

CASE_FILES = [
    (case, path)
    for folder in sorted(CASES.iterdir())
    for case in read_cases(folder.name)
    for path in case.fences
    if kind_of(path)
]


def places(text: str) -> dict[tuple[int, int], list[tuple[object, ...]]]:
    """Return the path of each key and value by the line and column at which it begins."""
    found: dict[tuple[int, int], list[tuple[object, ...]]] = {}
    root = nodes.parse(Manuscript("a.yaml", text), lambda _: None)
    waiting: list[tuple[nodes.Node | None, tuple[object, ...]]] = [(root, ())]
    while waiting:
        node, path = waiting.pop()
        if node is None:
            continue
        found.setdefault((node.at.line, node.at.column), []).append(path)
        if isinstance(node, nodes.Mapping):
            for key, (at, value) in node.entries.items():
                found.setdefault((at.line, at.column), []).append((*path, key))
                waiting.append((value, (*path, key)))
        elif isinstance(node, nodes.Sequence):
            waiting.extend((each, (*path, index)) for index, each in enumerate(node.items))
    return found


def marked(error: ValidationError) -> Iterator[tuple[object, ...]]:
    """Yield the paths that an error of the schema is about."""
    path = (*error.absolute_path,)
    rule: Any = error.validator_value
    inside: Any = error.instance
    if error.validator == "additionalProperties":
        known = error.schema["properties"] if isinstance(error.schema, Mapping) else {}
        yield from ((*path, key) for key in inside if key not in known)
    elif error.validator == "uniqueItems":
        yield from ((*path, index) for index in range(len(inside)))
    elif error.validator == "dependencies":
        yield from ((*path, key) for key in rule)
    elif error.validator == "not":
        yield from ((*path, key) for key in rule["required"])
    else:
        yield path


@pytest.mark.parametrize(
    ("case", "path"),
    CASE_FILES,
    ids=[f"{case.path.stem}: {case.title}: {path}" for case, path in CASE_FILES],
)
def test_the_schema_agrees_with_the_reader(case: Case, path: str, tmp_path: Path) -> None:
    write(tmp_path, case.fences)
    wrong = [each for each in read(tmp_path)[1] if each.at.path == path and is_error(each)]
    text = case.fences[path]
    if any(each.code in {Code.BAD_YAML, Code.FORBIDDEN_YAML} for each in wrong):
        return
    found = {place for error in errors(kind_of(path), text) for place in marked(error)}
    if not wrong:
        assert not found
    at = places(text)
    missed = [
        each.message
        for each in wrong
        if each.code not in UNKNOWABLE
        and not any(words in one_line(each.message) for words in UNKNOWABLE_VALUES)
        and not found & set(at[each.at.line, each.at.column])
    ]
    assert not missed


def test_what_a_schema_cannot_know_is_nothing_that_it_knows() -> None:
    said = "".join(case.fences.get("problems", "") for case, _ in CASE_FILES)
    unheard = [words for words in UNKNOWABLE_VALUES if words not in said]
    assert not unheard


# What it is made of


@pytest.mark.parametrize("kind", ["", *KINDS])
def test_a_schema_is_a_schema(kind: str) -> None:
    Draft7Validator.check_schema(schema(kind))


def described(key: Key[object], properties: Mapping[str, Any]) -> bool:
    """Say whether a key stands among the properties with its words and its form."""
    own: Mapping[str, object] = properties[key.name]
    form = {name: part for name, part in key.value.schema.items() if name != "properties"}
    return own["description"] == key.words and form.items() <= own.items()


def test_each_key_of_each_table_is_in_the_schema_and_nothing_else() -> None:
    whole = schema()
    definitions = whole["definitions"]
    assert isinstance(definitions, Mapping)
    assert definitions.keys() == {each.name for each in (*TABLES, *CHOICES)}
    for table in TABLES:
        properties = definitions[table.name]["properties"]
        assert [*properties] == [key.name for key in table.keys]
        assert all(described(key, properties) for key in table.keys)


def explained(fragment: object) -> Iterator[tuple[str, str]]:
    """Yield every property of a schema, however deep, with its description."""
    if isinstance(fragment, Mapping):
        for name, own in fragment.get("properties", {}).items():
            yield name, own.get("description", "")
        for part in fragment.values():
            yield from explained(part)
    elif isinstance(fragment, list):
        for part in fragment:
            yield from explained(part)


@pytest.mark.parametrize("kind", ["", *KINDS])
def test_whatever_may_be_written_is_explained(kind: str) -> None:
    words = list(explained(schema(kind)))
    assert [name for name, text in words if not text] == []


def test_a_check_is_explained_with_what_it_is_unless_set() -> None:
    words = dict(explained(schema("site")))
    assert words["no-rebuttal"] == ("Nothing in a point speaks against anything. (note unless set)")
    assert {code.value for code in SETTABLE} <= words.keys()


def test_each_key_is_explained_in_sentences() -> None:
    for table in TABLES:
        for words in (table.words, *(key.words for key in table.keys)):
            assert re.fullmatch(r"[A-Z`'#].*\.", words), words


def test_each_example_of_a_key_is_what_the_key_takes() -> None:
    definitions = schema()["definitions"]
    for key in (key for table in TABLES for key in table.keys if key.example):
        written = seen(key.example)
        assert isinstance(written, dict)
        assert [*written] == [key.name]
        form = {**key.value.schema, "definitions": definitions}
        assert not [*Draft7Validator(form).iter_errors(written[key.name])]


def test_a_site_gets_a_schema_for_each_kind_of_file() -> None:
    assert [*schema_files()] == [f".argsite/{kind}.schema.json" for kind in KINDS]


def test_each_file_of_the_starter_names_its_schema_to_editors() -> None:
    for file in (STARTER / "content").rglob("*.yaml"):
        path = file.relative_to(STARTER).as_posix()
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        assert first == f"# {modeline(kind_of(path), path.count('/'))}"


def test_ids_and_their_lists_take_the_same() -> None:
    assert IDS.schema == {"type": "array", "items": ID.schema}
