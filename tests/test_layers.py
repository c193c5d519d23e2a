"""The package is built in layers, and only a few modules touch the disk, the clock or the network.

Read from the imports, so that the drawing in ``docs`` stays true without anyone having to remember it.
"""

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.helpers import ROOT

# Each imports only from itself and from what stands before it.
LAYERS = (
    "problems", "drawing", "reading", "model", "resolving", "evidence", "law", "reckoned", "subsetting",
    "weak_spots", "rules", "checking", "drafting", "fixing", "views", "exports", "pages", "reviewing",
    "publishing", "asking", "cli",
)  # fmt: skip

# What a value should not depend on: these modules alone may reach outside the program.
OUTSIDE = {
    "os", "shutil", "subprocess", "time", "random", "secrets", "socket", "http", "urllib.request", "tempfile",
    "asyncio", "threading", "multiprocessing", "signal", "locale", "getpass", "platform", "uuid", "glob",
    "watchdog", "sys", "urllib3", "requests",
}  # fmt: skip
MAY_REACH_OUTSIDE = (
    "ledger.reading.tree", "ledger.reading.releases", "ledger.publishing", "ledger.asking.gate",
    "ledger.asking.fetching", "ledger.asking.running", "ledger.cli",
)  # fmt: skip

# Attributes that read or write files, or ask what time it is, whatever they are called on.
TOUCHES = {
    "write_text", "write_bytes", "read_text", "read_bytes", "mkdir", "rmdir", "unlink", "touch", "rename", "symlink_to",
    "iterdir", "glob", "rglob", "chmod", "exists", "is_file", "is_dir", "stat", "cwd", "home", "now", "today", "utcnow",
}  # fmt: skip

# What comes with the program is looked for where the program lies: Jinja's templates, and the shapes of countries.
MAY_TOUCH = (*MAY_REACH_OUTSIDE, "ledger.pages.render", "ledger.drawing.shapes")


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {name_of(path): path for path in sorted((ROOT / "ledger").rglob("*.py"))}
EACH = pytest.mark.parametrize("module", MODULES)


@cache
def parsed(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text("utf-8"))


@cache
def imports(module: str) -> frozenset[str]:
    """Return the modules that a module imports, at its top or inside a function."""
    return frozenset(_imports(module))


def _imports(module: str) -> Iterator[str]:
    for node in ast.walk(parsed(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: a relative import hides the layer"
            assert node.module
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in MODULES else node.module


def layer(module: str) -> int:
    return LAYERS.index(module.split(".")[1])


@EACH
def test_every_module_is_in_a_layer(module: str) -> None:
    assert module == "ledger" or module.split(".")[1] in LAYERS


@EACH
def test_nothing_is_imported_from_a_later_layer(module: str) -> None:
    if module != "ledger":
        inner = [name for name in imports(module) if name.startswith("ledger.")]
        assert [name for name in inner if layer(name) > layer(module)] == []


def test_no_module_imports_itself_by_a_detour() -> None:
    graph = {module: {name for name in imports(module) if name in MODULES} - {module} for module in MODULES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


@EACH
def test_few_modules_reach_outside(module: str) -> None:
    """All others are functions from values to values: they can be tried without a disk and give the same every day."""
    if not module.startswith(MAY_REACH_OUTSIDE):
        found = {name for name in imports(module) if name in OUTSIDE or name.partition(".")[0] in OUTSIDE}
        assert found == set()


@EACH
def test_few_modules_touch_files_or_the_clock(module: str) -> None:
    if not module.startswith(MAY_TOUCH):
        tree = parsed(module)
        touched = [n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute) and n.attr in TOUCHES]
        called = [n.func.id for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)]
        assert touched == []
        assert {"open", "input", "exec", "eval", "__import__", "print"}.isdisjoint(called)


@EACH
def test_every_module_says_what_it_is_for(module: str) -> None:
    assert ast.get_docstring(parsed(module))


@EACH
def test_modules_stay_small(module: str) -> None:
    """One that grows has two things to say. Those that only list words or codes are lists."""
    if not module.endswith((".codes", ".words")):
        assert len(MODULES[module].read_text("utf-8").splitlines()) <= 260
