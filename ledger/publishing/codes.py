"""The codes of what can be wrong with a site that was built."""

from ledger.problems.code import Code

BUILDER = Code.of(
    "E401",
    """MkDocs gave a warning.

    The site is built in the strict mode of MkDocs, where a warning is an error: a hand-written page links to nothing,
    or a page is missing from the menu.

    Fails::

        # docs/about/method.md
        See [Corrections](correction.md).

    Passes::

        # docs/about/method.md
        See [Corrections](corrections.md).
    """,
)
STRANGE_FILE = Code.of(
    "E402",
    """A hand-written page, or a file beside it, is a link or has an odd name.

    What stands in `docs/` and `overrides/` is published as it is. A link on disk could lead to any file of the machine
    that builds the site; a name that some system cannot hold would be lost in a copy.

    Fails::

        # docs/about/nul.md
        # A page that no Windows can hold

    Passes::

        # docs/about/none.md
        # A page that all can hold
    """,
)
DOUBLE_ID = Code.of(
    "E411",
    """An id stands twice on a built page.

    A link to it would lead to the first of the two, whichever was meant.

    Fails::

        # site/index.html
        <h2 id="sources">Sources</h2>
        <p id="sources">None.</p>

    Passes::

        # site/index.html
        <h2 id="sources">Sources</h2>
        <p>None.</p>
    """,
)
OUTSIDE_ASSET = Code.of(
    "E412",
    """A built page loads something from another site.

    No request leaves this site: another host would learn who reads what, and the copy on disk would break.

    Fails::

        # site/index.html
        <img src="https://images.example/map.png" alt="A map">

    Passes::

        # site/index.html
        <a href="https://images.example/map.png">A map</a>
    """,
)
ODD_ADDRESS = Code.of(
    "E413",
    """A built page has a link of an odd kind.

    Only `http` and `https` links and links within the site are published.

    Fails::

        # site/index.html
        <a href="javascript:alert(1)">Open</a>

    Passes::

        # site/index.html
        <a href="https://news.example.com/1">Open</a>
    """,
)
BROKEN_LINK = Code.of(
    "E414",
    """A link leads to no file of the built site.

    It may also leave the folder of the site, or begin at the root of a server, where a copy on disk has none.

    Fails::

        # site/index.html
        <a href="/index.html">Home</a>

    Passes::

        # site/index.html
        <a href="index.html">Home</a>
    """,
)
BROKEN_ANCHOR = Code.of(
    "E415",
    """A link leads to an id that its page does not have.

    The reader would land at the top of the page and search for the claim.

    Fails::

        # site/index.html
        <p id="c1">A claim. <a href="#c2">Its figure</a></p>

    Passes::

        # site/index.html
        <p id="c1">A claim. <a href="#c1">Its figure</a></p>
    """,
)
NO_ANSWER = Code.of(
    "E416",
    """An address that was published does not answer.

    Every id in `releases/` keeps its page and its JSON: the record's own, or one that leads on. That none is there is a
    fault of the program, not of an entry: please report it.

    Fails::

        # releases/0001.txt, where the site has only the page of the first
        day 2026-11-20
        added actors gazette 0000000000000000
        added actors courier 0000000000000000

    Passes::

        # releases/0001.txt, where the site has only the page of the first
        day 2026-11-20
        added actors gazette 0000000000000000
    """,
)

CODES = (BUILDER, STRANGE_FILE, DOUBLE_ID, OUTSIDE_ASSET, ODD_ADDRESS, BROKEN_LINK, BROKEN_ANCHOR, NO_ANSWER)
