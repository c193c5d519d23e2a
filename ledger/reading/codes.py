"""The codes of what can be wrong with a file before anyone asks what it says."""

from ledger.problems.bounding import MORE
from ledger.problems.code import Code

UNREADABLE = Code.of(
    "E001",
    """The file or folder cannot be read.

    Something else stands where a file should be (a folder named like a record, a pipe), or its permissions keep it
    shut.

    Fails::

        # entries/actors/bbc.yaml is a folder

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
    """,
)
LINK = Code.of(
    "E002",
    """A link stands in the entries.

    A link on disk can point out of the tree, and not every system keeps links when the tree is copied. Put the file
    itself there.

    Fails::

        # entries/actors/bbc.yaml is a link to ../../elsewhere.yaml

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
    """,
)
BAD_NAME = Code.of(
    "E003",
    """The file's name is not an id.

    The name of a file is the id of its record, and ids become addresses of pages: small letters, digits and single
    hyphens, then `.yaml`. Countries are two capital letters, resolutions a number or `draft-` and a date. An id has at
    most 100 letters and is no name that Windows keeps for itself (`con`, `nul`, `com1`) or that a page has already
    (`index`). So two names never differ only in their capitals or in the way an accent is stored.

    Fails::

        # entries/actors/The BBC.yaml
        name: BBC
        kind: publisher

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
    """,
)
UNKNOWN_FOLDER = Code.of(
    "E004",
    """The folder is no kind of record.

    `entries/` holds one folder a kind, and each of these holds only files: a file elsewhere would never be read.

    Fails::

        # entries/actor/bbc.yaml
        name: BBC
        kind: publisher

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
    """,
)
TOO_LARGE = Code.of(
    "E005",
    """The file is too large.

    A record is a few kilobytes. A file of a megabyte is a mistake or an attack, and is not opened.

    Fails::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
        note: <a times 1,000,000>

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
        note: <a times 5,000>
    """,
)
NOTHING_FOUND = Code.of(
    "E006",
    """There are no entries here.

    An empty folder would make an empty site, and a mistyped path would look like success.

    Fails::

        # entries/ is empty

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
    """,
)
RELEASE = Code.of(
    "E007",
    """A file of releases is not as it was written.

    The files in `releases/` say which ids were published, so that none of them vanishes. `build_site.py release` writes
    them, one after the other, and nobody edits them. Only `taken-out.txt` is written by hand.

    Fails::

        # releases/0001.txt
        day 2026-11-20
        added the actor example-trading-company

    Passes::

        # releases/0001.txt
        day 2026-11-20
        added actors example-trading-company 0000000000000000
    """,
)
TOO_MANY_FILES = Code.of(
    "E008",
    """There are more files than a ledger has.

    All entries are read into memory. A folder of more than 100,000 files, or of 200 MB, is not this ledger or is meant
    to fill the machine; nothing in it is read.
    """,
)
NOT_UTF8 = Code.of(
    "E101",
    """The file is not UTF-8.

    Save it as UTF-8, without a byte order mark. Other encodings turn names into rubbish without a word.

    Fails::

        # entries/actors/bbc.yaml
        name: Bel<0xE9>m
        kind: publisher

    Passes::

        # entries/actors/bbc.yaml
        name: Belém
        kind: publisher
    """,
)
BYTE_ORDER_MARK = Code.of(
    "E102",
    """The file begins with a byte order mark.

    It is invisible, and to some programs it becomes a part of the first key. Save as "UTF-8", not "UTF-8 with BOM".

    Fails::

        # entries/actors/bbc.yaml
        <U+FEFF>name: BBC
        kind: publisher

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
    """,
)
CONTROL = Code.of(
    "E103",
    """A control character stands in the text.

    NUL, a lone carriage return and their like cannot be seen and cannot be shown, nor can characters for private use,
    which mean something in one typeface only. (Lines may end in LF or CR LF.)

    Fails::

        # entries/actors/bbc.yaml
        name: BBC<U+0007>
        kind: publisher

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
    """,
)
DISGUISE = Code.of(
    "E104",
    """An invisible or misleading character stands in the text.

    Direction marks (U+202E and others) make text read otherwise than it is stored; blanks of no width, soft hyphens,
    tags and fillers are not seen at all; heaps of accents cover what stands near. With them a name or an address can be
    disguised, two names look like one, and a search does not find what everybody sees. They often come along when text
    is copied from a page. A page sets the direction of right-to-left words without them.

    What writing needs may stand where it does something: joiners (U+200C, U+200D) after a letter of Arabic, Mongolian
    or a script of India and its neighbours, and between emoji; what makes an emoji of a sign (U+FE0F) after it.

    Fails::

        # entries/actors/bbc.yaml
        name: <U+202E>CBB
        kind: publisher

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
    """,
)
TAB = Code.of(
    "E105",
    """A tab stands in the text.

    Editors show tabs at different widths and YAML forbids them as indentation. Use spaces.

    Fails::

        # entries/actors/bbc.yaml
        name:<U+0009>BBC
        kind: publisher

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
    """,
)
SYNTAX = Code.of(
    "E110",
    """The file is not YAML.

    Often a text with `: ` in it that is not in quotes, or a line that is not indented like its neighbours.

    Fails::

        # entries/actors/bbc.yaml
        name: BBC: the broadcaster
        kind: publisher

    Passes::

        # entries/actors/bbc.yaml
        name: 'BBC: the broadcaster'
        kind: publisher
    """,
)
REPEATED_KEY = Code.of(
    "E111",
    """A key stands twice in one mapping.

    YAML readers keep one of the two and drop the other without a word.

    Fails::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
        name: The BBC

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
    """,
)
ANCHOR = Code.of(
    "E112",
    """An anchor, alias or merge key is used.

    `&name`, `*name` and `<<` make one place of a file mean another. Write the text out where it belongs; a text that
    begins with `&` or `*` needs quotes.

    Fails::

        # entries/actors/bbc.yaml
        name: &name BBC
        kind: publisher
        aliases: [*name]

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
    """,
)
TAG = Code.of(
    "E113",
    """A YAML tag is used.

    Tags (`!something`) tell a reader to build an object. Every value here is text until the model reads it; a text
    that begins with `!` needs quotes.

    Fails::

        # entries/actors/bbc.yaml
        name: !!str BBC
        kind: publisher

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
    """,
)
SECOND_DOCUMENT = Code.of(
    "E114",
    """The file holds a second document.

    One file is one record. Take out the line `---` and give the second record a file of its own.

    Fails::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
        ---
        name: Reuters
        kind: publisher

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
    """,
)
EMPTY = Code.of(
    "E115",
    """There is nothing in the file.

    A record needs at least its required fields; a file that is not needed should not be there.

    Fails::

        # entries/actors/bbc.yaml
        # To be written.

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
    """,
)
TOO_DEEP = Code.of(
    "E116",
    """The nesting is too deep.

    No record needs more than ten levels. Deeper nesting is a mistake, and some programs crash on it.

    Fails::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
        aliases: <[ times 12>Beeb<] times 12>

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
        aliases: [Beeb]
    """,
)
NO_VALUE = Code.of(
    "E117",
    """A key has no value.

    `key:` with nothing after it, `~` and `null` look like a statement that something is unknown. Leave the key out, or
    use the word the field has for it (`unknown`, `none-found`).

    Fails::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
        country:

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
        country: GB
    """,
)
BAD_KEY = Code.of(
    "E118",
    """A key is not a plain word.

    Lists or mappings as keys have no meaning here.

    Fails::

        # entries/actors/bbc.yaml
        [name]: BBC
        kind: publisher

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
    """,
)
NOT_A_RECORD = Code.of(
    "E119",
    """The file is not a mapping.

    A record is a mapping of fields (`name: …`), not a list and not a single text.

    Fails::

        # entries/actors/bbc.yaml
        - name: BBC

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
    """,
)
CUT_BY_COMMENT = Code.of(
    "E120",
    """A comment follows a value on its line.

    In YAML ` #` begins a comment, so the rest of a title such as `Report #4` would be lost without a word. Put the
    value in quotes, or the comment on a line of its own.

    Fails::

        # entries/actors/bbc.yaml
        name: Studio #1
        kind: publisher

    Passes::

        # entries/actors/bbc.yaml
        # A comment on a line of its own is welcome.
        name: 'Studio #1'
        kind: publisher
    """,
)

