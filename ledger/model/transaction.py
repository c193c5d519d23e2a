"""A transaction: one reported exchange, shipment or seizure. The unit of the ledger, one page."""

from typing import Annotated

from pydantic import Field

from ledger.model.amounts import Amounts
from ledger.model.citations import CitedProvision, SourceCitation
from ledger.model.dates import Date, Day
from ledger.model.flow_refs import FlowReference
from ledger.model.ids import ActorId, CommodityId, End, PlaceId, SourceId, TransactionId, TransactionOrSeriesId
from ledger.model.local_ids import ClaimId, FlowId, ResponseId
from ledger.model.record import Change, Flag, Part, Record, Text, When, example
from ledger.model.words import ActorRole, Mode, Nature, OutcomeKind, PlaceRole, RelationKind, Reply, Stage


class Flow(Part):
    """One direction of goods inside a transaction."""

    from_: Annotated[End, Field(alias="from")]
    """Where it came from: a country, `unknown` or `high-seas`."""
    to: Annotated[End, example("CN")]
    """Where it went: a country, `unknown` or `high-seas`."""
    commodities: Annotated[tuple[CommodityId, ...], Field(min_length=1)]
    """What it was; several only where the sources give one figure for the mix."""
    goods: Annotated[Text, example("coal in two barges")]
    """The goods as reported."""
    mode: Mode | None = None
    """How it travelled."""
    when: When | None = None
    """When, where it differs from the entry's date."""
    stage: Stage | None = None
    """How far it came, where it differs from the entry's stage."""
    outside: Annotated[Text | None, example("the onward leg of the same cargo")] = None
    """Why the flow is here although North Korea is at neither end."""


class Exchange(Part):
    """That one thing was given for another."""

    gave: Annotated[tuple[FlowReference, ...], Field(min_length=1)]
    """Flows on the one side: `f1`, or `other-entry#f1`."""
    received: Annotated[tuple[FlowReference, ...], Field(min_length=1)]
    """Flows on the other side."""


class Outcome(Part):
    """What an authority did about it."""

    kind: OutcomeKind
    """What was done."""
    date: Date | None = None
    """When."""
    as_of: Date | None = None
    """By when, where the day is not known."""
    by: ActorId | None = None
    """Who did it."""
    against: tuple[ActorId, ...] = ()
    """To whom or what."""
    who: Annotated[Text | None, example("the captain, who is not named")] = None
    """To whom, where the person is not named."""


class Claim(Part):
    """One fact as it is said, with the sources that say it. It has a permanent address."""

    says: Annotated[Text, example("About 3,000 tons of coal left Nampo for China.")]
    """One fact; no "X said" (the sources say who), no judgement of law."""
    flows: tuple[FlowId, ...] = ()
    """The flows whose taking place or size it states; background has none."""
    amount: Amounts = ()
    """How much, in the words of the report; a list means "or"."""
    when: When | None = None
    """The time that its figure covers, where that is a part of the entry's."""
    exchange: Annotated[Exchange | None, example({"gave": ["f1"], "received": ["f2"]})] = None
    """That one flow was for another; never with `flows`."""
    outcome: Outcome | None = None
    """What a court or another authority did."""
    disputes: tuple[ClaimId, ...] = ()
    """Claims that this one doubts; never with `flows`."""
    sources: Annotated[tuple[SourceCitation, ...], Field(min_length=1)]
    """Who says so; each holds the whole of `says`."""


class Response(Part):
    """What a party said to it."""

    by: ActorId | None = None
    """The party."""
    who: Annotated[Text | None, example("the ship's owner")] = None
    """The party in words, where nobody is named: the ship's owner."""
    kind: Reply
    """What it said, in one word."""
    says: Annotated[Text | None, example("Said that no coal had left.")] = None
    """What it said, in our words."""
    date: Date | None = None
    """When it said so."""
    to: tuple[ClaimId, ...] = ()
    """The claims it answers; left out, all claims with flows."""
    sources: tuple[SourceId, ...] = ()
    """Where that is reported."""
    as_of: Day | None = None
    """For `none-found`: the day of the search."""


class DisagreeingValue(Part):
    """One of the values on which sources differ."""

    says: Annotated[Text, example("about 3,000 tons")]
    """The value."""
    claims: tuple[ClaimId, ...] = ()
    """The claims that have it."""
    sources: tuple[SourceCitation, ...] = ()
    """The sources that have it, where no claim does."""


