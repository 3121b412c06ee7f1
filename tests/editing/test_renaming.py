"""A new id: what is changed in the files, what is refused, and that the argument stays the same."""

from __future__ import annotations

import random
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from argsite.analysis import stand
from argsite.check import check
from argsite.editing.edits import Edit, apply
from argsite.editing.mentions import mentions
from argsite.editing.naming import find_statement
from argsite.editing.renaming import rename
from argsite.editing.sameness import is_renamed
from argsite.load import load
from argsite.model import Library
from argsite.problems import Problem, is_error
from tests.editing.essays import Hand
from tests.editing.test_formatting import essay as read_one
from tests.sites import read, write

PARK = "content/park/essay.yaml"
SITES = Path(__file__).parents[1] / "sites"


def site(root: Path, files: Mapping[str, str]) -> Library:
    """Return a site that has no errors."""
    shutil.rmtree(root / "content", ignore_errors=True)
    write(root, files)
    loaded, problems = read(root)
    assert not [each for each in problems if is_error(each)]
    assert loaded.library
    return loaded.library


def renamed(library: Library, key: str, new: str) -> dict[str, str]:
    """Return the files with the statement's new id."""
    done = rename(library, key, new)
    assert not done.fault
    return {path: apply(each, done.edits) for path, each in library.manuscripts.items()}


def change(root: Path, text: str, key: str = "park/old", new: str = "new") -> str:
    """Return an essay after its statement got a new id; the argument is the same."""
    before = site(root, {PARK: text})
    files = renamed(before, key, new)
    assert is_renamed(before, site(root, files), key, new)
    return files[PARK]


HEAD = "title: T\ncontention:\n  id: top\n  text: T\n"

