"""What the pages need to know about the site they stand on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Site:
    """The settings of ``mkdocs.yml`` that pages depend on; an address may be empty, and then its links vanish."""

    name: str
    repo_url: str = ""
    edit_entries: str = "edit/main/entries"
    """Where below the repository's address the editor of an entry is."""

    def edit_url(self, kind: str, id: str) -> str:
        """Return where a record's file can be edited; nothing without a repository."""
        if not self.repo_url:
            return ""
        return f"{self.repo_url.rstrip('/')}/{self.edit_entries}/{kind}/{id}.yaml"
