"""Cases in Markdown are read and rewritten as their authors expect."""

from __future__ import annotations

from pathlib import Path

from tests.casebook import parse, rewrite

BOOK = """\
# Gates

What gates do.

## One gate

It opens.

```yaml content/a.yaml
title: A
## not a heading
```

```problems
none
```

## Another gate

It
shuts.

````yaml
a: "```"
````
"""


def test_a_case_has_a_title_a_sentence_and_fences_by_name() -> None:
    one, another = parse(Path("gates.md"), BOOK)
    assert (one.title, one.sentence) == ("One gate", "It opens.")
    assert one.fences == {
        "content/a.yaml": "title: A\n## not a heading\n",
        "problems": "none\n",
    }
    assert (another.title, another.sentence) == ("Another gate", "It shuts.")
    assert another.fences == {"yaml": 'a: "```"\n'}


def test_a_fence_is_rewritten_in_its_place_and_a_new_one_is_appended(tmp_path: Path) -> None:
    path = tmp_path / "gates.md"
    path.write_text(BOOK, encoding="utf-8")
    one, another = parse(path, BOOK)
    rewrite(one, "problems", "some")
    rewrite(another, "model", "``` within")
    text = path.read_text(encoding="utf-8")
    assert text == BOOK.replace("none\n", "some\n") + "\n````model\n``` within\n````\n"
