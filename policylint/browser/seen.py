"""What a capture collects before it is joined to observations. No values."""

from collections.abc import Sequence

from policylint.evidence.address import Address
from policylint.evidence.observation import Mechanism, PhaseKind
from policylint.evidence.set_cookie import SetCookie
from policylint.model.record import Record
from policylint.model.terms import Storage


class Moment(Record):
    """When something was seen: the phase, the repetition, milliseconds since 1970-01-01 UTC."""

    phase: PhaseKind
    repetition: int
    at: int


class SeenWrite(Record):
    """An attempt to store; `cookie` is None for other storage, `address` that of page or answer."""

    moment: Moment
    storage: Storage
    name: str
    address: Address
    mechanism: Mechanism
    setter: str | None = None
    cookie: SetCookie | None = None


class SeenRequest(Record):
    """A request; `cookies` are the names it carried. `address` is without the query."""

    moment: Moment
    host: str
    address: str
    type: str
    method: str
    status: int | None = None
    cookies: Sequence[str] = ()
    gcs: str | None = None
    gcd: str | None = None
    gpc: bool = False
    by_worker: bool = False


class JarCookie(Record):
    """A cookie in the jar of the browser; `seconds` is None for a session."""

    name: str
    domain: str
    host_only: bool
    path: str
    seconds: int | None
    secure: bool
    http_only: bool
    same_site: str | None
    partition: str | None


class Stored(Record):
    """An entry of other storage that was there."""

    storage: Storage
    name: str
    host: str


class Snapshot(Record):
    """What was on the device at a moment."""

    moment: Moment
    jar: Sequence[JarCookie]
    stored: Sequence[Stored]


class Refusal(Record):
    """A cookie that the browser did not take, and why."""

    moment: Moment
    host: str
    name: str
    reasons: Sequence[str]


class Seen:
    """All that was collected, in the order of its arrival."""

    def __init__(self) -> None:
        self.writes: list[SeenWrite] = []
        self.requests: list[SeenRequest] = []
        self.snapshots: list[Snapshot] = []
        self.refusals: list[Refusal] = []
        self.is_closed = False
        self.dropped = 0
        """How many events were left out because there were too many."""

    def close(self) -> None:
        """Forget everything, and what still arrives: it was none of the site's."""
        self.is_closed = True
        for kept in (self.writes, self.requests, self.snapshots, self.refusals):
            kept.clear()
