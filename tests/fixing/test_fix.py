"""Single cases of ``fix``, each a file before and after."""

from textwrap import dedent

import pytest

from ledger.checking import read_file
from ledger.fixing import fix as module
from ledger.fixing.fix import UnsafeError, fix
from ledger.model.kinds import KINDS
from ledger.reading.tree import File
from tests.helpers import BAD, ENTRIES


def fixed(text: str, kind: str = "actors") -> str:
    """Return the text of a record's file in order; in order, it stays as it is."""
    result = fix(File(kind, "x", "x.yaml", text.encode()))
    assert not result.problems, result.problems
    assert not fix(File(kind, "x", "x.yaml", result.data)).is_changed
    return result.data.decode()


def case(before: str, after: str, kind: str = "actors") -> None:
    assert fixed(dedent(before).lstrip("\n"), kind) == dedent(after).lstrip("\n")


def test_fields_are_in_the_order_of_the_model_and_those_of_all_records_last() -> None:
    case(
        """
        note: >-
          A text
          of two lines.
        kind: publisher
        identifiers: {un: A, imo: '9074729'}
        name: BBC
        """,
        """
        name: BBC
        kind: publisher
        identifiers: {imo: '9074729', un: A}
        note: >-
          A text
          of two lines.
        """,
    )


def test_fields_that_the_model_does_not_know_come_last_as_they_are() -> None:
    case("z: '1'\na: x\nname: BBC\n", "name: BBC\nz: '1'\na: x\n")


def test_lists_and_maps_by_id_keep_their_order() -> None:
    text = "names: {ru: b, ko: a}\naliases: [b, a]\nformerly:\n- z\n- a\n"
    assert fixed(text) == "aliases: [b, a]\nnames: {ru: b, ko: a}\nformerly:\n- z\n- a\n"


def test_comments_go_with_their_keys() -> None:
    case(
        """
        # About the file.

        # About the kind,
        #   and more.
        kind: 'publisher' # beside the kind

        # About the name.
        name: BBC
        draws_on:
          # About why.
          - why: it says so # one
            # About the actor.
            actor: reuters
            # After the item.
          # After the list.
        # About the country.
        country: GB
        # The end.
        """.replace("it says so", "'it says so'"),
        """
        # About the file.


        # About the name.
        name: BBC
        # About the kind,
        #   and more.
        kind: 'publisher' # beside the kind
        # About the country.
        country: GB
        draws_on:
          # About why.
          - # About the actor.
            actor: reuters
            why: 'it says so' # one
            # After the item.
          # After the list.
        # The end.
        """,
    )


def test_the_line_for_editors_stays_on_top() -> None:
    line = "# yaml-language-server: $schema=../../schemas/actor.schema.json\n"
    assert fixed(f"{line}# K\nkind: agency\nname: A\n") == f"{line}name: A\n# K\nkind: agency\n"
    assert fixed(f"{line}---\n# K\nkind: agency\nname: A\n...\n") == f"{line}---\nname: A\n# K\nkind: agency\n...\n"


@pytest.mark.parametrize("text", ["? kind\n: agency\n? name\n: A\n", "{kind: agency, # c\n name: A}\n"])
def test_what_cannot_be_taken_apart_keeps_its_order(text: str) -> None:
    assert fixed(text) == text


def test_brackets_over_several_lines_keep_their_lines() -> None:
    assert fixed("{kind: agency,\n  name: A,\n  }\n") == "{name: A,\n  kind: agency,\n  }\n"
    assert fixed('{"kind":"agency","name":"A"}') == '{"name":A,"kind":agency}\n'


def test_dates() -> None:
    case(
        """
        kind: 'article'
        published: May 3, 2019
        title: May 3, 2019
        copies: [{host: a.example, dated: 3 May 2019}, {host: b.example, dated: '03/05/2019'}]
        """,
        """
        kind: article
        title: May 3, 2019
        published: 2019-05-03
        copies: [{host: a.example, dated: 2019-05-03}, {host: b.example, dated: 03/05/2019}]
        """,
        "sources",
    )


