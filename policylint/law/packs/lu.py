"""Luxembourg: art. 4 of the amended Act of 30 May 2005."""

from datetime import date

from policylint.law.guidance import CNPD_COOKIES
from policylint.law.jurisdictions import Authority, Pack
from policylint.law.national import LUXEMBOURG_ACT_4

PACK = Pack(
    code="LU",
    names={"en": "Luxembourg", "fr": "Luxembourg"},
    cookie_law=LUXEMBOURG_ACT_4,
    guidance=[CNPD_COOKIES],
    authority=Authority(
        names={
            "en": "Commission nationale pour la protection des données (CNPD)",
            "fr": "Commission nationale pour la protection des données (CNPD)",
        },
        url="https://cnpd.public.lu",
        complaint_url="https://cnpd.public.lu/fr/particuliers/faire-valoir/formulaire-plainte.html",
        verified="known",
    ),
    digital_consent_age=16,
    languages=["fr", "de", "lb"],
    notes={
        "en": (
            "Measurement without consent is narrow: only if it is shown to be necessary to "
            "provide the service, for instance for the capacity of servers, and under "
            "conditions. The CNPD discourages dark patterns; no text was found that requires a "
            "reject button on the first layer. No figure was found for how long a consent or a "
            "cookie lasts."
        )
    },
    verified="secondary",
    marks={"consent_max": "unverified", "digital_consent_age": "unverified"},
    checked=date(2026, 11, 23),
)
