"""The text of a page: what a reader sees has the same sum, whatever stands around it."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.asking.text import text_sum

HTML = "text/html; charset=utf-8"


def of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    "page",
    [
        "<p>Coal &amp; rice</p>",
        "<html><head><style>p {}</style><script>var day = 1</script></head><p>Coal\n\t &#38;   rice",
        "<!-- made on Monday --><p>Coal</p> <noscript>on</noscript><p>&amp;</p><template>x</template> rice",
        "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div>12 captures</div><!-- END WAYBACK TOOLBAR INSERT -->Coal & rice",
        "<script>if (a < b) { '<p>' }</script>Coal &amp; rice",
    ],
)
def test_pages_with_one_text_have_one_sum(page: str) -> None:
    assert text_sum(page.encode(), HTML) == of("Coal & rice")


def test_another_text_has_another_sum() -> None:
    assert text_sum(b"<p>Coal and rice</p>", HTML) != text_sum(b"<p>Coal and ice</p>", HTML)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("쌀 é".encode(), HTML),
        ("쌀 é".encode(), "text/plain"),
        ('<meta charset="euc-kr">쌀 é'.encode("euc-kr", "xmlcharrefreplace"), "text/html"),
        ('<meta charset="latin-1">쌀 é'.encode("utf-16"), "text/html; charset=utf-16"),
        ("<p>쌀 e\u0301".encode(), "text/html; charset=no-such-thing"),
        ("<p>쌀 e\u0301".encode(), ""),
        ("<p>쌀 é".encode(), "text/html; charset=base64"),
    ],
)  # fmt: skip
def test_the_encoding_is_taken_from_where_it_is_said(data: bytes, kind: str) -> None:
    assert text_sum(data, kind) == of("쌀 é")


def test_what_is_no_text_is_taken_byte_for_byte() -> None:
    assert text_sum(b"%PDF \xff  1", "application/pdf") == hashlib.sha256(b"%PDF \xff  1").hexdigest()


@given(st.binary(max_size=300), st.sampled_from([HTML, "text/plain", "", "nonsense", "text/html; charset=idna"]))
def test_any_body_has_a_sum(data: bytes, kind: str) -> None:
    assert len(text_sum(data, kind)) == 64
