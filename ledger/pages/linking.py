"""How texts and links are printed, from within templates that know the way back to the root of the site."""

import re
from collections.abc import Iterable

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from ledger.views.links import Link

_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
"""Letters that run from right to left: Hebrew, Arabic and their sisters."""
_FROM_RIGHT = re.compile(rf"[{_RIGHT}]+(?:[\u200c\u200d .,:;()/0-9-]*[{_RIGHT}]+)*")


def shown(value: object) -> object:
    """Return a text escaped for HTML, its line breaks as references, so that no builder takes one for its own.

    What needs no more than that is returned as it is, for the template to escape, for most texts are such.
    """
    if not isinstance(value, str) or isinstance(value, Markup) or (value.isascii() and "\n" not in value):
        return value
    return Markup(isolated(exact(value)))


def exact(text: str) -> Markup:
    """Return a text as ``shown`` does, with nothing added: for what is copied from the page."""
    return Markup(str(escape(text)).replace("\n", "&#10;"))


def isolated(text: str) -> str:
    """Return a text in which words from right to left stand between isolates (U+2068 and U+2069).

    Else a name in Arabic would turn round the date that we write after it. Entries hold no such marks (``E104``).
    """
    return text if text.isascii() else _FROM_RIGHT.sub("\u2068\\g<0>\u2069", text)


@pass_context
def href(context: Context, path: str) -> str:
    """Return the address of a path from where the page stands; of an anchor, on the page that ``base`` names."""
    return str(context["base"] if path.startswith("#") else context["root"]) + path


@pass_context
def printed_link(context: Context, link: Link) -> Markup:
    """Return a link as HTML; without a path only its label."""
    return Markup(_link(context, link))


@pass_context
def printed_links(context: Context, links: Iterable[Link], between: str = ", ") -> Markup:
    """Return links as HTML with a text between them."""
    return Markup(str(escape(between)).join([_link(context, link) for link in links]))


def _link(context: Context, link: Link) -> str:
    label = str(escape(shown(link.label)))
    return f'<a href="{escape(href(context, link.path))}">{label}</a>' if link.path else label
