from collections.abc import Iterator

from policylint.evidence.observation import Evidence, Observation
from policylint.law.guidance import IMY_OWN_TAGS
from policylint.law.jurisdictions import ALL
from policylint.law.provisions import (
    EPD_5_3,
    GDPR_5_1_D,
    GDPR_5_2,
    GDPR_13,
)
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
from policylint.rules.observed.seen import SHOWN_STORAGE, Seen, by, seen, settings
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
            fault = f"{_called(one)} is declared nowhere: {account} ({one.source})"
            yield Problem(
                at=("cookies",),
                message=fault + _known(one),
                severity=None if _is_stored(one) else Severity.WARNING,
                on_key=True,
                cookie=one.name,
            )
    yield from _unseen(shown)


def _called(one: Observation) -> str:
    storage = "" if one.storage == "cookie" else f" in {one.storage}"
    return f"'{one.name}'{storage}" + (f" of '{one.domain}'" if one.domain else "")


def _known(one: Observation) -> str:
    """Say what the catalogue knows of a distinctive name: a hint for whoever looks for its tag."""
    from policylint.catalog.lookup import matches

    best = next(iter(matches(one.name, one.domain, one.storage)), None)
    if best is None or best.quality == "name-only":
        return ""
    return f"; the catalogue knows it as {best.cookie.platform}, {best.cookie.category}"


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
