"""The stylesheets and scripts that every page loads, gathered into one file of each.

They are written in many files for people. A reader's browser asks for one, and thousands of pages name one.
"""

from pathlib import Path

import yaml

GATHERED = {"extra_css": "assets/css/site.css", "extra_javascript": "assets/js/site.js"}
"""The settings of MkDocs that list the parts, in their order, and the file that takes their place."""


def gather(site: Path, config: Path) -> None:
    """Put together what ``config`` lists; the parts are not in the site any more.

    The parts lie in the folder of the whole, so that addresses in them lead to the same files.
    """
    settings = yaml.safe_load(config.read_text(encoding="utf-8"))
    for field, name in GATHERED.items():
        parts = [site / part for part in settings.get(field) or ()]
        whole = b"".join(part.read_bytes() for part in parts)
        for part in parts:
            part.unlink()
        (site / name).write_bytes(whole)
