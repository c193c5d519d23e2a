"""What all tests share: the option ``--bless``, and a Hypothesis profile that gives the same examples every time."""

from pathlib import Path

import pytest
from hypothesis import settings

from ledger.checking import Checked, check_tree
from ledger.publishing.building import build
from tests.helpers import MINI, Golden

# Random examples would let a build fail for a reason that is not in the change; deadlines fail on busy machines.
settings.register_profile("ledger", deadline=None, max_examples=60, derandomize=True, database=None)
settings.load_profile("ledger")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="rewrite the expected outputs instead of comparing with them")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a file of expected text, or rewrite the file where the tests run with ``--bless``."""
    return Golden(bless=bool(request.config.getoption("--bless")))


@pytest.fixture(scope="session")
def mini() -> Checked:
    """The ledger in miniature, read once."""
    return check_tree(MINI)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """An empty folder of entries."""
    root = tmp_path / "entries"
    root.mkdir()
    return root


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the ledger in miniature, built once; its staged pages stand beside it in ``pages``."""
    built = build(MINI, tmp_path_factory.mktemp("mini"))
    assert not built.problems, [str(problem) for problem in built.problems]
    return built.site
