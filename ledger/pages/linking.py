"""How texts and links are printed, from within templates that know the way back to the root of the site."""

from collections.abc import Iterable

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from ledger.views.links import Link


def shown(value: object) -> object:
    """Return a text of several lines escaped for HTML, its breaks as references, so that no builder reads them.

    Everything else is returned as it is, for the template to escape.
    """
    if type(value) is str and "\n" in value:
        return Markup(str(escape(value)).replace("\n", "&#10;"))
    return value


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
