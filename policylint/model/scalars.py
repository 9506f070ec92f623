"""How single values are read: names, hosts, links, languages, countries, dates."""

import re
from datetime import date
from functools import cache, lru_cache
from typing import Annotated, Any

from policylint import __version__
from policylint.model.record import MisfitError, Parsed

# ISO 3166-1 alpha-2, every code officially assigned.
_CODES = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO
BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ
DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP
GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG
KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML
MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE
PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL
SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM
US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""
FORMAT_VERSION = 1
COUNTRIES = frozenset(_CODES.split())
_OTHER_CODES = {"UK": "GB", "EL": "GR"}
# Longest values, in characters. Browsers refuse a cookie whose name and value pass 4,096 bytes.
MOST_TEXT = 20_000
MOST_NAME = 4_096
MOST_HOST = 254
MOST_ID = 100
MOST_TAG = 35

_LABEL = r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
_HOST = rf"{_LABEL}(?:\.{_LABEL})*"
_URL = rf"https?://(?:{_HOST}|\[[0-9A-Fa-f:.]+\])(?::[0-9]{{1,5}})?(?:[/?#][^\s<>]*)?"
_LANGUAGE = r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*"
_JURISDICTION = r"[A-Z]{2}(?:-[A-Z]{2,3})?"
_NAMES = {" ": "a space", "\t": "a tab", "\n": "a line break"}
_TAG = "a language tag such as 'fr' or 'pt-BR'"


@cache
def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def describe(value: Any) -> str:
    """Name a datum as its author sees it: `'text'`, `the number 12`, `a list`, `nothing`."""
    if type(value) is str:
        return f"'{value}'" if len(value) <= 60 else f"'{value[:59]}…'"  # noqa: PLR2004
    if value is None:
        return "nothing"
    if type(value) is bool:
        return f"'{str(value).lower()}'"
    if type(value) in {int, float}:
        return f"the number {value}"
    if type(value) in {list, dict}:
        return "a list" if type(value) is list else "a mapping"
    return f"'{value}'"  # a day or an hour, which TOML has


def misfit(value: Any, expected: str) -> MisfitError:
    """Say what a field holds and what was expected instead."""
    if type(value) in {int, float} and expected == "text":
        expected = "text: put it in quotes"
    return MisfitError(f"holds {describe(value)}; expected {expected}")


def parse_line(value: Any) -> str:
    """Read a text that is not blank. Raises MisfitError."""
    if type(value) is str and value and not value.isspace():
        if len(value) > MOST_TEXT:
            raise MisfitError(f"is {len(value):,} characters long; expected at most {MOST_TEXT:,}")
        return value
    if type(value) is str:
        raise MisfitError("is blank; expected text, or leave the line out")
    raise misfit(value, "text")


def parse_cookie_name(value: Any) -> str:
    """Read the name of an entry, `*` standing for any run of characters. Raises MisfitError."""
    name = parse_line(value)
    if len(name) > MOST_NAME:
        raise MisfitError(f"is {len(name):,} characters long; expected at most {MOST_NAME:,}")
    if not name.strip("*"):
        raise MisfitError(f"holds {describe(name)}, which covers every cookie; expected a name")
    return name


def parse_vendor_id(value: Any) -> str:
    """Read the id of a vendor. Raises MisfitError."""
    if type(value) is str and len(value) <= MOST_ID and _form("[a-z][a-z0-9-]*").fullmatch(value):
        return value
    raise misfit(value, "the id of a vendor: small letters, digits and '-', a letter first")


def parse_url(value: Any) -> str:
    """Read an absolute http or https link. Raises MisfitError."""
    if type(value) is str and len(value) <= MOST_NAME and _form(_URL).fullmatch(value):
        return value
    if type(value) is str and value.startswith(("https://", "http://")):
        raise MisfitError(_why_no_link(value))
    raise misfit(value, "a link that begins with https:// or http://")


def _why_no_link(value: str) -> str:
    """Say what keeps a text that begins as a link from being one."""
    if len(value) > MOST_NAME:
        return f"is {len(value):,} characters long; expected at most {MOST_NAME:,}"
    host = re.split("[/?#]", value.partition("://")[2], maxsplit=1)[0]
    stray = re.search(r"[^\w.:\[\]-]", host, re.ASCII) or re.search(r"[\s<>]", value)
    if stray is None:
        return f"holds {describe(value)}; expected a link with a host such as 'www.example.org'"
    char = stray.group()
    name = f"'{char}'" if char.isprintable() and char != " " else _NAMES.get(char)
    where = "the host of a link" if stray.string is host else "a link"
    return f"holds {describe(value)}; {name or f'U+{ord(char):04X}'} is no part of {where}"


def parse_host(value: Any) -> str:
    """Read a host name, in small letters, with or without a leading dot. Raises MisfitError."""
    if type(value) is str and len(value) <= MOST_HOST and _form(rf"\.?{_HOST}").fullmatch(value):
        return value.lower()
    raise misfit(value, "a host name such as 'www.example.org'")


