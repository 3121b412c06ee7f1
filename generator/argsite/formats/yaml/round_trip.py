"""What ruamel.yaml, a reader of YAML that keeps comments, makes of a file: a second opinion.

`layout` writes files by itself: ruamel.yaml ties each comment to the value before it, so that it
could not move with its key. But before a file is written in a new form, ruamel.yaml says whether
all comments are still there, and which texts need quotes for readers other than ours.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

_MARK = re.compile("(?<![A-Za-z(/])#")
"""Where a comment may begin: `#` in `[words](#id)`, `essay#id` or an address is none.

Most files hold no others, and to read one takes ruamel.yaml longer than all else.
"""


def comments(text: str) -> Counter[str] | None:
    """Count the comments of a file, by their words; None where ruamel.yaml cannot read it."""
    if not _MARK.search(text):
        return Counter()
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        tokens = list(YAML().scan(text))
    except (YAMLError, AssertionError):  # it asserts that comments stand where it expects them
        return None
    return Counter(
        line.strip()
        for token in tokens
        for comment in _flat(getattr(token, "comment", None))
        for line in comment.split("\n")
        if line.strip().startswith("#")
    )


WORDS = re.compile(
    r"[^\W\d_][\w'\u2019]*(?: [\w'\u2019\u201c\u201d(][\w'\u2019\u201c\u201d().,;!?/%&+*-]*)+"
)
"""A sentence that needs no quotes, as nearly all are: several words, without `:` and `#`."""


def is_plain(text: str) -> bool:
    """Say whether a text needs no quotes: all readers of YAML take it for this text without them.

    Readers of YAML 1.1 take `no` for false, others take `0o17` for a number.
    """
    return bool(WORDS.fullmatch(text)) or ("\n" not in text and _stays_plain(text))


@lru_cache(maxsize=4096)
def _stays_plain(text: str) -> bool:
    """Say whether ruamel.yaml writes a text of one line without quotes, which takes a while."""
    from ruamel.yaml import YAML

    for version in (None, (1, 1)):
        yaml = YAML()
        yaml.version = version
        yaml.width = len(text) + 100
        written = _Written()
        yaml.dump([text], written)
        if b"".join(written.parts).decode().rpartition("\n- ")[2].removeprefix("- ") != f"{text}\n":
            return False
    return True


class _Written:
    """Takes what ruamel.yaml writes."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []

    def write(self, part: bytes) -> None:
        """Take a part."""
        self.parts.append(part)


def _flat(comment: object) -> Iterator[str]:
    """Yield the texts of what ruamel.yaml keeps beside a token: lists in lists of comments."""
    if isinstance(comment, list | tuple):
        for each in comment:
            yield from _flat(each)
    elif comment is not None:
        yield str(getattr(comment, "value", comment))
