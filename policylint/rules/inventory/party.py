from collections.abc import Iterator

from policylint.law.jurisdictions import ALL
from policylint.law.provisions import GDPR_5_1_A
from policylint.law.rulings import PLANET49_DURATION
from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.sentence import sentence
from policylint.model.terms import Party
from policylint.model.traits import is_of_site
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
from policylint.rules.absent import absent


@rule(
    "INV006",
    citations=[PLANET49_DURATION, GDPR_5_1_A],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.ERROR)],
    since="0.1.0",
    unseen="Whether the host is really the one that sets the cookie.",
)
def party_contradicts_domain(context: Context) -> Iterator[Yield]:
    """A cookie is declared first-party on a foreign host, or third-party on the site's own.

    Hosts are compared by their registrable domain, after the Public Suffix List. A vendor's host
    behind an alias of the site (`cname_of`) counts as third.

    ## Why it matters
    Visitors must be told whether third parties have access. Whoever calls a third party "first"
    hides that.

    ## How to fix it
    Correct `party`, or leave it out: it follows from `domain`. If the host is yours, list it under
    `site.domains`.
    """
    judged = [(at, cookie) for at, cookie in context.cookies if cookie.party is not None]
    if not judged:
        yield NotApplicable(reason="no entry declares 'party'")
    for at, cookie in judged:
        found = _by_host(cookie, context.inventory)
        if found is None:
            yield NotEvaluated(at=at, reason=absent("domain"))
            continue
        party, field, host = found
        if party != cookie.party:
            yield Problem(
                at=(*at, "party"),
                message=_contradicting(cookie.name, host, party),
                related=(((*at, field), "the host"),),
            )


def _contradicting(name: str, host: str, party: Party) -> str:
    if party == "third":
        return sentence(
            "'{name}' is declared 'party: first', but '{host}' is no host of the site;"
            " expected 'third'",
            name=name,
            host=host,
        )
    return sentence(
        "'{name}' is declared 'party: third', but '{host}' is a host of the site; expected 'first'",
        name=name,
        host=host,
    )


def _by_host(cookie: Cookie, inventory: Inventory) -> tuple[Party, str, str] | None:
    """Tell the party by its host, the field that says so, and the host; None without any."""
    if cookie.cname_of is not None and not is_of_site(cookie.cname_of, inventory):
        return "third", "cname_of", cookie.cname_of
    if cookie.domain is not None:
        own = is_of_site(cookie.domain, inventory)
        return "first" if own else "third", "domain", cookie.domain
    return ("first", "cname_of", cookie.cname_of) if cookie.cname_of is not None else None