TOO_LONG = Code.of(
    "E121",
    """A text is too long.

    A text has at most 5,000 letters; the longest so far has 2,400. What is longer is a copy of somebody else's words,
    or was put there to slow down whoever reads it.

    Fails::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
        note: <a times 5,001>

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
        note: <a times 5,000>
    """,
)
TOO_MANY = Code.of(
    "E122",
    """There is too much in one file.

    A list has at most 300 items, a map 300 keys, a record 10,000 values: several times what the largest record needs.
    What is longer makes a page that nobody reads and a check that does not end; split the record into several.
    """,
)
DIRECTIVE = Code.of(
    "E123",
    """A directive of YAML is used.

    `%YAML` and `%TAG` tell a reader how to take the rest of the file. Here every file is taken in the same way.

    Fails::

        # entries/actors/bbc.yaml
        %YAML 1.2
        ---
        name: BBC
        kind: publisher

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
    """,
)

CODES = (
    UNREADABLE, LINK, BAD_NAME, UNKNOWN_FOLDER, TOO_LARGE, NOTHING_FOUND, RELEASE, TOO_MANY_FILES,
    NOT_UTF8, BYTE_ORDER_MARK, CONTROL, DISGUISE, TAB,
    SYNTAX, REPEATED_KEY, ANCHOR, TAG, SECOND_DOCUMENT, EMPTY, TOO_DEEP, NO_VALUE, BAD_KEY, NOT_A_RECORD,
    CUT_BY_COMMENT, TOO_LONG, TOO_MANY, DIRECTIVE, MORE,
)  # fmt: skip
