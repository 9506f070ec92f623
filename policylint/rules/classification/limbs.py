from collections.abc import Iterator

from policylint.law.guidance import WP194_2, WP194_WHOLE
from policylint.law.jurisdictions import EEA, UK
from policylint.law.provisions import EPD_5_3, GDPR_5_1_A
from policylint.law.purposes import EXEMPT, PURPOSES
from policylint.model.cookie import Cookie
from policylint.model.sentence import sentence
from policylint.model.traits import is_persistent
from policylint.rule import Context, Problem, Scope, Severity, Yield, rule
from policylint.rules.classification.third_party import serves_others
from policylint.rules.listing import quoted


@rule(
    "CLS026",
    citations=[GDPR_5_1_A, WP194_WHOLE],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.INFO)],
    since="0.1.0",
)
def consent_asked_needlessly(context: Context) -> Iterator[Yield]:
    """Consent is asked for a cookie whose every purpose is exempt.

    Not reported: a login that persists, for which the box that the visitor ticks is the consent,
    and cookies that serve others than the visitors of this site.

    ## Why it matters
    Whoever asks suggests that refusing changes something. A visitor who refuses the cookie that
    carries the basket has no basket, or has it in spite of the refusal.

    ## How to fix it
    Declare `category: essential`, with `exemption` and `requested`. If the true purpose is
    another one, such as `bot-detection`, declare that.
    """
    for at, cookie in context.in_need:
        if (
            cookie.consent == "opt-in"
            and EXEMPT.issuperset(cookie.purposes)
            and not ("authentication" in cookie.purposes and is_persistent(cookie))
            and not serves_others(cookie, context.inventory)
        ):
            yield Problem(
                at=(*at, "consent"),
                message=sentence(
                    "'{name}' asks for consent, though {purposes} needs none",
                    name=cookie.name,
                    purposes=quoted(cookie.purposes),
                ),
            )


@rule(
    "CLS027",
    citations=[EPD_5_3, WP194_2],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    yields_to=("CLS002", "CLS003", "CLS021"),
)
def limb_does_not_fit(context: Context) -> Iterator[Yield]:
    """An exemption is relied on that none of the cookie's purposes can have.

    ## Why it matters
    There are two. `transmission` is for what carries the communication itself, such as keeping
    a visitor on one server; what helps, speeds up or regulates it is outside.
    `requested-service` is for what the visitor asked for. Each has its own test, so the wrong
    one proves nothing.

    ## How to fix it
    Declare the one that the message names, and say in `requested` what the visitor asked for.
    """
    for at, cookie in context.cookies:
        if cookie.category != "essential" or cookie.exemption is None:
            continue
        limbs = dict.fromkeys(PURPOSES[one].limb for one in cookie.purposes)
        if cookie.exemption in limbs:
            continue
        # There are two limbs: what can fit is the other one, or none.
        fitting = next(filter(None, limbs), None)
        yield Problem(at=(*at, "exemption"), message=_unfitting(cookie, fitting))


def _unfitting(cookie: Cookie, fitting: str | None) -> str:
    if fitting is None:
        return sentence(
            "'{name}' relies on '{exemption}', which does not carry {purposes}; expected consent",
            name=cookie.name,
            exemption=cookie.exemption,
            purposes=quoted(cookie.purposes),
        )
    return sentence(
        "'{name}' relies on '{exemption}', which does not carry {purposes}; expected '{limb}'",
        name=cookie.name,
        exemption=cookie.exemption,
        purposes=quoted(cookie.purposes),
        limb=fitting,
    )