CASES = {
    "an alias is written after the id, and a comment beside the id stays there": (
        "  premises:\n    - id: old  # kept\n      text: A\n",
        "  premises:\n    - id: new  # kept\n      aliases: [old]\n      text: A\n",
    ),
    "quotes around the id stay": (
        '  premises:\n    - text: A\n      "id": "old"\n',
        '  premises:\n    - text: A\n      "id": "new"\n      aliases: [old]\n',
    ),
    "in braces": (
        "  premises: [{id: 'old', text: A}, {ref: old}]\n",
        "  premises: [{id: 'new', aliases: [old], text: A}, {ref: new}]\n",
    ),
    "an alias more in brackets": (
        "  premises:\n    - id: old\n      text: A\n      aliases: [a, b]  # c\n",
        "  premises:\n    - id: new\n      text: A\n      aliases: [old, a, b]  # c\n",
    ),
    "an alias more in a list of lines": (
        "  premises:\n    - id: old\n      aliases:\n        # first\n        - a\n      text: A\n",
        (
            "  premises:\n    - id: new\n      aliases:\n        # first\n        - old\n"
            "        - a\n      text: A\n"
        ),
    ),
    "an empty list of aliases": (
        "  premises:\n    - {id: old, aliases: [], text: A}\n",
        "  premises:\n    - {id: new, aliases: [old], text: A}\n",
    ),
    "an older id that comes back changes places with the id": (
        "  premises:\n    - id: old\n      aliases: [x, new]\n      text: A\n",
        "  premises:\n    - id: new\n      aliases: [x, old]\n      text: A\n",
    ),
    "another case of the same letters leaves no alias, which would be the same name": (
        "  premises:\n    - id: NEW\n      text: A\n    - ref: NEW\n",
        "  premises:\n    - id: new\n      text: A\n    - ref: new\n",
    ),
    "a mapping without an id gets one": (
        "  premises:\n    - text: Old.\n      note: See [it](#old).\n",
        (
            "  premises:\n    - id: new\n      aliases: [old]\n      text: Old.\n"
            "      note: See [it](#new).\n"
        ),
    ),
    "a mapping with aliases and no id": (
        "  premises:\n    - text: Old.\n      aliases: [a]\n",
        "  premises:\n    - id: new\n      text: Old.\n      aliases: [old, a]\n",
    ),
    "braces without an id": (
        "  premises:\n    - {text: Old.}\n",
        "  premises:\n    - {id: new, aliases: [old], text: Old.}\n",
    ),
    "a bare text becomes a mapping": (
        "  premises:\n    - Old.  # a comment\n    -   ref: old\n",
        (
            "  premises:\n    - id: new\n      aliases: [old]\n      text: Old.  # a comment\n"
            "    -   ref: new\n"
        ),
    ),
    "a bare text of several lines, far in": (
        "  premises:\n  -   Old\n     \n   .\n",
        "  premises:\n  -   id: new\n      aliases: [old]\n      text: Old\n     \n       .\n",
    ),
    "a bare block": (
        "  premises:\n    - >2-\n      Old\n\n    # a comment\n    - ref: old\n",
        (
            "  premises:\n    - id: new\n      aliases: [old]\n      text: >2-\n        Old\n\n"
            "    # a comment\n    - ref: new\n"
        ),
    ),
    "a bare text in brackets": (
        "  premises: [Old., 'B']\n",
        "  premises: [{id: new, aliases: [old], text: Old.}, 'B']\n",
    ),
    "bare texts of several lines in brackets": (
        '  premises: ["Old\n  .", B]\n',
        '  premises: [{id: new, aliases: [old], text: "Old\n  ."}, B]\n',
    ),
    "a bare text under its key's line": (
        "points:\n  - number: 1\n    title: P\n    claim:\n      Old\n      .\n",
        (
            "points:\n  - number: 1\n    title: P\n    claim:\n      id: new\n"
            "      aliases: [old]\n      text: Old\n        .\n"
        ),
    ),
    "roles follow": (
        "  premises:\n    - together: [{id: old, text: A}, B]\n      roles: {warrant: old, x: 2}\n",
        (
            "  premises:\n    - together: [{id: new, aliases: [old], text: A}, B]\n"
            "      roles: {warrant: new, x: 2}\n"
        ),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_case(case: str, tmp_path: Path) -> None:
    before, after = CASES[case]
    key = "park/NEW" if "NEW" in before else "park/old"
    assert change(tmp_path, HEAD + before, key) == HEAD + after


def test_a_bare_contention_becomes_a_mapping_below_its_key(tmp_path: Path) -> None:
    text = "title: T\ncontention: Old\n  .  # c\npoints: []\n"
    assert change(tmp_path, text) == (
        "title: T\ncontention:\n  id: new\n  aliases: [old]\n  text: Old\n    .  # c\npoints: []\n"
    )


def test_other_essays_and_pages_follow(tmp_path: Path) -> None:
    files = {
        PARK: f"{HEAD}  premises:\n    - {{id: old, text: A}}\n",
        "content/b/essay.yaml": "title: B\ncontention:\n  id: old\n  text: See [a](park#old).\n"
        "  premises:\n    - ref: park/old\n",
        "content/about.md": "[a](park#old), [b](park/old.html), [c](b#old)\n",
    }
    after = renamed(site(tmp_path, files), "park/old", "new")
    assert after["content/b/essay.yaml"] == (
        "title: B\ncontention:\n  id: old\n  text: See [a](park#new).\n  premises:\n"
        "    - ref: park/new\n"
    )
    assert after["content/about.md"] == "[a](park#new), [b](park/new.html), [c](b#old)\n"


@pytest.mark.parametrize(
    ("new", "fault"),
    [
        ("old", "'old' is its id already"),
        ("a b", "id 'a b' holds a space; write 'a-b'"),
        ("", "id '' is empty; use letters, digits and hyphens"),
        ("map", "id 'map' is a reserved name; write 'map-1'"),
        ("TOP", "'top' is the id of the statement at content/park/essay.yaml:3:3"),
        ("gone", "'gone' is an older id of the statement at content/park/essay.yaml:9:17"),
        (
            "made-of-words",
            "'made-of-words' is the id of the statement at content/park/essay.yaml:11:7",
        ),
    ],
)
def test_what_cannot_be_an_id_is_refused(new: str, fault: str, tmp_path: Path) -> None:
    text = (
        f"{HEAD}  premises:\n    - id: old\n      text: A\n"
        "    - id: b\n      aliases: [gone]\n      text: B\n    - Made of words.\n"
    )
    done = rename(site(tmp_path, {PARK: text}), "park/old", new)
    assert (done.fault, done.edits) == (fault, ())


def test_a_link_that_hides_the_id_is_named_and_nothing_is_changed(tmp_path: Path) -> None:
    text = f'{HEAD}  note: "[a](#\\x6fld)"\n  premises:\n    - {{id: old, text: A}}\n'
    done = rename(site(tmp_path, {PARK: text}), "park/old", "new")
    assert not done.edits
    assert done.fault == (
        "the text at content/park/essay.yaml:5:9 names it in a way that cannot be changed safely; "
        "write 'old' there without escapes"
    )


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("park/old", "park/old"),
        ("only", "park/only"),
        ("old", "'old' is in several essays; write b/old or park/old"),
        ("onyl", "there is no statement 'onyl'; did you mean 'only'?"),
        ("park/onyl", "there is no statement 'onyl' in essay 'park'; did you mean 'only'?"),
        ("prak/old", "unknown essay 'prak'; did you mean 'park'?"),
        ("was", "'was' is an older id of 'only'; write only"),
        ("park", "'park' is an essay, whose name is that of its folder content/park"),
        ("park/", "'park' is an essay, whose name is that of its folder content/park"),
    ],
)
def test_the_statement_that_is_meant(name: str, meant: str, tmp_path: Path) -> None:
    files = {
        PARK: f"{HEAD}  premises:\n    - {{id: old, text: A}}\n"
        "    - {id: only, aliases: [was], text: B}\n",
        "content/b/essay.yaml": "title: B\ncontention:\n  id: old\n  text: A\n",
    }
    found = find_statement(site(tmp_path, files), name)
    assert (found.key or found.fault) == meant


