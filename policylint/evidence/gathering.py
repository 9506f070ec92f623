"""What the files of a run tell, put together: one observation per cookie, whatever saw it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from policylint.evidence import foreign
from policylint.evidence.address import Address, read_address
from policylint.evidence.consent_query import read_modes
from policylint.evidence.observation import (
    Attributes,
    EvidenceFile,
    Phase,
    PhaseKind,
    PhaseSource,
    SetLifetime,
    Signal,
    Write,
)
from policylint.evidence.party import Parties
from policylint.model.terms import Party, Storage

MOST_COOKIES = 1_000_000
MOST_WRITES = 1_000
"""Of one cookie; a write that asks to live longer than all before it is always kept."""
MOST_SIGNALS = 100_000
MOST_HOSTS = 100_000
Identity = tuple[Storage, str, str | None, str | None, str | None]
_FIRMEST: Sequence[PhaseSource] = (
    "performed",
    "file",
    "marker",
    "declared",
    "inferred",
    "unknown",
)  # the firmest first


class Trace:
    """What was seen of one cookie so far."""

    def __init__(self, identity: Identity, source: str) -> None:
        self.storage, self.name, self.domain, self.path, self.partition = identity
        self.source = source
        self.host_only: bool | None = None
        self.writes: list[Write] = []
        self.present: set[PhaseKind] = set()
        self.sent: set[PhaseKind] = set()
        self.jar: SetLifetime | None = None
        self.attributes = Attributes()
        self.told_party: Party | None = None
        self.longest = -1

    def take_attributes(self, told: Attributes) -> None:
        """Take over what is told; what is not told stays as it was known."""
        known = {**self.attributes.__dict__}
        known |= {key: one for key, one in told.__dict__.items() if one is not None}
        self.attributes = Attributes(**known)

    def take_host_only(self, told: bool | None) -> None:  # noqa: FBT001 - it is what is told
        """Take over whether it is of one host; of two answers the wider holds."""
        if told is not None:
            self.host_only = told if self.host_only is None else self.host_only and told

    def take_jar(self, lifetime: SetLifetime) -> None:
        """Keep the longest lifetime that a jar showed; one that is known over one that is not."""
        if self.jar is None or _length(lifetime) > _length(self.jar):
            self.jar = lifetime

    @property
    def is_held(self) -> bool:
        """Tell whether anything says that it was there, or that it was asked to be."""
        asked = any(write.outcome != "deleted" for write in self.writes)
        return bool(asked or self.present or self.sent)


def _length(lifetime: SetLifetime) -> float:
    if lifetime.seconds is not None:
        return lifetime.seconds
    return -1 if lifetime.source == "session" else -2


class Gathering:
    """Everything that the files of a run told."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties
        self.files: list[EvidenceFile] = []
        self.traces: dict[Identity, Trace] = {}
        self.sends: dict[tuple[str, str], set[PhaseKind]] = {}
        self.send_sources: dict[tuple[str, str], str] = {}
        self.contacts: dict[str, dict[str, Any]] = {}
        self.signals: dict[tuple[Any, ...], Signal] = {}
        self.phases: dict[PhaseKind, Phase] = {}
        self.vantage: str | None = None
        self.visits: Counter[str] = Counter()

    def add_phase(self, phase: Phase) -> None:
        """Take over a phase; of two accounts of one the firmer holds."""
        known = self.phases.get(phase.kind)
        if known is None or _FIRMEST.index(phase.known_by) < _FIRMEST.index(known.known_by):
            self.phases[phase.kind] = phase


