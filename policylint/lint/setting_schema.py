"""The JSON Schema of the configuration: a key each, described for editors."""

from collections.abc import Mapping
from typing import Any

from policylint.law.history import HISTORY
from policylint.law.jurisdictions import ALL
from policylint.lint.custom.schema import OWN_KEYS
from policylint.lint.setting_readers import FAIL_ON
from policylint.model.json_schema import DIALECT
from policylint.model.lifetime import DURATION
from policylint.model.percent import FORM
from policylint.rule import Severity

_RULES: Mapping[str, Any] = {
    "type": "array",
    "items": {"type": "string", "examples": ["ALL", "LIF", "LIF001", "lifetime-too-long"]},
}
_LIMITS: Mapping[str, Any] = {
    "lifetime": {
        **DURATION.schema,
        "default": "13 months",
        "description": "The longest life of a cookie (LIF001).",
    },
    "review": {
        **DURATION.schema,
        "default": "12 months",
        "description": "The longest time since an entry was reviewed (INV012).",
    },
    "evidence": {
        **DURATION.schema,
        "default": "30 days",
        "description": "The longest time since evidence was collected (EVD011).",
    },
    "observed-tolerance": {
        "type": "string",
        "pattern": f"^{FORM}$",
        "default": "2 %",
        "description": "By how much, besides one day, a cookie may be seen to live longer than"
        " declared (EVD005).",
    },
    "vendors": {
        "type": "integer",
        "minimum": 0,
        "default": 50,
        "description": "The most controllers that rely on one consent (VEN014).",
    },
}
_TEXT: Mapping[str, Any] = {"type": "string", "pattern": r"\S"}
_WAIVER: Mapping[str, Any] = {
    "rule": {
        **_TEXT,
        "not": {"pattern": "^[Dd][Oo][Cc]"},
        "description": "Code or name of the rule whose finding is accepted; none about the file.",
    },
    "cookie": {**_TEXT, "description": "The cookie whose finding is accepted, by its name."},
    "vendor": {**_TEXT, "description": "The vendor whose finding is accepted, by its id."},
    "files": {
        **_TEXT,
        "description": "A pattern of files for which it holds, counted from the configuration.",
    },
    "reason": {**_TEXT, "description": "Why the risk is accepted, for those who read reports."},
    "approved-by": {**_TEXT, "description": "Who accepted the risk: a person or an office."},
    "expires": {
        "type": "string",
        "format": "date",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        "description": "The last day on which the waiver holds, such as 2027-01-31.",
    },
}
_KEYS: Mapping[str, Any] = {
    "select": {
        **_RULES,
        "default": ["ALL"],
        "description": "Codes, names or families of the rules that speak.",
    },
    "ignore": {
        **_RULES,
        "description": "Codes, names or families of rules that do not speak. Reports list each"
        " error-level one as not evaluated.",
    },
    "jurisdictions": {
        "type": "array",
        "items": {"enum": sorted(ALL)},
        "minItems": 1,
        "description": "Whose law is checked, instead of the inventory's own jurisdictions: the EU"
        " baseline, countries of the EEA, UK, CH.",
    },
    "fail-on": {
        "enum": list(FAIL_ON),
        "default": "error",
        "description": "The severity from which a finding fails the build (exit 1).",
    },
    "preview": {
        "type": "boolean",
        "default": False,
        "description": "Let rules about proposals that are not law speak too.",
    },
    "exclude": {
        "type": "array",
        "items": {"type": "string", "examples": ["archive/**"]},
        "description": "Patterns of files not to look for, counted from the configuration; a file"
        " that is named on the command line is checked.",
    },
    "severity": {
        "type": "object",
        "additionalProperties": {"enum": [one.label for one in sorted(Severity, reverse=True)]},
        "description": "Another severity, by code, name or family of rules. The force that is"
        " printed stays what it is.",
    },
    "limits": {
        "type": "object",
        "additionalProperties": False,
        "properties": dict(_LIMITS),
        "description": "Figures of policylint's own, which are no law.",
    },
    "per-file-ignores": {
        "type": "object",
        "additionalProperties": _RULES,
        "description": "Rules that do not speak on files matching a pattern, which counts from the"
        " configuration.",
    },
    "waivers": {
        "type": "array",
        "items": {
            "type": "object",
            "additionalProperties": False,
            "required": ["rule", "reason", "approved-by", "expires"],
            "not": {"required": ["cookie", "vendor"]},
            "properties": dict(_WAIVER),
        },
        "description": "Risks that somebody accepted until a day; reports print them as accepted.",
    },
    "baseline": {
        **_TEXT,
        "description": "The baseline: a file of findings that were there before, counted from the"
        " configuration, as `check --write-baseline` writes it.",
    },
    "catalog": {
        "anyOf": [_TEXT, {"type": "array", "items": _TEXT}],
        "description": "Catalogues of known cookies and vendors, before policylint's own: files in"
        " its format (docs/catalog.md) or the CSV of the Open Cookie Database, counted from the"
        " configuration.",
    },
    "rule-pack": {
        "enum": [pack.name for pack in HISTORY],
        "description": "The rule pack to keep: rules that later ones added stay silent, and none"
        " weighs more than it did. Reports list what is held back.",
    },
    **OWN_KEYS,
}


def configuration_schema() -> dict[str, Any]:
    """Describe policylint.toml, and `[tool.policylint]` in pyproject.toml."""
    return {
        "$schema": DIALECT,
        "title": "policylint configuration",
        "type": "object",
        "additionalProperties": False,
        "properties": dict(_KEYS),
    }
