"""Read a misspelled duration where it can be read in one way only, and write it as the format does.

Never `m` (minutes or months), `j` (days in French, years in Dutch), `a`, `s`, `sem`, and no bare
number, range, fraction or comparison: whatever a person would have to ask about stays as it is.
"""

import re
from collections.abc import Mapping

from policylint.model.lifetime import MOST_TEXT, parse_lifetime
from policylint.model.record import MisfitError
from policylint.model.spelling import respelled

UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
SPECIAL = ("session", "until-cleared")
# English with its abbreviations; French, German, Spanish, Italian, Dutch and Portuguese.
_WORDS: Mapping[str, str] = {
    "year": "y yr yrs an ans année années annee annees jahr jahre jahren año años ano anos anno"
    " anni jaar jaren",
    "month": "mo mos mth mths mois monat monate monaten mes meses mese mesi maand maanden mês",
    "week": "w wk wks semaine semaines woche wochen semana semanas settimana settimane weken",
    "day": "d jour jours tag tage tagen día días dia dias giorno giorni dag dagen",
    "hour": "h hr hrs heure heures stunde stunden hora horas ora ore uur uren",
    "minute": "min mins minuten minuto minutos minuti minuut",
    "second": "sec secs seconde secondes sekunde sekunden segundo segundos secondo secondi"
    " seconden",
}
_UNIT_OF = {word: unit for unit, words in _WORDS.items() for word in words.split()}
_ENGLISH = {form: unit for unit in UNITS for form in (unit, f"{unit}s")}
_AMOUNT = r"([0-9]{1,12})[\s_-]*([^\W\d_]+)\.?"
_JOINT = r"\s*(?:,|\band\b|\bet\b|\bund\b)*\s*"
_PLURALS = tuple(f"{unit}s" for unit in UNITS)


def respelled_duration(text: str) -> str | None:
    """Write a duration as the format does, None where it is unclear what is meant."""
    if len(text) > MOST_TEXT:
        return None
    written = respelled(text.strip(), SPECIAL) or _iso(text) or _words(text.strip().lower())
    if written is None or written == text:
        return None
    try:
        parse_lifetime(written)
    except MisfitError:
        return None
    return written


def _iso(text: str) -> str | None:
    bare = "".join(text.split()).upper()
    return bare if re.fullmatch("P[0-9YMWDTHS]+", bare) else None


def _words(text: str) -> str | None:
    if not re.fullmatch(f"{_AMOUNT}(?:{_JOINT}{_AMOUNT})*", text):
        return None
    amounts = re.findall(_AMOUNT, text)
    several = len(amounts) > 1
    units = [_unit(word) for _, word in amounts if not (several and word == "y")]  # Spanish: and
    known = [UNITS.index(unit) for unit in units if unit]
    if len(known) < len(amounts) or known != sorted(set(known)):
        return None
    joint = " and " if re.search(r",|\b(?:and|et|und)\b", text) else " "
    counts = [count for count, _ in amounts]
    return joint.join(
        _amount(*pair) for pair in zip(counts, map(UNITS.__getitem__, known), strict=True)
    )


def _amount(count: str, unit: str) -> str:
    return f"{count} {unit}" if int(count) == 1 else f"{count} {unit}s"


def _unit(word: str) -> str | None:
    exact = _ENGLISH.get(word) or _UNIT_OF.get(word)
    if exact:
        return exact
    slips = (respelled(word, forms) for forms in (UNITS, _PLURALS))
    found = {_ENGLISH[form] for form in slips if form}
    return found.pop() if len(found) == 1 else None
