"""The JSON Schemas that policylint publishes, generated from the models and tables it runs on."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from policylint.law.citation import FORCES
from policylint.lint.purpose_words import purpose_notes
from policylint.lint.setting_schema import configuration_schema
from policylint.model.json_schema import DIALECT, inventory_schema, record_schema
from policylint.rule import Severity

_COUNT = {"type": "integer", "minimum": 0}
_SEVERITY = {"enum": [severity.label for severity in sorted(Severity, reverse=True)]}


def schema(name: str) -> dict[str, Any]:
    """Give the schema of that name. Raises KeyError."""
    return _SCHEMAS[name]()


def schema_text(name: str) -> str:
    """Write the schema of that name as JSON with a final newline. Raises KeyError."""
    return json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(properties),
        "properties": dict(properties),
    }


def _or_null(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"anyOf": [dict(schema), {"type": "null"}]}


_TEXT = {"type": "string"}
_FROM_ONE = {"type": "integer", "minimum": 1}
_CODE = {"type": "string", "pattern": "^[A-Z]{3}[0-9]{3}$"}
_CITATION = _object(
    {
        "title": _TEXT,
        "locator": {"anyOf": [_TEXT, {"type": "null"}]},
        "force": {"enum": list(FORCES)},
        "url": _TEXT,
        "verified": {"enum": ["read", "secondary", "known", "unverified"]},
    }
)
_PLACE: Mapping[str, Any] = {"path": _TEXT, "line": _FROM_ONE, "column": _FROM_ONE}
_FIX = _object({"title": _TEXT, "applicability": {"enum": ["safe", "unsafe", "shown"]}})
_WAIVER = _object({"reason": _TEXT, "approved_by": _TEXT, "expires": _TEXT})
_FINDING = _object(
    {
        "code": _CODE,
        "name": _TEXT,
        "severity": _SEVERITY,
        "message": _TEXT,
        **_PLACE,
        "end_line": _FROM_ONE,
        "end_column": {**_FROM_ONE, "description": "Exclusive."},
        "pointer": _or_null({**_TEXT, "description": "RFC 6901."}),
        "cookie": _or_null(_TEXT),
        "jurisdictions": {"type": "array", "items": _TEXT},
        "preview": {"type": "boolean"},
        "citations": {"type": "array", "items": _CITATION},
        "waiver": _or_null(_WAIVER),
        "fix": _or_null(_FIX),
        "related": {
            "type": "array",
            "items": _object({**_PLACE, "pointer": _or_null(_TEXT), "message": _TEXT}),
        },
        "status": {"enum": ["open", "suppressed", "waived", "baselined"]},
        "new_because": _or_null(
            {
                "type": "string",
                "description": "Why it is new since the baseline, where the law or a pack moved.",
            }
        ),
    }
)
_OUTCOME = _object(
    {
        "code": _CODE,
        "path": _TEXT,
        "outcome": {"enum": ["passed", "failed", "not-applicable", "not-evaluated"]},
        "reason": _or_null(_TEXT),
    }
)


_SHRINKABLE = _object(
    {
        "path": _TEXT,
        "code": _CODE,
        "cookie": _or_null(_TEXT),
        "pointer": _or_null({**_TEXT, "description": "RFC 6901, with * for each index."}),
        "count": _FROM_ONE,
    }
)


def report_schema() -> dict[str, Any]:
    """Describe what `check --format json` prints."""
    counts = ("files", "errors", "warnings", "infos", "suppressed", "waived", "baselined")
    return {
        "$schema": DIALECT,
        "title": "policylint findings report, version 1",
        **_object(
            {
                "version": {"const": 1},
                "tool": _object({"name": {"const": "policylint"}, "version": _TEXT}),
                "rules": _object({"pack": _TEXT, "law_as_of": _TEXT}),
                "as_of": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
                "summary": _object(dict.fromkeys(counts, _COUNT)),
                "findings": {"type": "array", "items": _FINDING},
                "outcomes": {"type": "array", "items": _OUTCOME},
                "shrinkable": {
                    "type": "array",
                    "items": _SHRINKABLE,
                    "description": "What the baseline still lists though it is gone.",
                },
            }
        ),
    }


def _catalog() -> dict[str, Any]:
    from policylint.catalog.form import CatalogFile

    return record_schema(CatalogFile, "policylint catalogue, version 1", purpose_notes())


def _evidence() -> dict[str, Any]:
    from policylint.evidence.document import evidence_schema

    return evidence_schema()


_SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "inventory": lambda: inventory_schema(purpose_notes()),
    "configuration": configuration_schema,
    "report": report_schema,
    "evidence": _evidence,
    "catalog": _catalog,
}
