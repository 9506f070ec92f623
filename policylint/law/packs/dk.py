"""Denmark: Executive Order no. 1148 of 2011."""

from datetime import date

from policylint.law.guidance import DANISH_JOINT_GUIDE
from policylint.law.jurisdictions import Authority, Pack
from policylint.law.national import BEK_1148_WHOLE

PACK = Pack(
    code="DK",
    names={"en": "Denmark", "fr": "Danemark"},
    cookie_law=BEK_1148_WHOLE,
    guidance=[DANISH_JOINT_GUIDE],
    authority=Authority(
        names={
            "en": "Datatilsynet (for cookies: Digitaliseringsstyrelsen)",
            "fr": "Datatilsynet (pour les cookies : Digitaliseringsstyrelsen)",
        },
        url="https://www.datatilsynet.dk",
        complaint_url="https://www.datatilsynet.dk/borger/klage",
        verified="known",
    ),
    first_layer_reject="required",
    digital_consent_age=15,
    languages=["da"],
    notes={
        "en": (
            "Digitaliseringsstyrelsen supervises the rules on cookies, Datatilsynet the GDPR. "
            "By their joint guide statistics need consent, and rejecting must be possible on "
            "the first layer. That the age of digital consent was raised from 13 to 15 in 2024 "
            "is not verified. No figure was found for how long a consent holds."
        )
    },
    verified="secondary",
    marks={"consent_max": "unverified", "digital_consent_age": "unverified"},
    checked=date(2026, 11, 23),
)
