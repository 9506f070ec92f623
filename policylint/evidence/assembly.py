"""From what was gathered to the evidence: names that were only sent find their cookies."""

from collections.abc import Iterable, Mapping

from policylint.evidence.gathering import Gathering, Trace
from policylint.evidence.observation import Contact, Evidence, Observation, PhaseKind
from policylint.evidence.party import Parties
from policylint.model.traits import registrable_domain

_ORDER = ("pre", "reject", "accept", "partial", "withdraw", "gpc", "preset", "unknown")


def assembled(gathering: Gathering, vantage: str | None) -> Evidence:
    """Build the evidence of all files."""
    parties = gathering.parties
    traces = [trace for trace in gathering.traces.values() if trace.is_held]
    traces += _only_sent(gathering, traces)
    contacts = gathering.contacts
    return Evidence(
        files=tuple(gathering.files),
        observations=tuple(_observation(trace, parties) for trace in traces),
        contacts=tuple(
            Contact(
                host=host,
                phases=frozenset(contacts[host]["phases"]),
                party=parties.of(host) or contacts[host]["party"],
                cname=contacts[host]["cname"],
                requests=contacts[host]["requests"],
            )
            for host in sorted(contacts)
        ),
        signals=tuple(sorted(gathering.signals.values(), key=lambda one: one.at or 0)),
        phases=tuple(gathering.phases[kind] for kind in _ORDER if kind in gathering.phases),
        vantage=vantage,
    )


def _observation(trace: Trace, parties: Parties) -> Observation:
    return Observation(
        storage=trace.storage,
        name=trace.name,
        domain=trace.domain,
        host_only=trace.host_only,
        path=trace.path,
        partition=trace.partition,
        party=parties.of(trace.domain) or trace.told_party,
        writes=tuple(trace.writes),
        present=frozenset(trace.present),
        sent=frozenset(trace.sent),
        jar=trace.jar,
        attributes=trace.attributes,
        source=trace.source,
    )


def _only_sent(gathering: Gathering, traces: Iterable[Trace]) -> list[Trace]:
    """Give each name that requests carried to its cookie; begin those of which no file tells more.

    A script sets a cookie unseen by a HAR: only requests show it, without its domain. Where several
    hosts of one registrable domain receive a name, it is taken for one cookie of what they share.
    """
    named: dict[str, list[Trace]] = {}
    for trace in traces:
        if trace.storage == "cookie":
            named.setdefault(trace.name, []).append(trace)
    unknown: dict[tuple[str, str], dict[str, set[PhaseKind]]] = {}
    for (name, host), phases in gathering.sends.items():
        reached = [trace for trace in named.get(name, ()) if _reaches(trace, host)]
        for trace in reached:
            trace.sent |= phases
        if not reached:
            site = registrable_domain(host) or host
            unknown.setdefault((name, site), {})[host] = phases
    return [_unseen(gathering, name, hosts) for (name, _), hosts in sorted(unknown.items())]


def _reaches(trace: Trace, host: str) -> bool:
    if trace.domain is None or trace.domain == host:
        return True
    return not trace.host_only and host.endswith("." + trace.domain)


def _unseen(gathering: Gathering, name: str, hosts: Mapping[str, set[PhaseKind]]) -> Trace:
    shared = _shared(sorted(hosts))
    source = gathering.send_sources[name, next(iter(hosts))]
    trace = Trace(("cookie", name, shared, None, None), source)
    trace.sent = {phase for phases in hosts.values() for phase in phases}
    return trace


def _shared(hosts: list[str]) -> str:
    first, *others = [host.split(".")[::-1] for host in hosts]
    count = len(first)
    for labels in others:
        same = 0
        while same < min(count, len(labels)) and labels[same] == first[same]:
            same += 1
        count = same
    return ".".join(first[:count][::-1])
