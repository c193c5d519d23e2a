"""Ids that hold inside one entry: of its flows, claims and responses."""

import re
from typing import ClassVar

from ledger.model.ids import Id


class LocalId(Id):
    """An id that holds inside one entry; ``field`` is the map it is a key of."""

    __slots__ = ()
    field: ClassVar[str] = ""


class FlowId(LocalId):
    """A flow of the same entry."""

    __slots__ = ()
    called = "flow id"
    field = "flows"
    example = "f1"
    pattern = re.compile(r"f[1-9][0-9]*")
    like = "f1, f2, …"


class ClaimId(LocalId):
    """A claim of the same entry."""

    __slots__ = ()
    called = "claim id"
    field = "claims"
    example = "c1"
    pattern = re.compile(r"c[1-9][0-9]*")
    like = "c1, c2, …"


class ResponseId(LocalId):
    """A response of the same entry."""

    __slots__ = ()
    called = "response id"
    field = "responses"
    pattern = re.compile(r"r[1-9][0-9]*")
    like = "r1, r2, …"
    example = "r1"
