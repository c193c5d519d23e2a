"""The short text that lies beside the site in a folder on disk: what it is, how it opens, how it is checked."""

from datetime import date
from textwrap import fill

from ledger.pages.site import Site
from ledger.reckoned import Reckoned
from ledger.views.part import PartView
from ledger.views.wording import count, day


def read_me(ledger: Reckoned, site: Site, version: date, part: PartView | None = None) -> str:
    """Return the text, in lines that fit a terminal; ``part`` says of which part of the ledger, if of one."""
    address = f"\nThe newest version is at {site.url}\n" if site.url else ""
    only = f"\n{fill(f'{part.notice} What was left out stands in about/part.html.', 79)}\n" if part else ""
    return f"""{site.name}
{"=" * len(site.name)}
{only}
To open it, unpack the whole folder and open index.html in any browser.
Search, Explore, the maps and all downloads work without a network. Nothing
here asks for anything outside this folder; only a link that leads to another
site does, when you follow it.

What it is: a ledger of reported transactions between North Korea and the rest
of the world. It records what is reported. It does not decide that a thing
happened or that a law was broken. Begin with about/how-to-read.html.

Version: {day(version)} (the day of the newest change of an entry),
{count(len(ledger.transactions), "transaction")}, {count(len(ledger.sources), "source")}.
{address}
Licence: entries and pages are under CC BY 4.0
(https://creativecommons.org/licenses/by/4.0/), the code under the MIT licence,
the typefaces under the licences beside them in assets/fonts. The stylesheet in
assets/stylesheets is of Material for MkDocs, by Martin Donath, MIT licence.

What it leaves out: the files with one record each as JSON
(api/v1/KIND/ID.json) that no page leads to. The same records stand in
api/v1/KIND.json, one list for each kind.

To check that no file was changed or lost, in this folder:

    sha256sum -c MANIFEST.txt        (on a Mac: shasum -a 256 -c MANIFEST.txt)

To check MANIFEST.txt itself, compare its SHA-256 with the one that was
published for this version. It is the same wherever this version is made.
"""
