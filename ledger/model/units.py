"""The units and currencies that amounts are counted in, with their spellings in reports."""

from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

from ledger.model.codes import UNKNOWN_WORD, refusal
from ledger.problems.problem import did_you_mean

UNITS: dict[str, tuple[str, ...]] = {
    # mass; a ton whose kind was not said is not a tonne
    "ton": ("ton", "tons"),
    "short-ton": ("short ton", "short tons"),
    "tonne": ("tonne", "tonnes", "metric ton", "metric tons"),
    "kilogram": ("kilogram", "kilograms", "kg"),
    "gram": ("gram", "grams"),
    # volume and length
    "barrel": ("barrel", "barrels"),
    "litre": ("litre", "litres", "liter", "liters"),
    "cubic-metre": ("cubic metre", "cubic metres", "cubic meter", "cubic meters"),
    "foot": ("foot", "feet"),
    "hectare": ("hectare", "hectares"),
    "metre": ("metre", "metres", "meter", "meters"),
    # what carries the goods, and how often
    "case": ("case", "cases", "carton", "cartons", "box", "boxes", "crate", "crates"),
    "bottle": ("bottle", "bottles"),
    "container": ("container", "containers"),
    "wagon": ("wagon", "wagons", "railcar", "railcars"),
    "truck": ("truck", "trucks", "lorry", "lorries"),
    "ship": ("ship", "ships", "vessel", "vessels", "tanker", "tankers"),
    "voyage": ("voyage", "voyages", "trip", "trips", "delivery", "deliveries", "transfer", "transfers"),
    "shipment": ("shipment", "shipments", "consignment", "consignments", "export", "exports"),
    # goods counted by the piece
    "item": ("item", "items", "piece", "pieces", "unit", "units", "product", "products"),
    "shell": ("shell", "shells", "artillery shell", "artillery shells"),
    "round": ("round", "rounds"),
    "missile": ("missile", "missiles"),
    "rocket": ("rocket", "rockets"),
    "vehicle": ("vehicle", "vehicles", "car", "cars", "limousine", "limousines"),
    "watch": ("watch", "watches"),
    "statue": ("statue", "statues"),
    "kind": ("kind", "kinds"),
    "building": ("building", "buildings", "clinic", "clinics", "hospital", "hospitals"),
    "plant": ("plant", "plants"),
    "permit": ("permit", "permits", "work permit", "work permits"),
    "contract": ("contract", "contracts"),
    # people
    "person": ("person", "persons", "people", "worker", "workers", "labourer", "labourers"),
    "soldier": ("soldier", "soldiers", "troops"),
    "percent": ("percent", "per cent", "%"),
    # currencies, by ISO 4217
    "USD": ("US dollars", "US dollar"),
    "EUR": ("euros", "euro"),
    "GBP": ("pounds sterling",),
    "CHF": ("Swiss francs", "Swiss franc"),
    "CNY": ("yuan",),
    "JPY": ("yen",),
    "KRW": ("South Korean won",),
    "RUB": ("roubles", "rouble", "rubles"),
    "KPW": ("North Korean won",),
    "BWP": ("pula",),
    "TWD": ("New Taiwan dollars",),
    "HKD": ("Hong Kong dollars",),
    "SGD": ("Singapore dollars",),
    "AUD": ("Australian dollars",),
    "NAD": ("Namibian dollars",),
    "NZD": ("New Zealand dollars",),
    "ZAR": ("rand",),
    "DKK": ("Danish kroner",),
    "TZS": ("Tanzanian shillings",),
    "XOF": ("West African CFA francs",),
    "XAF": ("Central African CFA francs",),
    "BDT": ("taka",),
    "PKR": ("Pakistani rupees",),
    "THB": ("baht",),
    "MYR": ("ringgit",),
    "CZK": ("Czech korunas",),
}
"""By unit: how reports spell it. Currencies have the three capital letters of ISO 4217."""


def not_a_unit(unit: str) -> str:
    """Return what to say of a unit that is none."""
    guess = did_you_mean(unit, UNITS) or f"; write one of {', '.join(UNITS)}"
    return f'"{unit}" is not a unit{guess}'


def _known(unit: str) -> str:
    if unit not in UNITS:
        raise refusal(UNKNOWN_WORD, not_a_unit(unit))
    return unit


UNIT_SCHEMA = {
    "title": "Unit",
    "type": "string",
    "enum": list(UNITS),
    "enumDescriptions": [", ".join(spellings) for spellings in UNITS.values()],
}
"""What editors show: each unit, with its spellings in reports."""

Unit = Annotated[str, AfterValidator(_known), WithJsonSchema(UNIT_SCHEMA)]
"""A unit by its name in ``UNITS``."""


def plural(unit: str) -> str:
    """Return how a unit is written after a number that is not one."""
    spellings = UNITS[unit]
    return spellings[1] if len(spellings) > 1 and unit.islower() else spellings[0]


CURRENCY_SIGNS = {
    "$": "USD",
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
    "CHF ": "CHF",
    "NT$": "TWD",
    "HK$": "HKD",
    "S$": "SGD",
    "A$": "AUD",
    "N$": "NAD",
}
"""Signs before a number, by currency. ``¥`` is left out: it is two currencies."""
