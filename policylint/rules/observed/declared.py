from collections.abc import Iterator, Sequence

from policylint.evidence.observation import Contact, Evidence, Observation
from policylint.law.guidance import EDPB_SCOPE_WHOLE, IMY_OWN_TAGS
from policylint.law.jurisdictions import ALL, EEA, UK
from policylint.law.provisions import (
    EPD_5_3,
    GDPR_5_1_D,
    GDPR_5_2,
    GDPR_13,
    GDPR_13_1_E,
    GDPR_44,
)
from policylint.model.inventory import Inventory
from policylint.model.traits import is_of_site, registrable_domain
from policylint.rule import (
    Context,
    NotApplicable,
    NotEvaluated,
    Problem,
    Scope,
    Severity,
    Yield,
    rule,
)
from policylint.rules.listing import MOST_NAMED, named
from policylint.rules.observed.seen import SHOWN_STORAGE, Seen, by, host_of, seen, settings
from policylint.rules.observed.visits import WHEN, gaps, in_phase, why_not

NEVER_ANSWERS = ".invalid"


@rule(
    "EVD001",
    citations=[EPD_5_3, GDPR_13, IMY_OWN_TAGS],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[(Severity.WARNING, "the browser of the evidence refused it")],
    unseen="Whether a browser extension, or whatever collected the evidence, set it.",
)
def undeclared_cookie(context: Context) -> Iterator[Yield]:
    """A cookie was observed, in whichever phase, that no entry of the inventory covers.

    ## Why it matters
    Visitors cannot be told of what nobody knows, and no consent covers it. That a site did not know
    its own tags has been held against it.

    ## How to fix it
    Find out what sets it: the message names the host. Remove the tag, or declare the cookie with
    its purposes. `policylint known NAME` says what the catalogue knows of it.
    """
    shown = seen(context)
    if isinstance(shown, NotEvaluated):
        yield shown
        return
    told: set[tuple[str, str, str | None]] = set()
    for one in shown.undeclared:
        key = (one.storage, one.name, one.domain)
        account = _account(one, shown.evidence)
        if account is not None and key not in told:
            told.add(key)
            yield Problem(
                at=("cookies",),
                message=f"{_called(one)} is declared nowhere: {account} ({one.source})",
                severity=None if _is_stored(one) else Severity.WARNING,
                on_key=True,
                cookie=one.name,
            )
    yield from _unseen(shown)


def _called(one: Observation) -> str:
    storage = "" if one.storage == "cookie" else f" in {one.storage}"
    return f"'{one.name}'{storage}" + (f" of '{one.domain}'" if one.domain else "")


def _is_stored(one: Observation) -> bool:
    return bool(one.present or one.sent or settings(one.writes))


def _account(one: Observation, evidence: Evidence) -> str | None:
    """Write what became of a cookie, None where it was only deleted."""
    stored = settings(one.writes)
    if stored:
        return f"set {in_phase(evidence, stored[0].phase)}{by(stored[0])}"
    for verb, phases in (("sent", one.sent), ("there", one.present)):
        first = next((kind for kind in WHEN if kind in phases), None)
        if first is not None:
            return f"{verb} {in_phase(evidence, first)}"
    refused = [write for write in one.writes if write.outcome == "refused"]
    if refused:
        when = in_phase(evidence, refused[0].phase)
        return f"to be set {when}{by(refused[0])}; this browser refused it"
    return None


def _unseen(shown: Seen) -> Iterator[NotEvaluated]:
    """Say what else may be set that the evidence does not show."""
    why = why_not(shown.evidence, "accept")
    if why is not None:
        yield why
    else:
        yield from gaps(shown.evidence, "accept")
    if not shown.shows("cookie"):
        yield NotEvaluated(at=(), reason="the evidence does not show cookies")
    if not shown.shows("local-storage"):
        yield NotEvaluated(at=(), reason="the evidence does not show storage besides cookies")


