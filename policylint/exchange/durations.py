"""Durations as cookie tables and consent platforms write them, in the words of the inventory.

What a text does not say stays unknown: no end is invented, and no unit.
"""

import re
from functools import cache, lru_cache
from typing import Literal

from policylint.exchange.duration_parts import Part, Reading, read_parts
from policylint.exchange.duration_phrases import is_date, take_phrases
from policylint.exchange.duration_words import fold
from policylint.model.lifetime import MOST_TEXT, parse_lifetime
from policylint.model.record import MisfitError, Record
from policylint.model.terms import Renewal, Storage

Certainty = Literal["exact", "rounded", "clipped", "range", "unknown"]
CUT_DAYS = 400
"""Browsers keep a cookie no longer (RFC 6265bis): a scanner that saw 400 days saw at least 400."""

_DAYS = {"year": 365, "month": 30, "week": 7, "day": 1, "hour": 1 / 24}
_SECONDS = (("day", 86_400), ("hour", 3600), ("minute", 60), ("second", 1))
_ENDLESS_STORAGE = frozenset({"local-storage", "indexed-db", "cache-storage"})
_NO_LENGTH = "it does not say how long"


class ForeignDuration(Record):
    """A duration of a foreign file.

    `lifetime` is in the words of the inventory, the longest of a range; None where the text does
    not say it. `remark` says why it is not exact. `renewal` is `rolling` where the text says that
    a visit pushes the expiry forward.
    """

    text: str
    lifetime: str | None
    certainty: Certainty
    remark: str = ""
    renewal: Renewal | None = None


def read_duration(
    text: str, language: str | None = None, *, storage: Storage = "cookie"
) -> ForeignDuration:
    """Read a duration in any of the languages; `language` settles abbreviations such as 'j'."""
    if len(text) > MOST_TEXT:
        return _unknown(text[:MOST_TEXT], f"a text of {len(text):,} characters is no duration")
    return _read(text, (language or "").partition("-")[0].lower(), storage)


