"""MkDocs, run over the staged folder in its strict mode."""

import logging
import os
from pathlib import Path

from ledger.problems.problem import Mark, Problem
from ledger.publishing import codes
from ledger.publishing.settings import CONFIG


class _Collector(logging.Handler):
    """Keeps what MkDocs warns of; in its strict mode a warning stops the build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def build(pages: Path, site: Path, config: Path = CONFIG, notice: str = "") -> list[Problem]:
    """Build ``pages`` into ``site``; return what MkDocs warned of. With a warning the site is not to be published.

    No page depends on the day on which it was built. ``notice`` is what the top of every page says of a site that is
    only a part of the ledger.
    """
    # The theme's notice about a later MkDocs is for those who choose versions, not for each build.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    logger = logging.getLogger("mkdocs")
    collector = _Collector()
    logger.addHandler(collector)
    logger.propagate = False
    try:
        settings = load_config(str(config), docs_dir=str(pages.resolve()), site_dir=str(site.resolve()), strict=True)
        settings.extra["part"] = notice
        mkdocs_build(settings)
    except MkDocsException as error:
        if not collector.messages:
            collector.messages.append(str(error))
    finally:
        logger.removeHandler(collector)
        logger.propagate = True
    return [Problem(Mark(config.name), codes.BUILDER.name, message) for message in collector.messages]
