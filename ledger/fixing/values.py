"""What a file says once it is in order: its plain data with the documented changes and no others."""

import unicodedata

from ledger.fixing import dates, derived
from ledger.fixing.fields import Place
from ledger.reading.nodes import Plain


def normal_text(text: str, place: Place) -> str:
    """Return the text in Unicode's composed form (NFC), a date as EDTF; an address stays as it is."""
    if "uri" in place.formats:
        return text
    composed = unicodedata.normalize("NFC", text)
    if not place.is_date:
        return composed
    return dates.normal(composed, is_day="date" in place.formats)


def normal(value: Plain, place: Place) -> Plain:
    """Return a value and all in it as ``fix`` would leave it, whatever its form in the file."""
    if isinstance(value, str):
        return normal_text(value, place)
    if isinstance(value, list):
        return [normal(item, place.item) for item in value]
    values = {unicodedata.normalize("NFC", key): normal(item, place.under(key)) for key, item in value.items()}
    return values | derived.missing(place.group, values)
