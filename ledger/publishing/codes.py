"""The codes of what can be wrong with a site that was built."""

from ledger.problems.code import Code

BUILDER = Code.of(
    "E401",
    """MkDocs gave a warning.

    The site is built in the strict mode of MkDocs, where a warning is an error: a hand-written page links to nothing,
    or a page is missing from the menu.
    """,
)
STRANGE_FILE = Code.of(
    "E402",
    """A hand-written page, or a file beside it, is a link or has an odd name.

    What stands in `docs/` and `overrides/` is published as it is. A link on disk could lead to any file of the machine
    that builds the site; a name that some system cannot hold would be lost in a copy.
    """,
)
DOUBLE_ID = Code.of(
    "E411",
    """An id stands twice on a built page.

    A link to it would lead to the first of the two, whichever was meant.
    """,
)
OUTSIDE_ASSET = Code.of(
    "E412",
    """A built page loads something from another site.

    No request leaves this site: another host would learn who reads what, and the copy on disk would break.
    """,
)
ODD_ADDRESS = Code.of(
    "E413",
    """A built page has a link of an odd kind.

    Only `http` and `https` links and links within the site are published.
    """,
)
BROKEN_LINK = Code.of(
    "E414",
    """A link leads to no file of the built site.

    It may also leave the folder of the site, or begin at the root of a server, where a copy on disk has none.
    """,
)
BROKEN_ANCHOR = Code.of(
    "E415",
    """A link leads to an id that its page does not have.

    The reader would land at the top of the page and search for the claim.
    """,
)

CODES = (BUILDER, STRANGE_FILE, DOUBLE_ID, OUTSIDE_ASSET, ODD_ADDRESS, BROKEN_LINK, BROKEN_ANCHOR)
