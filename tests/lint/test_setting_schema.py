"""The published schema of the configuration and its reader take and refuse the same."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from policylint.errors import UsageError
from policylint.law.history import HISTORY
from policylint.lint.schemas import schema_text
from policylint.lint.setting_readers import READERS
from policylint.lint.settings import Settings, read_settings
from tests.conftest import ROOT

SCHEMA = json.loads(schema_text("configuration"))
WAIVER = '[[waivers]]\nrule = "LIF001"\nreason = "x"\napproved-by = "dpo"\nexpires = 2027-01-31\n'
RULE = (
    '[[rules]]\ncode = "ACM001"\nname = "own-fault"\nover = "site"\nfault = "true"\n'
    'message = "it is so"\nseverity = "info"\n'
    'citation = { title = "Charter", url = "https://acme.example" }\n'
)
CASE = '[[rules.tests]]\nname = "one"\ninventory = ""\nlines = [1]\n'
GOOD = (
    "rules = []",
    RULE,
    RULE + 'at = "url"\nsummary = "A."\nwhy = "b"\nfix = "c"\njurisdictions = ["FR", "EU"]\n',
    RULE + CASE + "as-of = 2026-01-01\n" + CASE.replace('inventory = ""', 'file = "a.yaml"'),
    'python-rules = ["own.py"]',
    '[extensions]\nschema = "own.schema.json"',
    WAIVER,
    WAIVER + 'cookie = "_ga"\nfiles = "sites/**"\n' + WAIVER + 'vendor = "google"',
    WAIVER.replace("2027-01-31", '"2027-01-31"'),
    "waivers = []",
    'baseline = "policylint-baseline.json"',
    'catalog = "our-catalog.yaml"',
    'catalog = ["our-catalog.yaml", "open-cookie-database.csv"]',
    "catalog = []",
    "",
    'select = ["ALL"]\nignore = ["INV013", "lifetime-too-long", "LIF"]',
    "select = []",
    'jurisdictions = ["FR", "EU", "UK", "CH", "PL"]',
    'fail-on = "never"',
    'fail-on = "info"\npreview = true',
    'exclude = ["archive/**", "legacy"]',
    f'rule-pack = "{HISTORY[0].name}"',
    '[severity]\nLIF010 = "warning"\nLIF = "info"',
    '[limits]\nlifetime = "P13M"\nreview = "1 year and 2 days"\nvendors = 0',
    "[limits]",
    '[limits]\nevidence = "2 weeks"\nobserved-tolerance = "0 %"',
    '[limits]\nobserved-tolerance = "12.5%"',
    '[limits]\nobserved-tolerance = "100 %"',
    '[per-file-ignores]\n"legacy/*.yaml" = ["INV"]\n"old" = []',
)
BAD = (
    "rules = {}",
    "rules = [1]",
    RULE.replace("ACM001", "LIF001"),
    RULE.replace("own-fault", "Own fault"),
    RULE.replace('"site"', '"sites"'),
    RULE.replace('"true"', '" "'),
    RULE.replace('"true"', f"'{'x' * 1_001}'"),
    RULE.replace('"info"', '"low"'),
    RULE.replace("https:", "ftp:"),
    RULE.replace("title", "titel"),
    RULE.replace("{ title", '{ force = "law", title'),
    RULE.replace('message = "it is so"\n', ""),
    RULE + 'colour = "red"\n',
    RULE + 'jurisdictions = ["US"]\n',
    RULE + CASE.replace("[1]", "[0]"),
    RULE + CASE.replace('inventory = ""\n', ""),
    RULE + CASE + 'file = "a.yaml"\n',
    RULE + CASE + 'as-of = "soon"\n',
    "python-rules = [1]",
    'python-rules = "own.py"',
    "extensions = 1",
    "[extensions]\nschema = 1",
    '[extensions]\nschema = "a"\nother = "b"',
    "[extensions]",
    WAIVER.replace("LIF001", "DOC002"),
    WAIVER.replace("LIF001", "doc002"),
    WAIVER.replace('"dpo"', '" "'),
    WAIVER.replace('"x"', "1"),
    WAIVER.replace('reason = "x"\n', ""),
    WAIVER.replace("reason", "raison"),
    WAIVER.replace("2027-01-31", '"31.01.2027"'),
    WAIVER.replace("2027-01-31", '"2027-02-31"'),
    WAIVER.replace("2027-01-31", "2027"),
    WAIVER + 'cookie = "_ga"\nvendor = "google"',
    "waivers = {}",
    "waivers = [1]",
    "baseline = 1",
    'baseline = ""',
    "catalog = 1",
    'catalog = " "',
    'catalog = ["a.yaml", ""]',
    "catalog = [1]",
    'catalog = {file = "a.yaml"}',
    "selct = []",
    'Select = ["ALL"]',
    'select = "ALL"',
    "select = [1]",
    'ignore = [["LIF"]]',
    "jurisdictions = []",
    'jurisdictions = ["fr"]',
    'jurisdictions = ["US"]',
    'jurisdictions = "FR"',
    'fail-on = "warn"',
    "fail-on = false",
    "preview = 1",
    'preview = "yes"',
    "exclude = [true]",
    "rule-pack = 2026.11",
    'rule-pack = "1999.01"',
    "severity = []",
    '[severity]\nLIF010 = "low"',
    "[severity]\nLIF010 = 1",
    "limits = 3",
    '[limits]\nlifetme = "1 day"',
    '[limits]\nlifetime = "2 ans"',
    "[limits]\nlifetime = 13",
    "[limits]\nevidence = 30",
    '[limits]\nevidence = "30 jours"',
    "[limits]\nobserved-tolerance = 2",
    '[limits]\nobserved-tolerance = "2"',
    '[limits]\nobserved-tolerance = "-2 %"',
    '[limits]\nobserved-tolerance = "101 %"',
    '[limits]\nobserved-tolerance = "1.234 %"',
    '[limits]\nobserved_tolerance = "2 %"',
    "[limits]\nvendors = -1",
    "[limits]\nvendors = 1.5",
    '[limits]\nvendors = "50"',
    "per-file-ignores = []",
    '[per-file-ignores]\n"a" = "INV"',
    "2026 = 1",
)


def faults(text: str) -> list[str]:
    checker = Draft202012Validator.FORMAT_CHECKER
    validator = Draft202012Validator(SCHEMA, format_checker=checker)
    return [one.message for one in validator.iter_errors(plain(tomllib.loads(text)))]


def plain(value: Any) -> Any:
    """Write days as text, as editors of TOML do before they ask a schema."""
    match value:
        case dict():
            return {key: plain(one) for key, one in value.items()}
        case list():
            return [plain(one) for one in value]
        case date():
            return value.isoformat()
    return value


def read(text: str, folder: Path) -> Settings:
    path = folder / "policylint.toml"
    path.write_text(text, "utf-8")
    return read_settings(str(path))


@pytest.mark.parametrize("text", GOOD)
def test_what_the_reader_takes_fits_the_schema(text: str, tmp_path: Path) -> None:
    read(text, tmp_path)

    assert faults(text) == []


@pytest.mark.parametrize("text", BAD)
def test_what_the_reader_refuses_does_not_fit_the_schema(text: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        read(text, tmp_path)

    assert faults(text) != []


def test_every_key_that_is_read_is_in_the_schema_and_tried_here() -> None:
    tried = {key for text in (*GOOD, *BAD) for key in tomllib.loads(text)}

    assert SCHEMA["properties"].keys() == READERS.keys()
    assert READERS.keys() <= tried


def described(schema: Mapping[str, Any], at: str = "") -> Iterator[tuple[str, str]]:
    for name, field in schema.get("properties", {}).items():
        yield f"{at}{name}", field.get("description", "")
        yield from described(field, f"{at}{name}.")
        yield from described(field.get("items", {}), f"{at}{name}[].")


def test_every_key_is_described_in_a_sentence() -> None:
    poor = [name for name, text in described(SCHEMA) if len(text.split()) < 5 or text[-1] != "."]

    assert poor == []


def test_the_defaults_of_the_schema_are_those_of_the_reader() -> None:
    settings = Settings()
    said = {
        (name, key): field["default"]
        for name, table in {"": SCHEMA, "limits": SCHEMA["properties"]["limits"]}.items()
        for key, field in table["properties"].items()
        if "default" in field
    }

    assert {key for _, key in said} >= {"select", "fail-on", "preview", "lifetime", "vendors"}
    for (name, key), default in said.items():
        owner = getattr(settings, name) if name else settings
        value = getattr(owner, key.replace("-", "_"))
        plain = list(value) if isinstance(value, tuple) else value
        assert default == (plain if type(plain) in {list, bool, int, str} else str(plain)), key


def test_the_configuration_page_shows_the_line_that_editors_read() -> None:
    page = (ROOT / "docs" / "configuration.md").read_text("utf-8")
    line = next(line for line in page.splitlines() if line.startswith("#:schema "))

    *_, folder, name = line.split()[1].split("/")
    assert (ROOT / folder / name).is_file()
    assert line.split()[1].startswith(
        "https://raw.githubusercontent.com/studio-ductus/policylint/main/"
    )
