from collections.abc import Iterator, Sequence
from datetime import date

from policylint.law.citation import Provision
from policylint.law.guidance import CNIL_PIXELS, EDPB_SCOPE_PIXELS, GARANTE_PIXELS
from policylint.law.jurisdictions import EEA, FR
from policylint.law.provisions import EPD_5_3
from policylint.rule import Context, NotApplicable, Problem, Scope, Severity, Yield, rule

_CNIL_ADOPTED = date(2026, 3, 12)
_GROUND: Sequence[Provision] = (EPD_5_3, EDPB_SCOPE_PIXELS, CNIL_PIXELS, GARANTE_PIXELS)


@rule(
    "SPC002",
    citations=_GROUND,
    scopes=[
        Scope(jurisdictions=FR, severity=Severity.WARNING, start=_CNIL_ADOPTED),
        Scope(jurisdictions=EEA, severity=Severity.INFO),
    ],
    since="0.1.0",
    yields_to=("CLS002", "CLS003"),
    unseen="Transitional time: that of the CNIL was not read, and the six months of the Garante run"
    " from a publication whose day was not verified.",
)
def email_pixel_without_consent(context: Context) -> Iterator[Yield]:
    """A pixel tells who opens an e-mail, without consent and without a use that is exempt.

    ## Why it matters
    Loading the pixel makes the reader's device send information back, which art. 5(3) covers.
    The texts of the CNIL and the Garante of 2026 exempt few uses, such as securing a login or a
    rate of opening that singles nobody out.

    ## How to fix it
    Ask for consent when the address is collected, and declare `category: improvement` and
    `consent: opt-in`. If the use is one of the exempt ones, say in `requested` which.
    """
    pixels = [
        (at, cookie)
        for at, cookie in context.cookies
        if cookie.storage == "email-pixel" or "email-tracking" in cookie.purposes
    ]
    if not pixels:
        yield NotApplicable(reason="no entry tracks e-mails")
    for at, cookie in pixels:
        if cookie.category == "essential" and cookie.requested is None:
            yield Problem(
                at=(*at, "category"),
                message=f"'{cookie.name}' tracks e-mails without consent, and 'requested' names no"
                " exempt use",
            )
