from collections.abc import Iterator, Sequence

from policylint.law.jurisdictions import ALL
from policylint.law.provisions import GDPR_13_2_A
from policylint.law.rulings import PLANET49_DURATION
from policylint.law.technical import COOKIE_AGE_CAP, SCRIPT_STORAGE_CAP, WEB_STORAGE
from policylint.model.cookie import Cookie
from policylint.model.lifetime import Lifetime
from policylint.model.sentence import sentence, series
from policylint.model.terms import Storage
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
from policylint.rules.listing import MOST_NAMED, named
from policylint.source.pointer import Pointer

Entry = tuple[Pointer, Cookie]

# Storage on the device without an expiry of its own.
ENDLESS: frozenset[Storage] = frozenset(
    {"local-storage", "indexed-db", "cache-storage", "service-worker"}
)
WRITABLE_BY_SCRIPT: frozenset[Storage] = ENDLESS | {"cookie"}
LONGEST_OF_COOKIES = Lifetime("400 days", ((400, "day"),))
LONGEST_OF_SCRIPTS = Lifetime("7 days", ((7, "day"),))


@rule(
    "LIF008",
    citations=[PLANET49_DURATION, GDPR_13_2_A, WEB_STORAGE],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="Whether what the note names really clears it.",
)
def storage_never_cleared(context: Context) -> Iterator[Yield]:
    """Storage without an expiry of its own is declared to end, and nothing says what ends it.

    ## Why it matters
    Local storage, IndexedDB, caches and service workers stay until a script or the visitor deletes
    them. A lifetime that nothing enforces is a wrong figure told to visitors.

    ## How to fix it
    Delete the item by script when its time is over, and name that script in `note`. If nothing
    does, declare `until-cleared`.
    """
    judged = [(at, cookie) for at, cookie in context.cookies if cookie.storage in ENDLESS]
    if not judged:
        yield NotApplicable(reason="no entry is in storage without an expiry of its own")
    for at, cookie in judged:
        lifetime = cookie.lifetime
        if lifetime is None:
            yield NotEvaluated(at=at, reason=absent("lifetime"))
        elif not lifetime.is_session and not lifetime.is_unbounded and cookie.note is None:
            yield Problem(
                at=(*at, "lifetime"),
                message=sentence(
                    "'{name}' is in '{storage}', which has no expiry, and"
                    " declared to live for '{lifetime}'; expected a 'note' on what clears it",
                    name=cookie.name,
                    storage=cookie.storage,
                    lifetime=str(lifetime),
                ),
            )


@rule(
    "LIF009",
    citations=[SCRIPT_STORAGE_CAP, COOKIE_AGE_CAP],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.INFO)],
    since="0.1.0",
    unseen="Other limits of single browsers, and what extensions delete.",
)
def browser_cuts_lifetime(context: Context) -> Iterator[Yield]:
    """Browsers end some entries before the lifetime that is declared.

    Safari deletes what a script has set when a site is not used for 7 days. No browser that
    follows the cookie specification keeps a cookie for more than 400 days; entries above the limit
    of `lifetime-too-long` are its business alone.

    ## Why it matters
    It is no fault: what is declared is what the site sets, and that is right. But visitors of a
    year ago may be counted as new ones.

    ## How to fix it
    Leave the declaration as it is. Where the lifetime matters, set the cookie by the server
    (`set_by: http`), for no longer than 400 days.
    """
    judged = [(at, one) for at, one in context.cookies if _may_be_cut(one)]
    if not judged:
        yield NotApplicable(reason="nothing lives for more than 7 days")
        return
    for at, one in judged:
        if one.set_by is None:
            yield NotEvaluated(at=at, reason=absent("set_by"))
    by_script = [entry for entry in judged if entry[1].set_by == "script"]
    over_cap = [entry for entry in judged if _is_over_cap(context, entry[1])]
    cut = list(dict.fromkeys([at for at, _ in (*by_script[:MOST_NAMED], *over_cap[:MOST_NAMED])]))
    if cut:
        lifetimes = {at: one.lifetime for at, one in judged}
        yield Problem(
            at=("cookies",),
            message=series(_cuts(by_script, over_cap), "; "),
            citations=[
                *([SCRIPT_STORAGE_CAP] if by_script else ()),
                *([COOKIE_AGE_CAP] if over_cap else ()),
            ],
            related=tuple(((*at, "lifetime"), f"declared '{lifetimes[at]}'") for at in cut),
            on_key=True,
        )


def _cuts(by_script: Sequence[Entry], over_cap: Sequence[Entry]) -> Iterator[str]:
    if by_script:
        yield sentence(
            "Safari may delete {names} after {days} without a visit",
            names=_names(by_script),
            days=LONGEST_OF_SCRIPTS,
        )
    if over_cap:
        yield sentence(
            "browsers keep {names} for {days} at most",
            names=_names(over_cap),
            days=LONGEST_OF_COOKIES,
        )


def _may_be_cut(cookie: Cookie) -> bool:
    return (
        cookie.storage in WRITABLE_BY_SCRIPT
        and cookie.lifetime is not None
        and cookie.lifetime.exceeds(LONGEST_OF_SCRIPTS)
    )


def _is_over_cap(context: Context, cookie: Cookie) -> bool:
    lifetime = cookie.lifetime
    return (
        cookie.storage == "cookie"
        and lifetime is not None
        and lifetime.exceeds(LONGEST_OF_COOKIES)
        and not lifetime.exceeds(context.limits.lifetime)
    )


def _names(entries: Sequence[Entry]) -> str:
    return named([cookie.name for _, cookie in entries])


@rule(
    "LIF011",
    citations=[PLANET49_DURATION, WEB_STORAGE],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.ERROR)],
    since="0.1.0",
)
def lifetime_contradicts_storage(context: Context) -> Iterator[Yield]:
    """A lifetime is declared that the kind of storage cannot have.

    Session storage ends with the tab; a lifetime of 24 hours or less passes for a session. Local
    storage, IndexedDB, caches and service workers outlive the session unless something clears them.

    ## Why it matters
    Consent must rest on the duration that visitors are told, and what they are told here is
    impossible.

    ## How to fix it
    Correct `storage` or `lifetime`. If a script clears the item when the visit ends, name it in
    `note`.
    """
    judged = [
        (at, cookie)
        for at, cookie in context.cookies
        if cookie.storage in ENDLESS | {"session-storage"}
    ]
    if not judged:
        yield NotApplicable(reason="no entry is in session storage or in storage without expiry")
    for at, cookie in judged:
        if cookie.lifetime is None:
            yield NotEvaluated(at=at, reason=absent("lifetime"))
        elif cookie.storage == "session-storage" and cookie.lifetime.persistent:
            yield Problem(
                at=(*at, "lifetime"),
                message=sentence(
                    "'{name}' is in 'session-storage', which ends with the tab, and"
                    " declared to live for '{lifetime}'; expected 'session'",
                    name=cookie.name,
                    lifetime=str(cookie.lifetime),
                ),
            )
        elif cookie.storage in ENDLESS and cookie.lifetime.is_session and cookie.note is None:
            yield Problem(
                at=(*at, "lifetime"),
                message=sentence(
                    "'{name}' is in '{storage}', which outlives the session,"
                    " and declared 'session'; expected a 'note' on what clears it",
                    name=cookie.name,
                    storage=cookie.storage,
                ),
            )
