from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from policylint.evidence.observation import Attributes, Observation
from policylint.law.guidance import CNIL_092_6
from policylint.law.jurisdictions import ALL, EEA
from policylint.law.provisions import GDPR_5_1_A, GDPR_5_2, GDPR_32
from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.traits import is_of_site, is_personal, site_hosts
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
from policylint.rules.observed.lifetimes import NOTHING, observed
from policylint.rules.observed.seen import Seen, host_of, seen, settings

FLAGS = ("secure", "http_only", "partitioned")


@rule(
    "EVD010",
    citations=[GDPR_32, GDPR_5_2],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="Attributes that an entry does not declare.",
)
def attributes_differ(context: Context) -> Iterator[Yield]:
    """A cookie was observed with other attributes than its entry declares.

    ## Why it matters
    The inventory shows which measures protect a cookie. A `Secure` that is declared and not set
    protects nobody.

    ## How to fix it
    Set the cookie as declared. If what was observed is meant, correct the entry.
    """
    shown = seen(context)
    if isinstance(shown, NotEvaluated):
        yield shown
        return
    nothing = True
    for at, cookie, observations in observed(context, shown):
        nothing = False
        for field, declared in _declared(cookie).items():
            found = [(one, value) for one in observations for value in _observed(one, field)]
            if not found:
                yield NotEvaluated(at=at, reason=f"the evidence does not tell '{field}'")
            other = next(((one, value) for one, value in found if value != declared), None)
            if other is not None:
                one, value = other
                yield Problem(
                    at=(*at, field),
                    message=f"'{one.name}' is declared '{field}: {_written(declared)}' and was seen"
                    f" with '{_written(value)}' ({one.source})",
                )
    if nothing:
        yield NOTHING


def _declared(cookie: Cookie) -> Mapping[str, Any]:
    fields = ("path", "host_only", *FLAGS, "same_site")
    return {name: value for name in fields if (value := getattr(cookie, name)) is not None}


def _observed(one: Observation, field: str) -> Iterator[Any]:
    """Give the values of an attribute that the evidence tells, of each write and of the jar."""
    if field in {"path", "host_only"}:
        told: Sequence[Any] = [getattr(one, field)]
    else:
        several: Sequence[Attributes] = [
            one.attributes,
            *(write.attributes for write in settings(one.writes)),
        ]
        told = [getattr(attributes, field) for attributes in several]
    yield from (value for value in told if value is not None)


def _written(value: Any) -> str:
    return str(value).lower() if type(value) is bool else str(value)


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
                yield NotEvaluated(at=at, reason=f"what is behind '{host}' is not known (--dns)")
            elif is_of_site(behind, inventory) or _is_told(cookie, behind, inventory):
                continue
            elif not _is_vendors(behind, inventory):
                yield NotEvaluated(at=at, reason=f"nobody knows whose host '{behind}' is")
            else:
                yield Problem(
                    at=(*at, "cname_of"),
                    message=f"'{cookie.name}' was set by '{host}', an alias of '{behind}'"
                    f" ({observations[0].source}); expected 'cname_of'",
                )
                break
    if nothing:
        yield _idle(shown)


def _idle(shown: Seen) -> NotApplicable | NotEvaluated:
    if any(one.setter for each in shown.evidence.observations for one in each.writes):
        return NotApplicable(reason="no other host of the site set a cookie with personal data")
    return NotEvaluated(at=(), reason="the evidence does not show which host set a cookie")


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
