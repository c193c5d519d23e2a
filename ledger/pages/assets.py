"""The data that scripts read in the browser, each as a script file: only so can a page in a folder on disk load it."""

import json
from collections.abc import Iterator

from ledger.reckoned import Reckoned
from ledger.views.explore import data, explore
from ledger.views.finding import finding

_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""What could end a script or be taken for markup; none of it stands in JSON outside its texts."""


def assets(ledger: Reckoned) -> Iterator[tuple[str, str]]:
    """Yield every generated script as its path in the staged folder and its text, in a fixed order."""
    yield "assets/search-data.js", _script("searchData", finding(ledger))
    yield "assets/explore-data.js", _script("exploreData", data(explore(ledger)))


def _script(name: str, value: object) -> str:
    """Return a script that sets one global to a value, as JSON without a sign that HTML would read otherwise."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"window.{name}={text.translate(_ESCAPED)};\n"
