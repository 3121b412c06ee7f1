"""Suites of others are pinned by hashes, whoever hands them out, and hold what they should."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.suites import markdown_examples, naughty_strings, yaml_documents

FOLDER = Path(__file__).parent


def test_each_suite_is_pinned_by_its_hash_and_no_host_is_named() -> None:
    wanted = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())
    text = (FOLDER / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]
    locked = {name.removeprefix("node_modules/"): each for name, each in packages.items() if name}
    assert {name: each["version"] for name, each in locked.items()} == wanted
    assert all(each["integrity"].startswith("sha512-") for each in locked.values())
    assert "resolved" not in text


def test_strings_are_there_once_each_with_the_empty_one() -> None:
    found = naughty_strings()
    assert len(found) == len(set(found)) == 486
    assert "" in found
    assert "<script>alert(123)</script>" in found


def test_documents_know_whether_they_are_yaml() -> None:
    found = yaml_documents()
    assert len(found) == len({each.name for each in found}) == 402
    (wrong,) = (each for each in found if each.name == "ZVH3")
    assert wrong.fails
    assert wrong.text == "- key: value\n - item1\n"
    assert sum(each.fails for each in found) == 94


def test_examples_have_a_result_and_tabs() -> None:
    found = markdown_examples()
    assert [each.number for each in found] == list(range(1, 653))
    assert found[0].markdown == "\tfoo\tbaz\t\tbim\n"
    assert found[0].html == "<pre><code>foo\tbaz\t\tbim\n</code></pre>\n"
    assert found[-1].section == "Textual content"
