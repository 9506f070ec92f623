from collections.abc import Iterator
from datetime import date

from policylint.law.consent_guidance import CNIL_CROSS_DEVICE, EPD09_RECITAL_66
from policylint.law.jurisdictions import EEA, FR, UK
from policylint.law.national import PECR_A1_2_3
from policylint.law.provisions import GDPR_21_5
from policylint.model.sentence import sentence
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

_UNASKED = sentence(
    "a consent travels to other devices to visitors who are not logged in;"
    " expected 'authenticated_only: true'"
)
_ONE_SIDED = sentence(
    "a consent travels to other devices and a refusal does not travel as far;"
    " expected 'symmetric: true'"
)


@rule(
    "CON021",
    citations=[CNIL_CROSS_DEVICE],
    scopes=[Scope(jurisdictions=FR, severity=Severity.WARNING, start=date(2026, 1, 18))],
    since="0.1.0",
    unseen="Whether the first layer tells visitors that the choice holds on all their devices.",
)
def cross_device_asymmetric(context: Context) -> Iterator[Yield]:
    """A consent follows the visitor to other devices further than a refusal does, or unasked.

    ## Why it matters
    Since 18 January 2026 the CNIL accepts one choice for all devices of an account, on condition
    that the visitor is logged in and that a refusal and a withdrawal travel as far as a consent.

    ## How to fix it
    Carry every choice alike, only within a login, and say so in the first layer. Then declare
    `authenticated_only: true` and `symmetric: true`. Or set `enabled: false`.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
        return
    facts = consent.cross_device
    if facts is None or facts.enabled is None:
        yield NotEvaluated(at=("consent",), reason=absent("cross_device.enabled"))
        return
    if not facts.enabled:
        yield NotApplicable(reason="no choice follows the visitor to other devices")
        return
    wanted = {
        "authenticated_only": (facts.authenticated_only, _UNASKED),
        "symmetric": (facts.symmetric, _ONE_SIDED),
    }
    for field, (given, fault) in wanted.items():
        place = ("consent", "cross_device", field)
        if given is None:
            yield NotEvaluated(at=place, reason=absent(f"cross_device.{field}"))
        elif not given:
            yield Problem(at=place, message=fault)


@rule(
    "CON022",
    citations=[EPD09_RECITAL_66, PECR_A1_2_3, GDPR_21_5],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.INFO)],
    since="0.1.0",
)
def browser_signal_unhandled(context: Context) -> Iterator[Yield]:
    """Nothing says what the site does with a browser signal such as Global Privacy Control.

    ## Why it matters
    No law in force in Europe makes such a signal binding on every site, but a browser that says
    "no" utters a wish of its user, and settings can express consent or its absence.

    ## How to fix it
    Find out what the consent platform does with the signal, and declare it: `signals: {gpc:
    honour}` only if it is true, else `ignore`.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
    elif consent.signals is None or consent.signals.gpc is None:
        yield Problem(
            at=("consent", "signals", "gpc"),
            message=sentence(
                "nothing says what Global Privacy Control does; expected 'signals.gpc'"
            ),
        )
