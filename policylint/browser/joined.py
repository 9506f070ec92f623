"""From what was seen to evidence: each cookie once, with its writes and what became of them."""

import re
from collections.abc import Iterable, Sequence

from policylint.browser.scan import Scanned
from policylint.browser.seen import JarCookie, Moment, Seen, SeenWrite, Snapshot
from policylint.evidence.address import Address
from policylint.evidence.assembly import assembled
from policylint.evidence.gathering import FileReading, Gathering, Identity
from policylint.evidence.jar import SESSION, left_of
from policylint.evidence.observation import (
    Attributes,
    Evidence,
    Outcome,
    PhaseKind,
    SetLifetime,
    Signal,
    Write,
)
from policylint.evidence.party import Parties
from policylint.evidence.set_cookie import SetCookie
from policylint.evidence.storage_model import refusals, stored_for

FORMAT = "policylint-evidence/1"
UNKNOWN = SetLifetime(source="unknown")
WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
Place = tuple[str, str, str]


class _Joining:
    def __init__(self, seen: Seen, site: Address, path: str) -> None:
        self.seen = seen
        self.gathering = Gathering(Parties([site.host]))
        self.reading = FileReading(self.gathering, path, FORMAT)
        self.reading.tells = {"tells_requests": True, "tells_storage": True}

    def all(self) -> None:
        for write in self.seen.writes:
            if write.cookie is not None:
                self._cookie(write, write.cookie)
            else:
                self._storage(write)
        for snapshot in _last(self.seen.snapshots):
            self._present(snapshot)
        self._requests()

    def _cookie(self, seen: SeenWrite, cookie: SetCookie) -> None:
        if not cookie.name:
            self.reading.leave_out("cookie without a name")
            return
        domain, host_only = stored_for(cookie, seen.address)
        place = (cookie.name, domain, cookie.path or seen.address.default_path)
        kept = self._kept(place, seen.moment)
        reasons = () if kept else tuple(dict.fromkeys(self._refused(seen, cookie)))
        outcome = _outcome(cookie, kept=kept is not None, refused=bool(reasons))
        trace = self.reading.trace(("cookie", *place, kept.partition if kept else None))
        if trace is None:
            return
        self.reading.entries += 1
        if outcome not in {"refused", "deleted"}:
            trace.take_host_only(host_only)
            trace.take_attributes(cookie.attributes)
        write = _write(seen, outcome, cookie.lifetime, cookie.attributes, reasons)
        self.reading.write(trace, write)

    def _storage(self, seen: SeenWrite) -> None:
        identity: Identity = (seen.storage, seen.name, seen.address.host, None, None)
        trace = self.reading.trace(identity)
        if trace is None:
            return
        there = any(
            (one.storage, one.name, one.host) == identity[:3]
            for snapshot in self._after(seen.moment)
            for one in snapshot.stored
        )
        write = _write(seen, "stored" if there else "unknown", UNKNOWN, Attributes(), ())
        self.reading.write(trace, write)

    def _after(self, moment: Moment) -> Iterable[Snapshot]:
        return (
            one
            for one in self.seen.snapshots
            if one.moment.repetition == moment.repetition and one.moment.at >= moment.at
        )

    def _kept(self, place: Place, moment: Moment) -> JarCookie | None:
        """Find a cookie in the first jar after it was asked for."""
        snapshot = next(iter(self._after(moment)), None)
        jar = snapshot.jar if snapshot else ()
        return next((one for one in jar if (one.name, one.domain, one.path) == place), None)

    def _refused(self, seen: SeenWrite, cookie: SetCookie) -> Iterable[str]:
        """Give the reasons: those in the line itself, and those that the browser told."""
        yield from refusals(cookie, seen.address)
        if seen.mechanism == "script" and cookie.attributes.http_only:
            yield "http-only-by-script"
        for one in self.seen.refusals:
            told = (one.host, one.name, one.moment.repetition, one.moment.phase)
            moment = seen.moment
            if told == (seen.address.host, seen.name, moment.repetition, moment.phase):
                yield from (WORD.sub("-", reason).lower() for reason in one.reasons)

    def _present(self, snapshot: Snapshot) -> None:
        phase = snapshot.moment.phase
        for one in snapshot.jar:
            trace = one.name and self.reading.trace(
                ("cookie", one.name, one.domain, one.path, one.partition)
            )
            if not trace:
                continue
            trace.present.add(phase)
            trace.take_jar(SESSION if one.seconds is None else left_of(one.seconds))
            trace.take_host_only(one.host_only)
            trace.take_attributes(_jar_attributes(one))
        for other in snapshot.stored:
            trace = other.name and self.reading.trace(
                (other.storage, other.name, other.host, None, None)
            )
            if trace:
                trace.present.add(phase)

    def _requests(self) -> None:
        known = {(one.address, one.moment.phase) for one in self.seen.requests if one.status}
        for one in self.seen.requests:
            phase = one.moment.phase
            if one.type == "beacon" and (one.address, phase) in known:
                continue  # it was seen as a request, too
            self.reading.contact(one.host, [phase])
            for name in one.cookies:
                self.reading.send(name, one.host, [phase])
            if one.gcs or one.gcd:
                told = Signal(
                    phase=phase,
                    host=one.host,
                    gcs=one.gcs,
                    gcd=one.gcd,
                    gpc=one.gpc,
                    at=one.moment.at,
                )
                self.reading.signal(told)


def join(scanned: Scanned, site: Address, path: str, vantage: str | None) -> Evidence:
    """Put together what was seen into the evidence of one file."""
    joining = _Joining(scanned.seen, site, path)
    joining.all()
    joining.reading.captured = scanned.began
    joining.reading.limits.extend(scanned.limits)
    joining.reading.close()
    for phase in scanned.phases:
        joining.gathering.add_phase(phase)
    return assembled(joining.gathering, vantage)


def _last(snapshots: Iterable[Snapshot]) -> Iterable[Snapshot]:
    """Give the last snapshot of each phase of each browser."""
    last: dict[tuple[int, PhaseKind], Snapshot] = {}
    for one in snapshots:
        last[one.moment.repetition, one.moment.phase] = one
    return last.values()


def _outcome(cookie: SetCookie, *, kept: bool, refused: bool) -> Outcome:
    if refused:
        return "refused"
    if cookie.is_deletion:
        return "deleted"
    return "stored" if kept else "unknown"


def _write(
    seen: SeenWrite,
    outcome: Outcome,
    lifetime: SetLifetime,
    attributes: Attributes,
    reasons: Sequence[str],
) -> Write:
    return Write(
        phase=seen.moment.phase,
        lifetime=lifetime,
        outcome=outcome,
        mechanism=seen.mechanism,
        at=seen.moment.at,
        attributes=attributes,
        setter=seen.setter,
        refused_because=reasons,
        repetition=seen.moment.repetition,
    )


def _jar_attributes(one: JarCookie) -> Attributes:
    return Attributes(
        secure=one.secure,
        http_only=one.http_only,
        same_site=one.same_site,
        partitioned=True if one.partition else None,
    )