def read_seconds(count: object, *, storage: Storage = "cookie") -> ForeignDuration:
    """Write a number of seconds in the largest unit that holds it exactly."""
    seconds = _whole(count)
    shown = str(count)[:MOST_TEXT]
    if seconds is None or seconds <= 0:
        return _unknown(shown, "it is no number of seconds above 0")
    unit, size = next(pair for pair in _SECONDS if seconds % pair[1] == 0)
    found = _finished(shown, [Part(seconds // size, unit)], storage)
    return found.changed(text=f"{shown} seconds")


def read_days(count: object, *, storage: Storage = "cookie") -> ForeignDuration:
    """Write a number of days, which may be text: '389'."""
    days = _whole(count)
    shown = str(count)[:MOST_TEXT]
    if days is None or days <= 0:
        return _unknown(shown, "it is no number of days above 0")
    return _finished(shown, [Part(days, "day")], storage).changed(text=f"{shown} days")


def _whole(count: object) -> int | None:
    if isinstance(count, float) and count.is_integer() and abs(count) < 1e15:  # noqa: PLR2004
        return int(count)
    if type(count) is int:
        return count if abs(count) < 10**15 else None
    if isinstance(count, str) and re.fullmatch("[0-9]{1,15}", count.strip(), re.ASCII):
        return int(count)
    return None


@lru_cache(maxsize=4096)
def _read(text: str, language: str, storage: Storage) -> ForeignDuration:
    shown = " ".join(text.split())
    if not shown.strip("-\u2013\u2014./?"):
        return _unknown(text, "no duration is given")
    iso = _iso(shown)
    if iso is not None:
        return _finished(text, iso, storage)
    if shown.lstrip("-+").isdecimal():
        return _unknown(text, "it has no unit")
    if is_date(shown):
        return _unknown(text, "it is a day, not a duration")
    rest, phrases = take_phrases(fold(_plurals().sub("", shown)))
    reading = read_parts(rest, language)
    if "less" in phrases and len(reading.stray) == 1 and not reading.choices:
        reading.add(Part(1, reading.stray[0]))  # languages without an article
    if reading.choices:
        return _measured(text, reading, phrases, storage)
    return _worded(text, reading, phrases, storage)


def _measured(
    text: str, reading: Reading, phrases: frozenset[str], storage: Storage
) -> ForeignDuration:
    """Judge a text that holds at least one figure."""
    if reading.strange and not reading.has_choice and "open" not in phrases:
        words = " ".join(reading.strange)
        return _unknown(text, f"the words '{words}' were not understood")
    if "open" in phrases:
        return _unknown(text, "its longest is not given").changed(certainty="range")
    if "endless" in phrases or "endless" in reading.kinds:
        return _range(text, "until-cleared")
    found = max((_finished(text, choice, storage) for choice in reading.choices), key=_span)
    if found.certainty != "exact":
        return found
    several = len(reading.choices) > 1 and not reading.is_restated
    if several or "most" in phrases or "session" in reading.kinds:
        return _range(text, found.lifetime)
    return _qualified(found, reading, phrases)


def _qualified(
    found: ForeignDuration, reading: Reading, phrases: frozenset[str]
) -> ForeignDuration:
    """Add what the words around one figure say of it."""
    if "rolling" in phrases:
        found = found.changed(renewal="rolling", remark="each visit starts it anew")
    for phrase, remark in _ROUNDING.items():
        if phrase in phrases:
            return found.changed(certainty="rounded", remark=remark)
    if reading.respelled:
        return found.changed(remark=f"read as '{found.lifetime}'")
    return found


_ROUNDING = {
    "less": "the text says only that it is shorter",
    "about": "the text gives it as approximate",
    "default": "a default, which a site may change",
}


def _worded(
    text: str, reading: Reading, phrases: frozenset[str], storage: Storage
) -> ForeignDuration:
    """Judge a text without a figure."""
    kinds = reading.kinds
    if "unknown" in kinds or reading.strange or reading.stray:
        return _unknown(text, "it gives no figure")
    if "session" in kinds or {"closing", "browser"} <= kinds or "session-storage" in phrases:
        remark = "read as 'session'" if reading.respelled else ""
        return ForeignDuration(text=text, lifetime="session", certainty="exact", remark=remark)
    cleared = "cleared" in kinds and kinds & {"persistent", "either"}
    if "endless" in phrases or "endless" in kinds or cleared:
        return ForeignDuration(text=text, lifetime="until-cleared", certainty="exact")
    if "persistent" in kinds or "local-storage" in phrases:
        if storage in _ENDLESS_STORAGE:
            return ForeignDuration(text=text, lifetime="until-cleared", certainty="exact")
        return _unknown(text, _NO_LENGTH)
    return _unknown(text, "it gives no figure")


def _finished(text: str, parts: list[Part], storage: Storage) -> ForeignDuration:
    """Write figures as the inventory does, if it can hold them."""
    kept = [part for part in parts if part.number]
    if not kept:
        return _unknown(text, "it lasts no time at all")
    if storage == "cookie" and _is_cut(kept):
        remark = f"{CUT_DAYS} days is the most that browsers keep: what was set may be longer"
        lifetime = f"{CUT_DAYS} days"
        return ForeignDuration(text=text, lifetime=lifetime, certainty="clipped", remark=remark)
    written = " ".join(part.words for part in kept)
    try:
        parse_lifetime(written)
    except MisfitError as misfit:
        return _unknown(text, misfit.message.partition(";")[0])
    return ForeignDuration(text=text, lifetime=written, certainty="exact")


def _is_cut(parts: list[Part]) -> bool:
    if not {part.unit for part in parts} - {"year", "month"}:
        return False
    if any(part.unit in {"minute", "second"} for part in parts):
        return False
    least = sum(part.number * _DAYS[part.unit] for part in parts)
    months = sum(part.number * {"year": 12, "month": 1}.get(part.unit, 0) for part in parts)
    return least <= CUT_DAYS <= least + months % 12


def _span(found: ForeignDuration) -> int:
    return parse_lifetime(found.lifetime).longest_seconds if found.lifetime else 0


def _range(text: str, lifetime: str | None) -> ForeignDuration:
    remark = "the longest that it gives"
    return ForeignDuration(text=text, lifetime=lifetime, certainty="range", remark=remark)


def _unknown(text: str, remark: str) -> ForeignDuration:
    return ForeignDuration(text=text, lifetime=None, certainty="unknown", remark=remark)


@cache
def _plurals() -> re.Pattern[str]:
    return re.compile(r"(?<=[^\W\d_])\((?:s|n|e|en|es|er|r|ar|i)\)")


@cache
def _iso_form() -> re.Pattern[str]:
    date = "(?:([0-9]{1,12})Y)?(?:([0-9]{1,12})M)?(?:([0-9]{1,12})W)?(?:([0-9]{1,12})D)?"
    time = "(?:T(?:([0-9]{1,12})H)?(?:([0-9]{1,12})M)?(?:([0-9]{1,12})S)?)?"
    return re.compile(f"P{date}{time}")


def _iso(text: str) -> list[Part] | None:
    match = _iso_form().fullmatch(text.upper())
    if match is None or not any(match.groups()):
        return None
    units = ("year", "month", "week", "day", "hour", "minute", "second")
    return [
        Part(int(count), unit)
        for count, unit in zip(match.groups(), units, strict=True)
        if count is not None
    ]
