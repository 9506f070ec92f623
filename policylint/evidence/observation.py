"""What was seen in a browser: cookies and their writes, hosts, signals, phases. No values."""

from collections.abc import Sequence
from typing import Literal

from policylint.model.record import Record
from policylint.model.terms import Party, Storage

PhaseKind = Literal["pre", "reject", "accept", "partial", "withdraw", "gpc", "preset", "unknown"]
"""What the visitor had chosen: `pre` nothing yet, `preset` a choice set from outside."""
PhaseSource = Literal["performed", "file", "marker", "inferred", "declared", "unknown"]
"""How the phase is known: by doing it, by the name of the file, by a marker request, by a guess."""
ActionResult = Literal[
    "confirmed", "unconfirmed", "no-banner", "no-control", "failed", "not-needed"
]
LifetimeSource = Literal["max-age", "expires", "session", "jar", "unknown"]
Outcome = Literal["stored", "refused", "deleted", "unknown"]
ClickMethod = Literal["selector", "text", "site", "api"]
Mechanism = Literal["http", "script", "cookie-store", "storage", "unknown"]


class SetLifetime(Record):
    """How long a write asked to stay, in seconds; None for a session and where it is unknown.

    A value from a jar that the browser may have cut (RFC 6265bis allows 400 days) is a lower bound.
    `ignored_expires` tells of an Expires attribute that no browser reads.
    """

    source: LifetimeSource
    seconds: int | None = None
    is_lower_bound: bool = False
    ignored_expires: bool = False


class Attributes(Record):
    """The attributes of a write; None where the evidence cannot tell."""

    secure: bool | None = None
    http_only: bool | None = None
    same_site: str | None = None
    partitioned: bool | None = None


class Write(Record):
    """One attempt to store; `at` is in milliseconds since 1970-01-01 UTC.

    `setter` is the URL that did it, without its query. Writes of two repetitions of a phase met two
    fresh browsers: the later one renews nothing.
    """

    phase: PhaseKind
    lifetime: SetLifetime
    outcome: Outcome = "unknown"
    mechanism: Mechanism = "unknown"
    at: int | None = None
    attributes: Attributes = Attributes()
    setter: str | None = None
    refused_because: Sequence[str] = ()
    repetition: int = 1


class Observation(Record):
    """One cookie as a browser saw it, whatever its storage.

    `domain` is the host it was stored for, without a leading dot; of other storage, the host of
    the origin. `present` lists the phases at whose end it was there, `sent` those in which a
    request carried it. `jar` is the lifetime that a jar showed.
    """

    storage: Storage
    name: str
    domain: str | None
    host_only: bool | None = None
    path: str | None = None
    partition: str | None = None
    party: Party | None = None
    writes: Sequence[Write] = ()
    present: frozenset[PhaseKind] = frozenset()
    sent: frozenset[PhaseKind] = frozenset()
    jar: SetLifetime | None = None
    attributes: Attributes = Attributes()
    source: str = ""
    """The file it was read from."""

    @property
    def phases(self) -> frozenset[PhaseKind]:
        """Give every phase in which it was stored, sent or there."""
        stored = {write.phase for write in self.writes if write.outcome in {"stored", "unknown"}}
        return self.present | self.sent | stored


class Contact(Record):
    """A host that was asked for something.

    `cname` is the host behind an alias, or the host itself where it is known to be none; None where
    nobody looked.
    """

    host: str
    phases: frozenset[PhaseKind]
    party: Party | None = None
    cname: str | None = None
    requests: int = 1


class Signal(Record):
    """What one request told of consent: Google's `gcs` and `gcd`, the Sec-GPC header."""

    phase: PhaseKind
    host: str
    gcs: str | None = None
    gcd: str | None = None
    gpc: bool = False
    at: int | None = None


class Click(Record):
    """One thing done to the banner: its selector and text.

    `method` tells how the control was found: by the selectors of a known platform, by its words,
    by the site's own configuration; `api` did what no visitor can do, a call of a script.
    """

    method: ClickMethod
    selector: str
    text: str = ""
    at: int | None = None


class Phase(Record):
    """A part of the evidence: what had been chosen, how that is known, whether it took effect.

    `platform` is the consent platform that was recognised, `clicks` what it took to choose: a call
    of a script is in it, yet is no click of a visitor. `remark` says in words what went wrong.
    """

    kind: PhaseKind
    known_by: PhaseSource
    result: ActionResult | None = None
    repetitions: int = 1
    is_complete: bool = True
    platform: str | None = None
    clicks: Sequence[Click] = ()
    pages: Sequence[str] = ()
    remark: str | None = None


class EvidenceFile(Record):
    """A file that evidence was read from; `captured` in milliseconds since 1970-01-01 UTC.

    `left_out` counts by reason the entries that were not taken. `limits` says in words what the
    file cannot tell.
    """

    path: str
    format: str
    captured: int | None = None
    entries: int = 0
    left_out: Sequence[tuple[str, int]] = ()
    limits: Sequence[str] = ()
    browser: str | None = None
    """Which browser it was, as the file has it."""
    tells_cookies: bool = True
    """False where cookie headers were removed: nothing can be said of cookies then."""
    tells_requests: bool = False
    """Whether the requests of the page are there: hosts, signals, what was sent."""
    tells_storage: bool = False
    """Whether storage other than cookies would be seen."""


class Evidence(Record):
    """A set of observations with how they were collected.

    `vantage` is the country from which the site was visited, None where nobody said so.
    """

    files: Sequence[EvidenceFile]
    observations: Sequence[Observation]
    contacts: Sequence[Contact] = ()
    signals: Sequence[Signal] = ()
    phases: Sequence[Phase] = ()
    vantage: str | None = None

    def phase(self, kind: PhaseKind) -> Phase | None:
        """Find a phase of the evidence, None where it was not collected."""
        return next((one for one in self.phases if one.kind == kind), None)
