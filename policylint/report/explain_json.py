"""The answer for one cookie as JSON."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from policylint.law import LAW_AS_OF, RULE_PACK
from policylint.law.citation import Provision
from policylint.lint.explain import Answer, Clock, CookieExplanation, ExemptionView
from policylint.report.finding_json import citation_json
from policylint.report.json_text import Json


def render(explanation: CookieExplanation) -> str:
    """Write the answers with two-space indent and a final newline; every key is present."""
    data = {
        "version": 1,
        "rules": {"pack": RULE_PACK, "law_as_of": LAW_AS_OF},
        "as_of": explanation.as_of.isoformat(),
        "cookie": explanation.name,
        "pointer": f"/cookies/{explanation.index}",
        "answers": [_answer(answer) for answer in explanation.answers],
    }
    text = json.dumps(data, indent=2, ensure_ascii=False) + "\n"
    return text.encode("utf-8", "replace").decode()


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "jurisdiction": answer.pack.code,
        "baseline": answer.pack.baseline,
        "verified": answer.pack.verified,
        "consent": answer.need,
        "reasons": [
            {"text": one.text, "citations": _citations(one.citations)} for one in answer.reasons
        ],
        "exemptions": [_exemption(view) for view in answer.exemptions],
        "clocks": [_clock(clock) for clock in answer.clocks],
        "findings": [
            {"code": one.rule.code, "severity": one.severity.label, "message": one.message}
            for one in answer.findings
        ],
    }


def _exemption(view: ExemptionView) -> dict[str, Any]:
    one = view.exemption
    return {
        "name": one.name,
        "status": one.status,
        "start": one.start.isoformat() if one.start else None,
        "claimed": view.claimed,
        "in_force": view.in_force,
        "outside": list(view.outside),
        "unread": list(view.unread),
        "unmet": list(view.unmet),
        "unknown": list(view.unknown),
        "citations": _citations(view.citations),
    }


def _clock(clock: Clock) -> dict[str, Any]:
    return {
        "name": clock.name,
        "declared": clock.declared,
        "figure": clock.figure,
        "kept": clock.kept,
        "citations": _citations(clock.citations),
    }


def _citations(provisions: Sequence[Provision]) -> Sequence[Mapping[str, Json]]:
    return [citation_json(one) for one in provisions]
