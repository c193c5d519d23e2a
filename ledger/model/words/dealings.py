"""The words about what happened, and who said what to it."""

from ledger.model.words.word import Word


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
    NOT_REACHED = "not-reached", "was looked for and had not answered when it was reported"
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
    LEFT = "left", "the carrier or the people set out from there"
    LOADED = "loaded", "the goods were loaded there"
    CROSSED = "crossed", "the goods crossed a border there"
    TRANSFERRED = "transferred", "the goods changed ships or carriers there"
    STOPPED = "stopped", "the goods or the carrier were stopped there"
    UNLOADED = "unloaded", "the goods were unloaded there"
    BUILT = "built", "something was built there"
    WORKED = "worked", "people worked there"
    INTENDED = "intended", "the goods were meant for it; nobody reports that they came there"
    STATIONED = "stationed", "people or goods were placed there"
    SEEN = "seen", "the goods or the carrier were seen there"


class RelationKind(Word):
    """How one entry stands to another."""

    PART_OF = "part_of", "it is a part of the other, and is not counted again"
    OVERLAPS = "overlaps", "some of the same goods are in both"
    FOLLOWS = "follows", "it came after the other and because of it"
    SAME_VESSEL = "same_vessel", "the same ship carried both"
    DISTINCT = "distinct", "alike, but not known to share any goods"
    SAME_REPORT = "same_report", "reported together, without being one exchange"


class OutcomeKind(Word):
    """What authorities did about it."""

    REFUSAL = "refusal", "an authority refused leave"
    DETENTION = "detention", "a ship or a person was held"
    SEIZURE = "seizure", "goods were taken"
    FREEZE = "freeze", "funds were frozen"
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


class PointKind(Word):
    """Where a figure of a series comes from."""

    REPORTED = "reported", "reported by the one who delivers, or to the body that counts"
    REVISED = "revised", "a later figure for the same period"
    ESTIMATED = "estimated", "somebody else's estimate"