@rule(
    "EVD007",
    citations=[GDPR_13_1_E, GDPR_44, EDPB_SCOPE_WHOLE],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[(Severity.WARNING, "it stored nothing in the browser of the evidence")],
    unseen="Which data the requests carried.",
)
def undeclared_third_party(context: Context) -> Iterator[Yield]:
    """A third party was asked for something that no vendor of the inventory accounts for.

    Hosts count as declared below `site.domains`, a `domains` of a vendor, or the `domain` or
    `cname_of` of a cookie with a vendor. One whose own cookies are undeclared is EVD001's.

    ## Why it matters
    Every request tells the other side the address of the visitor, and mostly the page. Visitors
    must be told who receives that.

    ## How to fix it
    Declare the vendor with `domains`, or remove what loads from there. Fonts and scripts can often
    be served by the site itself.
    """
    shown = seen(context)
    if isinstance(shown, NotEvaluated):
        yield shown
        return
    evidence = shown.evidence
    if not any(one.tells_requests for one in evidence.files):
        yield NotEvaluated(at=(), reason="the evidence does not show requests")
        return
    declared = _declared_hosts(context.inventory)
    unknown: dict[str, list[Contact]] = {}
    for contact in evidence.contacts:
        host = contact.host
        if not (
            host.endswith(NEVER_ANSWERS)
            or _is_below(host, declared)
            or is_of_site(host, context.inventory)
        ):
            unknown.setdefault(registrable_domain(host) or host, []).append(contact)
    undeclared = _storing(shown.undeclared)
    stores = _storing([one for several in shown.of_entry.values() for one in several])
    for domain, contacts in sorted(unknown.items()):
        hosts = [one.host for one in contacts]
        if any(_is_below(host, undeclared) or _is_above(host, undeclared) for host in hosts):
            continue
        has_stored = any(_is_below(host, stores) or _is_above(host, stores) for host in hosts)
        first = next(kind for kind in WHEN if any(kind in one.phases for one in contacts))
        shared = "" if hosts == [domain] else f" of '{domain}'"
        yield Problem(
            at=("vendors",),
            message=f"{named(hosts)}{shared} {'was' if len(hosts) == 1 else 'were'} contacted"
            f" {WHEN[first]}, and no vendor declares it in 'domains'"
            + ("; it stored cookies" if has_stored else ""),
            severity=None if has_stored else Severity.WARNING,
            on_key=True,
        )


def _declared_hosts(inventory: Inventory) -> frozenset[str]:
    found = {host for vendor in inventory.vendors.values() for host in vendor.domains}
    for cookie in inventory.cookies:
        if cookie.vendor:
            found.update(host for host in (cookie.domain, cookie.cname_of) if host)
    return frozenset(host.lstrip(".") for host in found)


def _storing(observations: Sequence[Observation]) -> frozenset[str]:
    """List the hosts that stored something, as domain or as setter."""
    found: set[str] = set()
    for one in observations:
        if one.domain:
            found.add(one.domain)
        found.update(host for write in one.writes if (host := host_of(write.setter)))
    return frozenset(found)


def _is_below(host: str, hosts: frozenset[str]) -> bool:
    labels = host.split(".")
    return any(".".join(labels[at:]) in hosts for at in range(len(labels)))


def _is_above(host: str, hosts: frozenset[str]) -> bool:
    return any(one.endswith(f".{host}") for one in hosts)


@rule(
    "EVD009",
    citations=[GDPR_5_1_D, GDPR_5_2],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.INFO)],
    since="0.1.0",
    unseen="Cookies that only a login, an order or a rare page sets.",
)
def declared_never_observed(context: Context) -> Iterator[Yield]:
    """Entries were not seen in any visit, not even after everything was accepted.

    ## Why it matters
    A list that names what is long gone misleads. But a login, an order or a rare page was perhaps
    not part of the visits, so this is only a note.

    ## How to fix it
    Have somebody who knows the site confirm each entry, or remove it.
    """
    shown = seen(context)
    if isinstance(shown, NotEvaluated):
        yield shown
        return
    why = why_not(shown.evidence, "accept")
    if why is not None:
        yield why
        return
    yield from gaps(shown.evidence, "accept")
    entries = [
        (at, one) for at, one in context.cookies if one.storage in SHOWN_STORAGE | {"cookie"}
    ]
    if not entries:
        yield NotApplicable(reason="no entry is of a kind that evidence shows")
        return
    missing = []
    for at, cookie in entries:
        if not shown.shows(cookie.storage):
            yield NotEvaluated(at=at, reason=f"the evidence does not show '{cookie.storage}'")
        elif int(at[1]) not in shown.of_entry:
            missing.append((at, cookie))
    if missing:
        count = f"{len(missing)} of {len(entries)} entries"
        yield Problem(
            at=("cookies",),
            message=f"{count} {'was' if len(missing) == 1 else 'were'} not seen in any visit:"
            f" {named([cookie.name for _, cookie in missing])}",
            related=tuple(((*at, "name"), "not seen") for at, _ in missing[:MOST_NAMED]),
            on_key=True,
        )
