"""What all tests share: the option ``--bless``, and a Hypothesis profile that gives the same examples every time."""

import functools
import http.server
import os
import shutil
import signal
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright

from bench.casting import cast
from bench.moulds import Moulds
from bench.synthetic import write
from ledger.checking import Checked, check_tree
from ledger.publishing.building import build
from ledger.publishing.bundling import Bundled, bundle
from tests.helpers import MINI, Golden, real

# Started in the background, tests may have Ctrl-C switched off, for themselves and for all that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
]

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


Synthetic = Callable[[int], Path]


@pytest.fixture(scope="session")
def moulds() -> Moulds:
    """The real ledger, from which made-up ones are cast."""
    assert not real().errors
    return Moulds(real().ledger)


@pytest.fixture(scope="session")
def synthetic(moulds: Moulds, tmp_path_factory: pytest.TempPathFactory) -> Synthetic:
    """Made-up ledgers by size, each written once."""

    @functools.cache
    def folder(size: int) -> Path:
        entries = tmp_path_factory.mktemp("synthetic") / "entries"
        write(cast(moulds, size, seed=1), entries)
        return entries

    return folder


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


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Bundled:
    """The ledger in miniature as one zip, made once."""
    made = bundle(MINI, tmp_path_factory.mktemp("bundle"))
    assert not made.problems, [str(problem) for problem in made.problems]
    return made


@pytest.fixture(scope="session")
def bag(bundled: Bundled, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that its zip holds, unpacked where nothing else is."""
    folder = tmp_path_factory.mktemp("elsewhere")
    with zipfile.ZipFile(bundled.zip) as archive:
        archive.extractall(folder)
    (top,) = folder.iterdir()
    return top


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not shutil.which(CHROMIUM):
        reason = "Debian's Chromium is not installed (apt-get install chromium)"
        # A skip that nobody reads would look like a pass.
        pytest.fail(reason) if os.environ.get("LEDGER_REQUIRE_BROWSER") else pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: a log between the tests hides what failed."""

    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as served:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_address[1]}"
        served.shutdown()


@pytest.fixture(params=["server", "folder"])
def root(request: pytest.FixtureRequest, site: Path) -> str:
    """Both worlds: the copy on disk is the very same site."""
    return str(request.getfixturevalue("server")) if request.param == "server" else site.as_uri()


class Watched:
    """A page with everything that it asked for and complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    page = browser.new_page()
    # A machine that has just been set up takes many seconds over its first pages.
    page.set_default_timeout(60_000)
    yield Watched(page)
    page.close()
