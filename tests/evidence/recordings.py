"""Recordings for tests, built by hand: only what a test is about is written."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from policylint.evidence.observation import Evidence, Observation, PhaseKind
from policylint.evidence.read import read_evidence
from policylint.model.record import Record

START = datetime(2026, 11, 20, 9, tzinfo=UTC)
START_MS = int(START.timestamp() * 1000)
DATE = "Fri, 20 Nov 2026 09:00:00 GMT"
DAY = 86_400
MARKER = "https://policylint.invalid/phase/"


def stamp(seconds: float) -> str:
    return datetime.fromtimestamp(START.timestamp() + seconds, UTC).isoformat()


def entry(  # noqa: PLR0913 - each names a part of what is recorded
    url: str,
    at: float = 0,
    *,
    sets: Sequence[str] = (),
    sends: str = "",
    request: Sequence[tuple[str, str]] = (),
    response: Sequence[tuple[str, str]] = (),
    **more: Any,
) -> dict[str, Any]:
    asked = [*request, *([("Cookie", sends)] if sends else [])]
    answered = [("Date", DATE), *response, *(("Set-Cookie", line) for line in sets)]
    return {
        "startedDateTime": stamp(at),
        "time": 12.5,
        "request": {"method": "GET", "url": url, "headers": headers(asked), "cookies": []},
        "response": {
            "status": 200,
            "headers": headers(answered),
            "cookies": [],
            "content": {"mimeType": "text/html; charset=utf-8", "size": 1},
        },
        **more,
    }


def headers(pairs: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in pairs]


def har(*entries: Any) -> dict[str, Any]:
    log = {"version": "1.2", "creator": {"name": "x", "version": "1"}, "entries": list(entries)}
    return {"log": log}


def write(path: Path, document: Any) -> str:
    text = document if isinstance(document, str) else json.dumps(document)
    path.write_text(text, encoding="utf-8", newline="")
    return str(path)


def read(
    *paths: str,
    phases: Sequence[PhaseKind | None] = (),
    hosts: Sequence[str] = ("www.shop.example",),
    captured_at: int | None = None,
) -> Evidence:
    given = [*phases, *[None] * (len(paths) - len(phases))]
    files = list(zip(given, paths, strict=True))
    return read_evidence(files, site_hosts=hosts, captured_at=captured_at, vantage="FR")


def by_name(evidence: Evidence) -> Mapping[str, Observation]:
    assert len({one.name for one in evidence.observations}) == len(evidence.observations)
    return {one.name: one for one in evidence.observations}


def plain(value: Any) -> Any:
    """Turn records into what compares equal whenever all their fields do."""
    if isinstance(value, Record):
        return {name: plain(getattr(value, name)) for name in type(value).__annotations__}
    return [plain(one) for one in value] if isinstance(value, tuple) else value
