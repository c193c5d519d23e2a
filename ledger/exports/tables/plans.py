"""Tables out of the model: a record's plain fields are columns, each list or map in it is a table of its own.

Nothing is said twice: names, meanings and types are those of the model, so that a new field is a new column without a
word here. Only what a list is called as a table stands in ``names``; a list without a name there stops the program.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from ledger.exports.tables.leaves import Leaf, bare, leaf, plain
from ledger.exports.tables.names import COLUMNS, NAMES, ONE, one
from ledger.exports.tables.table import Column, Link, Row, Table, Type
from ledger.model.ids import Id
from ledger.model.kinds import KINDS
from ledger.model.local_ids import LocalId
from ledger.model.record import Part, Record


@dataclass(frozen=True, slots=True)
class Branch:
    """Fields of a record that are columns, or a list in it that is a table."""

    path: tuple[str, ...]
    """The way to the value from what the row is about."""
    leaf: Leaf | None = None
    plan: "Plan | None" = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A table, and how its rows are read from a record."""

    table: Table
    own: Leaf | None
    """How a row is read where it is one value, not a part with fields."""
    branches: tuple[Branch, ...] = ()


@cache
def plans() -> tuple[Plan, ...]:
    """Return the plan of each kind of record."""
    return tuple(_record_plan(kind.folder, kind.model) for kind in KINDS.values())


def tables(plan: Plan) -> Iterator[Table]:
    """Yield a table and those below it."""
    yield plan.table
    for branch in plan.branches:
        if branch.plan:
            yield from tables(branch.plan)


def shred(plan: Plan, key: Row, value: Any, record: str) -> Iterator[tuple[str, Row]]:
    """Yield every row of a record, each with the name of its table: a row before those that lead to it."""
    if plan.own:
        yield plan.table.name, (*key, *map(plain, plan.own.read(value, record)))
        return
    own = [
        cell for branch in plan.branches if branch.leaf for cell in branch.leaf.read(_at(value, branch.path), record)
    ]
    yield plan.table.name, (*key, *map(plain, own))
    for branch in plan.branches:
        if branch.plan:
            for part, below in _items(_at(value, branch.path), branch.plan, key):
                yield from shred(branch.plan, part, below, record)


def _at(value: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        value = getattr(value, name) if value is not None else None
    return value


def _items(value: Any, plan: Plan, key: Row) -> Iterator[tuple[Row, Any]]:
    if value is None:
        return
    if plan.table.name == "provisions":
        yield from (((f"{key[0]}-{slug}", key[0], slug), part) for slug, part in value.items())
    elif isinstance(value, dict):
        yield from (((*key_of(plan, key), str(id)), part) for id, part in value.items())
    elif isinstance(value, tuple):
        yield from (((*key_of(plan, key), number), part) for number, part in enumerate(value, start=1))
    else:
        yield key_of(plan, key), value


def key_of(plan: Plan, above: Row) -> Row:
    """Return as much of a row's key as the rows below it carry: a provision's own id says which resolution it is of."""
    return above[:1] if plan.table.key[0] == "provision_id" else above


def _record_plan(kind: str, model: type[Record]) -> Plan:
    id = Column("id", f"The id of the {KINDS[kind].one}.", required=True)
    return _plan(kind, (model.__doc__ or "").strip(), model, (id,), ("id",), ())


def _plan(
    name: str, meaning: str, model: type, columns: tuple[Column, ...], key: tuple[str, ...], links: tuple[Link, ...]
) -> Plan:
    if not issubclass(model, Part):
        one = leaf(model, COLUMNS.get(name) or _value_name(name, model), "The value.", True)
        return Plan(Table(name, meaning, columns + one.columns, key, links + one.links), one)
    branches = tuple(_branches(name, model, key))
    leaves = [branch.leaf for branch in branches if branch.leaf]
    return Plan(
        Table(
            name,
            meaning,
            columns + tuple(column for one in leaves for column in one.columns),
            key,
            links + tuple(link for one in leaves for link in one.links),
        ),
        None,
        branches,
    )


def _branches(
    table: str, model: type[Part], key: tuple[str, ...], path: tuple[str, ...] = (), known: bool = True
) -> Iterator[Branch]:
    """Yield the columns and the tables of a part's fields; ``known`` says whether the part is always there."""
    # Former ids are one table for all kinds: see ``ledger.exports.tables.filled``.
    common = Record.model_fields if issubclass(model, Record) else {}
    ordered = [name for name in model.model_fields if name not in common]
    for name in ordered + ["note"] * bool(common):
        field = model.model_fields[name]
        here, kind = (*path, name), bare(field.annotation)
        meaning, spelled = field.description or "", ".".join((table, *path, name))
        child = NAMES.get(spelled)
        if child or get_origin(kind) in (tuple, dict):
            about = f"For each {one(table).replace('_', ' ')}: {meaning[:1].lower()}{meaning[1:]}".replace("`", "")
            yield Branch(here, plan=_child(NAMES[spelled], about, kind, table, key))
        elif issubclass(kind, Part):
            yield from _branches(table, kind, key, here, known and field.is_required())
        else:
            label = COLUMNS.get(spelled) or "_".join(part.strip("_") for part in here)
            yield Branch(here, leaf(kind, label, meaning, known and field.is_required()))


def _child(name: str, meaning: str, kind: Any, parent: str, key: tuple[str, ...]) -> Plan:
    above = tuple(f"{one(parent)}_id" if part == "id" else part for part in key)
    columns = tuple(
        Column(part, f"The {part.removesuffix('_id').removesuffix('_nr').replace('_', ' ')}.", _key_type(part), True)
        for part in above
    )
    link = Link(above, parent, key)
    if name == "provisions":
        columns = (Column("id", "The id of the provision.", required=True), *columns)
        columns += (Column("slug", "Its lasting name in the resolution.", required=True),)
        return _plan(name, meaning, bare(get_args(kind)[1]), columns, ("id",), (link,))
    arguments = get_args(kind)
    if get_origin(kind) is dict:
        of, model = bare(arguments[0]), bare(arguments[1])
        last = f"{one(name)}_id" if issubclass(of, LocalId) else "language"
        columns += (Column(last, f"The {last.removesuffix('_id')}.", required=True),)
        return _plan(name, meaning, model, columns, (*above, last), (link,))
    if get_origin(kind) is tuple:
        model = bare(arguments[0])
        last = f"{one(name)}_nr" if issubclass(model, Part) else "position"
        columns += (Column(last, "Its place in the list, from 1.", Type.INTEGER, True),)
        return _plan(name, meaning, model, columns, (*above, last), (link,))
    return _plan(name, meaning, kind, columns, above, (link,))


def _key_type(name: str) -> Type:
    return Type.INTEGER if name.endswith("_nr") else Type.STRING


def _value_name(table: str, kind: type) -> str:
    if issubclass(kind, LocalId):
        return kind.field.removesuffix("s")
    if issubclass(kind, Id) and kind.kinds:
        return KINDS[kind.kinds[0]].one
    last = table.rpartition("_")[2]
    return ONE.get(table) or {"aliases": "alias", "names": "name", "modes": "mode"}.get(last, one(table))
