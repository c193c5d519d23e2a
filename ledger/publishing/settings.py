"""The settings of the site, out of ``mkdocs.yml``."""

from pathlib import Path

import yaml

from ledger.pages.site import Site

CONFIG = Path(__file__).parents[2] / "mkdocs.yml"
"""The one file that sets the site's name and addresses."""


def read_site(config: Path = CONFIG) -> Site:
    """Return the settings that pages depend on."""
    values = yaml.safe_load(config.read_text(encoding="utf-8"))
    return Site(
        name=values["site_name"],
        repo_url=values.get("repo_url") or "",
        edit_entries=values["extra"]["edit_entries"],
        url=values.get("site_url") or "",
        description=values.get("site_description") or "",
    )
