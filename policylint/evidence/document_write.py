"""Evidence written in our own format."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from policylint.evidence.canonical import canonical_hash
from policylint.evidence.document import SCHEMA, Document
from policylint.evidence.document_parts import Collection, Page
from policylint.evidence.foreign import sound
from policylint.evidence.observation import (
    Attributes,
    Contact,
    Evidence,
    Observation,
    Phase,
    SetLifetime,
    Signal,
    Write,
)

EFFECTIVE_MOST = 34_560_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def evidence_text(
    evidence: Evidence,
    collection: Collection,
    *,
    name: str | None = None,
    pages: Sequence[Page] = (),
    files: Sequence[tuple[str, str, int]] = (),
) -> str:
    """Write evidence as the text of an `evidence.json`.

    `pages` are those that were visited, `files` those beside it: path, SHA-256 and size.
    """
    document = {
        "schema": SCHEMA,
        "id": name,
        "collection": collection.model_dump(),
        "pages": [page.model_dump() for page in pages],
        "phases": [_phase(phase) for phase in evidence.phases],
        "observations": [_observation(one, evidence.phases) for one in evidence.observations],
        "requests": [_signal(signal) for signal in evidence.signals],
        "hosts": [_host(contact) for contact in evidence.contacts],
        "files": [{"path": path, "sha256": digest, "bytes": size} for path, digest, size in files],
    }
    told = _told(document)
    told["integrity"] = {"canonical": "RFC8785", "sha256": canonical_hash(told)}
    Document.model_validate(told)
    return json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def written_moment(at: int) -> str:
    """Write milliseconds since 1970-01-01 as RFC 3339 in UTC."""
    moment = _EPOCH + timedelta(milliseconds=at)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _told(value: Any) -> Any:
    """Leave out what is absent or empty, but for the list that the format requires."""
    if isinstance(value, dict):
        kept = {key: _told(one) for key, one in value.items()}
        return {
            key: one
            for key, one in kept.items()
            if key == "observations" or one not in (None, [], {})
        }
    if isinstance(value, list):
        return [_told(one) for one in value]
    return sound(value) if isinstance(value, str) else value


def _moment(at: int | None) -> str | None:
    return None if at is None else written_moment(at)


def _phase(phase: Phase) -> dict[str, Any]:
    steps = [
        {"method": one.method, "selector": one.selector, "text": one.text, "at": _moment(one.at)}
        for one in phase.clicks
    ]
    action = phase.result and {
        "result": phase.result,
        "cmp": phase.platform and {"name": phase.platform},
        "clicks": sum(one.method != "api" for one in phase.clicks),
        "steps": steps,
    }
    return {
        "id": phase.kind,
        "kind": phase.kind,
        "phase_source": phase.known_by,
        "repetitions": phase.repetitions,
        "pages": list(phase.pages),
        "action": action,
        "complete": phase.is_complete,
        "remark": phase.remark,
    }


def _observation(one: Observation, phases: Iterable[Phase]) -> dict[str, Any]:
    times = {phase.kind: phase.repetitions for phase in phases}
    return {
        "storage": one.storage,
        "name": one.name,
        "domain": one.domain,
        "host_only": one.host_only,
        "path": one.path,
        "partition": one.partition,
        "party": one.party,
        "writes": [_write(write) for write in one.writes],
        "jar": one.jar and _jar(one.jar),
        "seen": {kind: "{0}/{0}".format(times.get(kind, 1)) for kind in one.present},
        "sent": sorted(one.sent),
        "attributes": _attributes(one.attributes),
    }


def _write(write: Write) -> dict[str, Any]:
    return {
        "phase": write.phase,
        "rep": write.repetition,
        "at": _moment(write.at),
        "mechanism": write.mechanism,
        "setter": write.setter and {"url": write.setter},
        "attributes": _attributes(write.attributes),
        "lifetime": _lifetime(write.lifetime),
        "outcome": write.outcome,
        "refused_reasons": list(write.refused_because),
    }


def _lifetime(lifetime: SetLifetime) -> dict[str, Any]:
    seconds = lifetime.seconds
    return {
        "source": lifetime.source,
        "declared_s": seconds,
        "effective_s": None if seconds is None else min(seconds, EFFECTIVE_MOST),
        "lower_bound": lifetime.is_lower_bound,
        "ignored": ["expires"] if lifetime.ignored_expires else [],
    }


def _jar(lifetime: SetLifetime) -> dict[str, Any]:
    return {
        "source": lifetime.source,
        "lifetime_s": lifetime.seconds,
        "capped": lifetime.is_lower_bound,
    }


def _attributes(attributes: Attributes) -> dict[str, Any]:
    return {
        "secure": attributes.secure,
        "http_only": attributes.http_only,
        "same_site": attributes.same_site,
        "partitioned": attributes.partitioned,
    }


def _signal(signal: Signal) -> dict[str, Any]:
    signals = {"gcs": signal.gcs, "gcd": signal.gcd, "sec_gpc": signal.gpc or None}
    return {
        "phase": signal.phase,
        "host": signal.host,
        "at": _moment(signal.at),
        "signals": signals,
    }


def _host(contact: Contact) -> dict[str, Any]:
    return {
        "host": contact.host,
        "party": contact.party,
        "phases": sorted(contact.phases),
        "requests": contact.requests,
        "cname": contact.cname,
    }
