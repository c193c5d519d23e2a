"""The words that a field may take, each with what it means.

The meanings are published in the field reference and shown by editors beside the words.
"""

from ledger.model.words.dealings import (
    ActorRole,
    Mode,
    Nature,
    OutcomeKind,
    PlaceRole,
    PointKind,
    RelationKind,
    Reply,
    Stage,
)
from ledger.model.words.law import Direction, Measure, ParagraphBasis, Per, ResolutionStatus, TurnsOn
from ledger.model.words.parties import ActorKind, PlaceKind, Precision, PublicBasisKind
from ledger.model.words.sourcing import Access, CitationWay, DatedBy, EdgeHow, Extent, KnowledgeKind, SourceKind
from ledger.model.words.word import Word

__all__ = [
    "Access",
    "ActorKind",
    "ActorRole",
    "CitationWay",
    "DatedBy",
    "Direction",
    "EdgeHow",
    "Extent",
    "KnowledgeKind",
    "Measure",
    "Mode",
    "Nature",
    "OutcomeKind",
    "ParagraphBasis",
    "Per",
    "PlaceKind",
    "PlaceRole",
    "PointKind",
    "Precision",
    "PublicBasisKind",
    "RelationKind",
    "Reply",
    "ResolutionStatus",
    "SourceKind",
    "Stage",
    "TurnsOn",
    "Word",
]
