"""Citations that still say which of a source's originators they mean, after sources were put in the place of others."""

import zlib
from collections.abc import Mapping
from typing import Any

from ledger.evidence.origins import Misread, Sources
from ledger.model.citations import Citation, parse
from ledger.model.ids import OriginId
from ledger.model.source import Source
from ledger.model.words import CitationWay

Records = dict[tuple[str, str], dict[str, Any]]


def repair(records: Records, others: Records) -> None:
    """Mend each citation in ``records`` that its source does not bear out; ``others`` are the records besides."""
    table = {
        id: Source.model_validate(fields, context={"id": id})
        for (kind, id), fields in (others | records).items()
        if kind == "sources"
    }
    mender = _Mender(Sources(table))
    for (kind, _), fields in records.items():
        if kind == "transactions":
            for claim in fields["claims"].values():
                mender.mend(claim)
            for disagreement in fields.get("disagreements", []):
                for value in disagreement["values"]:
                    mender.mend(value)


class _Mender:
    def __init__(self, sources: Sources) -> None:
        self._sources = sources

    def mend(self, holder: dict[str, Any]) -> None:
        """Mend the citations of a claim or of a value."""
        lines = [self._line(line) for line in holder.get("sources", [])]
        if lines:
            holder["sources"] = [line for at, line in enumerate(lines) if line not in lines[:at]]

    def _line(self, line: str | Mapping[str, str]) -> Any:
        if not isinstance(line, str):
            return {**line, "cite": self._line(line["cite"])}
        cited = parse(line)
        return line if self._holds(cited) else str(next(each for each in self._ways(cited) if self._holds(each)))

    def _holds(self, citation: Citation) -> bool:
        try:
            self._sources.reached(citation)
        except Misread:
            return False
        return True

    def _ways(self, cited: Citation) -> list[Citation]:
        """Return what may be said instead, the nearest to what was said first."""
        source = cited.source
        makers = sorted({self._sources.maker(end) for end in self._sources.ends(source)})
        turn = zlib.crc32(str(cited).encode()) % max(len(makers), 1)
        named = [Citation(source, CitationWay.FROM, OriginId(maker)) for maker in makers[turn:] + makers[:turn]]
        plain = [Citation(source), Citation(source, cited.way)] if not cited.origin else [Citation(source)]
        return [*plain, *named, Citation(source, CitationWay.OWN), Citation(source, CitationWay.UNSAID)]
