"""A code's explanation is one text that is printed, published and tried out."""

from ledger.problems.code import Code

CODE = Code.of(
    "E999",
    """The first line.

    Why it matters.

    Fails::

        # entries/actors/x.yaml
        name:
          - deeper

        kind: ngo

    Passes::

        name: X
    """,
)


def test_the_explanation_loses_the_indentation_of_its_place() -> None:
    assert CODE.explanation.startswith("The first line.\n\nWhy it matters.\n\nFails::\n\n    # entries")
    assert CODE.explanation.endswith("    name: X\n")


def test_the_title_is_the_first_line_without_its_full_stop() -> None:
    assert CODE.title == "The first line"


def test_examples_are_the_indented_blocks() -> None:
    assert CODE.examples == {
        "Fails": "# entries/actors/x.yaml\nname:\n  - deeper\n\nkind: ngo\n",
        "Passes": "name: X\n",
    }


def test_a_code_without_examples_has_none() -> None:
    """Bytes that are not text cannot be shown as an example."""
    assert Code.of("E998", "Only this line.").examples == {}
