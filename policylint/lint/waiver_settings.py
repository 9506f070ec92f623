"""How waivers are read from the configuration: every accepted risk has a reason and an end."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from policylint.lint.finding import Waiver
from policylint.model.record import MisfitError
from policylint.model.scalars import describe

_HEADER = r"(?m)^[ \t]*\[\[[ \t]*(?:tool\.policylint\.)?waivers[ \t]*\]\]"
_KEY = r"(?m)^[ \t]*waivers[ \t]*="


def read_waivers(value: Any) -> tuple[Waiver, ...]:
    """Read the tables of waivers. Raises MisfitError naming the table and key."""
    if type(value) is not list:
        raise MisfitError(f"holds {describe(value)}; expected [[waivers]] tables")
    return tuple(_waiver(table, number) for number, table in enumerate(value, 1))


def _waiver(table: Any, number: int) -> Waiver:
    if type(table) is not dict:
        raise MisfitError(f"holds {describe(table)}; expected a table", number)
    found: dict[str, Any] = {}
    for key, value in table.items():
        if key not in _WAIVER_READERS:
            raise MisfitError(f"is unknown; expected {', '.join(_WAIVER_READERS)}", number, key)
        try:
            found[key.replace("-", "_")] = _WAIVER_READERS[key](value)
        except MisfitError as error:
            raise MisfitError(error.message, number, key) from None
    for key in ("rule", "reason", "approved-by", "expires"):
        if key not in table:
            raise MisfitError(f"lacks '{key}'; a waiver says what, why, who and until when", number)
    if "cookie" in table and "vendor" in table:
        raise MisfitError("names a cookie and a vendor; expected one of the two", number)
    return Waiver.build(found)


def _text(value: Any) -> str:
    if type(value) is str and value.strip():
        return value
    raise MisfitError(f"holds {describe(value)}; expected a text that is not blank")


def _rule(value: Any) -> str:
    word = _text(value)
    if word.upper().startswith("DOC"):
        raise MisfitError(f"holds '{word}'; a fault of the file is mended, not accepted")
    return word


def _day(value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if type(value) is str and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise MisfitError(f"holds {describe(value)}; expected a day such as 2027-01-31")


_WAIVER_READERS: Mapping[str, Callable[[Any], Any]] = {
    "rule": _rule,
    "cookie": _text,
    "vendor": _text,
    "files": _text,
    "reason": _text,
    "approved-by": _text,
    "expires": _day,
}


def placed(waivers: tuple[Waiver, ...], text: str) -> tuple[Waiver, ...]:
    """Tell each waiver on which line of the configuration it stands, as well as can be told.

    TOML's reader gives no places: the headers are counted, and where there are not as many as
    waivers, all stand where the first one does.
    """
    starts = [match.start() for match in re.finditer(_HEADER, text)]
    if len(starts) != len(waivers):
        first = re.search(_HEADER, text) or re.search(_KEY, text)
        starts = [first.start() if first else 0] * len(waivers)
    return tuple(
        waiver.changed(line=text.count("\n", 0, start) + 1)
        for waiver, start in zip(waivers, starts, strict=True)
    )
