from collections.abc import Iterator

from policylint.law.consent_guidance import AP_WITHDRAWAL, CNIL_092_3, CNIL_SHEIN
from policylint.law.guidance import EDPB_BANNER_REPORT
from policylint.law.jurisdictions import EEA, UK
from policylint.law.provisions import GDPR_7_3, GDPR_17_1_B
from policylint.model.consent import Consent
from policylint.model.sentence import sentence
from policylint.model.traits import readers
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
from policylint.rules.consent.banner import asked


@rule(
    "CON009",
    citations=[GDPR_7_3, EDPB_BANNER_REPORT, AP_WITHDRAWAL, CNIL_092_3],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[
        (
            Severity.WARNING,
            "withdrawing takes over one click more than accepting, a house parameter",
        )
    ],
    unseen="Whether the entry point stands on every page.",
)
def withdrawal_harder_than_consent(context: Context) -> Iterator[Yield]:
    """Nothing on the site takes a consent back, or it takes far more clicks than giving it.

    One click more than accepting is allowed: to open the settings again. That figure is
    policylint's own; the law says "as easy".

    ## Why it matters
    It must be as easy to withdraw as to give consent, at any time. Advice on browser settings
    alone is no way to withdraw.

    ## How to fix it
    Put a link or button on every page that opens the choices again, and declare it as
    `withdrawal.entry_point`, in words that visitors find it by. Count the clicks from any page to
    the end as `clicks.withdraw`.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
        return
    if consent.withdrawal is None or consent.withdrawal.entry_point is None:
        yield Problem(
            at=("consent", "withdrawal", "entry_point"),
            message=sentence(
                "nothing on the site is declared to take a consent back; expected"
                " 'withdrawal.entry_point', a link or button (browser settings alone do not count)"
            ),
        )
    yield from _clicks(consent)


def _clicks(consent: Consent) -> Iterator[Yield]:
    place = ("consent", "clicks", "withdraw")
    accept = consent.clicks.accept if consent.clicks else None
    withdraw = consent.clicks.withdraw if consent.clicks else None
    if accept is None or withdraw is None:
        missing = "accept" if accept is None else "withdraw"
        yield NotEvaluated(at=place, reason=absent(f"clicks.{missing}"))
    elif withdraw > accept + 1:
        yield Problem(
            at=place,
            message=sentence(
                "withdrawing takes {withdraw} clicks, and accepting {accept};"
                " expected {most} at most",
                withdraw=withdraw,
                accept=accept,
                most=accept + 1,
            ),
            severity=Severity.WARNING,
        )


@rule(
    "CON010",
    citations=[GDPR_7_3, GDPR_17_1_B, CNIL_092_3, CNIL_SHEIN, AP_WITHDRAWAL],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[(Severity.WARNING, "the cookies are deleted, and the vendors are not told")],
    unseen="What really happens in the browser after a withdrawal.",
)
def withdrawal_without_effect(context: Context) -> Iterator[Yield]:
    """A withdrawal leaves the cookies in place, or the vendors are not told of it.

    ## Why it matters
    After a withdrawal a cookie may be neither written nor read any more. Vendors that hold data
    on the strength of the consent can only stop once they know.

    ## How to fix it
    Delete the cookies that needed consent when it is withdrawn, stop their scripts, and pass the
    withdrawal on to the vendors. Then declare `clears: true` and `informs_vendors: true`.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
        return
    facts = consent.withdrawal
    clears = facts.clears if facts else None
    informs = facts.informs_vendors if facts else None
    if clears is None:
        yield NotEvaluated(
            at=("consent", "withdrawal", "clears"), reason=absent("withdrawal.clears")
        )
    elif not clears:
        yield Problem(
            at=("consent", "withdrawal", "clears"),
            message=sentence(
                "a withdrawal leaves the cookies on the device; expected 'clears: true'"
            ),
        )
    if not _has_vendors(context):
        return
    place = ("consent", "withdrawal", "informs_vendors")
    if informs is None:
        yield NotEvaluated(at=place, reason=absent("withdrawal.informs_vendors"))
    elif not informs:
        yield Problem(
            at=place,
            message=sentence(
                "the vendors are not told of a withdrawal; expected 'informs_vendors: true'"
            ),
            severity=Severity.WARNING,
            citations=[GDPR_7_3, CNIL_092_3, AP_WITHDRAWAL],
        )


def _has_vendors(context: Context) -> bool:
    return any(readers(cookie) for _, cookie in context.in_need)
