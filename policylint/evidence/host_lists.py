"""Lists of the hosts that were asked, as crawlers part them into first and third parties."""

from collections.abc import Mapping
from typing import Any

from policylint.evidence import foreign
from policylint.evidence.gathering import FileReading
from policylint.evidence.observation import PhaseKind
from policylint.model.terms import Party

_LISTS: tuple[tuple[str, Party], ...] = (
    ("firstParty", "first"),
    ("first_party", "first"),
    ("thirdParty", "third"),
    ("third_party", "third"),
)


def take_hosts(reading: FileReading, lists: Mapping[str, Any], phase: PhaseKind) -> None:
    """Take each host once; of two parties the first one holds."""
    seen: set[str] = set()
    for key, party in _LISTS:
        for raw in foreign.items(lists.get(key)):
            host = foreign.host(raw)
            # `data` is what Blacklight makes of the address of an image within the page
            if host is None or host == "data":
                reading.leave_out("host that is none")
            elif host not in seen:
                seen.add(host)
                reading.contact(host, [phase], party=party)
