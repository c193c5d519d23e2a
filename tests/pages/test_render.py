"""What every staged page is, whatever stands in the entries."""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html
from markdown import Markdown

from ledger.checking import Checked, check_tree
from ledger.model.document import Document, read_document
from ledger.model.kinds import KINDS
from ledger.pages.kinds import PAGE_KINDS
from ledger.pages.linking import exact, shown
from ledger.pages.render import Order, pages
from ledger.pages.site import Site
from ledger.publishing.settings import CONFIG
from ledger.reading import nodes
from ledger.reading.nodes import Listing, Node, Scalar, plain
from ledger.reckoned import Reckoned
from tests.helpers import MINI, press_of

SITE = Site("Example ledger", "https://code.example/ledger")
EXTENSIONS = yaml.safe_load(CONFIG.read_text("utf-8"))["markdown_extensions"]
PRINTABLE = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp", "Cf")), min_size=1, max_size=40
).filter(lambda text: text.strip() == text)
Paths = tuple[tuple[str | int, ...], ...]
HOSTILE = [
    "<script>alert(1)</script>",
    "</article></div>",
    "[a](javascript:alert(1)){: onclick=alert(1)}",
    "{{ 7*7 }} {% raw %} ${x} #{y}",
    "---\ntitle: x\n---",
    "```\n<b>\n```",
    "&lt;b&gt; &amp;amp; &#60;",
    '" onmouseover="alert(1)',
    "*a* _b_ **c** `d` ~~e~~ ![f](g) <h@i.j> [^1] [TOC]",
    "a\n\n# heading\n\n- list\n\n    code",
    "쌀과 석탄 / أرز / рис",
]


@pytest.fixture(scope="module")
def staged(mini: Checked) -> dict[str, str]:
    return dict(pages(mini.ledger, SITE, ()))


def test_a_page_is_front_matter_and_one_article(staged: dict[str, str]) -> None:
    for path, text in staged.items():
        _, front, body = text.split("---\n", 2)
        keys = set(yaml.safe_load(front))
        may_be = {"description", "modified", "linked_data", "moved_to", "noindex"}
        assert {"title", "hide"} <= keys <= {"title", "hide"} | may_be, path
        assert re.fullmatch(r"<article [^>]*>.*</article>\n", body, re.DOTALL), path
        assert "\t" not in text, path


def test_markdown_leaves_every_page_alone(staged: dict[str, str]) -> None:
    """Half of a build would go into parsing what is HTML already; and what Markdown parses, it can change."""
    for path, text in staged.items():
        assert _through_markdown(text) == _body(text).strip(), path


def test_links_without_their_settings_vanish(mini: Checked) -> None:
    """A link to nowhere is worse than none."""
    without = dict(pages(mini.ledger, Site("Example ledger"), ()))
    assert not any("edit it" in text for text in without.values())


def test_an_edit_link_leads_to_the_file(staged: dict[str, str]) -> None:
    for kind in KINDS:
        links = re.findall(
            r'<a href="([^"]*)">edit it</a>', "".join(t for p, t in staged.items() if p.startswith(kind))
        )
        assert links
        assert all(link.startswith(f"https://code.example/ledger/edit/main/entries/{kind}/") for link in links)


def test_records_are_linked_both_ways(mini: Checked, staged: dict[str, str]) -> None:
    """Whoever stands on one page of two that belong together finds the other."""
    for (kind, id), mentions in mini.ledger.mentions.items():
        if kind == "provisions":
            kind, id = "resolutions", mini.ledger.provisions[id][0].id  # type: ignore[index]
        for mention in mentions:
            if (mention.kind, mention.id) == (kind, id):
                continue
            here, there = staged[f"{mention.kind}/{mention.id}.md"], staged[f"{kind}/{id}.md"]
            assert f"../{kind}/{id}.html" in here, f"{mention.kind}/{mention.id} names {kind}/{id} without a link"
            assert f"../{mention.kind}/{mention.id}.html" in there, f"{kind}/{id} does not lead to who names it"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_in_every_field_stays_text(hostile: str) -> None:
    """In all records at once, on every page that there is."""
    _assert_stays_text(_free_by_id(), hostile)


@settings(max_examples=25)
@given(st.data())
def test_any_text_in_any_field_comes_out_as_that_text(data: st.DataObject) -> None:
    document = data.draw(st.sampled_from([document for document in _documents() if _free(document)]))
    path = data.draw(st.sampled_from(_free(document)))
    _assert_stays_text({(document.kind, document.id): (path,)}, data.draw(PRINTABLE))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("الحياة, 20 February 2024", "<الحياة>, 20 February 2024"),
        ("in הארץ (12)", "in <הארץ> (12)"),
        ("سفينة الصباح 12, الحياة & b", "<سفينة الصباح 12, الحياة> &amp; b"),
        ('"سفينة" a\nb', "&#34;<سفينة>&#34; a&#10;b"),
        ("쌀, рис, rice", "쌀, рис, rice"),
    ],
)
def test_words_from_right_to_left_do_not_turn_round_what_we_write_beside_them(text: str, printed: str) -> None:
    assert shown(text) == printed.replace("<", "\u2068").replace(">", "\u2069")
    assert exact(text) == printed.replace("<", "").replace(">", "")


