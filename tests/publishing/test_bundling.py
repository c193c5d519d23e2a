"""The whole site in a bag: the same bytes wherever it is made, whole, and checked by what is in it."""

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from ledger.cli import main
from ledger.model.kinds import KINDS
from ledger.pages.data import SUMS
from ledger.publishing.bag import MANIFEST, READ_ME, files_of
from ledger.publishing.bundling import Bundled
from ledger.publishing.links import check_links
from tests.helpers import MINI, ROOT, write

PROGRAM = ("ledger", "templates", "overrides", "docs", "build_site.py", "mkdocs.yml")


def test_another_folder_hash_seed_and_time_zone_give_the_same_bytes(bundled: Bundled, tmp_path: Path) -> None:
    """The program and the entries are copied, so that no path, time of a file or order of a folder is the same."""
    copy = tmp_path / "a copy"
    for name in PROGRAM:
        into = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        into(ROOT / name, copy / name)
    shutil.copytree(MINI, copy / "entries", copy_function=shutil.copyfile)
    environment = os.environ | {"PYTHONHASHSEED": "4321", "TZ": "Pacific/Kiritimati", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-B", "build_site.py", "bundle", "--out", "made"]
    done = subprocess.run(command, cwd=copy, env=environment, check=True, capture_output=True, text=True)
    made = copy / "made" / bundled.zip.name
    assert made.read_bytes() == bundled.zip.read_bytes()
    assert f"made/{made.name}, {bundled.size:,} bytes" in done.stdout
    assert bundled.manifest in done.stdout
    assert sorted(path.name for path in made.parent.iterdir()) == [".work", made.name, "pages", "site"]


def test_it_is_named_after_its_version(bundled: Bundled, bag: Path) -> None:
    assert bundled.zip.name == "in-exchange-2026-11-21.zip"
    assert bag.name == bundled.zip.stem


def test_its_files_are_those_that_it_lists(bundled: Bundled, bag: Path) -> None:
    assert hashlib.sha256((bag / MANIFEST).read_bytes()).hexdigest() == bundled.manifest
    assert subprocess.run(["sha256sum", "-c", "--quiet", "--strict", MANIFEST], cwd=bag, check=False).returncode == 0
    listed = [line.partition("  ")[2] for line in (bag / MANIFEST).read_text("utf-8").splitlines()]
    assert listed == [name for name in files_of(bag) if name != MANIFEST]


def test_every_link_in_it_leads_somewhere(bag: Path) -> None:
    assert check_links(bag) == []


def test_it_has_every_page_and_file_to_take_away_but_nothing_for_servers(bundled: Bundled, bag: Path) -> None:
    here, built = set(files_of(bag)), set(files_of(bundled.zip.parent / "site"))
    left_out = built - here
    assert here - built == {MANIFEST, READ_ME}
    records = {name for name in left_out if name.startswith("api/v1/")}
    assert {name for name in left_out - records if not name.startswith("assets/")} == {"404.html", "robots.txt"}
    assert not [name for name in here if name.endswith(".map") or "lunr" in name or "worker" in name]
    assert (bag / "assets/search-data.js").is_file()


def test_single_records_as_json_are_in_it_only_where_a_page_leads_to_them(bundled: Bundled, bag: Path) -> None:
    here, built = (
        {name for name in files_of(at) if name.startswith("api/")} for at in (bag, bundled.zip.parent / "site")
    )
    left_out = built - here
    assert {name.split("/")[2] for name in left_out} == {*KINDS}
    assert {name for name in here if name.count("/") == 3} == {
        f"api/v1/transactions/{path.stem}.json" for path in (MINI / "transactions").glob("*.yaml")
    }
    # What they say stands in the lists, where a record was before too.
    for name in left_out:
        one = json.loads((bundled.zip.parent / "site" / name).read_text("utf-8"))
        listed = json.loads((bag / f"{name.rpartition('/')[0]}.json").read_text("utf-8"))["items"]
        if "moved_to" in one:
            assert [item["id"] for item in listed if one["id"] in item.get("formerly", ())] == [one["moved_to"]]
        else:
            assert one in listed


def test_the_sums_of_the_files_of_data_hold_in_it(bundled: Bundled, bag: Path) -> None:
    assert subprocess.run(["sha256sum", "-c", "--quiet", "--strict", SUMS], cwd=bag, check=False).returncode == 0
    listed = [line.partition("  ")[2] for line in (bag / SUMS).read_text("utf-8").splitlines()]
    made = [name for name in files_of(bag) if name.startswith(("api/", "data/", "feeds/"))]
    assert listed == [name for name in made if name not in (SUMS, "data/index.html")]


def test_what_it_says_of_files_that_it_leaves_out(bag: Path) -> None:
    for text in ((bag / READ_ME).read_text("utf-8"), (bag / "data/index.html").read_text("utf-8")):
        assert "api/v1/KIND/ID.json" in text
        assert "api/v1/KIND.json" in text
    paths = json.loads((bag / "api/v1/openapi.json").read_text("utf-8"))["paths"]
    for kind in KINDS:
        assert f"/api/v1/{kind}.json" in paths[f"/api/v1/{kind}/{{id}}.json"]["get"]["description"]


def test_what_lies_on_top_says_how_to_open_and_to_check_it(bag: Path) -> None:
    text = (bag / READ_ME).read_text("utf-8")
    for words in ("index.html", "CC BY 4.0", "sha256sum -c MANIFEST.txt", "21 November 2026", "4 transactions"):
        assert words in text
    assert max(map(len, text.splitlines())) <= 80


@pytest.fixture(scope="module")
def part(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked bag of what Norway is in; it was made beside nothing else."""
    out = tmp_path_factory.mktemp("part")
    assert main(["bundle", "--entries", str(MINI), "--out", str(out), "--subset", "country=NO"]) == 0
    assert sorted(path.name for path in out.iterdir()) == [
        ".work",
        "country-no",
        "in-exchange-2026-11-21-country-no.zip",
    ]
    with zipfile.ZipFile(out / "in-exchange-2026-11-21-country-no.zip") as archive:
        archive.extractall(out)
    return out / "in-exchange-2026-11-21-country-no"


def test_nothing_dangles_in_a_part(part: Path) -> None:
    assert check_links(part) == []
    assert {path.parent.name for path in part.glob("api/v1/*/*.json")} == {"transactions"}
    assert subprocess.run(["sha256sum", "-c", "--quiet", "--strict", SUMS], cwd=part, check=False).returncode == 0
    assert {path.stem for path in (part / "transactions").glob("2*.html")} == {
        "2023-tea-shipment",
        "2025-ore-for-machines",
    }
    for file in files_of(part):
        # The pages about the method and the rules tell of that entry as an example, in words that lead nowhere.
        if not file.startswith("about/") and file.endswith((".html", ".js", ".json", ".yaml")):
            assert "2024-rice-for-coal" not in (part / file).read_text("utf-8"), file


def test_every_page_of_a_part_says_that_it_is_one(part: Path) -> None:
    notice = "A part of the ledger: 2 of 4 transactions, those with Norway at one end of a flow."
    for file in part.rglob("*.html"):
        assert notice in file.read_text("utf-8"), file
    assert notice in " ".join((part / READ_ME).read_text("utf-8").split())
    text = (part / "about/part.html").read_text("utf-8")
    assert "2 relations between a transaction here and one that is not" in text
    assert "1 side of an exchange" in text


def test_the_whole_says_nothing_of_a_part(bag: Path) -> None:
    assert not (bag / "about/part.html").exists()
    assert "A part of the ledger" not in (bag / "index.html").read_text("utf-8")


@pytest.mark.parametrize("part", ["country=FR", "planet=NO", "year=x"])
def test_no_such_part(part: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with contextlib.suppress(SystemExit):
        assert main(["bundle", "--entries", str(MINI), "--out", str(tmp_path / "out"), "--subset", part]) == 2
    assert part.partition("=")[2] in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_nothing_is_written_where_an_entry_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entries = write(tmp_path / "entries", {"actors/bbc.yaml": "name: BBC\nkind: broadcaster\n"})
    assert main(["bundle", "--entries", str(entries), "--out", str(tmp_path / "out")]) == 1
    assert not (tmp_path / "out").exists()
    assert "nothing was published" in capsys.readouterr().err
