"""JSON that may stand inside a ``<script>`` element of a page."""

import json


def script_json(value: object) -> str:
    """Return JSON in ASCII that no HTML parser takes for markup, whatever texts are in it.

    ``<``, ``>`` and ``&`` are escaped, so that neither ``</script>`` nor ``<!--`` can occur
    (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements); all that is
    not ASCII is escaped too, the two line separators of Unicode among it. Keys keep their order.
    """
    text = json.dumps(value, separators=(",", ":"))
    return text.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")
