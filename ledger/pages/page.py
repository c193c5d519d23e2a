"""A printed page: its body and what its head says, not yet in the frame that the theme gives to it."""

import html
import json
from dataclasses import dataclass

from ledger.exports.script_json import script_json
from ledger.pages.head import Head

SPECIMEN, MOVED, GONE = "zz-specimen", "zz-was", "zz-gone"
"""The names of the pages that stand for all records of a kind, and for those that were there; no id looks like them."""

HEAD = ("description", "modified", "linked_data", "moved_to", "noindex")
"""The fields of a page that its head is made from, besides the title."""


DATA_PAGE = "data/index"
DATA_SAYS = frozenset({"description"})


@dataclass(frozen=True, slots=True)
class Page:
    """One page. Every text is written as it stands in the page: the fields of the head are escaped already."""

    path: str
    """Where it is, from the root of the site, without the ending."""
    frame: str
    """The path of the page whose frame it has: its own, or that of the specimen of its kind."""
    title: str
    description: str
    modified: str
    linked_data: str
    body: str
    """One element ``article``."""
    moved_to: str = ""
    noindex: bool = False

    @property
    def says(self) -> frozenset[str]:
        """Which fields of its head it fills, besides the title."""
        return frozenset(name for name in HEAD if getattr(self, name))

    @property
    def is_specimen(self) -> bool:
        """Whether it holds marks in place of its texts."""
        return self.body == MARKS["body"]

    @property
    def staged(self) -> str:
        """The page as MkDocs reads it: front matter and one block of HTML, which Markdown leaves alone."""
        fields = {"title": self.title, "description": self.description, "modified": self.modified}
        lines = [f"{name}: {json.dumps(value)}" for name, value in fields.items() if value or name == "title"]
        if self.linked_data:
            lines.append(f"linked_data: {json.dumps(self.linked_data)}")
        if self.moved_to:
            lines.append(f"moved_to: {json.dumps(self.moved_to)}")
        if self.noindex:
            lines.append("noindex: true")
        return "\n".join(["---", *lines, "hide: [navigation, toc]", "---", f"{self.body}\n"])


def page_of(path: str, title: str, head: Head, body: str, frame: str = "") -> Page:
    """Return a page of its plain title and head; themes print these unescaped, so they are escaped here."""
    return Page(
        path=path,
        frame=frame or path,
        title=_escaped(title),
        description=_escaped(head.description),
        modified=head.modified,
        linked_data=script_json(head.data) if head.data else "",
        body=body,
        moved_to=_escaped(head.moved_to),
        noindex=head.noindex,
    )


def specimen(path: str, fields: frozenset[str]) -> Page:
    """Return a page that holds, in place of each text, a word that stands nowhere else.

    ``fields`` are those of the head that its kind of page fills, besides the title.
    """
    return Page(
        path=path,
        frame=path,
        title=MARKS["title"],
        description=MARKS["description"] if "description" in fields else "",
        modified=MARKS["modified"] if "modified" in fields else "",
        linked_data=MARKS["linked_data"] if "linked_data" in fields else "",
        body=MARKS["body"],
        moved_to=MARKS["moved_to"] if "moved_to" in fields else "",
        noindex="noindex" in fields,
    )


MARKS = {
    "title": "zz-title-zz",
    "description": "zz-description-zz",
    "modified": "zz-modified-zz",
    "linked_data": "zz-data-zz",
    "moved_to": "zz-now-zz",
    "body": '<article class="zz-body-zz"></article>',
}
"""What stands in a specimen for each field."""


def _escaped(text: str) -> str:
    return html.escape(" ".join(text.split())).encode("ascii", "xmlcharrefreplace").decode("ascii")
