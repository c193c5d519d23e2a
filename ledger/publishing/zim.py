"""A folder as a ZIM file for Kiwix, by Debian's zim-tools (https://openzim.org)."""

import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

from ledger.publishing.processes import end_with

_TOOLS = ("zimwriterfs", "zimcheck")
_PICTURE = "assets/images/favicon.png"
"""48 by 48 pixels, as the format asks for; every page names it, so that it is in every bag."""
_DESCRIPTION = "A ledger of reported North Korean transactions"
"""At most 80 characters (https://wiki.openzim.org/wiki/Metadata)."""


class ZimError(Exception):
    """That no ZIM could be made; its text says why."""


def need_tools() -> None:
    """Raise ``ZimError`` where a tool is not installed, with how to install it."""
    missing = [tool for tool in _TOOLS if not shutil.which(tool)]
    if missing:
        raise ZimError(
            f"a ZIM needs {' and '.join(missing)}: on Debian or Ubuntu run apt-get install zim-tools, "
            "elsewhere see https://github.com/openzim/zim-tools"
        )


def write_zim(folder: Path, target: Path, title: str, name: str, flavour: str = "") -> None:
    """Write the site in ``folder`` into the ZIM ``target`` with an index for searching, and have it checked.

    ``name`` is the same for all versions, ``flavour`` says which part it holds. Raises ``ZimError`` where a tool fails
    or finds a fault. A ZIM carries the day and a random number, so that no two have the same bytes.
    """
    need_tools()
    facts = {
        "welcome": "index.html",
        "illustration": _PICTURE,
        "language": "eng",
        "title": title,
        "description": _DESCRIPTION,
        "creator": title,
        "publisher": title,
        "name": name,
        "flavour": flavour,
    }
    given = [f"--{key}={value}" for key, value in facts.items() if value]
    _run("zimwriterfs", *given, str(folder), str(target))
    _run("zimcheck", str(target))


def _run(*command: str) -> None:
    # It would go on writing where this process is killed.
    before = partial(end_with, os.getpid()) if sys.platform == "linux" else None
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False, preexec_fn=before)
    if done.returncode:
        raise ZimError(f"{command[0]} failed:\n{done.stdout}{done.stderr}".rstrip())
