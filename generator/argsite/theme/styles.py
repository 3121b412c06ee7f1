"""A theme's stylesheets as one: a page waits for a single file before its first words show."""

from __future__ import annotations

from collections.abc import Mapping


def join_styles(sheets: Mapping[str, str]) -> str:
    """Return stylesheets, by name, as one, in the order of their names."""
    return "\n".join(sheets[name].strip() + "\n" for name in sorted(sheets))
