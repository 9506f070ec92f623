from collections.abc import Iterator

from policylint.law.jurisdictions import CH, EEA, UK
from policylint.law.provisions import GDPR_13_2_A
from policylint.law.rulings import PLANET49_DURATION
from policylint.model.sentence import sentence
from policylint.model.traits import WITHOUT_LIFETIME
from policylint.rule import Context, Problem, Scope, Severity, Yield, rule


@rule(
    "INV003",
    citations=[PLANET49_DURATION, GDPR_13_2_A],
    scopes=[
        Scope(jurisdictions=EEA | UK, severity=Severity.ERROR),
        Scope(jurisdictions=CH, severity=Severity.INFO),
    ],
    since="0.1.0",
    lowered=[(Severity.WARNING, "the cookie is essential, or exempt in the jurisdiction")],
)
def lifetime_missing(context: Context) -> Iterator[Yield]:
    """A cookie does not say how long it stays on the device.

    ## Why it matters
    The Court of Justice made the duration part of the information that consent needs. For an
    exempt cookie the duty is the GDPR's, where data is personal.

    ## How to fix it
    Declare `lifetime`: `session`, `13 months`, `P13M`, or `until-cleared` for storage without an
    expiry of its own. Take the figure from the vendor's settings or from the browser.
    """
    for at, cookie in context.cookies:
        if cookie.lifetime is None and cookie.storage not in WITHOUT_LIFETIME:
            needed = context.needs_consent(cookie)
            yield Problem(
                at=(*at, "lifetime"),
                message=sentence("'{name}' does not say how long it lives", name=cookie.name),
                severity=None if needed else Severity.WARNING,
            )
