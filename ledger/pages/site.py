"""What the pages need to know about the site they stand on."""

from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Site:
    """The settings of ``mkdocs.yml`` that pages depend on; an address may be empty, and then its links vanish."""

    name: str
    repo_url: str = ""
    edit_entries: str = "edit/main/entries"
    """Where below the repository's address the editor of an entry is."""
    url: str = ""
    """The address that the site is published at."""
    description: str = ""

    def page_url(self, path: str) -> str:
        """Return the whole address of a page or a file; nothing where the site has no address."""
        return f"{self.url.rstrip('/')}/{path}" if self.url else ""

    def edit_url(self, kind: str, id: str) -> str:
        """Return where a record's file can be edited; nothing without a repository."""
        if not self.repo_url:
            return ""
        return f"{self.repo_url.rstrip('/')}/{self.edit_entries}/{kind}/{id}.yaml"

    def report_url(self, kind: str, id: str) -> str:
        """Return where an error in a record can be reported, with the form filled in; nothing without a repository.

        The form and the ids of its fields are those of ``.github/ISSUE_TEMPLATE/correction.yml``.
        """
        if not self.repo_url:
            return ""
        path = f"{kind}/{id}.html"
        fields = {
            "template": "correction.yml",
            "title": f"Correction: {id}",
            "entry": f"{kind}/{id}",
            "page": self.page_url(path) or path,
        }
        return f"{self.repo_url.rstrip('/')}/issues/new?{urlencode(fields)}"
