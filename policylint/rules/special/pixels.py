from collections.abc import Iterator, Sequence
from datetime import date

from policylint.law.citation import Provision
from policylint.law.guidance import CNIL_PIXELS, EDPB_SCOPE_PIXELS, GARANTE_PIXELS
from policylint.law.jurisdictions import ALL, EEA, FR
from policylint.law.provisions import EPD_5_3
from policylint.law.purposes import PURPOSES
from policylint.law.technical import HOUSE_CHECK
from policylint.model.sentence import sentence
from policylint.model.traits import readers, vendors_in_use
from policylint.rule import Context, NotApplicable, Problem, Scope, Severity, Yield, rule
from policylint.rules.known import tools_of

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
                message=sentence(
                    "'{name}' tracks e-mails without consent, and 'requested' names no exempt use",
                    name=cookie.name,
                ),
            )


@rule(
    "SPC017",
    citations=[EDPB_SCOPE_PIXELS, HOUSE_CHECK],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.INFO)],
    since="0.1.0",
    unseen="Whether the tag is used without its pixel; vendors of which the catalogue knows none.",
)
def vendor_pixel_missing(context: Context) -> Iterator[Yield]:
    """A vendor's tag is known to work with a pixel, and the inventory declares none of it.

    ## Why it matters
    A pixel stores nothing itself and still makes the visitor's browser tell the vendor which page
    was opened, which art. 5(3) covers as the cookie does. Who blocks the cookie may be followed
    by the pixel.

    ## How to fix it
    Declare an entry with `storage: pixel`, the vendor and its purposes, and hold it back until
    consent is given as the cookie is.
    """
    using = [
        (key, tool)
        for key in vendors_in_use(context.inventory)
        for tool in tools_of(context, key)
        if tool.uses_pixel
    ]
    if not using:
        yield NotApplicable(reason="no vendor is in use that is known to use pixels")
    declared = {
        key
        for cookie in context.inventory.cookies
        if cookie.storage == "pixel"
        for key in readers(cookie)
    }
    for key, tool in using:
        advertises = any(
            PURPOSES[purpose].group == "marketing"
            for _, cookie in context.cookies
            if key in readers(cookie)
            for purpose in cookie.purposes
        )
        if advertises and key not in declared:
            yield Problem(
                at=("vendors", key),
                message=sentence(
                    "vendor '{key}' is in use for marketing, and no entry declares its pixel:"
                    " {pixel}",
                    key=key,
                    pixel=tool.pixel_source,
                ),
                on_key=True,
            )
