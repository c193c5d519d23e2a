"""The text of a page that an archive keeps, so that two copies of one text have one sum.

Of HTML: what stands between the tags, without scripts, styles and what the Wayback Machine puts around its toolbar; of
other text all of it. Then Unicode's form NFC, each run of white space one blank, none at the ends, in UTF-8. What is no
text (a PDF, an image) is taken byte for byte.
"""

import hashlib
import re
import unicodedata
from email.message import Message
from html.parser import HTMLParser

_SILENT = {"script", "style", "noscript", "template"}
_CHARSET = re.compile(r"<meta[^>]+charset=[\"']?([\w-]+)", re.IGNORECASE)
_SAID_EARLY = 4096
"""How far into a page its encoding is looked for; the HTML standard wants it in the first 1,024 bytes."""


def text_sum(data: bytes, content_type: str) -> str:
    """Return the SHA-256 of the text of a body, in small hexadecimal digits."""
    header = Message()
    header["Content-Type"] = content_type
    kind = header.get_content_type() if content_type else "text/html"
    if kind not in ("text/html", "application/xhtml+xml") and not kind.startswith("text/"):
        return hashlib.sha256(data).hexdigest()
    text = _decoded(data, header.get_content_charset())
    if kind in ("text/html", "application/xhtml+xml"):
        text = _visible(text)
    return hashlib.sha256(" ".join(unicodedata.normalize("NFC", text).split()).encode()).hexdigest()


def _decoded(data: bytes, said: str | None) -> str:
    """Decode by the encoding that the header names, else the page, else UTF-8; what cannot be read is replaced."""
    found = _CHARSET.search(data[:_SAID_EARLY].decode("ascii", errors="replace"))
    for name in (said, found and found[1]):
        try:
            return data.decode(name or "", errors="replace")
        except (LookupError, ValueError):
            continue
    return data.decode("utf-8", errors="replace")


def _visible(page: str) -> str:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return "".join(reader.parts)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent: list[str] = []
        self.in_toolbar = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin to pass over what is not read; a tag parts words."""
        if tag in _SILENT:
            self.silent.append(tag)
        self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End it, whatever was left open inside."""
        if tag in self.silent:
            del self.silent[self.silent.index(tag) :]
        self.parts.append(" ")

    def handle_comment(self, data: str) -> None:
        """Pass over the toolbar that stands between two comments."""
        if "WAYBACK TOOLBAR INSERT" in data:
            self.in_toolbar = "BEGIN" in data

    def handle_data(self, data: str) -> None:
        """Take the text."""
        if not self.silent and not self.in_toolbar:
            self.parts.append(data)
