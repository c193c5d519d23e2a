"""What a page may do in a browser is said once, and no page holds what that forbids."""

from pathlib import Path

import pytest
import yaml
from lxml import etree
from lxml import html as lxml_html

from ledger.publishing.serving import loosened
from ledger.publishing.settings import CONFIG
from tests.helpers import ROOT

POLICY: str = yaml.safe_load(CONFIG.read_text("utf-8"))["extra"]["content_security_policy"]
DIRECTIVES = {name: values for name, *values in (part.split() for part in POLICY.split(";"))}
LOADING = {"link", "script", "img", "style", "iframe", "object", "embed", "base"}


@pytest.fixture(scope="module")
def parsed(site: Path) -> dict[str, etree._Element]:
    found = sorted(site.rglob("*.html"))
    assert found
    return {path.relative_to(site).as_posix(): lxml_html.document_fromstring(path.read_bytes()) for path in found}


def test_nothing_is_allowed_but_own_files() -> None:
    assert DIRECTIVES["default-src"] == DIRECTIVES["base-uri"] == DIRECTIVES["form-action"] == ["'none'"]
    assert DIRECTIVES["script-src"] == DIRECTIVES["style-src"] == DIRECTIVES["font-src"] == ["'self'"]
    assert DIRECTIVES["img-src"] == ["'self'", "data:"]
    assert DIRECTIVES["require-trusted-types-for"] == ["'script'"]


def test_every_page_says_it_before_it_loads_anything(parsed: dict[str, etree._Element]) -> None:
    for name, page in parsed.items():
        [meta] = [meta for meta in page.iter("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
        assert meta.get("content") == POLICY, name
        assert not LOADING & {element.tag for element in meta.itersiblings(preceding=True)}, name
        assert page.xpath("/html/head/meta[@name='referrer']/@content") == ["no-referrer"], name


def test_the_encoding_is_said_where_a_browser_still_looks_for_it(site: Path) -> None:
    """Within the first 1024 bytes: https://html.spec.whatwg.org/multipage/semantics.html#charset"""
    for path in site.rglob("*.html"):
        assert b'<meta charset="utf-8">' in path.read_bytes()[:1024]


def test_no_page_holds_what_the_policy_forbids(parsed: dict[str, etree._Element]) -> None:
    """A table aligned in Markdown would bring a style along, a script in a partial of the theme would not run."""
    for name, page in parsed.items():
        for element in page.iter(etree.Element):
            for attribute in map(str, element.attrib):
                assert attribute != "style", (name, element.sourceline)
                assert not attribute.startswith("on"), (name, element.sourceline)
            assert element.tag not in ("style", "iframe", "object", "embed", "base"), (name, element.sourceline)
        for script in page.iter("script"):
            if script.get("src") is None:
                assert script.get("type") == "application/ld+json", (name, script.sourceline)


def test_pictures_hold_no_script(site: Path) -> None:
    for path in site.rglob("*.svg"):
        for element in etree.parse(path).iter(etree.Element):
            assert etree.QName(element).localname not in ("script", "foreignObject")
            assert not any(name.startswith("on") for name in map(str, element.attrib))


def test_only_the_preview_may_run_a_script_of_the_page(site: Path) -> None:
    page = (site / "index.html").read_bytes()
    preview = loosened(page)
    assert preview != page
    assert preview.replace(b" 'unsafe-inline'; connect-src 'self'", b"", 1) == page


def test_the_documentation_prints_this_policy() -> None:
    """A server that sends another one would be believed to be right."""
    for path in (ROOT / "docs").rglob("*.md"):
        text = path.read_text("utf-8")
        assert text.count("default-src") == text.count(POLICY), path.name
