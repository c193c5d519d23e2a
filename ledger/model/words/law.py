"""The words about resolutions and their provisions."""

from ledger.model.words.word import Word


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


class TurnsOn(Word):
    """What a provision turns on besides the goods themselves, so that goods alone can only say "may"."""

    USE = "use", "what the goods or services are for"
    LIST = "list", "a list or a definition that each State or a committee makes"
    VALUE = "value", "the value of the piece"
    CARRIER = "carrier", "whose ship or flag it is"
    PERMIT = "permit", "whether leave was given before"
    CONDITION = "condition", "whether the goods are new, or another condition"


class Per(Word):
    """What a cap is counted over."""

    YEAR = "year", "each calendar year"
    MONTH = "month", "each month"
    PERIOD = "period", "the whole time it is in force"
