"""What a fixture says was seen: `x-evidence` at its top level, built into evidence.

`from` is the country of the visit, `phases` those that were collected, `seen` the cookies, each with
its host (`on`), its writes (`set`), the phases in which it was `sent` and `there`, and what a jar
had `left` of it; `hosts` were asked, `pings` told of consent.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from policylint.evidence.observation import (
    Attributes,
    Contact,
    Evidence,
    EvidenceFile,
    Observation,
    Phase,
    SetLifetime,
    Signal,
    Write,
)
from policylint.lint.given import GivenEvidence
from policylint.model.inventory import Inventory
from policylint.model.lifetime import parse_lifetime
from policylint.source.load import load

KEY = "x-evidence"
FILE = "visit.json"
CAPTURED = "2026-11-20"
CUT = 34_560_000


class Written(GivenEvidence):
    """Evidence that a fixture spells out."""

    def __init__(self, evidence: Evidence) -> None:
        super().__init__([])
        self._evidence = evidence

    def of(self, inventory: Inventory, path: str) -> Evidence:
        del inventory, path  # it is of whatever inventory it stands in
        return self._evidence


def written_evidence(text: str) -> Written | None:
    data = load("fixture.yaml", text.encode()).data
    told = data.get(KEY) if isinstance(data, dict) else None
    return Written(evidence(told)) if isinstance(told, dict) else None


def evidence(told: Mapping[str, Any]) -> Evidence:
    phases = told.get("phases", [])
    described = phases if isinstance(phases, dict) else {kind: {} for kind in phases}
    return Evidence(
        files=[_file(one) for one in told.get("files", [{}])],
        observations=[_observation(one) for one in told.get("seen", [])],
        contacts=[_contact(one) for one in told.get("hosts", [])],
        signals=[Signal(**one) for one in told.get("pings", [])],
        phases=[
            Phase(**{"kind": kind, "known_by": "file", **one}) for kind, one in described.items()
        ],
        vantage=told.get("from"),
    )


def _file(told: Mapping[str, Any]) -> EvidenceFile:
    tells = told.get("tells", ["cookies", "requests", "storage"])
    return EvidenceFile(
        path=told.get("path", FILE),
        format="fixture",
        captured=_moment(told.get("captured", CAPTURED)),
        tells_cookies="cookies" in tells,
        tells_requests="requests" in tells,
        tells_storage="storage" in tells,
    )


def _moment(text: str | None) -> int | None:
    if text is None:
        return None
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1_000)


def _observation(told: Mapping[str, Any]) -> Observation:
    left = told.get("left")
    return Observation(
        storage=told.get("storage", "cookie"),
        name=told["name"],
        domain=told.get("on"),
        host_only=told.get("host_only"),
        path=told.get("path"),
        writes=[_write(one) for one in told.get("set", [])],
        present=frozenset(told.get("there", [])),
        sent=frozenset(told.get("sent", [])),
        jar=_jar(left) if "left" in told else None,
        attributes=Attributes(**told.get("attributes", {})),
        source=told.get("file", FILE),
    )


def _write(told: Mapping[str, Any]) -> Write:
    return Write(
        phase=told["phase"],
        lifetime=_asked(told.get("for"), ignored="expires" in told),
        outcome=told.get("outcome", "stored"),
        at=_moment(told.get("at")),
        attributes=Attributes(**told.get("attributes", {})),
        setter=told.get("by"),
        repetition=told.get("repetition", 1),
    )


def _asked(text: str | None, *, ignored: bool) -> SetLifetime:
    if text is None:
        return SetLifetime(source="session" if ignored else "unknown", ignored_expires=ignored)
    if text == "session":
        return SetLifetime(source="session")
    return SetLifetime(source="max-age", seconds=parse_lifetime(text).longest_seconds)


def _jar(text: str | None) -> SetLifetime:
    if text is None:
        return SetLifetime(source="unknown")
    if text == "session":
        return SetLifetime(source="session")
    seconds = parse_lifetime(text).longest_seconds
    return SetLifetime(source="jar", seconds=seconds, is_lower_bound=seconds >= CUT - 86_400)


def _contact(told: Mapping[str, Any]) -> Contact:
    return Contact(
        host=told["host"], phases=frozenset(told.get("phases", ["accept"])), cname=told.get("cname")
    )
