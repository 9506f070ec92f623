from collections.abc import Iterator, Mapping

from policylint.catalog.known import KnownCategory
from policylint.evidence.observation import Evidence, Observation, Write
from policylint.law.guidance import IMY_OWN_TAGS
from policylint.law.jurisdictions import ALL
from policylint.law.provisions import (
    EPD_5_3,
    GDPR_5_1_D,
    GDPR_5_2,
    GDPR_13,
)
from policylint.model.sentence import Sentence, sentence
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
from policylint.rules.observed.seen import (
    NO_COOKIES,
    SHOWN_STORAGE,
    Seen,
    host_of,
    not_shown,
    seen,
    settings,
)
from policylint.rules.observed.visits import WHEN, gaps, in_phase, why_not


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
                message=_fault(one, account),
                severity=None if _is_stored(one) else Severity.WARNING,
                on_key=True,
                cookie=one.name,
            )
    yield from _unseen(shown)


def _fault(one: Observation, account: Sentence) -> Sentence:
    """Say it with what the catalogue knows of a distinctive name: a hint of where its tag is."""
    from policylint.catalog.lookup import matches

    fault = _undeclared(one, account)
    best = next(iter(matches(one.name, one.domain, one.storage)), None)
    if best is None or best.quality == "name-only":
        return fault
    return _known(best.cookie.category, {"fault": fault, "platform": best.cookie.platform})


def _known(category: KnownCategory, shown: Mapping[str, str]) -> Sentence:
    match category:
        case "necessary":
            return sentence("{fault}; the catalogue knows it as {platform}, necessary", **shown)
        case "functional":
            return sentence("{fault}; the catalogue knows it as {platform}, functional", **shown)
        case "analytics":
            return sentence("{fault}; the catalogue knows it as {platform}, analytics", **shown)
        case "marketing":
            return sentence("{fault}; the catalogue knows it as {platform}, marketing", **shown)


def _undeclared(one: Observation, account: Sentence) -> Sentence:
    shown = {"name": one.name, "account": account, "source": one.source}
    if one.storage == "cookie" and one.domain:
        return sentence(
            "'{name}' of '{domain}' is declared nowhere: {account} ({source})",
            domain=one.domain,
            **shown,
        )
    if one.storage == "cookie":
        return sentence("'{name}' is declared nowhere: {account} ({source})", **shown)
    if one.domain:
        return sentence(
            "'{name}' in {storage} of '{domain}' is declared nowhere: {account} ({source})",
            storage=one.storage,
            domain=one.domain,
            **shown,
        )
    return sentence(
        "'{name}' in {storage} is declared nowhere: {account} ({source})",
        storage=one.storage,
        **shown,
    )


def _is_stored(one: Observation) -> bool:
    return bool(one.present or one.sent or settings(one.writes))


def _account(one: Observation, evidence: Evidence) -> Sentence | None:
    """Write what became of a cookie, None where it was only deleted."""
    stored = settings(one.writes)
    if stored:
        return _set(stored[0], in_phase(evidence, stored[0].phase))
    sent, there = (
        next((kind for kind in WHEN if kind in phases), None) for phases in (one.sent, one.present)
    )
    if sent is not None:
        return sentence("sent {when}", when=in_phase(evidence, sent))
    if there is not None:
        return sentence("there {when}", when=in_phase(evidence, there))
    refused = next((write for write in one.writes if write.outcome == "refused"), None)
    return _refused(refused, in_phase(evidence, refused.phase)) if refused else None


def _set(write: Write, when: Sentence) -> Sentence:
    host = host_of(write.setter)
    if host is None:
        return sentence("set {when}", when=when)
    return sentence("set {when} by {host}", when=when, host=host)


def _refused(write: Write, when: Sentence) -> Sentence:
    host = host_of(write.setter)
    if host is None:
        return sentence("to be set {when}; this browser refused it", when=when)
    return sentence("to be set {when} by {host}; this browser refused it", when=when, host=host)


def _unseen(shown: Seen) -> Iterator[NotEvaluated]:
    """Say what else may be set that the evidence does not show."""
    why = why_not(shown.evidence, "accept")
    if why is not None:
        yield why
    else:
        yield from gaps(shown.evidence, "accept")
    if not shown.shows("cookie"):
        yield NO_COOKIES
    if not shown.shows("local-storage"):
        reason = sentence("the evidence does not show storage besides cookies")
        yield NotEvaluated(at=(), reason=reason)


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
            yield not_shown(at, cookie)
        elif int(at[1]) not in shown.of_entry:
            missing.append((at, cookie))
    if missing:
        yield Problem(
            at=("cookies",),
            message=_missed([cookie.name for _, cookie in missing], len(entries)),
            related=tuple(((*at, "name"), "not seen") for at, _ in missing[:MOST_NAMED]),
            on_key=True,
        )


def _missed(names: list[str], total: int) -> Sentence:
    if len(names) == 1:
        return sentence(
            "1 of {total} entries was not seen in any visit: {names}",
            total=total,
            names=named(names),
        )
    return sentence(
        "{count} of {total} entries were not seen in any visit: {names}",
        count=len(names),
        total=total,
        names=named(names),
    )