def test_an_edit_of_another_text_is_refused(tmp_path: Path) -> None:
    library = site(tmp_path, {PARK: HEAD})
    with pytest.raises(ValueError, match="does not hold 'x'"):
        apply(library.manuscripts[PARK], [Edit(PARK, 1, 1, "x", "y")])


def _linking(library: Library, chance: random.Random) -> dict[str, str]:
    """Return another essay and a page that use and link statements of the essay `park`."""
    ids = [each.id for each in library.essay("park").statements]
    chosen = chance.choices(ids, k=4)
    refs = "".join(f"    - ref: park/{each}\n" for each in dict.fromkeys(chosen))
    links = ", ".join(f"[a](park#{each}) and\n  [b](../park/{each}.html)" for each in chosen)
    first = f"park/{chosen[0]}"
    roles = f"    - together: [{{ref: {first}}}, B.]\n      roles: {{warrant: {first}}}\n"
    essay = f"title: B\nprose: >\n  {links}\ncontention:\n  text: C.\n  premises:\n{refs}{roles}"
    return {"content/b/essay.yaml": essay, "content/about.md": links.replace("../", "")}


@given(st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_any_statement_can_be_renamed_and_renamed_back(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - chance for tests
    text = Hand(chance).essay()
    if read_one(text) is None:
        event("with errors")
        return
    root = tmp_path_factory.mktemp("site")
    files = {PARK: text}
    files |= _linking(site(root, files), chance)
    before = site(root, files)
    statement = chance.choice(before.essay("park").statements)
    key, new = statement.key, chance.choice(("new", "новий", "x-1", "夜"))
    after = site(root, renamed(before, key, new))
    assert is_renamed(before, after, key, new)
    (alias,) = [each.text for each in after.graph.statements[f"park/{new}"].aliases]
    assert alias == statement.id
    assert len(mentions(after, f"park/{new}")) == len(mentions(before, key)) + 1
    again = site(root, renamed(after, f"park/{new}", statement.id))
    assert is_renamed(before, again, key, statement.id)
    assert [each.text for each in again.graph.statements[key].aliases] == [new]


def test_each_statement_of_a_site_with_all_features_can_be_renamed() -> None:
    library = read(SITES / "features")[0].library
    assert library
    for key in library.graph.statements:
        changed = renamed(library, key, "zz-new")
        problems: list[Problem] = []
        after = load(SITES / "features", problems.append, unsaved=changed).library
        assert after
        assert is_renamed(library, after, key, "zz-new")
        check(after, stand(after.graph), problems.append)
        assert not [each for each in problems if is_error(each)]
