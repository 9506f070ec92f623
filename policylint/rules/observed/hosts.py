from collections.abc import Iterator, Sequence
from functools import partial

from policylint.evidence.observation import Contact, Observation
from policylint.law.guidance import CNIL_092_6, EDPB_SCOPE_WHOLE
from policylint.law.jurisdictions import EEA, UK
from policylint.law.provisions import GDPR_5_1_A, GDPR_13_1_E, GDPR_44
from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.sentence import Sentence, sentence
from policylint.model.traits import is_of_site, is_personal, registrable_domain, site_hosts
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
from policylint.rules.listing import named
from policylint.rules.observed.lifetimes import observed
from policylint.rules.observed.seen import NO_REQUESTS, Seen, host_of, seen, settings
from policylint.rules.observed.visits import WHEN

NEVER_ANSWERS = ".invalid"


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
        yield NO_REQUESTS
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
        fault = _contacted(domain, hosts, WHEN[first])
        yield Problem(
            at=("vendors",),
            message=sentence("{fault}; it stored cookies", fault=fault) if has_stored else fault,
            severity=None if has_stored else Severity.WARNING,
            on_key=True,
        )


def _contacted(domain: str, hosts: Sequence[str], when: Sentence) -> Sentence:
    told = named(hosts)
    if hosts != [domain]:
        told = sentence("{hosts} of '{domain}'", hosts=told, domain=domain)
    if len(hosts) == 1:
        return sentence(
            "{hosts} was contacted {when}, and no vendor declares it in 'domains'",
            hosts=told,
            when=when,
        )
    return sentence(
        "{hosts} were contacted {when}, and no vendor declares it in 'domains'",
        hosts=told,
        when=when,
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
    "EVD008",
    citations=[CNIL_092_6, GDPR_5_1_A],
    scopes=[Scope(jurisdictions=EEA, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="Hosts behind an address rather than an alias.",
)
def cname_cloaked(context: Context) -> Iterator[Yield]:
    """A host of the site is an alias of a vendor's, and its cookies are declared as the site's own.

    Judged are cookies that hold personal data, and hosts besides that of `site.url`, which may be
    an alias of whoever serves the site. The file that `--dns` names tells which are aliases.

    ## Why it matters
    The name hides that a third party sets and reads the cookie; protections of browsers against
    third parties do not apply to it. The CNIL advises against it.

    ## How to fix it
    Declare the vendor with the `domains` that are behind the alias, and `cname_of` on each cookie.
    """
    shown = seen(context)
    if isinstance(shown, NotEvaluated):
        yield shown
        return
    inventory = context.inventory
    aliases = {contact.host: contact.cname for contact in shown.evidence.contacts}
    nothing = True
    for at, cookie, observations in observed(context, shown):
        for host in _own_setters(observations, inventory) if is_personal(cookie) else ():
            nothing = False
            behind = aliases.get(host)
            if behind is None:
                reason = sentence("what is behind '{host}' is not known (--dns)", host=host)
                yield NotEvaluated(at=at, reason=reason)
            elif is_of_site(behind, inventory) or _is_told(cookie, behind, inventory):
                continue
            elif not _is_vendors(behind, inventory):
                reason = sentence("nobody knows whose host '{host}' is", host=behind)
                yield NotEvaluated(at=at, reason=reason)
            else:
                message = sentence(
                    "'{name}' was set by '{host}', an alias of '{alias}' ({source}); expected"
                    " 'cname_of'",
                    name=cookie.name,
                    host=host,
                    alias=behind,
                    source=observations[0].source,
                )
                yield Problem(at=(*at, "cname_of"), message=message)
                break
    if nothing:
        yield _idle(shown)


def _idle(shown: Seen) -> NotApplicable | NotEvaluated:
    if any(one.setter for each in shown.evidence.observations for one in each.writes):
        return NotApplicable(reason="no other host of the site set a cookie with personal data")
    reason = sentence("the evidence does not show which host set a cookie")
    return NotEvaluated(at=(), reason=reason)


def _own_setters(observations: Sequence[Observation], inventory: Inventory) -> list[str]:
    """List the hosts of the site, but its main one, that set some cookies."""
    main = site_hosts(inventory)[0].removeprefix("www.")
    hosts = {host_of(write.setter) for one in observations for write in settings(one.writes)}
    return sorted(
        host
        for host in hosts
        if host and host.removeprefix("www.") != main and is_of_site(host, inventory)
    )


def _is_vendors(host: str, inventory: Inventory) -> bool:
    """Tell whether a host is one of a vendor that is declared or known, rather than of a host."""
    from policylint.catalog.lookup import vendor_of_host

    declared = [one for vendor in inventory.vendors.values() for one in vendor.domains]
    return any(map(partial(_is_in, host), declared)) or vendor_of_host(host) is not None


def _is_in(host: str, domain: str) -> bool:
    domain = domain.lstrip(".")
    return host == domain or host.endswith(f".{domain}")


def _is_told(cookie: Cookie, behind: str, inventory: Inventory) -> bool:
    """Tell whether an entry says whose host is behind the alias."""
    vendor = inventory.vendors.get(cookie.vendor) if cookie.vendor else None
    if cookie.party != "third" and cookie.cname_of is None:
        return False
    told = (cookie.cname_of, *(vendor.domains if vendor else ()))
    return any(one is not None and _is_in(behind, one) for one in told)
