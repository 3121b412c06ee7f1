"""Where a statement is named; `«…»` shows each place that is to be found."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from argsite.editing.mentions import Use, mentions
from tests.editing.marked import library, marked

ESSAY = """\
title: The park
prose: |
  See [this](#«patrols»), [that](park#«patrols» "a title") and [both](<#«patrols»>).
  Its page is [here](«patrols».html), or [there](../park/«patrols».html#why), not [x](#patrols-2).

  Code is no link: `[a](#patrols)`. Nor is (#patrols). [One][a], [one more][a].

      [a](#patrols)

  [a]: #«patrols»
  [never used]: #«patrols»
contention:
  id: keep
  text: patrols
  premises:
    - id: «patrols»   # patrols
      aliases: [«wardens», "«watch»"]
      text: Wardens pass.
      note: >-
        Folded, so that the link stands
        on a [line](#«patrols») of its own.
    - together:
        - ref: "«patrols»"
        - ref: '«patrols»'
        - id: patrols-2
          text: 'It''s said of [them](#«patrols») that'
          note: "\\"A\\" \\u2192 [b](#«patrols»)"
      roles: {warrant: «patrols»}
"""

OTHER = """\
title: Another essay
contention:
  text: A plain [text](park#«patrols»)
    on two lines [and](../park/«patrols».html), with [an older id](../park/«watch».html).
  id: patrols
  premises:
    - ref: park/«patrols»
    - together: [ref: patrols, ref: park/«patrols»]
      roles:
        warrant: park/«patrols»
"""

PAGE = """\
# About

[The wardens](park#«patrols») and [their page](park/«patrols».html), not [this](patrols.html)
"""

SITE = "title: T\noptions:\n  footer: See [the wardens](park#«patrols»).\n"

FILES = {
    "content/site.yaml": SITE,
    "content/about.md": PAGE,
    "content/park/essay.yaml": ESSAY,
    "content/other/essay.yaml": OTHER,
}


def test_every_place_is_found_and_no_other(tmp_path: Path) -> None:
    assert marked(library(tmp_path, FILES), "park/patrols") == FILES


def test_each_kind_of_use_is_told(tmp_path: Path) -> None:
    found = mentions(library(tmp_path, FILES), "park/patrols")
    assert all(each.is_exact for each in found)
    assert Counter(each.use for each in found) == {
        Use.ID: 1,
        Use.ALIAS: 2,
        Use.REF: 4,
        Use.ROLE: 2,
        Use.LINK: 16,
    }
    assert found[0].use is Use.ID


def test_a_derived_id_is_where_the_statement_begins(tmp_path: Path) -> None:
    essay = "title: T\ncontention:\n  text: A\n  premises:\n    - The lake.\n    - ref: the-lake\n"
    site = library(tmp_path, {"content/park/essay.yaml": essay})
    own, ref = mentions(site, "park/the-lake")
    assert (own.use, own.at[1:3], own.is_exact) == (Use.START, (5, 7), False)
    assert (ref.use, ref.at[1:], ref.is_exact) == (Use.REF, (6, 12, 8), True)


@pytest.mark.parametrize(
    "link",
    [
        '"[a](#\\x70atrols)"',  # an escape of YAML
        "'[a](#pat&#114;ols)'",  # one of HTML
        '"[a](#pat\\\n      rols)"',  # over the end of a line
        "'[a](#p%61trols)'",  # one of addresses that nobody needs
    ],
)
def test_a_link_that_hides_the_id_is_told_as_not_exact(link: str, tmp_path: Path) -> None:
    essay = f"title: T\nprose: {link}\ncontention:\n  id: patrols\n  text: A\n"
    site = library(tmp_path, {"content/park/essay.yaml": essay})
    (found,) = [each for each in mentions(site, "park/patrols") if each.use is Use.LINK]
    assert not found.is_exact
    assert found.at.line == 2


def test_an_id_in_other_letters_is_found_as_written_and_encoded(tmp_path: Path) -> None:
    essay = (
        "title: T\nprose: '[a](#«ліхтар») [b](#«%D0%BB%D1%96%D1%85%D1%82%D0%B0%D1%80»)'\n"
        "contention:\n  id: «ліхтар»\n  text: 🙂 [c](#«ліхтар»)\n"
    )
    files = {"content/park/essay.yaml": essay}
    assert marked(library(tmp_path, files), "park/ліхтар") == files


def test_an_unknown_key_is_a_key_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        mentions(library(tmp_path, FILES), "park/nothing")
