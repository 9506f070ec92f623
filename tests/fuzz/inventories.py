"""Inventories drawn from the published schema: mostly valid, so that every rule is reached."""

import json
import re
from collections.abc import Mapping
from functools import cache
from random import Random
from typing import Any

from tests.fuzz.seeds import ROOT

VENDORS = ("acme", "stats-co", "ads", "platform", "v1")
COUNTRIES = ("FR", "US", "DE", "GB", "IE", "CH", "BR", "IN", "KR", "NO", "JP", "RU", "CN", "XX")
JURISDICTIONS = (
    *("FR", "UK", "DE", "IT", "ES", "NL", "BE", "IE", "AT", "PT", "GR", "DK", "FI", "LU", "CH"),
    *("EU", "NO", "PL", "SE"),
)
NAMES = (
    "_ga",
    "_gid",
    "sid",
    "__Host-sid",
    "__Secure-x",
    "_pk_*",
    "PHPSESSID",
    "euconsent-v2",
    "a*b",
)
DURATIONS = (
    *(
        "session",
        "until-cleared",
        "13 months",
        "P13M",
        "397 days",
        "398 days",
        "25 months",
        "1 year",
    ),
    *("6 months", "PT30M", "2 years and 1 day", "34128000 seconds", "1 second", "10000 years"),
)
DATES = ("2026-11-23", "2026-11-24", "2025-11-22", "2020-02-29", "1970-01-01", "9999-12-31")
HOSTS = ("www.shop.example", "shop.example", ".shop.example", "ads.example", "x.co.uk", "localhost")
LANGUAGES = ("en", "fr", "de", "pt-BR", "zh-Hant")
TEXTS = (
    *(
        "Counts visits.",
        "the basket",
        "x",
        "L'été, c'est « ici »",
        "日本語",
        "a | b",
        "# not a title",
    ),
    *(
        "[click](javascript:x)",
        "<b>bold</b>",
        "`tick`",
        "::error::no",
        "%0A",
        "{{ 7 * 7 }}",
        "=1+1",
    ),
    *(
        "line one\nline two",
        "tab\there",
        "\x1b[31mred",
        "left\u202eright",
        "a\u200bb",
        "a\x00b",
        "a\x85b",
    ),
    *(
        "a\u2028b",
        "a\ufeffb",
        "\U0001f469\u200d\U0001f467",
        "w" * 300,
        "]]>",
        "-- ",
        "|",
        "\\",
        "…",
    ),
)
JUNK: tuple[Any, ...] = (
    *(
        None,
        True,
        0,
        -1,
        1.5,
        10**30,
        "",
        " ",
        "x" * 30_000,
        [],
        {},
        [[]],
        {"": ""},
        {"a": {"b": [1]}},
    ),
    *(
        "NO",
        "1.0",
        "2026-02-30",
        "13 month",
        "*",
        "é" * 200,
        "\U0010ffff",
        [None],
        ["x"] * 300,
        "http://",
    ),
)
PLAIN: Mapping[str | None, tuple[Any, ...]] = {
    "boolean": (True, False),
    "integer": (0, 1, 2, 3, 13, 16, 18, 50, 10_000),
    "number": (0, 0.5, 1, 2.5, 100),
    None: TEXTS,
}


