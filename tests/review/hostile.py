"""An inventory whose every text means harm: markup, control characters, endless names."""

import json
from datetime import date
from typing import Any

from policylint.lint.judge import check_content
from policylint.lint.options import Options
from policylint.lint.select import catalogue
from policylint.lint.settings import find_settings
from policylint.model.inventory import Inventory
from policylint.review.compare import compare
from policylint.review.subject import Subject
from tests.conftest import ROOT

DAY = date(2026, 11, 23)
HARM = "<script>alert(1)</script>|`**x**` \u202e=1+1 & \"'"
LONG = "Wwwwwwwwwwwwwwwwwwwwwww" * 20
JURISDICTIONS = ["FR", "BE", "DE", "IE", "IT", "ES", "NL", "PT", "PL", "UK", "AT", "DK", "FI", "GR"]


def cookie(name: str) -> dict[str, Any]:
    return {
        "name": name,
        "vendor": "bad",
        "category": "improvement",
        "purposes": ["advertising"],
        "description": f"{HARM} {LONG}",
        "lifetime": "9 years",
        "consent": "none",
        "owner": f"{HARM} {LONG}",
        "data": ["online-identifier"],
    }


def inventory() -> dict[str, Any]:
    names = [f"{index}_{'W' * 200}" for index in range(12)]
    names += ["<script>alert(1)</script>", "a|b`c``d", "=1+1", "-->", "]]>"]
    return {
        "version": 1,
        "site": {
            "name": f"{HARM} {LONG}",
            "url": "https://" + "w" * 60 + "." + "w" * 60 + ".example",
            "jurisdictions": JURISDICTIONS,
            "languages": ["en"],
        },
        "controller": {"name": f"{HARM} {LONG}", "country": "FR"},
        "vendors": {
            "bad": {"name": f"{HARM} {LONG}", "country": "US", "role": "processor"},
            "worse": {"name": f"{LONG} {HARM}", "country": "US"},
        },
        "cookies": [cookie(name) for name in names],
        "approvals": [
            {
                "by": f"{HARM} {LONG}",
                "role": role,
                "on": "2026-11-20",
                "digest": "sha256:" + "0" * 64,
                "decision": "approved-with-conditions",
                "conditions": f"{HARM} {LONG}",
            }
            for role in ("DPO", "legal", "engineering", LONG, HARM)
        ],
    }


def judged(data: dict[str, Any]) -> tuple[Inventory, Subject]:
    settings = find_settings(str(ROOT))
    result = check_content(
        f"{'long-folder/' * 30}cookies.json",
        json.dumps(data).encode(),
        settings,
        Options(as_of=DAY),
    )
    assert result.inventory is not None, [one.message for one in result.findings]
    subject = Subject(
        result, as_of=DAY, rules=catalogue(settings), command=["policylint", "report", HARM]
    )
    return result.inventory, subject


def worst_case() -> Subject:
    """Judge it, signed as it is, compared with one that had nothing."""
    from policylint.model.digest import content_digest

    data = inventory()
    now, _ = judged(data)
    for approval in data["approvals"]:
        approval["digest"] = content_digest(now)
    data["approvals"].append({**data["approvals"][0], "digest": "sha256:" + "1" * 64})
    now, subject = judged(data)
    before, _ = judged({**data, "cookies": [], "vendors": {}, "approvals": []})
    subject.since = f"{LONG}:cookies.yaml"
    subject.changes = compare(before, now)
    return subject