class FileReading:
    """One file while it is read: what it tells goes to the gathering, what it cannot is counted."""

    def __init__(self, gathering: Gathering, path: str, format_name: str) -> None:
        self.gathering = gathering
        self.path = path
        self.format_name = format_name
        self.repetition = 1
        self.captured: int | None = None
        self.browser: str | None = None
        self.entries = 0
        self.left_out: Counter[str] = Counter()
        self.limits: list[str] = []
        self.tells: dict[str, bool] = {}

    def leave_out(self, why: str, count: int = 1) -> None:
        """Count entries that were not taken."""
        self.left_out[why] += count

    def trace(self, identity: Identity) -> Trace | None:
        """Find or begin what is known of a cookie; None where there are too many."""
        traces = self.gathering.traces
        found = traces.get(identity)
        if found is None:
            if len(traces) >= MOST_COOKIES:
                self.leave_out(f"cookie beyond the first {MOST_COOKIES:,}")
                return None
            found = traces[identity] = Trace(identity, self.path)
        return found

    def count_visit(self, phase: str) -> None:
        """Tell the writes of this file from those that other files of the same phase tell.

        Two recordings of a phase met two browsers: the second renews nothing of the first.
        """
        self.gathering.visits[phase] += 1
        self.repetition = self.gathering.visits[phase]

    def write(self, trace: Trace, write: Write) -> None:
        """Record a write, of very many equal ones the first."""
        seconds = write.lifetime.seconds
        longer = seconds is not None and seconds > trace.longest
        if len(trace.writes) >= MOST_WRITES and not longer:
            self.leave_out(f"write of a cookie beyond its first {MOST_WRITES:,}")
            return
        if longer and seconds is not None:
            trace.longest = seconds
        trace.writes.append(
            write if self.repetition == 1 else write.changed(repetition=self.repetition)
        )

    def send(self, name: str, host: str, phases: Iterable[PhaseKind]) -> None:
        """Record that requests to a host carried a cookie of that name."""
        key = (name, host)
        self.gathering.sends.setdefault(key, set()).update(phases)
        self.gathering.send_sources.setdefault(key, self.path)

    def contact(
        self,
        host: str,
        phases: Iterable[PhaseKind],
        requests: int = 1,
        *,
        cname: str | None = None,
        party: Party | None = None,
    ) -> None:
        """Record that a host was asked for something; `party` is what the file holds it for."""
        contacts = self.gathering.contacts
        known = contacts.get(host)
        if known is None:
            if len(contacts) >= MOST_HOSTS:
                self.leave_out(f"host beyond the first {MOST_HOSTS:,}")
                return
            known = contacts[host] = {"phases": set(), "requests": 0, "cname": None, "party": party}
        known["phases"].update(phases)
        known["requests"] += requests
        known["cname"] = known["cname"] or cname

    def request(self, url: Any, phase: PhaseKind, at: int | None = None) -> Address | None:
        """Record a request with what it says of consent; give its address, None without any."""
        text = foreign.text(url) or ""
        address = read_address(text)
        if address is None:
            self.leave_out("request to no host: data, an extension, or no address")
            return None
        self.contact(address.host, [phase])
        gcs, gcd = read_modes(text)
        if gcs or gcd:
            self.signal(Signal(phase=phase, host=address.host, gcs=gcs, gcd=gcd, at=at))
        return address

    def cookie(self, raw: Mapping[str, Any], partition: str | None = None) -> Trace | None:
        """Begin with a cookie in JSON, by its name, domain and path; None where it has none."""
        name, domain = foreign.name(raw.get("name")), foreign.host(raw.get("domain"))
        if name is None or domain is None:
            self.leave_out("cookie without a name" if name is None else "cookie without a host")
            return None
        trace = self.trace(("cookie", name, domain, foreign.text(raw.get("path")), partition))
        if trace is not None:
            self.entries += 1
        return trace

    def signal(self, signal: Signal) -> None:
        """Record a signal, once per phase, host and content."""
        key = (signal.phase, signal.host, signal.gcs, signal.gcd, signal.gpc)
        known = self.gathering.signals
        if key not in known and len(known) < MOST_SIGNALS:
            known[key] = signal

    def close(self) -> None:
        """Hand the account of the file over."""
        self.gathering.files.append(
            EvidenceFile(
                path=self.path,
                format=self.format_name,
                captured=self.captured,
                browser=self.browser,
                entries=self.entries,
                left_out=tuple(sorted(self.left_out.items())),
                limits=tuple(self.limits),
                **self.tells,
            )
        )
