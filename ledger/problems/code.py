"""A problem's code and the explanation that goes with it."""

import re
import textwrap
from dataclasses import dataclass

_EXAMPLE = re.compile(r"^(Fails|Passes)::\n\n((?:(?: {4}.*)?\n)+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Code:
    """A stable name such as ``E203`` with its explanation, which ``explain`` prints and the contributors read.

    The explanation is written like a docstring: a first line that says what is wrong, then why that matters,
    then an indented example under ``Fails::`` and one under ``Passes::``. The first line of an example names a file,
    or says ``is a folder``, ``is a link to …`` or ``is empty`` of one. What no text can show is written out in it: a
    character as ``<U+202E>``, a byte as ``<0xE9>``, many of one as ``<a times 20>``.
    """

    name: str
    explanation: str

    @classmethod
    def of(cls, name: str, explanation: str) -> "Code":
        """Return the code with its explanation freed of the indentation that its place in the source gave it."""
        first, _, rest = explanation.partition("\n")
        return cls(name, f"{first.strip()}\n{textwrap.dedent(rest).rstrip()}\n")

    @property
    def title(self) -> str:
        """The first line of the explanation, without its full stop."""
        return self.explanation.partition("\n")[0].rstrip(".")

    @property
    def why(self) -> tuple[str, ...]:
        """The paragraphs between the first line and the examples."""
        body = _EXAMPLE.sub("", self.explanation.partition("\n")[2])
        return tuple(" ".join(paragraph.split()) for paragraph in body.split("\n\n") if paragraph.strip())

    @property
    def examples(self) -> dict[str, str]:
        """The examples by ``Fails`` and ``Passes``."""
        found = _EXAMPLE.findall(self.explanation)
        return {kind: textwrap.dedent(body).strip("\n") + "\n" for kind, body in found}
