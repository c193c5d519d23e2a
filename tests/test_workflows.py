"""The workflows give nobody rights that they need not have, and name only commands that there are."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from ledger.cli import main
from ledger.publishing.bundling import Bundled
from tests.helpers import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS: dict[str, dict[str, Any]] = {
    path.name: yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in sorted((GITHUB / "workflows").iterdir())
}
JOBS = {f"{name}:{id}": (workflow, job) for name, workflow in WORKFLOWS.items() for id, job in workflow["jobs"].items()}
EACH = pytest.mark.parametrize("name", WORKFLOWS)
EACH_JOB = pytest.mark.parametrize("job", JOBS)

WRITING = {"publish.yml:deploy": {"pages", "id-token"}, "publish.yml:release": {"contents"}}
"""The only jobs that may write, and what."""


def steps(job: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = JOBS[job][1]["steps"]
    return found


def scripts() -> Iterator[tuple[str, str]]:
    yield from ((job, step["run"]) for job in JOBS for step in steps(job) if "run" in step)


@EACH
def test_nothing_is_allowed_by_default(name: str) -> None:
    assert WORKFLOWS[name]["permissions"] == {}


@EACH
def test_strangers_changes_run_without_rights_and_secrets(name: str) -> None:
    """``pull_request_target`` and ``workflow_run`` have both, on what a stranger wrote."""
    assert set(WORKFLOWS[name]["on"]) <= {"push", "pull_request"}
    assert "secrets" not in (GITHUB / "workflows" / name).read_text("utf-8").replace("rights and secrets", "")


@EACH_JOB
def test_each_job_says_what_it_may(job: str) -> None:
    workflow, fields = JOBS[job]
    permissions = fields["permissions"]
    assert {what for what, right in permissions.items() if right == "write"} == WRITING.get(job, set())
    assert set(permissions.values()) <= {"read", "write"}
    if job in WRITING:
        assert "pull_request" not in workflow["on"]
    assert int(fields["timeout-minutes"]) <= 40


@pytest.mark.parametrize("job", WRITING)
def test_a_job_that_may_write_runs_no_code_of_the_project(job: str) -> None:
    for step in steps(job):
        assert not step.get("uses", "").startswith(("actions/checkout", "./"))
        assert not re.search(r"build_site|make |python|\bsh |\./|npm", step.get("run", ""))


@EACH_JOB
def test_every_action_is_pinned(job: str) -> None:
    for step in steps(job):
        if "uses" in step:
            action, _, version = step["uses"].partition("@")
            assert action.startswith("actions/")
            assert re.fullmatch(r"v\d+\.\d+\.\d+|[0-9a-f]{40}", version)


@EACH_JOB
def test_no_checkout_leaves_its_token_behind(job: str) -> None:
    for step in steps(job):
        if step.get("uses", "").startswith("actions/checkout"):
            assert step["with"]["persist-credentials"] == "false"


def test_nothing_is_pasted_into_a_script() -> None:
    """A title such as ``$(curl …)`` would be run; through the environment it is a text."""
    for job, script in scripts():
        assert "${{" not in script, job


def test_one_version_of_each_action() -> None:
    used = {step["uses"] for job in JOBS for step in steps(job) if "uses" in step}
    assert len(used) == len({one.partition("@")[0] for one in used})


def test_all_commands_exist(capsys: pytest.CaptureFixture[str]) -> None:
    targets = set(re.findall(r"^([\w./-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    commands = 0
    for job, script in scripts():
        for target in re.findall(r"^make (\S+)$", script, re.M):
            assert target in targets, (job, target)
            commands += 1
        for command, rest in re.findall(r"build_site\.py (\w+)([^\n>|]*)", script):
            with pytest.raises(SystemExit) as stop:
                main([command, "--help"])
            assert stop.value.code == 0
            known = capsys.readouterr().out
            assert all(flag in known for flag in re.findall(r"--\w+", rest)), (job, rest)
            commands += 1
        for path in re.findall(r"python (\.github/\S+)", script):
            assert (ROOT / path).is_file()
    assert commands >= 8


def test_zizmor_finds_nothing() -> None:
    """A linter of workflows that knows more ways to be robbed than the tests above: https://docs.zizmor.sh"""
    command = [
        str(Path(sys.executable).parent / "zizmor"),
        "--offline",
        "--no-progress",
        "--persona",
        "auditor",
        str(GITHUB),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_owners_are_asked_for_files_that_there_are() -> None:
    lines = [
        line.split() for line in (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines() if line and line[0] != "#"
    ]
    for pattern, *owners in lines:
        assert pattern == "*" or (ROOT / pattern.strip("/")).exists()
        assert owners
        assert all(re.fullmatch(r"@[\w-]+/[\w-]+", owner) for owner in owners), "a team, and no person"
    assert {"/entries/actors/", "/.github/"} <= {pattern for pattern, *_ in lines}


def test_dependabot_looks_where_there_is_something() -> None:
    for update in yaml.safe_load((GITHUB / "dependabot.yml").read_text("utf-8"))["updates"]:
        assert (ROOT / update["directory"].strip("/")).is_dir()


HEAD = "a" * 40


@pytest.fixture(scope="module")
def approvals() -> ModuleType:
    spec = importlib.util.spec_from_file_location("approvals", GITHUB / "scripts" / "approvals.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def reviewed(login: str, state: str = "APPROVED", commit: str = HEAD, by: str = "MEMBER", kind: str = "User") -> Any:
    return {"user": {"login": login, "type": kind}, "state": state, "commit_id": commit, "author_association": by}


@pytest.mark.parametrize(
    ("reviews", "found"),
    [
        ([reviewed("ann"), reviewed("bob")], ["ann", "bob"]),
        ([reviewed("ann"), reviewed("Ann")], ["ann"]),
        ([reviewed("author"), reviewed("AUTHOR")], []),
        ([reviewed("ann", commit="b" * 40)], []),
        ([reviewed("ann", by="CONTRIBUTOR"), reviewed("bob", by="NONE")], []),
        ([reviewed("ann"), reviewed("ann", "CHANGES_REQUESTED")], []),
        ([reviewed("ann"), reviewed("ann", "DISMISSED")], []),
        ([reviewed("ann"), reviewed("ann", "COMMENTED", by="NONE")], ["ann"]),
        ([reviewed("ann", "CHANGES_REQUESTED"), reviewed("ann")], ["ann"]),
        ([reviewed("robot", kind="Bot")], []),
        ([{**reviewed("ann"), "user": None}], []),
        ([], []),
    ],
)
def test_who_approved(approvals: ModuleType, reviews: list[Any], found: list[str]) -> None:
    assert approvals.approvers([reviews], HEAD, "author") == found
    assert approvals.approvers([[review] for review in reviews], HEAD, "author") == found, "on several pages"


@pytest.mark.parametrize(
    ("named", "approved", "status"), [(False, [], 0), (True, ["ann"], 1), (True, ["ann", "bob"], 0), (True, [], 1)]
)
def test_two_have_to_approve_where_somebody_is_named(
    approvals: ModuleType, tmp_path: Path, named: bool, approved: list[str], status: int
) -> None:
    (tmp_path / "review").write_text(json.dumps({"two_approvals": named}), "utf-8")
    (tmp_path / "reviews").write_text(json.dumps([[reviewed(login) for login in approved]]), "utf-8")
    assert approvals.main([str(tmp_path / "review"), str(tmp_path / "reviews"), HEAD, "author"]) == status


def test_a_review_that_did_not_come_about_lets_nothing_pass(approvals: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "empty").write_text("", "utf-8")
    with pytest.raises(json.JSONDecodeError):
        approvals.main([str(tmp_path / "empty"), str(tmp_path / "empty"), HEAD, "author"])


def test_a_release_carries_the_hash_that_the_bundle_printed(bundled: Bundled, tmp_path: Path) -> None:
    """The script of the job that may write, run here over a real zip, with a stand-in for GitHub's program."""
    if not shutil.which("unzip"):
        pytest.skip("unzip is not installed")
    (script,) = (script for job, script in scripts() if job == "publish.yml:release")
    work, bin_ = tmp_path / "work", tmp_path / "bin"
    work.mkdir()
    bin_.mkdir()
    shutil.copy(bundled.zip, work)
    (bin_ / "gh").write_text('#!/bin/sh\nprintf "%s\\n" "$@" > called\n', "utf-8")
    (bin_ / "gh").chmod(0o755)
    environment = {"PATH": f"{bin_}:{os.environ['PATH']}", "TAG": "v1"}
    subprocess.run(["bash", "-e", "-o", "pipefail", "-c", script], cwd=work, env=environment, check=True)
    called = (work / "called").read_text("utf-8").splitlines()
    assert called[:3] == ["release", "create", "v1"]
    assert called[-2:] == [bundled.zip.name, "MANIFEST.sha256"]
    assert bundled.manifest in (work / "notes.md").read_text("utf-8")
    assert (work / "MANIFEST.sha256").read_text("utf-8") == f"{bundled.manifest}  MANIFEST.txt\n"
