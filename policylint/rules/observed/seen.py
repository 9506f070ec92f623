"""What the evidence shows of an inventory: which entry each observed cookie belongs to."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from policylint.evidence.observation import Evidence, Observation, PhaseKind, Write
from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.record import Record
from policylint.model.sentence import sentence
from policylint.model.terms import Storage
from policylint.model.traits import is_of_site
from policylint.rule import Context, NotEvaluated
from policylint.source.pointer import Pointer

NO_EVIDENCE = NotEvaluated(at=(), reason=sentence("no evidence given"))
ELSEWHERE = NotEvaluated(
    at=(),
    reason=sentence("the evidence shows no visit to the site: none of its hosts was asked"),
)
NO_COOKIES = NotEvaluated(at=(), reason=sentence("the evidence does not show cookies"))
NO_REQUESTS = NotEvaluated(at=(), reason=sentence("the evidence does not show requests"))
SHOWN_STORAGE: frozenset[Storage] = frozenset(
    {"local-storage", "session-storage", "indexed-db", "cache-storage", "service-worker"}
)


class Seen(Record):
    """Evidence beside an inventory: the observations of each entry, and those of none."""

    evidence: Evidence
    of_entry: Mapping[int, Sequence[Observation]]
    undeclared: Sequence[Observation]

    def shows(self, storage: Storage) -> bool:
        """Tell whether a kind of storage would be seen."""
        files = self.evidence.files
        if storage == "cookie":
            return any(one.tells_cookies for one in files)
        return storage in SHOWN_STORAGE and any(one.tells_storage for one in files)


def seen(context: Context) -> Seen | NotEvaluated:
    """Give what the evidence shows, or why it shows nothing."""
    if context.evidence is None:
        return NO_EVIDENCE
    return _seen(context.inventory, context.evidence)


@lru_cache(maxsize=1)  # every rule asks for the same inventory, in every jurisdiction
def _seen(inventory: Inventory, evidence: Evidence) -> Seen | NotEvaluated:
    from policylint.evidence.paired import paired

    if _is_elsewhere(inventory, evidence):
        return ELSEWHERE
    found = paired(inventory, evidence.observations)
    return Seen(evidence=evidence, of_entry=found.of_entry, undeclared=found.undeclared)


def _is_elsewhere(inventory: Inventory, evidence: Evidence) -> bool:
    """Tell whether the visits were to other sites: a server under test, or one file too many."""
    if not any(file.tells_requests for file in evidence.files):
        return False
    hosts = {one.host for one in evidence.contacts}
    hosts |= {one.domain for one in evidence.observations if one.domain}
    return bool(hosts) and not any(is_of_site(host, inventory) for host in hosts)


def settings(writes: Iterable[Write]) -> list[Write]:
    """List the writes that stored something: no deletion, and no attempt that was refused."""
    return [one for one in writes if one.outcome in {"stored", "unknown"}]


def host_of(address: str | None) -> str | None:
    """Give the host of a URL, None where there is none."""
    if address is None:
        return None
    rest = address.partition("://")[2] or address
    authority = rest.partition("/")[0].partition("?")[0].rpartition("@")[2]
    if authority.startswith("["):
        return authority.partition("]")[0] + "]"
    return authority.partition(":")[0].lower() or None


def not_shown(at: Pointer, cookie: Cookie) -> NotEvaluated:
    """Say of an entry that the evidence tells nothing of its kind of storage."""
    reason = sentence("the evidence does not show '{storage}'", storage=cookie.storage)
    return NotEvaluated(at=at, reason=reason)


def writes_in(observation: Observation, kind: PhaseKind) -> list[Write]:
    """List the writes of a phase."""
    return [one for one in observation.writes if one.phase == kind]
