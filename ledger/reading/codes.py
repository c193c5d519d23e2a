"""The codes of what can be wrong with a file before anyone asks what it says."""

from ledger.problems.bounding import MORE
from ledger.problems.code import Code

UNREADABLE = Code.of(
    "E001",
    """The file or folder cannot be read.

    Something else stands where a file should be (a folder named like a record, a pipe), or its permissions keep it
    shut.
    """,
)
LINK = Code.of(
    "E002",
    """A link stands in the entries.

    A link on disk can point out of the tree, and not every system keeps links when the tree is copied. Put the file
    itself there.
    """,
)
BAD_NAME = Code.of(
    "E003",
    """The file's name is not an id.

    The name of a file is the id of its record, and ids become addresses of pages: small letters, digits and single
    hyphens, then `.yaml`. Countries are two capital letters, resolutions a number or `draft-` and a date.
    """,
)
UNKNOWN_FOLDER = Code.of(
    "E004",
    """The folder is no kind of record.

    `entries/` holds one folder a kind, and each of these holds only files: a file elsewhere would never be read.
    """,
)
TOO_LARGE = Code.of(
    "E005",
    """The file is too large.

    A record is a few kilobytes. A file of a megabyte is a mistake or an attack, and is not opened.
    """,
)
NOTHING_FOUND = Code.of(
    "E006",
    """There are no entries here.

    An empty folder would make an empty site, and a mistyped path would look like success.
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
    """,
)
BYTE_ORDER_MARK = Code.of(
    "E102",
    """The file begins with a byte order mark.

    It is invisible, and to some programs it becomes a part of the first key. Save as "UTF-8", not "UTF-8 with BOM".
    """,
)
CONTROL = Code.of(
    "E103",
    """A control character stands in the text.

    NUL, a lone carriage return and their like cannot be seen and cannot be shown. (Lines may end in LF or CR LF.)
    """,
)
DIRECTION = Code.of(
    "E104",
    """An invisible direction mark stands in the text.

    Such marks (U+202E and others) make text read otherwise than it is stored: a name or an address can be disguised.
    A page sets the direction of right-to-left words without them.
    """,
)
TAB = Code.of(
    "E105",
    """A tab stands in the text.

    Editors show tabs at different widths and YAML forbids them as indentation. Use spaces.
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
    """,
)
TOO_DEEP = Code.of(
    "E116",
    """The nesting is too deep.

    No record needs more than ten levels. Deeper nesting is a mistake, and some programs crash on it.
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
    UNREADABLE, LINK, BAD_NAME, UNKNOWN_FOLDER, TOO_LARGE, NOTHING_FOUND, TOO_MANY_FILES,
    NOT_UTF8, BYTE_ORDER_MARK, CONTROL, DIRECTION, TAB,
    SYNTAX, REPEATED_KEY, ANCHOR, TAG, SECOND_DOCUMENT, EMPTY, TOO_DEEP, NO_VALUE, BAD_KEY, NOT_A_RECORD,
    CUT_BY_COMMENT, TOO_MANY, DIRECTIVE, MORE,
)  # fmt: skip