def test_quotes() -> None:
    case(
        """
        symbol: "S/RES/2397 (2017)"
        status: 'adopted'
        provisions:
          'coal': {paragraph: 8, from: '2017-12-22', cap: {number: '500', unit: barrel}}
        """,
        """
        symbol: S/RES/2397 (2017)
        status: adopted
        provisions:
          coal: {paragraph: '8', from: 2017-12-22, cap: {number: 500, unit: barrel}}
        """,
        "resolutions",
    )


def test_what_follows_from_other_fields_is_filled_in() -> None:
    case(
        """
        copies:
        - url: https://www.example.org:8080/a
          # What the copy shows.
          dated: 2019
        - {url: 'http://b.example/'}
        - {host: www.c.example, url: http://c.example/}
        - {url: ftp://d.example/}
        archived:
        - url: https://web.archive.org/web/20190503235959id_/https://a.example/
        - url: https://archive.example/20190503235959/https://a.example/
        """,
        """
        archived:
        - url: https://web.archive.org/web/20190503235959id_/https://a.example/
          date: 2019-05-03
        - url: https://archive.example/20190503235959/https://a.example/
        copies:
        - host: example.org:8080
          url: https://www.example.org:8080/a
          # What the copy shows.
          dated: 2019
        - {host: b.example, url: 'http://b.example/'}
        - {host: www.c.example, url: 'http://c.example/'}
        - {url: 'ftp://d.example/'}
        """,
        "sources",
    )


def test_lines() -> None:
    assert fixed("\n\nname: A  \r\nkind:   agency \r\n\r\n\r\n") == "name: A\nkind:   agency\n"


def test_blanks_that_are_a_part_of_a_text_stay() -> None:
    text = "name: A\nkind: agency\nnote: |+\n  two \n   \n  lines\n\n\n"
    assert fixed(text) == text
    escaped = 'name: "A \\ \n  B"\nkind: agency\n'
    assert fixed(escaped) == escaped


@pytest.mark.parametrize("header", ["|", "|+", "|-", ">", ">+", "|2", "|2+"])
def test_a_block_text_without_a_last_newline_stays_without(header: str) -> None:
    """YAML counts the newline that every file should end with as a part of such a text."""
    before = f"name: A\nkind: agency\nnote: {header}\n  text"
    document, _ = read_file(File("actors", "x", "x", before.encode()))
    again, _ = read_file(File("actors", "x", "x", fixed(before).encode()))
    assert document.record == again.record
    assert again.record
    assert again.record.note == "text"


def test_composed_characters_but_addresses_as_they_are() -> None:
    before = '# Cafe\u0301\nkind: website\nurl: https://a.example/Cafe\u0301\naccess: read\ntitle: "Cafe\\u0301"\n'
    after = "# Caf\u00e9\nkind: website\ntitle: Caf\u00e9\nurl: https://a.example/Cafe\u0301\naccess: read\n"
    assert fixed(before, "sources") == after


def test_what_cannot_be_read_stays_byte_for_byte() -> None:
    paths = [path for path in sorted(BAD.glob("*/entries/*/*.yaml")) if path.parent.name in KINDS]
    results = [fix(File(path.parent.name, path.stem, path.name, path.read_bytes())) for path in paths]
    unread = [result for result in results if result.problems]
    assert len(unread) > 15
    assert not [result.file.path for result in unread if result.is_changed]
    assert {problem.code for result in unread for problem in result.problems} >= {"E101", "E105", "E110", "E120"}


def test_a_fault_of_the_program_writes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "rewritten", lambda text, kind: text.replace("A", "B"))
    with pytest.raises(UnsafeError):
        fix(File("actors", "x", "x.yaml", b"name: A\nkind: agency\n"))


def test_the_entries_are_in_order() -> None:
    """A part of them, for time; ``fix --check`` looks at all."""
    for folder in sorted(path for path in ENTRIES.iterdir() if path.is_dir()):
        for path in sorted(folder.glob("*.yaml"))[:: 3 if folder.name == "transactions" else 15]:
            file = File(folder.name, path.stem, path.as_posix(), path.read_bytes())
            assert not fix(file).is_changed, f"python build_site.py fix {path}"
