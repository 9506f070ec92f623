from collections.abc import Iterator, Sequence

from policylint.law.exemptions import EXEMPTIONS, Exemption
from policylint.law.guidance import EDPB_BANNER_REPORT, WP194_3, WP194_4, WP194_WHOLE
from policylint.law.jurisdictions import EEA, UK
from policylint.law.provisions import EPD_5_3
from policylint.law.purposes import DEPENDING, WITHOUT_LIMB
from policylint.model.cookie import Cookie
from policylint.model.sentence import sentence
from policylint.model.traits import is_persistent, is_third_party
from policylint.rule import Context, Fix, Problem, Scope, Severity, Yield, rule
from policylint.rules.classification.conditions import CONDITIONS
from policylint.rules.classification.order import before
from policylint.rules.listing import quoted
from policylint.source.pointer import Pointer


def _essential(context: Context) -> Iterator[tuple[Pointer, Cookie, Sequence[str]]]:
    for at, cookie in context.cookies:
        if cookie.category == "essential":
            yield at, cookie, [one for one in cookie.purposes if one in WITHOUT_LIMB]


@rule(
    "CLS002",
    citations=[EPD_5_3, WP194_4, EDPB_BANNER_REPORT],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[
        (
            Severity.WARNING,
            "an exemption of the country covers every purpose, with its conditions met",
        )
    ],
)
def never_exempt_claimed_essential(context: Context) -> Iterator[Yield]:
    """A cookie is claimed essential for purposes that no limb of art. 5(3) carries.

    ## Why it matters
    Without consent only what the visitor asked for, or what carries the communication, may be
    stored. Nobody asks to be measured, followed or advertised to.

    ## How to fix it
    Declare `category: improvement` and `consent: opt-in`, and hold the cookie back until consent
    is given. For audience measurement, see whether a national exemption fits (`exempt_in`).
    """
    for at, cookie, without in _essential(context):
        if len(without) < len(cookie.purposes):
            continue
        national = _fitting_exemption(context, cookie)
        yield Problem(
            at=(*at, "category"),
            message=_never_exempt(cookie, without),
            severity=Severity.WARNING if national else None,
            fix=Fix(
                title="declare 'category: improvement' with "
                f"'exempt_in: {{{context.jurisdiction}: {national.name}}}'"
            )
            if national
            else None,
        )


def _never_exempt(cookie: Cookie, without: Sequence[str]) -> str:
    if len(without) == 1:
        return sentence(
            "'{name}' is claimed essential, but '{purpose}' is no purpose that art. 5(3) exempts",
            name=cookie.name,
            purpose=without[0],
        )
    return sentence(
        "'{name}' is claimed essential, but {purposes} are no purpose that art. 5(3) exempts",
        name=cookie.name,
        purposes=quoted(without),
    )


def _fitting_exemption(context: Context, cookie: Cookie) -> Exemption | None:
    for exemption in EXEMPTIONS:
        if (
            exemption.jurisdiction == context.jurisdiction
            and exemption.holds_on(context.as_of)
            and exemption.covers(cookie.purposes)
        ):
            # One whose conditions no rule here checks cannot be found to fit.
            conditions = CONDITIONS.get(exemption.checked_by or "")
            if conditions is not None and conditions(context, cookie).met:
                return exemption
    return None


@rule(
    "CLS003",
    citations=[EPD_5_3, WP194_WHOLE],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
)
def mixed_purposes_claimed_essential(context: Context) -> Iterator[Yield]:
    """A cookie is claimed essential and serves a purpose that needs consent beside another.

    ## Why it matters
    A cookie with several purposes is exempt only if each of them is. One that is not takes the
    exemption from the whole cookie.

    ## How to fix it
    Use two cookies, one per purpose, and ask for consent before the one that needs it.
    """
    for at, cookie, without in _essential(context):
        if without and len(without) < len(cookie.purposes):
            yield Problem(
                at=(*at, "category"),
                message=sentence(
                    "'{name}' is claimed essential, but serves {purposes} too, which needs consent",
                    name=cookie.name,
                    purposes=quoted(without),
                ),
            )


@rule(
    "CLS004",
    citations=[EPD_5_3],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    yields_to=before("CLS004"),
    silenced_by=("SPC002",),
)
def exemption_unexplained(context: Context) -> Iterator[Yield]:
    """An essential cookie that persists or is third-party does not say why it is exempt.

    ## Why it matters
    Whether a cookie is strictly necessary is judged from the visitor's side, so somebody must
    write down what the visitor asked for or which transmission it serves.

    ## How to fix it
    Fill `exemption` with the limb of art. 5(3), and `requested` with what the visitor asked for.
    """
    for at, cookie in context.cookies:
        if cookie.category != "essential" or cookie.exemption or cookie.requested:
            continue
        third = is_third_party(cookie, context.inventory)
        if third or is_persistent(cookie):
            yield Problem(at=(*at, "category"), message=_unexplained(cookie.name, third=third))


def _unexplained(name: str, *, third: bool) -> str:
    if third:
        return sentence(
            "'{name}' is third-party and claimed essential, and neither 'exemption' nor"
            " 'requested' says why",
            name=name,
        )
    return sentence(
        "'{name}' is persistent and claimed essential, and neither 'exemption' nor 'requested'"
        " says why",
        name=name,
    )


@rule(
    "CLS005",
    citations=[EPD_5_3, WP194_3],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    yields_to=before("CLS005"),
    silenced_by=("SPC002",),
)
def purpose_outside_exempt_families(context: Context) -> Iterator[Yield]:
    """An essential cookie serves a purpose that is exempt only if the visitor asked for it.

    ## Why it matters
    Some purposes, such as a chat, a map or fraud prevention, are exempt in one situation and not
    in another. Outside the families that authorities list, a person must argue the case.

    ## How to fix it
    Say in `requested` what the visitor asked for ("opens the chat; nothing is set before"). If
    nobody asked, declare `category: improvement` and ask for consent.
    """
    for at, cookie, without in _essential(context):
        depends = [one for one in cookie.purposes if one in DEPENDING]
        if depends and not without and cookie.requested is None:
            yield Problem(
                at=(*at, "purposes"),
                message=sentence(
                    "'{name}' is claimed essential for {purposes}, and 'requested' does not say"
                    " what the visitor asked for",
                    name=cookie.name,
                    purposes=quoted(depends),
                ),
            )
