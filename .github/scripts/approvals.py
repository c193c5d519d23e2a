"""Say whether enough people approved a change that names a person; run by ``.github/workflows/persons.yml``.

Arguments: what ``build_site.py review --format json`` printed, GitHub's list of reviews (pages of them), the newest
commit of the pull request, and its author. The status is 0 where no one is newly named or enough approved, else 1.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

NEEDED = 2
_TRUSTED = {"OWNER", "MEMBER", "COLLABORATOR"}
"""Who stands to the repository so that their approval may count; whether they may write, the branch's rules ask."""
_DECIDING = {"APPROVED", "CHANGES_REQUESTED", "DISMISSED"}
"""A comment takes no approval back."""


def approvers(pages: Iterable[Iterable[dict[str, Any]]], head: str, author: str) -> list[str]:
    """Return those whose last decision approves the commit ``head``, each once, without the author.

    GitHub lists reviews from the first to the last (REST, "List reviews for a pull request").
    """
    last: dict[str, dict[str, Any]] = {}
    for page in pages:
        for review in page:
            if review["user"] and review["state"] in _DECIDING:
                last[review["user"]["login"].lower()] = review
    return sorted(
        login
        for login, review in last.items()
        if review["state"] == "APPROVED"
        and review["commit_id"] == head
        and review["author_association"] in _TRUSTED
        and review["user"]["type"] == "User"
        and login != author.lower()
    )


def main(arguments: Sequence[str]) -> int:
    """Print who approved and what is missing; return the status."""
    review, reviews, head, author = arguments
    if not json.loads(Path(review).read_text("utf-8"))["two_approvals"]:
        print("nobody is newly named")
        return 0
    found = approvers(json.loads(Path(reviews).read_text("utf-8")), head, author)
    print(
        f"a person is newly named, or a broken file may name one; {head} is approved by: {', '.join(found) or 'nobody'}"
    )
    if len(found) < NEEDED:
        print(f"::error::{NEEDED} people have to approve; after that, choose: Re-run failed jobs")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