HARMLESS = "harmless"


def _assert_stays_text(fields: Mapping[tuple[str, str], Paths], text: str) -> None:
    """Pages have the same elements as with a plain word in these fields, and show the text where they had the word.

    The word is as long as the text, because labels in pictures stand where they have room.
    """
    word = HARMLESS.ljust(len(text), "x")
    harmless, tried = _pages_with(fields, word), _pages_with(fields, text)
    assert harmless.keys() == tried.keys()
    for path in harmless:
        # An index is in the order of its texts: there, what comes where cannot be compared.
        of_a_record = any(path.startswith(f"{row.kind}/") for row in PAGE_KINDS) and not path.endswith("/index")
        _assert_differs_in_text(harmless[path], tried[path], word, text, list if of_a_record else sorted)


def _assert_differs_in_text(
    harmless: str, tried: str, word: str, text: str, order: Callable[[Iterable[Any]], list[Any]]
) -> None:
    assert _through_markdown(tried) == _body(tried).strip()
    before, after = lxml_html.fromstring(_body(harmless)), lxml_html.fromstring(_body(tried))
    assert order(_skeleton(before)) == order(_skeleton(after))
    shown = [value.replace(word, text) for value in _texts(before)]
    assert order(_folded(value) for value in shown) == order(_folded(value) for value in _texts(after))
    assert "<" not in _title(tried)
    assert _folded(html.unescape(_title(tried))) == _folded(html.unescape(_title(harmless)).replace(word, text))


def _title(page: str) -> str:
    return str(yaml.safe_load(page.split("---\n", 2)[1])["title"])


def _folded(text: str) -> str:
    """Return a text without what the page does to it: line breaks, and the isolates around words from right to left."""
    return " ".join(re.sub("[\u2068\u2069]", "", text).split())


def _skeleton(root: etree._Element) -> list[tuple[str, list[str]]]:
    return [(str(element.tag), sorted(map(str, element.attrib))) for element in root.iter()]


def _texts(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        # BibTeX, RIS and JSON write a text in ways of their own; tests/exports reads them back.
        text = "" if element.tag == "pre" else element.text or ""
        yield from (text, element.tail or "", *(str(value) for value in element.attrib.values()))


@cache
def _documents() -> list[Document]:
    return [document for document in check_tree(MINI).ledger.documents if document.kind != "countries"]


def _text_paths(node: Node, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    match node:
        case Scalar():
            yield path
        case Listing():
            for index, item in enumerate(node.items):
                yield from _text_paths(item, (*path, index))
        case nodes.Mapping():
            for key, value in node.values.items():
                yield from _text_paths(value, (*path, key))


@cache
def _free_by_id() -> dict[tuple[str, str], Paths]:
    return {
        (document.kind, document.id): tuple(
            path
            for path in _text_paths(document.root)
            if all(_with(document, (path,), text).record for text in (HARMLESS, "any <b>: & text"))
        )
        for document in _documents()
    }


def _free(document: Document) -> Paths:
    """Return the fields that take any text: not ids, dates, words of a list."""
    return _free_by_id()[document.kind, document.id]


def _with(document: Document, paths: Paths, text: str) -> Document:
    root: Node = document.root
    for path in paths:
        root = _replaced(root, path, text)
    assert isinstance(root, nodes.Mapping)
    return read_document(document.kind, document.id, document.path, plain(root), nodes=root)[0]


def _pages_with(fields: Mapping[tuple[str, str], Paths], text: str) -> dict[str, str]:
    """Return every page with the text in these fields; of a single record its page alone."""
    documents = tuple(_with(one, fields.get((one.kind, one.id), ()), text) for one in _documents())
    assert all(document.record for document in documents)
    press = press_of(Reckoned(documents), SITE)
    if len(fields) > 1:
        return {page.path: page.staged for page in press.all()}
    ((kind, id),) = fields
    row = next(row for row in PAGE_KINDS if row.kind == kind)
    return {page.path: page.staged for page in press.print(Order(row, id))}


def _replaced(node: Node, path: tuple[Any, ...], text: str) -> Node:
    if not path:
        return Scalar(node.place, text)
    step, *rest = path
    if isinstance(node, nodes.Mapping):
        values = {k: _replaced(v, tuple(rest), text) if k == step else v for k, v in node.values.items()}
        return nodes.Mapping(node.place, values, node.keys)
    assert isinstance(node, Listing)
    items = [_replaced(item, tuple(rest), text) if i == step else item for i, item in enumerate(node.items)]
    return Listing(node.place, items)


def _body(page: str) -> str:
    return page.split("---\n", 2)[2]


def _through_markdown(page: str) -> str:
    return str(Markdown(extensions=EXTENSIONS).convert(_body(page)))


def test_replacing_is_what_it_says() -> None:
    """The helper above changes one text and nothing else."""
    document = _documents()[0]
    path = next(_text_paths(document.root))
    before, after = plain(document.root), plain(_replaced(document.root, path, HARMLESS))
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    assert {key for key in before if before[key] != after[key]} == {path[0]}
