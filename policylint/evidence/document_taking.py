"""What a document of our own format tells, taken over part by part."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from policylint.errors import InputError
from policylint.evidence import foreign
from policylint.evidence.address import read_address
from policylint.evidence.canonical import canonical_hash
from policylint.evidence.document import (
    AttributesEntry,
    Document,
    Jar,
    ObservationEntry,
    RequestEntry,
    WriteEntry,
)
from policylint.evidence.document_parts import PhaseEntry
from policylint.evidence.gathering import FileReading
from policylint.evidence.observation import (
    Attributes,
    Click,
    ClickMethod,
    Phase,
    PhaseKind,
    SetLifetime,
    Signal,
    Write,
)
from policylint.evidence.scan_limits import recognised
from policylint.model.terms import Party

_METHODS: Mapping[str, ClickMethod] = {
    "selector": "selector",
    "text": "text",
    "site": "site",
    "api": "api",
    "rules": "api",  # rules may call scripts, which no visitor can
    "manual": "text",
}


class DocumentTaking:
    """A document on its way into the gathering."""

    def __init__(self, reading: FileReading) -> None:
        self.reading = reading
        self.kinds: dict[str, PhaseKind] = {}
        self.pages: dict[str, str] = {}

    def take(self, data: Mapping[str, Any]) -> None:
        """Take everything. Raises InputError."""
        document = _validated(self.reading.path, data)
        told = document.collection
        self.reading.captured = foreign.moment(told.ended or told.started)
        if told.browser is not None:
            self.reading.browser = foreign.program(told.browser.name, told.browser.version)
        self.reading.limits += [recognised(one.text) for one in told.limitations]
        self.reading.tells = {
            f"tells_{what}": getattr(told.tells, what)
            for what in ("cookies", "requests", "storage")
        }
        if told.vantage is not None:
            self.reading.gathering.vantage = told.vantage.country
        self.pages = {page.id: page.final_url or page.url for page in document.pages}
        self._phases(document.phases)
        for entry in document.observations:
            self._observation(entry)
        for request in document.requests:
            self._request(request, counts=not document.hosts)
        for host in document.hosts:
            self.reading.contact(
                host.host,
                host.phases,
                host.requests,
                cname=host.cname,
                party=_party(host.party),
            )

    def _phases(self, entries: Sequence[PhaseEntry]) -> None:
        by_kind: dict[PhaseKind, list[PhaseEntry]] = {}
        for entry in entries:
            if self.kinds.setdefault(entry.id, entry.kind) != entry.kind:
                raise self._fault(f"the id of the phase '{entry.id[:40]}' stands for two kinds")
            by_kind.setdefault(entry.kind, []).append(entry)
        for kind, same in by_kind.items():
            self.reading.gathering.add_phase(self._phase(kind, same))

    def _phase(self, kind: PhaseKind, same: Sequence[PhaseEntry]) -> Phase:
        """Put the repetitions of a phase together; one that is not complete counts for all."""
        first = next((one for one in same if not one.complete), same[0])
        action = first.action
        clicks = [
            Click(
                method=_METHODS[step.method or "manual"],
                selector=step.selector or "",
                text=step.text or "",
                at=foreign.moment(step.at),
            )
            for step in (action.steps if action else ())
        ]
        return Phase(
            kind=kind,
            known_by=first.phase_source,
            result=action.result if action else None,
            repetitions=max(len(same), *(one.repetitions for one in same)),
            is_complete=first.complete,
            platform=action.cmp.name if action and action.cmp else None,
            clicks=tuple(clicks),
            pages=tuple(self.pages.get(page, page) for page in first.pages),
            remark=first.remark,
        )

    def _kind(self, phase: str) -> PhaseKind:
        kind = self.kinds.get(phase)
        if kind is None:
            raise self._fault(f"the phase '{phase[:40]}' is named but not described")
        return kind

    def _observation(self, entry: ObservationEntry) -> None:
        domain = foreign.host(entry.domain)
        if domain is None and entry.origin is not None:
            address = read_address(entry.origin)
            domain = address.host if address else None
        identity = (entry.storage, entry.name, domain, entry.path, entry.partition)
        trace = self.reading.trace(identity)
        if trace is None:
            return
        self.reading.entries += 1
        trace.take_host_only(entry.host_only)
        trace.told_party = _party(entry.party)
        if entry.attributes is not None:
            trace.take_attributes(_attributes(entry.attributes))
        if entry.jar is not None:
            trace.take_jar(_jar(entry.jar))
        for write in entry.writes:
            self.reading.write(trace, self._write(write))
        trace.present |= {
            kind for kind, share in entry.seen.items() if int(share.partition("/")[0])
        }
        trace.sent.update(entry.sent)

    def _write(self, entry: WriteEntry) -> Write:
        lifetime = entry.lifetime
        address = read_address(entry.setter.url) if entry.setter else None
        return Write(
            phase=self._kind(entry.phase),
            lifetime=SetLifetime(
                source=lifetime.source,
                seconds=lifetime.declared_s,
                is_lower_bound=lifetime.lower_bound,
                ignored_expires="expires" in lifetime.ignored,
            ),
            outcome=entry.outcome,
            mechanism=entry.mechanism,
            at=foreign.moment(entry.at),
            attributes=_attributes(entry.attributes) if entry.attributes else Attributes(),
            setter=address.bare if address else None,
            refused_because=tuple(entry.refused_reasons),
            repetition=entry.rep,
        )

    def _request(self, entry: RequestEntry, *, counts: bool) -> None:
        phase = self._kind(entry.phase)
        if counts:
            self.reading.contact(entry.host, [phase])
        for name in entry.cookies_sent:
            self.reading.send(name, entry.host, [phase])
        signals = entry.signals
        if signals is not None and (signals.gcs or signals.gcd or signals.sec_gpc):
            self.reading.signal(
                Signal(
                    phase=phase,
                    host=entry.host,
                    gcs=signals.gcs,
                    gcd=signals.gcd,
                    gpc=bool(signals.sec_gpc),
                    at=foreign.moment(entry.at),
                )
            )

    def _fault(self, what: str) -> InputError:
        return InputError(f"{self.reading.path} contradicts itself: {what}")


def _validated(path: str, data: Mapping[str, Any]) -> Document:
    try:
        document = Document.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(step) for step in first["loc"]) or "the document"
        raise InputError(
            f"{path} does not fit its format at {place[:200]}: {first['msg']}"
        ) from None
    except RecursionError:
        raise InputError(f"{path} is nested too deeply for its format") from None
    if document.integrity is not None and document.integrity.sha256 != canonical_hash(data):
        raise InputError(
            f"{path} was changed after it was written: its content has another hash than it names"
        )
    return document


def _party(told: str | None) -> Party | None:
    """Count hosts that the operator listed as the site's own."""
    if told is None:
        return None
    return "third" if told == "third" else "first"


def _attributes(entry: AttributesEntry) -> Attributes:
    return Attributes(
        secure=entry.secure,
        http_only=entry.http_only,
        same_site=entry.same_site,
        partitioned=entry.partitioned,
    )


def _jar(entry: Jar) -> SetLifetime:
    source = entry.source or ("unknown" if entry.lifetime_s is None else "jar")
    return SetLifetime(source=source, seconds=entry.lifetime_s, is_lower_bound=entry.capped)