def parse_language(value: Any) -> str:
    """Read a BCP 47 tag and give it its usual capitals: `pt-BR`, `zh-Hant`. Raises MisfitError."""
    if type(value) is not str or len(value) > MOST_TAG:
        raise misfit(value, _TAG)
    return _language(value)


@lru_cache(maxsize=256)
def _language(value: str) -> str:
    # Remembered: the same few tags stand at every text.
    if not _form(_LANGUAGE).fullmatch(value):
        raise misfit(value, _TAG)
    first, *rest = value.split("-")
    return "-".join([first.lower(), *map(_subtag, rest)])


def _subtag(text: str) -> str:
    if len(text) == 2:  # noqa: PLR2004
        return text.upper()
    return text.title() if len(text) == 4 else text.lower()  # noqa: PLR2004


def parse_country(value: Any) -> str:
    """Read an ISO 3166-1 alpha-2 code; `UK` and `EL` become `GB` and `GR`. Raises MisfitError."""
    if type(value) is str:
        code = _OTHER_CODES.get(value, value)
        if code in COUNTRIES:
            return code
        if value.upper() in COUNTRIES:
            raise MisfitError(f"holds '{value}'; expected '{value.upper()}'")
    raise misfit(value, "a country code of two letters (ISO 3166-1), such as 'FR'")


def parse_jurisdiction(value: Any) -> str:
    """Read the code of a jurisdiction; `GB` becomes `UK`, `EL` becomes `GR`. Raises MisfitError."""
    if type(value) is str and _form(_JURISDICTION).fullmatch(value):
        return {"GB": "UK", "EL": "GR"}.get(value, value)
    raise misfit(value, "the code of a jurisdiction, such as 'FR', 'EU' or 'UK'")


def respell_country(text: str) -> str | None:
    """Write the code of a country in capitals, None where there is no such country."""
    code = text.strip().upper()
    return code if code in COUNTRIES or code in _OTHER_CODES else None


def respell_jurisdiction(text: str) -> str | None:
    """Write the code of a jurisdiction in capitals, None where there is no such country."""
    code = text.strip().upper()
    if code != "EU" and respell_country(code.partition("-")[0]) is None:
        return None
    return code if _form(_JURISDICTION).fullmatch(code) else None


def parse_date(value: Any) -> date:
    """Read a day written `YYYY-MM-DD`. Raises MisfitError."""
    if type(value) is str and _form(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise MisfitError(f"holds '{value}', a day that does not exist") from None
    raise misfit(value, "a day written YYYY-MM-DD")


def parse_count(value: Any) -> int:
    """Read a whole number from 0. Raises MisfitError."""
    if type(value) is int and value >= 0:
        return value
    raise misfit(value, "a whole number from 0")


def parse_version(value: Any) -> int:
    """Read the version of the format. Raises MisfitError."""
    if type(value) is int and value == FORMAT_VERSION:
        return value
    if is_later_version(value):
        raise MisfitError(
            f"holds the number {value}, a later version of the format; policylint {__version__}"
            f" reads version {FORMAT_VERSION}"
        )
    raise misfit(value, f"{FORMAT_VERSION}, the only version of the format there is")


def is_later_version(value: Any) -> bool:
    """Tell whether a version is one that this version of policylint cannot know."""
    return type(value) is int and value > FORMAT_VERSION


Version = Annotated[int, Parsed(parse_version, {"type": "integer", "const": FORMAT_VERSION})]
Line = Annotated[
    str, Parsed(parse_line, {"type": "string", "pattern": r"\S", "maxLength": MOST_TEXT})
]
CookieName = Annotated[
    str,
    Parsed(parse_cookie_name, {"type": "string", "pattern": r"\S", "not": {"pattern": r"^\**$"}}),
]
VendorId = Annotated[
    str,
    Parsed(
        parse_vendor_id, {"type": "string", "pattern": "^[a-z][a-z0-9-]*$", "maxLength": MOST_ID}
    ),
]
Url = Annotated[
    str, Parsed(parse_url, {"type": "string", "pattern": f"^{_URL}$", "maxLength": MOST_NAME})
]
Host = Annotated[
    str, Parsed(parse_host, {"type": "string", "pattern": rf"^\.?{_HOST}$", "maxLength": MOST_HOST})
]
Language = Annotated[
    str,
    Parsed(parse_language, {"type": "string", "pattern": f"^{_LANGUAGE}$", "maxLength": MOST_TAG}),
]
Country = Annotated[
    str,
    Parsed(
        parse_country,
        {"type": "string", "enum": sorted({*COUNTRIES, *_OTHER_CODES})},
        respell_country,
    ),
]
Jurisdiction = Annotated[
    str,
    Parsed(
        parse_jurisdiction,
        {"type": "string", "pattern": f"^{_JURISDICTION}$"},
        respell_jurisdiction,
    ),
]
Day = Annotated[
    date, Parsed(parse_date, {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})
]
Count = Annotated[int, Parsed(parse_count, {"type": "integer", "minimum": 0})]
