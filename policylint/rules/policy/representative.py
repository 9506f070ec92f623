from collections.abc import Iterator

from policylint.law.jurisdictions import EEA, EEA_COUNTRIES, UK
from policylint.law.provisions import GDPR_13_1_A, GDPR_13_1_B, GDPR_27, GDPR_37, UK_GDPR_27
from policylint.model.sentence import sentence
from policylint.model.site import Controller
from policylint.model.traits import is_personal
from policylint.rule import Context, NotApplicable, Problem, Scope, Severity, Yield, rule

_NOTHING_PERSONAL = NotApplicable(reason="no entry is taken to be personal data")


@rule(
    "POL002",
    citations=[GDPR_27, UK_GDPR_27, GDPR_13_1_A],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    unseen="An establishment of the controller inside, and the exception of art. 27(2) for public"
    " bodies and for occasional processing of low risk.",
)
def representative_missing(context: Context) -> Iterator[Yield]:
    """The controller stands outside, and names no representative inside.

    For visitors in the European Economic Area (EEA) the representative stands there; for those in
    the United Kingdom, there. A controller outside both owes two.

    ## Why it matters
    Visitors and authorities need somebody within reach whom they can address in their own law,
    and must be told who it is.

    ## How to fix it
    Appoint a representative in writing and declare `controller.representative`: one, or a list
    with one for the EEA and one for the United Kingdom.
    """
    british = context.jurisdiction in UK
    inside = frozenset({"GB"}) if british else EEA_COUNTRIES
    controller = context.inventory.controller
    if controller.country in inside:
        yield NotApplicable(reason="the controller stands inside")
    elif not any(is_personal(cookie) for _, cookie in context.cookies):
        yield _NOTHING_PERSONAL
    elif not any(one.country in inside for one in controller.representative):
        yield Problem(
            at=("controller", "representative"),
            message=_unrepresented(controller, british=british),
            citations=[UK_GDPR_27 if british else GDPR_27, GDPR_13_1_A],
            related=((("controller", "country"), "stands outside"),),
        )


def _unrepresented(controller: Controller, *, british: bool) -> str:
    values = {"controller": controller.name, "country": controller.country}
    if british:
        return sentence(
            "'{controller}' stands in {country} and names no representative in the United Kingdom",
            **values,
        )
    return sentence(
        "'{controller}' stands in {country} and names no representative in the EEA", **values
    )


@rule(
    "POL003",
    citations=[GDPR_13_1_B, GDPR_37],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.INFO)],
    since="0.1.0",
)
def dpo_unstated(context: Context) -> Iterator[Yield]:
    """Nothing says how to reach the data protection officer, or why there is none.

    ## Why it matters
    Where there is an officer, visitors must be told how to reach them. Where there is none, a
    reviewer will ask why.

    ## How to fix it
    Declare `controller.dpo`: a name, an e-mail or an address; or `{required: false, reason: …}`.
    """
    if not any(is_personal(cookie) for _, cookie in context.cookies):
        yield _NOTHING_PERSONAL
    elif context.inventory.controller.dpo is None:
        yield Problem(
            at=("controller", "dpo"),
            message=sentence(
                "'{controller}' says nothing of a data protection officer; expected a contact, or"
                " why there is none",
                controller=context.inventory.controller.name,
            ),
        )