@cache
def schema() -> Mapping[str, Any]:
    """Read the published schema."""
    path = ROOT / "schema" / "inventory.schema.json"
    return json.loads(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


class Inventories:
    """Draws inventories; the same seed draws the same ones."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._definitions = schema()["$defs"]
        # half of the inventories hold nothing that the schema refuses
        self._junk = random.choice((0.0, 0.0, 0.0, 0.002, 0.01, 0.05))
        self._share = random.choice((0.1, 0.3, 0.3, 0.5, 0.8))

    def data(self) -> dict[str, Any]:
        """Draw the plain data of an inventory."""
        data = self._object(schema(), "")
        if type(data.get("vendors")) is dict and self._random.random() < 0.8:
            data["vendors"] = {
                key: self._value({"$ref": "#/$defs/Vendor"}, "") for key in VENDORS[:3]
            }
        if self._random.random() < 0.9:
            data.pop("include", None)
        return data

    def _value(self, wanted: Mapping[str, Any], name: str) -> Any:
        random = self._random
        if random.random() < self._junk:
            return random.choice(JUNK)
        if "$ref" in wanted:
            wanted = {**wanted, **self._definitions[wanted["$ref"].rpartition("/")[2]]}
        if "anyOf" in wanted:
            return self._value(random.choice(wanted["anyOf"]), name)
        kind = wanted.get("type")
        if "const" in wanted or "enum" in wanted:
            return random.choice(wanted.get("enum", [wanted.get("const")]))
        if kind == "object":
            return self._object(wanted, name)
        if kind == "array":
            most = 4 if name == "cookies" else 2
            count = random.randint(wanted.get("minItems", 0), most)
            return [self._value(wanted["items"], name) for _ in range(count)]
        return self._text(wanted, name) if kind == "string" else random.choice(PLAIN[kind])

    def _object(self, wanted: Mapping[str, Any], name: str) -> dict[str, Any]:
        random = self._random
        required = wanted.get("required", ())
        found = {
            key: self._value(one, key)
            for key, one in wanted.get("properties", {}).items()
            if (key in required and random.random() >= self._junk) or random.random() < self._share
        }
        extra = wanted.get("additionalProperties")
        if "properties" not in wanted and isinstance(extra, Mapping):
            keys = LANGUAGES if "A-Za-z" in str(wanted.get("propertyNames")) else JURISDICTIONS
            found = {key: self._value(extra, name) for key in random.sample(keys, 2)}
        if "^x-" in wanted.get("patternProperties", {}) and random.random() < 0.1:
            found["x-own"] = random.choice((*TEXTS, *JUNK))
        if random.random() < self._junk:
            found[random.choice(TEXTS)] = random.choice(JUNK)
        return found

    def _text(self, wanted: Mapping[str, Any], name: str) -> str:
        random = self._random
        pattern = wanted.get("pattern", "")
        if "session|" in pattern:
            return random.choice(DURATIONS)
        for start, choices in PATTERNS:
            if pattern.startswith(start):
                return random.choice(choices)
        if name in ("country", "establishment"):
            return random.choice(COUNTRIES)
        if name in ("name", "choice_cookie") and random.random() < 0.8:
            return random.choice(NAMES)
        if "email" in name:
            return "privacy@shop.example"
        return str(random.choice(wanted.get("examples", TEXTS)))


PATTERNS = (
    ("^[0-9]{4}-", DATES),
    ("^[a-z][a-z0-9-]*$", VENDORS),
    ("^[A-Z]{2}", JURISDICTIONS),
    ("^https?://", ("https://www.shop.example/cookies", "http://ads.example:8080/?a=b")),
    ("^\\.?[A-Za-z0-9_]", HOSTS),
    ("^[A-Za-z]{2,3}", LANGUAGES),
)


def draw_inventory(random: Random) -> bytes:
    """Draw an inventory and write it as JSON, or as YAML in one of several hands."""
    data = Inventories(random).data()
    if random.random() < 0.15:
        return _json(data, random).encode()
    lines = list(_lines(data, 0, random))
    text = "\n".join(lines) + random.choice(("\n", "\n", ""))
    if random.random() < 0.1:
        text = text.replace("\n", "\r\n")
    return random.choice((b"", b"", b"", b"\xef\xbb\xbf")) + text.encode()


def quoted(text: str) -> str:
    """Write a text in double quotes, with escapes for all that does not print."""
    letters = [
        f"\\{letter}"
        if letter in '\\"'
        else letter
        if letter.isprintable()
        else f"\\x{ord(letter):02x}"
        if ord(letter) < 0x100
        else f"\\U{ord(letter):08x}"
        for letter in text
    ]
    return f'"{"".join(letters)}"'


def _json(data: Any, random: Random) -> str:
    text = json.dumps(data, ensure_ascii=False, indent=random.choice((None, 1, "\t")))
    # JSON may hold these as they are; the format wants their escapes
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff]", lambda found: f"\\u{ord(found[0]):04x}", text)


def _inline(value: Any, random: Random) -> str:
    match value:
        case str():
            plain = value.isascii() and value.replace("-", "").replace("_", "").isalnum()
            return value if plain and random.random() < 0.8 else quoted(value)
        case list():
            return f"[{', '.join(_inline(one, random) for one in value)}]"
        case dict():
            entries = (f"{quoted(key)}: {_inline(one, random)}" for key, one in value.items())
            return f"{{{', '.join(entries)}}}"
    return json.dumps(value)


def _lines(data: Mapping[str, Any], column: int, random: Random) -> list[str]:
    pad = " " * column
    lines = []
    for key, value in data.items():
        if random.random() < 0.03:
            lines.append(f"{pad}# {random.choice(COMMENTS)}")
        name = key if key.isascii() and key.replace("_", "").isalnum() else quoted(key)
        if isinstance(value, dict) and value and random.random() < 0.7:
            lines += [f"{pad}{name}:", *_lines(value, column + 2, random)]
        elif isinstance(value, list) and any(isinstance(one, dict) and one for one in value):
            lines.append(f"{pad}{name}:")
            for one in value:
                lines += _item(one, column + 2, random)
        else:
            comment = f"  # {random.choice(COMMENTS)}" if random.random() < 0.03 else ""
            lines.append(f"{pad}{name}: {_inline(value, random)}{comment}")
    return lines


def _item(value: Any, column: int, random: Random) -> list[str]:
    pad = " " * column
    if not isinstance(value, dict) or not value or random.random() < 0.1:
        return [f"{pad}- {_inline(value, random)}"]
    lines = _lines(value, column + 2, random)
    first = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
    lines[first] = f"{pad}- {lines[first][column + 2 :]}"
    return lines


COMMENTS = (
    *("note", "policylint: ignore[INV002] agreed", "policylint: ignore[INV002]", "policylint: x"),
    *("policylint: ignore[ALL, LIF001, x] why", "policylint: ignore[] y", "é 😀 \t#"),
    "policylint: ignore[description-missing, INF001] \u202etxt",
)
