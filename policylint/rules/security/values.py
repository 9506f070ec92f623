from collections.abc import Iterator

from policylint.law.jurisdictions import ALL
from policylint.law.national import DSG_8
from policylint.law.provisions import GDPR_5_1_C, GDPR_5_1_F, GDPR_32
from policylint.model.cookie import Cookie
from policylint.model.sentence import sentence
from policylint.model.terms import DataKind, Storage
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
from policylint.rules.listing import quoted

DIRECT: tuple[DataKind, ...] = ("name", "email", "phone")
# What travels with every request, or in the address itself.
TRAVELLING: frozenset[Storage] = frozenset({"cookie", "link-decoration"})
# The visitor's own tab, and what stores no value on the device.
UNJUDGED: frozenset[Storage] = frozenset({"session-storage", "resource"})


@rule(
    "SEC008",
    citations=[GDPR_32, GDPR_5_1_C, GDPR_5_1_F, DSG_8],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[
        (Severity.WARNING, "the storage is neither a cookie nor an addition to a link"),
        (Severity.WARNING, "the value holds a contact only as a hash"),
    ],
    unseen="The values themselves: policylint never keeps one.",
)
def direct_identifier_stored(context: Context) -> Iterator[Yield]:
    """The stored value itself holds a name, an e-mail address or a telephone number.

    What counts is `value_holds`, not `data`: a form that gathers an address need not store it. A
    draft in session storage stays in the visitor's own tab and is left alone.

    ## Why it matters
    The value of a cookie travels with every request and ends up in logs; one in local storage is
    read by every script. A hash of an address still points at one person.

    ## How to fix it
    Store an opaque number, and keep the name or the address on the server.
    """
    judged = [(at, cookie) for at, cookie in context.cookies if cookie.storage not in UNJUDGED]
    if not judged:
        yield NotApplicable(reason="no entry stores a value outside the visitor's tab")
    for at, cookie in judged:
        if cookie.value_holds is None:
            yield NotEvaluated(at=at, reason=absent("value_holds"))
            continue
        found = [kind for kind in cookie.value_holds if kind in DIRECT]
        if found or "hashed-contact" in cookie.value_holds:
            yield Problem(
                at=(*at, "value_holds"),
                message=_message(cookie, found),
                severity=None if found and cookie.storage in TRAVELLING else Severity.WARNING,
            )


def _message(cookie: Cookie, direct: list[DataKind]) -> str:
    if not direct:
        return sentence(
            "the value of '{name}' holds a hash that still points at one person", name=cookie.name
        )
    kinds = quoted(direct)
    if cookie.storage in TRAVELLING:
        return sentence(
            "the value of '{name}' holds {kinds}, which travels with requests; expected an opaque"
            " value",
            name=cookie.name,
            kinds=kinds,
        )
    return sentence(
        "the value of '{name}' holds {kinds}, in clear; expected an opaque value",
        name=cookie.name,
        kinds=kinds,
    )
