"""The compact protocol of Thrift, as much of it as the foot of a Parquet file needs.

Specification: https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
"""

from dataclasses import dataclass

_I32, _I64, _BINARY, _LIST, _STRUCT = 5, 6, 8, 9, 12


@dataclass(frozen=True, slots=True)
class Long:
    """An integer of 64 bits; a bare one has 32."""

    value: int


@dataclass(frozen=True, slots=True)
class Struct:
    """Fields by their numbers, which must rise."""

    fields: dict[int, object]


def encode(value: object) -> bytes:
    """Return a number, a text, a list of one kind of thing, or a struct."""
    match value:
        case Struct():
            return _struct(value)
        case Long():
            return varint(_zigzag(value.value))
        case int():
            return varint(_zigzag(value))
        case str():
            data = value.encode()
            return varint(len(data)) + data
        case list():
            return _list(value)
    raise TypeError(value)


def _struct(struct: Struct) -> bytes:
    out, last = bytearray(), 0
    for number, value in struct.fields.items():
        # A field's header holds how much its number is more than the last one's; ours are never 16 apart.
        out.append((number - last) << 4 | _type(value))
        out += encode(value)
        last = number
    return bytes(out) + b"\0"


def _list(items: list[object]) -> bytes:
    kind = _type(items[0]) if items else _STRUCT
    head = bytes([len(items) << 4 | kind]) if len(items) < 15 else bytes([0xF0 | kind]) + varint(len(items))
    return head + b"".join(map(encode, items))


def _type(value: object) -> int:
    types = {int: _I32, Long: _I64, str: _BINARY, list: _LIST, Struct: _STRUCT}
    return types[type(value)]


def _zigzag(number: int) -> int:
    return number << 1 if number >= 0 else (-number << 1) - 1


def varint(number: int) -> bytes:
    """Return a whole number not below nought, seven bits a byte; Parquet has it in its levels too."""
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)