class Disagreement(Part):
    """A thing on which sources differ; the values are never averaged."""

    about: Annotated[Text, example("how much it was")]
    """What they differ on."""
    values: Annotated[
        tuple[DisagreeingValue, ...],
        Field(min_length=2),
        example([{"says": "2,500 tons", "claims": ["c1"]}, {"says": "25,000 tons", "claims": ["c2"]}]),
    ]
    """Each value with who says it."""
    note: Annotated[Text | None, example("The larger figure stands in a retelling only.")] = None
    """What a reader should know about it."""


class Involved(Part):
    """An actor's part in it, by report."""

    actor: ActorId | None = None
    """Who."""
    who: Annotated[Text | None, example("a dealer in coal, not named")] = None
    """Who, in words, where nobody is named: `a car dealer in Italy`."""
    role: ActorRole
    """What they did."""
    as_: Annotated[Text | None, Field(alias="as"), example("guarded the pier")] = None
    """The role in words, where one word does not say it."""
    claims: Annotated[tuple[ClaimId, ...], Field(min_length=1)]
    """The claims that say so."""


class Stop(Part):
    """A place on the way, by report."""

    place: PlaceId
    """Where."""
    role: PlaceRole
    """What happened there."""
    near: Flag = False
    """Whether it was near the place, not at it."""
    flows: tuple[FlowId, ...] = ()
    """The flows that went there; left out, all."""
    claims: Annotated[tuple[ClaimId, ...], Field(min_length=1)]
    """The claims that say so."""


class ResolutionCited(Part):
    """A resolution as sources cite it, rightly or not."""

    provision: CitedProvision
    """`2397`, or `2397 para 5` where the source gives the paragraph."""
    flows: tuple[FlowId, ...] = ()
    """The flows that the sources tie it to; left out, the whole entry."""
    words: Annotated[Text | None, example("the ban on coal")] = None
    """What the sources say about it."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Who cites it."""


class Relation(Part):
    """How this entry stands to another; the other's side of it is computed."""

    kind: RelationKind
    """How."""
    to: TransactionOrSeriesId
    """To what."""


class Withdrawal(Part):
    """That the entry was withdrawn; its page stays and says so."""

    date: Day
    """The day."""
    why: Annotated[Text, example("The only source took its report back.")]
    """Why."""


class Transaction(Record):
    """One reported exchange, shipment, seizure, or a dated series that is reported as one."""

    title: Annotated[Text, example("Coal from Nampo to China")]
    """A neutral line."""
    summary: Annotated[
        Text, example("The Harbour Courier reported in June 2024 that coal had left for China. North Korea denied it.")
    ]
    """One or two attributed sentences, a denial included."""
    when: When
    """When it is reported to have happened."""
    nature: Nature
    """What kind of dealing."""
    stage: Stage
    """How far it came."""
    flows: Annotated[dict[FlowId, Flow], Field(min_length=1)]
    """Each direction of goods, by id."""
    claims: Annotated[dict[ClaimId, Claim], Field(min_length=1)]
    """Each fact, by id; every flow has at least one."""
    responses: Annotated[
        dict[ResponseId, Response],
        Field(min_length=1),
        example({"r1": {"by": "kp-government", "kind": "none-found", "as_of": "2024-06-18"}}),
    ]
    """What the parties said; that nothing was found is said too."""
    disagreements: tuple[Disagreement, ...] = ()
    """What sources differ on."""
    actors: Annotated[
        tuple[Involved, ...], example([{"who": "a dealer in coal, not named", "role": "buyer", "claims": ["c1"]}])
    ] = ()
    """Who took part."""
    places: tuple[Stop, ...] = ()
    """Where, in the order of the route."""
    resolutions_cited: tuple[ResolutionCited, ...] = ()
    """The resolutions that sources cite."""
    relations: tuple[Relation, ...] = ()
    """Other entries that it belongs with."""
    history: Annotated[tuple[Change, ...], Field(min_length=1)]
    """What was changed when; the first line is "entered"."""
    withdrawn: Withdrawal | None = None
    """That and why it was withdrawn."""
    merged_into: TransactionId | None = None
    """The entry that took its place."""

    @property
    def counts(self) -> bool:
        """Whether it is counted: neither withdrawn nor a part of another entry by now."""
        return self.withdrawn is None and self.merged_into is None
