"""The JSON Schema of the keys with which a configuration adds rules of its own."""

from collections.abc import Mapping
from typing import Any

from policylint.law.jurisdictions import ALL
from policylint.lint.custom.reader import MOST_CHARACTERS, MOST_NAME, MOST_RULES, OVER, RESERVED
from policylint.rule import Severity

_FILLED = {"type": "string", "pattern": "\\S"}
_CITATION = {
    "type": "object",
    "additionalProperties": False,
    "required": ["title", "url"],
    "properties": {
        "title": {**_FILLED, "description": "The name of the text that asks for it."},
        "url": {
            "type": "string",
            "pattern": "^https?://",
            "description": "The address at which it can be read.",
        },
        "locator": {**_FILLED, "description": "The place in the text, such as '§ 4'."},
    },
    "description": "The organisation's own text behind the rule; it is never law.",
}
_TEST = {
    "type": "object",
    "additionalProperties": False,
    "required": ["name", "lines"],
    "properties": {
        "name": {**_FILLED, "description": "What the rule promises in this case."},
        "inventory": {
            "type": "string",
            "description": "An inventory; what the rule is not about may be left out.",
        },
        "file": {**_FILLED, "description": "The path of an inventory, instead of its text."},
        "lines": {
            "type": "array",
            "items": {"type": "integer", "minimum": 1},
            "description": "The lines that the rule reports; [] for none.",
        },
        "as-of": {"type": "string", "format": "date", "description": "The day by which to judge."},
    },
    "oneOf": [{"required": ["inventory"]}, {"required": ["file"]}],
}
_RULE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["code", "name", "over", "fault", "message", "severity", "citation"],
    "properties": {
        "code": {
            "type": "string",
            "pattern": f"^(?!(?:{'|'.join(sorted(RESERVED))}))[A-Z]{{3}}[0-9]{{3}}$",
            "description": "Three capitals of your own and three digits.",
        },
        "name": {
            "type": "string",
            "pattern": "^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$",
            "maxLength": MOST_NAME,
            "description": "The fault in words, such as 'vendor-outside-eea'.",
        },
        "over": {"enum": list(OVER), "description": "The entries that the rule is applied to."},
        "fault": {
            **_FILLED,
            "maxLength": MOST_CHARACTERS,
            "description": "A CEL expression that is true of an entry that is reported.",
        },
        "message": {**_FILLED, "description": "What is told, with fields such as {vendor.name}."},
        "severity": {
            "enum": [one.label for one in sorted(Severity, reverse=True)],
            "description": "How gravely a fault of this kind weighs.",
        },
        "citation": _CITATION,
        "at": {**_FILLED, "description": "The field of the entry at which a finding is shown."},
        "summary": {**_FILLED, "description": "What the fault is, in one sentence."},
        "why": {**_FILLED, "description": "Why it matters, for `policylint rule` and reports."},
        "fix": {**_FILLED, "description": "How to fix it, for `policylint rule` and reports."},
        "jurisdictions": {
            "type": "array",
            "items": {"enum": sorted(ALL)},
            "minItems": 1,
            "description": "Where the rule holds, EU for every EEA country; everywhere without it.",
        },
        "tests": {
            "type": "array",
            "items": _TEST,
            "description": "Tests of the rule, run by 'policylint rules --test'.",
        },
    },
}
OWN_KEYS: Mapping[str, Any] = {
    "rules": {
        "type": "array",
        "items": _RULE,
        "maxItems": MOST_RULES,
        "description": "Rules of your own, as expressions in CEL (policylint[cel]).",
    },
    "python-rules": {
        "type": "array",
        "items": _FILLED,
        "description": "Python files with rules, which run only with --allow-python-rules.",
    },
    "extensions": {
        "type": "object",
        "additionalProperties": False,
        "required": ["schema"],
        "properties": {
            "schema": {
                **_FILLED,
                "description": "The path of a JSON Schema for the x-* fields of a cookie.",
            }
        },
        "description": "How your own fields, x-*, are checked.",
    },
}
