"""The codes of what can be wrong with a field, and how a value says that it is."""

from pydantic_core import PydanticCustomError

from ledger.problems.code import Code

UNKNOWN_FIELD = Code.of(
    "E201",
    """There is no such field.

    A mistyped key would be dropped and its value lost.

    Fails::

        # entries/actors/bbc.yaml
        nmae: BBC
        kind: publisher

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
    """,
)
MISSING_FIELD = Code.of(
    "E202",
    """A required field is missing.

    Each required field answers a question that every reader of such a record has.

    Fails::

        # entries/actors/bbc.yaml
        name: BBC

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
    """,
)
UNKNOWN_RECORD = Code.of(
    "E203",
    """An id leads to no record.

    What is named must exist in the ledger: a source that nobody can look up is no source. Inside an entry the same
    holds for flows and claims.

    Fails::

        # entries/actors/bbc-news.yaml
        name: BBC News
        kind: publisher
        part_of: bcb

    Passes::

        # entries/actors/bbc-news.yaml
        name: BBC News
        kind: publisher
    """,
)
UNKNOWN_WORD = Code.of(
    "E204",
    """The field does not know this word.

    Such fields take one of a few words, so that entries can be compared and counted.

    Fails::

        # entries/actors/bbc.yaml
        name: BBC
        kind: broadcaster

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
    """,
)
WRONG_SHAPE = Code.of(
    "E205",
    """A value has the wrong shape.

    A list stands where a text is expected, a text where fields are expected, or the like.

    Fails::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
        aliases: Beeb

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
        aliases: [Beeb]
    """,
)
BAD_ID = Code.of(
    "E206",
    """An id is not written like one.

    Ids are small letters, digits and single hyphens; countries are the two capital letters of ISO 3166-1; flows,
    claims and responses are `f1`, `c1`, `r1`.

    Fails::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
        country: UK

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
        country: GB
    """,
)
BAD_DATE = Code.of(
    "E207",
    """A date is not one.

    Dates are written as in EDTF (ISO 8601-2), level 1: `2024-06-18`, `2024-06`, `2024`, with `?` for uncertain, `~`
    for about, `%` for both; `2024-06/2024-08`, `../2017-09` and `2023-08/..` for spans; `201X` for a year of that
    decade. An impossible day and a span that ends before it begins are refused. For a season write its months.

    Fails::

        # entries/sources/bbc-2021.yaml
        kind: article
        by: bbc
        published: 2021-02-29
        access: read
        own: [own-inquiry]

    Passes::

        # entries/sources/bbc-2021.yaml
        kind: article
        by: bbc
        published: 2021-02-28
        access: read
        own: [own-inquiry]
    """,
)
BAD_AMOUNT = Code.of(
    "E208",
    """An amount is not written like one.

    An amount is the words as reported. Words that can be read as a number and a unit are read, and the numbers may then
    not be typed beside them, so that the two cannot differ.

    Fails::

        # entries/transactions/2024-example.yaml
        claims:
          c1: {says: Ten containers came., flows: [f1], amount: {words: 10 containers, number: 11, unit: containers}}

    Passes::

        # entries/transactions/2024-example.yaml
        claims:
          c1: {says: Ten containers came., flows: [f1], amount: 10 containers}
    """,
)
BAD_CITATION = Code.of(
    "E209",
    """A citation is not written like one.

    `SOURCE`, `SOURCE own`, `SOURCE from ORIGINATOR`, `SOURCE unsaid` or `SOURCE altered`; a provision is `2397`,
    `2397 para 5` or `1718 para 8(a)(i)`.

    Fails::

        # entries/transactions/2024-example.yaml
        claims:
          c1: {says: Ten containers came., flows: [f1], sources: [bbc-2021 by reuters]}

    Passes::

        # entries/transactions/2024-example.yaml
        claims:
          c1: {says: Ten containers came., flows: [f1], sources: [bbc-2021 from reuters]}
    """,
)
BAD_ADDRESS = Code.of(
    "E210",
    """An address cannot be linked.

    Only `https://` and `http://` with the name of a host, without blanks, user names or tracking parameters: the reader
    must see where a link goes, and it must go only there. A host that is a number may be a machine in the reader's own
    network; note it as the `host` of a copy, without an address.

    Fails::

        # entries/sources/bbc-2021.yaml
        url: javascript:alert(1)

    Passes::

        # entries/sources/bbc-2021.yaml
        url: https://www.bbc.com/news/1
    """,
)
BAD_VALUE = Code.of(
    "E211",
    """A value cannot be what the field holds.

    A number is out of its range, a list that needs an item has none, a text has no letters.

    Fails::

        # entries/places/nampo.yaml
        name: Nampo
        country: KP
        kind: port
        point: {lat: 138.7, lon: 125.4, precision: town, from: GeoNames}

    Passes::

        # entries/places/nampo.yaml
        name: Nampo
        country: KP
        kind: port
        point: {lat: 38.7, lon: 125.4, precision: town, from: GeoNames}
    """,
)

TO_FILL = Code.of(
    "E212",
    """Something is still to be filled in.

    `new` and `draft` write FILL-IN wherever something has to be said that they cannot know. Put what the sources say in
    its place, or take the line out where its field may be missing. A draft is not published before nothing is open.

    Fails::

        # entries/actors/bbc.yaml
        name: BBC
        kind: FILL-IN

    Passes::

        # entries/actors/bbc.yaml
        name: BBC
        kind: publisher
    """,
)

CODES = (
    UNKNOWN_FIELD, MISSING_FIELD, UNKNOWN_RECORD, UNKNOWN_WORD, WRONG_SHAPE, BAD_ID, BAD_DATE, BAD_AMOUNT, BAD_CITATION,
    BAD_ADDRESS, BAD_VALUE, TO_FILL,
)  # fmt: skip


def refusal(code: Code, message: str) -> PydanticCustomError:
    """Return the error that a value's reader raises: its type is the code, its message says how to mend it."""
    return PydanticCustomError(code.name, "{message}", {"message": message})
