"""The words about actors and places."""

from ledger.model.words.word import Word


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
