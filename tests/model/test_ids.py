"""Ids are written one way, and their types say where they lead."""

import pytest
from pydantic_core import PydanticCustomError

from ledger.model import ids, local_ids
from ledger.model.kinds import KINDS
from tests.helpers import refused

ALL = [
    value for value in (vars(ids) | vars(local_ids)).values() if isinstance(value, type) and issubclass(value, ids.Id)
]
LOCAL = [kind for kind in ALL if issubclass(kind, local_ids.LocalId) and kind is not local_ids.LocalId]


@pytest.mark.parametrize("text", ["a", "kbs-2024-02", "2024-rice-for-coal", "1", "a1-b2"])
def test_slugs(text: str) -> None:
    assert ids.ActorId.parse(text) == text
    assert type(ids.ActorId.parse(text)) is ids.ActorId


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A",
        "a_b",
        "a--b",
        "-a",
        "a-",
        "a b",
        " a",
        "a\n",
        "á",
        "한",
        "a.b",
        "a/b",
        "../a",
        "a#f1",
        "\u0663",
        "\uff41",
        "a:b",
    ],
)
def test_what_is_no_slug(text: str) -> None:
    """Ids become addresses of pages: what could leave the folder or need escaping is refused."""
    assert refused(ids.SourceId.parse, text) == "E206"


@pytest.mark.parametrize("suffix", ["own", "unsaid", "altered", "from kp-mfa", "from Nobody Else"])
def test_a_citation_where_only_a_source_may_stand(suffix: str) -> None:
    """Responses name their sources and no originator; whoever writes one there is told what to write."""
    with pytest.raises(PydanticCustomError) as told:
        ids.SourceId.parse(f"gazette-2024 {suffix}")
    assert told.value.message() == (
        f'"gazette-2024 {suffix}" stands under claims and disagreements only; here write gazette-2024'
    )
    assert refused(ids.SourceId.parse, f"gazette-2024 {suffix}") == "E206"


@pytest.mark.parametrize("text", ["KP", "NO", "GB", "XK", "TW", "PS", "AX"])
def test_countries(text: str) -> None:
    """Kosovo's XK is in use but not assigned by ISO 3166-1, so it is the one of these that is refused."""
    assert refused(ids.CountryId.parse, text) == ("E206" if text == "XK" else None)


@pytest.mark.parametrize("text", ["UK", "kp", "KPR", "K", "", "SU", "XX", "False", "408"])
def test_what_is_no_country(text: str) -> None:
    assert refused(ids.CountryId.parse, text) == "E206"
    assert refused(ids.End.parse, text) == "E206"


def test_ends_of_a_flow() -> None:
    assert ids.End.parse("KP").country == "KP"
    assert type(ids.End.parse("KP").country) is ids.CountryId
    assert ids.End.parse("unknown").country is None
    assert ids.End.parse("high-seas").country is None
    assert refused(ids.End.parse, "Unknown") == "E206"


@pytest.mark.parametrize("text", ["2397", "825", "draft-2022-05-26"])
def test_resolutions(text: str) -> None:
    assert ids.ResolutionId.parse(text) == text
    assert ids.ProvisionId.parse(f"{text}-coal-cap") == f"{text}-coal-cap"


@pytest.mark.parametrize(
    "text",
    [
        "S/RES/2397",
        "02397",
        "23970",
        "draft",
        "draft-2022",
        "2397-coal",
        "\uff12\uff13\uff19\uff17",
        "2\uff13\uff19\uff17",
        "draft-\uff12\uff1022-05-26",
        "2397\n",
    ],
)
def test_what_is_no_resolution(text: str) -> None:
    assert refused(ids.ResolutionId.parse, text) == "E206"


@pytest.mark.parametrize("text", ["2397", "2397-", "coal", "2397 para 5", "2397-Coal", "2397--coal"])
def test_what_is_no_provision(text: str) -> None:
    assert refused(ids.ProvisionId.parse, text) == "E206"


@pytest.mark.parametrize("kind", LOCAL)
def test_local_ids_have_a_letter_and_a_number(kind: type[local_ids.LocalId]) -> None:
    letter = kind.like[0]
    assert kind.parse(f"{letter}10") == f"{letter}10"
    for text in (
        letter,
        f"{letter}0",
        f"{letter}01",
        f"{letter.upper()}1",
        f"{letter}1a",
        "x1",
        "1",
        f"{letter}1\uff11",
    ):
        assert refused(kind.parse, text) == "E206", text


@pytest.mark.parametrize("kind", ALL)
def test_each_type_of_id_leads_somewhere(kind: type[ids.Id]) -> None:
    """A type that names an unknown kind would make every look-up fail."""
    assert set(kind.kinds) <= {*KINDS, "provisions"}


def test_the_refusal_says_how_one_is_written() -> None:
    with pytest.raises(ValueError, match='"UK" is not a country; write the two capital letters of ISO 3166-1'):
        ids.CountryId.parse("UK")
