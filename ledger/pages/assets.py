"""The data that scripts read in the browser, each as a script file: only so can a page in a folder on disk load it."""

import json
from collections.abc import Iterator

from ledger.reckoned import Reckoned
from ledger.views.explore import data, explore
from ledger.views.finding import finding

_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}
"""What could end a script or be taken for markup; none of it stands in JSON outside its texts."""


def assets(ledger: Reckoned) -> Iterator[tuple[str, str]]:
    """Yield every generated script as its path in the staged folder and its text, in a fixed order."""
    yield "assets/search-data.js", script("searchData", finding(ledger))
    yield "assets/explore-data.js", script("exploreData", data(explore(ledger)))


def script(name: str, value: object) -> str:
    """Return a script that sets one global to a value, with no sign that HTML would read otherwise.

    The value is JSON inside a string, all of it ASCII: a browser reads five million signs of that in half of the time
    that a literal takes it.
    """
    text = json.dumps(value, separators=(",", ":"))
    quoted = text.replace("\\", "\\\\").replace("'", "\\'").translate(_ESCAPED)
    return f"window.{name}=JSON.parse('{quoted}');\n"
