from collections.abc import Iterator
from datetime import date
from typing import Final

from policylint.law.consent_guidance import (
    IAB_TC_STRING,
    TCF_VERSION,
)
from policylint.law.guidance import (
    EDPB_SCOPE_PIXELS,
)
from policylint.law.jurisdictions import EEA, UK
from policylint.law.provisions import EPD_5_3
from policylint.model.cookie import Cookie
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
from policylint.rules.consent.choice import choice_entries, unnamed

CURRENT: Final = (2, 3)
CURRENT_FROM: Final = date(2026, 3, 1)


@rule(
    "CON017",
    citations=[IAB_TC_STRING, TCF_VERSION],
    scopes=[Scope(jurisdictions=EEA, severity=Severity.WARNING)],
    since="0.1.0",
)
def tc_string_called_impersonal(context: Context) -> Iterator[Yield]:
    """The TC string is not declared as personal data, or its framework is out of date.

    From 1 March 2026 the members of the Transparency and Consent Framework owe each other
    version 2.3; that is contract, not law.

    ## Why it matters
    The Court of Justice holds that the string of the IAB framework, together with an identifier
    such as the IP address, is personal data. So visitors must be told about it as such.

    ## How to fix it
    Declare `personal_data: true` on the entry of the choice cookie, with a legal basis and a
    retention. Have the consent platform move to TCF 2.3, then declare `tcf: {version: "2.3"}`.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
        return
    if consent.tcf is None:
        yield NotApplicable(reason="the IAB framework is not in use")
        return
    entries = choice_entries(context, consent)
    if not entries:
        yield unnamed(consent)
    for at, cookie in entries:
        if cookie.personal_data is not True:
            yield Problem(
                at=(*at, "personal_data"),
                message=_impersonal(cookie),
                citations=[IAB_TC_STRING],
            )
    if context.as_of >= CURRENT_FROM:
        yield from _outdated(consent.tcf.version)


def _impersonal(cookie: Cookie) -> str:
    if cookie.personal_data is None:
        return sentence(
            "'{name}' stores the TC string, which is personal data, and 'personal_data' is absent;"
            " expected 'personal_data: true'",
            name=cookie.name,
        )
    return sentence(
        "'{name}' stores the TC string, which is personal data, and 'personal_data' is 'false';"
        " expected 'personal_data: true'",
        name=cookie.name,
    )


def _outdated(version: str) -> Iterator[Yield]:
    place = ("consent", "tcf", "version")
    major, _, minor = version.strip().removeprefix("v").partition(".")
    minor = minor.partition(".")[0]
    if not major.isdecimal() or not minor.isdecimal():
        yield NotEvaluated(at=place, reason=sentence("'tcf.version' is no version such as '2.3'"))
    elif (int(major), int(minor)) < CURRENT:
        yield Problem(
            at=place,
            message=sentence(
                "the IAB framework is of version '{version}'; expected '2.3' by its own"
                " terms since {day}",
                version=version,
                day=CURRENT_FROM,
            ),
            citations=[TCF_VERSION],
        )


@rule(
    "CON024",
    citations=[EPD_5_3, EDPB_SCOPE_PIXELS],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    yields_to=("EVD013",),
    unseen="What the pings hold; evidence from a browser shows it.",
)
def pings_before_consent(context: Context) -> Iterator[Yield]:
    """Google's consent mode is 'advanced': it sends pings before the visitor chose.

    ## Why it matters
    The pings carry no cookie, yet they are sent by the visitor's browser and tell Google of the
    visit. Whether that is access to the device is contested; no authority has ruled on it.

    ## How to fix it
    Use the mode `basic`, which loads Google's tags after consent only. Or have the advanced mode
    reviewed, and accept the warning with that reason.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
    elif consent.google_consent_mode is None:
        yield NotEvaluated(at=("consent",), reason=absent("google_consent_mode"))
    elif consent.google_consent_mode == "advanced":
        yield Problem(
            at=("consent", "google_consent_mode"),
            message=sentence(
                "'google_consent_mode: advanced' sends pings before the choice, which is"
                " contested; expected 'basic' or 'none'"
            ),
        )
