"""Values to bytes and back with their types checked: how what is remembered is kept.

And to JSON, for scripts and other programs.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:  # it is loaded where something is packed: a cold start must be fast
    from msgspec.msgpack import Decoder, Encoder

T = TypeVar("T")


def pack(value: object) -> bytes:
    """Return a dataclass, a named tuple or the like as bytes."""
    return _encoder().encode(value)


def to_json(value: object) -> bytes:
    """Return a value as JSON, without spaces."""
    import msgspec

    return msgspec.json.encode(value)


def to_readable_json(value: object) -> bytes:
    """Return a value as JSON, each part on a line of its own and indented by one space."""
    import msgspec

    return msgspec.json.format(to_json(value), indent=1)


def from_json(data: bytes, kind: type[T]) -> T | None:
    """Return the value of this type that JSON writes; None where it writes another, or is none."""
    import msgspec

    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def unpack(data: bytes, kind: type[T]) -> T | None:
    """Return the value of this type that `pack` made the bytes of; None where it is no such value.

    Mappings come back as dicts.
    """
    import msgspec

    try:
        value: T = _decoder(kind).decode(data)  # type: ignore[arg-type] # types can be hashed
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return value


@lru_cache(maxsize=1)
def _encoder() -> Encoder:
    from msgspec.msgpack import Encoder

    return Encoder(enc_hook=dict)  # a read-only mapping is the one kind that is not known there


@lru_cache(maxsize=32)
def _decoder(kind: Any) -> Decoder[Any]:  # noqa: ANN401 - a decoder of whatever type it is
    from msgspec.msgpack import Decoder

    return Decoder(kind)
