"""Answers as a file and as lines for people."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.asking.answers import Answer, State, as_file, as_line, from_file, from_lines, summary

TEXTS = st.none() | st.text(st.characters(exclude_categories=["Cs"]))
ANSWERS = st.lists(
    st.builds(
        Answer,
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
        st.just("original"),
        st.lists(st.text(max_size=5)).map(tuple),
        st.sampled_from(State),
        st.just("2026-11-22"),
        st.none() | st.integers(100, 599),
        TEXTS,
        TEXTS,
        TEXTS,
        TEXTS,
        TEXTS,
    ),
    unique_by=lambda answer: answer.url,
    max_size=3,
)


@settings(max_examples=20)
@given(ANSWERS)
def test_answers_come_back_as_they_were(answers: list[Answer]) -> None:
    expected = {answer.url: answer for answer in answers}
    assert from_file(as_file("2026-11-22", answers, [])) == expected
    assert from_lines("".join(map(as_line, answers))) == expected


def test_the_summary_counts_and_names_what_needs_a_look() -> None:
    said = [
        *summary(
            [
                Answer("https://b.example/", "original", ("b",), State.FINE, "2026-11-22", 200),
                Answer("https://c.example/", "original", ("b", "c"), State.GONE, "2026-11-01", 404),
                Answer("https://m.example/", "copy", ("m",), State.MOVED, "2026-11-22", 200, "https://n.example/"),
                Answer("https://u.example/", "copy", ("u",), State.UNREACHABLE, "2026-11-22", why="no connection"),
                Answer("https://a.example/", "archived", ("a",), State.FINE, "2026-11-22", sha256="1", recorded="2"),
                Answer("https://h.example/", "archived", ("h",), State.FINE, "2026-11-22", 200, why="too large"),
            ]
        )
    ]
    assert said == [
        "6 addresses asked",
        "       3  fine: it answers",
        "       1  moved: it says that it stands at another address for good",
        "       1  gone: it says that there is nothing (404, 410)",
        "       1  unreachable: nobody answers, the answer breaks off, or its certificate is not good",
        "fine (200, too large), since 2026-11-22: https://h.example/ (h)",
        "moved to https://n.example/, since 2026-11-22: https://m.example/ (m)",
        "gone (404), since 2026-11-01: https://c.example/ (b, c)",
        "unreachable (no connection), since 2026-11-22: https://u.example/ (u)",
        "another text than was recorded (1): https://a.example/ (a)",
    ]


def test_nothing_asked_is_said_too() -> None:
    assert [*summary([])] == ["0 addresses asked"]
