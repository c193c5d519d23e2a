"""The words about sources, what they know, and how they are cited."""

from ledger.model.words.word import Word


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
    REASONED = "reasoned", "concluded from the text or from other reports"


class Access(Word):
    """How the ledger knows the source."""

    READ = "read", "the source itself was read"
    COPY = "copy", "it was read in one of its copies"
    RELAYED = "relayed", "nobody here read it: it is known through others"


class Extent(Word):
    """How much of it was read."""

    WHOLE = "whole", "all of it"
    OPENING = "opening", "its opening only"
    PART = "part", "single parts of it"


class KnowledgeKind(Word):
    """How a source knows what it did not read elsewhere."""

    SATELLITE_IMAGERY = "satellite-imagery", "images from satellites"
    SHIP_TRACKING = "ship-tracking", "positions that ships and aircraft send"
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
