from collections.abc import Iterator
from typing import get_args

from policylint.law.consent_guidance import (
    CNIL_092_CONTROLLERS,
    CNIL_092_PURPOSES,
)
from policylint.law.guidance import (
    CNIL_091_WHOLE,
    CNIL_092_2,
    ICO_STORAGE_ACCESS,
)
from policylint.law.jurisdictions import EEA, FR, UK
from policylint.law.national import LIL_82, PECR_A1_2
from policylint.law.provisions import (
    EPD_5_3,
    GDPR_4_11,
    GDPR_6_1_A,
    GDPR_RECITAL_32,
    GDPR_RECITAL_42,
    GDPR_RECITAL_43,
)
from policylint.law.purposes import group_of
from policylint.model.sentence import sentence
from policylint.model.terms import Group
from policylint.model.traits import controllers_behind
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
from policylint.rules.listing import named


@rule(
    "CON006",
    citations=[GDPR_6_1_A, GDPR_4_11, GDPR_RECITAL_32, GDPR_RECITAL_43, CNIL_092_2],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    unseen="Whether the settings really hold a control for each group.",
)
def purposes_not_separable(context: Context) -> Iterator[Yield]:
    """Cookies of several groups need consent, and visitors can only take or leave them all.

    ## Why it matters
    Consent is given for specific purposes. Who may only say yes or no to everything has agreed
    to nothing in particular.

    ## How to fix it
    Lead from the first layer to settings with one control per group, all off at first, and
    declare `settings: button` or `settings: link`.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
        return
    groups = _groups(context)
    settings = consent.first_layer.settings if consent.first_layer else None
    place = ("consent", "first_layer", "settings")
    if len(groups) == 1:
        yield NotApplicable(reason="all cookies that need consent are of one group")
    elif settings is None:
        yield NotEvaluated(at=place, reason=absent("first_layer.settings"))
    elif settings == "none":
        yield Problem(
            at=place,
            message=sentence(
                "cookies of the groups {groups} need consent, and 'settings: none' lets"
                " visitors choose only all or nothing; expected a button or a link to settings",
                groups=named(groups),
            ),
        )


def _groups(context: Context) -> list[Group]:
    served = {cookie.purposes for _, cookie in context.in_need}
    found = {group_of(purposes, improvement=True) for purposes in served}
    return [group for group in get_args(Group) if group in found]


@rule(
    "CON007",
    citations=[EPD_5_3, GDPR_4_11, PECR_A1_2, CNIL_092_PURPOSES],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
)
def purposes_hidden_before_choice(context: Context) -> Iterator[Yield]:
    """The first layer does not say what the cookies are for.

    ## Why it matters
    The law wants clear and comprehensive information first, purposes included, and consent
    after. Who does not know what for cannot agree.

    ## How to fix it
    Name every purpose in the first layer, each with a short title and one plain sentence, and
    declare `purposes: true`.
    """
    consent = asked(context)
    place = ("consent", "first_layer", "purposes")
    if isinstance(consent, NotApplicable):
        yield consent
    elif consent.first_layer is None or consent.first_layer.purposes is None:
        yield NotEvaluated(at=place, reason=absent("first_layer.purposes"))
    elif not consent.first_layer.purposes:
        yield Problem(
            at=place,
            message=sentence(
                "the first layer does not show the purposes before the choice;"
                " expected 'purposes: true'"
            ),
        )


@rule(
    "CON008",
    citations=[
        GDPR_RECITAL_42,
        GDPR_4_11,
        LIL_82,
        CNIL_091_WHOLE,
        CNIL_092_CONTROLLERS,
        ICO_STORAGE_ACCESS,
    ],
    scopes=[
        Scope(jurisdictions=FR, severity=Severity.ERROR),
        Scope(jurisdictions=(EEA | UK) - FR, severity=Severity.WARNING),
    ],
    since="0.1.0",
    unseen="Whether the list that visitors see is complete and up to date.",
)
def controllers_hidden_before_choice(context: Context) -> Iterator[Yield]:
    """The list of those who rely on the consent is out of reach before the choice.

    ## Why it matters
    Consent is informed only if visitors know at least who asks for it. The CNIL wants the list
    of controllers complete, up to date and in reach at any time, before the choice too.

    ## How to fix it
    Link the list of controllers from the first layer, with the site's own company and every
    vendor that is a controller or joint controller, and declare `controllers: true`.
    """
    consent = asked(context)
    place = ("consent", "first_layer", "controllers")
    if isinstance(consent, NotApplicable):
        yield consent
    elif consent.first_layer is None or consent.first_layer.controllers is None:
        yield NotEvaluated(at=place, reason=absent("first_layer.controllers"))
    elif not consent.first_layer.controllers:
        yield Problem(at=place, message=_no_list(_controllers(context)))


def _no_list(controllers: list[str]) -> str:
    if not controllers:
        return sentence(
            "the first layer does not lead to the list of controllers; expected 'controllers: true'"
        )
    return sentence(
        "the first layer does not lead to the list of controllers ({names});"
        " expected 'controllers: true'",
        names=named(controllers),
    )


def _controllers(context: Context) -> list[str]:
    inventory = context.inventory
    keys = [key for _, cookie in context.in_need for key in controllers_behind(cookie, inventory)]
    return [inventory.vendors[key].name for key in dict.fromkeys(keys)]
