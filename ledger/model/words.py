"""The words that a field may take, each with what it means.

The meanings are published in the field reference and shown by editors beside the words.
"""

from enum import StrEnum
from typing import Any, Self

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema


class Word(StrEnum):
    """A word of a fixed list; ``meaning`` says what it stands for."""

    meaning: str

    def __new__(cls, word: str, meaning: str = "") -> Self:
        """Make the word, with its meaning beside it."""
        self = str.__new__(cls, word)
        self._value_ = word
        self.meaning = meaning
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Show editors what each word means."""
        return {
            "type": "string",
            "description": (cls.__doc__ or "").strip(),
            "enum": [word.value for word in cls],
            "enumDescriptions": [word.meaning for word in cls],
        }

    @property
    def plain(self) -> str:
        """The word as a reader sees it."""
        return self.value.replace("-", " ").replace("_", " ")


class Nature(Word):
    """What kind of dealing it is reported to be."""

    SALE = "sale", "goods or services for money"
    BARTER = "barter", "goods or services for other goods or services"
    AID = "aid", "given without a return that anyone reports"
    DEBT_SETTLEMENT = "debt-settlement", "given or taken to settle a debt"
    LABOUR = "labour", "people who work abroad and whose pay is shared"
    SERVICE = "service", "work done for the other side, such as building or training"
    DIPLOMAT_SMUGGLING = "diplomat-smuggling", "goods carried by a diplomat for gain; not trade with the host country"
    UNKNOWN = "unknown", "the sources do not say"


class Stage(Word):
    """How far it is reported to have come."""

    PROPOSED = "proposed", "offered, planned or agreed, nothing moved yet"
    ATTEMPTED = "attempted", "begun and not completed, for reasons other than a refusal or a seizure"
    BLOCKED = "blocked", "refused by an authority before it happened"
    SEIZED = "seized", "stopped on the way and held"
    COMPLETED = "completed", "delivered, or done"
    ONGOING = "ongoing", "still going on when last reported"
    UNKNOWN = "unknown", "the sources do not say"


class Mode(Word):
    """How it travelled."""

    SEA = "sea", "by ship from port to port"
    SHIP_TO_SHIP = "ship-to-ship", "passed from ship to ship at sea"
    RAIL = "rail", "by rail"
    ROAD = "road", "by road"
    AIR = "air", "by air"
    BY_HAND = "by-hand", "carried by a person"
    UNKNOWN = "unknown", "the sources do not say"


class Reply(Word):
    """What a party said to it."""

    DENIED = "denied", "said that it did not happen, or not so"
    REJECTED = "rejected", "did not speak to the fact but refused the accusation or the measure"
    DOUBTED = "doubted", "said that it may not be so"
    CONFIRMED = "confirmed", "said that it is so"
    PARTLY_CONFIRMED = "partly-confirmed", "said that a part of it is so"
    EXPLAINED = "explained", "gave a reason or another reading of it"
    NO_COMMENT = "no-comment", "was asked and said nothing, or declined"
    NONE_FOUND = "none-found", "no answer was found by the date given"


class ActorRole(Word):
    """What an actor did in it, by report."""

    SUPPLIER = "supplier", "gave the goods"
    RECIPIENT = "recipient", "got the goods"
    BUYER = "buyer", "bought, or is entered as the buyer"
    SELLER = "seller", "sold"
    BROKER = "broker", "brought the sides together"
    CARRIER = "carrier", "carried; also a ship"
    OWNER = "owner", "owns the ship or the goods"
    BUILDER = "builder", "built"
    CONSIGNEE = "consignee", "is named in the papers as the one to receive"
    PAYER = "payer", "paid"
    EMPLOYER = "employer", "had the workers"
    DEFENDANT = "defendant", "was charged, or sued"
    OTHER = "other", "something else; `as` says what"


class PlaceRole(Word):
    """What happened at a place, by report."""

    MADE = "made", "the goods were made there"
    LOADED = "loaded", "the goods were loaded there"
    CROSSED = "crossed", "the goods crossed a border there"
    TRANSFERRED = "transferred", "the goods changed ships or carriers there"
    STOPPED = "stopped", "the goods or the carrier were stopped there"
    UNLOADED = "unloaded", "the goods were unloaded there"
    BUILT = "built", "something was built there"
    WORKED = "worked", "people worked there"
    INTENDED = "intended", "the goods were meant for it and did not get there"
    STATIONED = "stationed", "people or goods were placed there"
    SEEN = "seen", "the goods or the carrier were seen there"


class RelationKind(Word):
    """How one entry stands to another."""

    PART_OF = "part_of", "it is a part of the other, and is not counted again"
    OVERLAPS = "overlaps", "some of the same goods are in both"
    FOLLOWS = "follows", "it came after the other and because of it"
    SAME_VESSEL = "same_vessel", "the same ship carried both"
    SAME_REPORT = "same_report", "reported together, without being one exchange"


class OutcomeKind(Word):
    """What authorities did about it."""

    REFUSAL = "refusal", "an authority refused leave"
    DETENTION = "detention", "a ship or a person was held"
    SEIZURE = "seizure", "goods were taken"
    RELEASE = "release", "what was held was let go"
    FORFEITURE = "forfeiture", "a court gave the property to the State"
    CHARGE = "charge", "a prosecutor brought charges"
    ARREST = "arrest", "a person was arrested"
    EXTRADITION = "extradition", "a person was handed to another State"
    CONVICTION = "conviction", "a court found a person or company guilty"
    ACQUITTAL = "acquittal", "a court found a person or company not guilty"
    FINE = "fine", "a fine was set"
    SETTLEMENT = "settlement", "the case was settled"
    DESIGNATION = "designation", "a State or the United Nations listed a party"
    EXPULSION = "expulsion", "a person was told to leave"
    CONTRACT_ENDED = "contract-ended", "a contract was ended"


class SourceKind(Word):
    """What kind of thing the source is."""

    ARTICLE = "article", "an article in print or on line"
    BROADCAST = "broadcast", "radio or television"
    POST = "post", "a blog or a social network"
    STATEMENT = "statement", "something said: a briefing, a speech, an answer"
    PRESS_RELEASE = "press-release", "a release by an authority, a company or a group"
    REPORT = "report", "a study or an official report"
    COURT_FILING = "court-filing", "what a party filed with a court"
    COURT_DECISION = "court-decision", "what a court decided"
    DATASET = "dataset", "a table of records"
    IMAGE = "image", "a photograph or a satellite image"
    LAW = "law", "a law or a resolution"


class DatedBy(Word):
    """What shows the date of publication."""

    PAGE = "page", "the page prints it"
    ADDRESS = "address", "the address of the page carries it"
    REASONED = "reasoned", "concluded from the text or from other reports; `note` says how where it is not plain"


class Access(Word):
    """How the ledger knows the source."""

    READ = "read", "the source itself was read"
    COPY = "copy", "it was read in one of its copies"
    RELAYED = "relayed", "nobody here read it: it is known through others"


class Extent(Word):
    """How much of it was read."""

    WHOLE = "whole", "all of it"
    OPENING = "opening", "its opening only"
    PART = "part", "single parts of it; `note` says which"


class KnowledgeKind(Word):
    """How a source knows what it did not read elsewhere."""

    SATELLITE_IMAGERY = "satellite-imagery", "images from satellites"
    SHIP_TRACKING = "ship-tracking", "positions that ships send"
    PHOTOGRAPH = "photograph", "photographs and film taken on the ground, at sea or from the air"
    CUSTOMS_RECORD = "customs-record", "customs and trade records"
    SEIZURE_RECORD = "seizure-record", "the record of those who seized the goods"
    COURT_FILING = "court-filing", "what a prosecutor or a party put before a court; not a finding"
    COURT_FINDING = "court-finding", "what a court found"
    DOCUMENT = "document", "papers: contracts, bills, letters, registers"
    OFFICIAL_ASSERTION = "official-assertion", "an official body says so"
    UNNAMED_OFFICIAL = "unnamed-official", "an official who is not named says so"
    PARTY_ACCOUNT = "party-account", "a party to the dealing says so"
    NAMED_WITNESS = "named-witness", "a person who is named saw it"
    UNNAMED_WITNESS = "unnamed-witness", "a person who is not named saw it, or has it from there"
    OWN_INQUIRY = "own-inquiry", "people and papers that the source does not list"
    INFERENCE = "inference", "concluded, not seen"
    NOT_STATED = "not-stated", "the source does not say how it knows"


class EdgeHow(Word):
    """What a source did with the one it relies on."""

    CITES = "cites", "names it"
    QUOTES = "quotes", "gives its words"
    REWRITES = "rewrites", "tells it again in other words"
    TRANSLATES = "translates", "gives it in another language"
    SAW = "saw", "saw the material itself"


class CitationWay(Word):
    """Which of the things that a source passes on a claim comes from."""

    WHOLE = "", "the source leads to one originator only"
    OWN = "own", "the source knows it itself"
    FROM = "from", "the source has it from the originator that is named"
    UNSAID = "unsaid", "the source does not say which of its sources it has it from"
    ALTERED = "altered", "the retelling changed it: nobody it relies on said it so"


class ActorKind(Word):
    """What an actor is."""

    PERSON = "person", "a person; named only with a `public_basis`"
    COMPANY = "company", "a company or trading body"
    AGENCY = "agency", "a public body below a government, or an international one"
    GOVERNMENT = "government", "a State's government as a whole"
    COURT = "court", "a court"
    ARMED_GROUP = "armed-group", "an armed group or private army"
    NGO = "ngo", "a group that is neither a business nor public"
    PUBLISHER = "publisher", "a newspaper, agency, broadcaster or site"
    VESSEL = "vessel", "a ship"


class PublicBasisKind(Word):
    """Why a person may be named."""

    PUBLIC_OFFICE = "public-office", "holds or held public office"
    DESIGNATED = "designated", "listed by a State or the United Nations"
    CHARGED = "charged", "charged in public court records"
    CONVICTED = "convicted", "convicted in public court records"
    ON_RECORD = "on-record", "spoke for themselves on the record"


class PlaceKind(Word):
    """What a place is."""

    PORT = "port", "a port"
    CROSSING = "crossing", "a border crossing, with its customs house"
    STATION = "station", "a railway station"
    PLANT = "plant", "a factory or works"
    MINE = "mine", "a mine"
    BASE = "base", "a military base"
    SITE = "site", "a building site, resort or other grounds"
    TOWN = "town", "a town or city"
    REGION = "region", "a region or province"
    SEA = "sea", "a sea or a part of one"


class Precision(Word):
    """How near the coordinates are."""

    EXACT = "exact", "the thing itself"
    TOWN = "town", "the town it is in"
    ABOUT = "about", "the area"


class ResolutionStatus(Word):
    """What became of a resolution."""

    IN_FORCE = "in-force", "in force"
    REPLACED = "replaced", "replaced by a later one"
    EXPIRED = "expired", "its time ran out"
    NOT_ADOPTED = "not-adopted", "it was not adopted"


class ParagraphBasis(Word):
    """Where the number of a paragraph was seen."""

    OFFICIAL_TEXT = "official-text", "in the official text, or an official page that quotes it"
    SECONDARY = "secondary", "in a fact sheet, a news page or a study"
    INFERRED = "inferred", "it follows from official text, which does not print it"
    NOT_SEEN = "not-seen", "nowhere yet: the page says so"


class Measure(Word):
    """What a provision does."""

    BAN = "ban", "forbids"
    CAP = "cap", "allows up to an amount"
    LICENCE = "licence", "allows with leave"
    INSPECTION = "inspection", "calls for or allows inspection"
    FREEZE = "freeze", "freezes assets"
    SERVICES = "services", "bars or limits services"
    REPORTING = "reporting", "asks for reports"
    MANDATE = "mandate", "sets up or renews a body"
    OTHER = "other", "something else"


class Direction(Word):
    """Which way the goods go, as seen from North Korea."""

    OUT = "out", "out of North Korea"
    IN = "in", "into North Korea"
    BOTH = "both", "either way"
    NONE = "none", "no goods move"


class Per(Word):
    """What a cap is counted over."""

    YEAR = "year", "each calendar year"
    MONTH = "month", "each month"
    PERIOD = "period", "the whole time it is in force"


class PointKind(Word):
    """Where a figure of a series comes from."""

    REPORTED = "reported", "reported by the one who delivers, or to the body that counts"
    REVISED = "revised", "a later figure for the same period"
    ESTIMATED = "estimated", "somebody else's estimate"
