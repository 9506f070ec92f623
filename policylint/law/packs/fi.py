"""Finland: § 205 of Act 917/2014."""

from datetime import date

from policylint.law.guidance import TRAFICOM_COOKIES
from policylint.law.jurisdictions import Authority, Pack
from policylint.law.national import FINNISH_ACT_205

PACK = Pack(
    code="FI",
    names={"en": "Finland", "fr": "Finlande"},
    cookie_law=FINNISH_ACT_205,
    guidance=[TRAFICOM_COOKIES],
    authority=Authority(
        names={
            "en": "Tietosuojavaltuutettu (for cookies: Traficom)",
            "fr": "Tietosuojavaltuutettu (pour les cookies : Traficom)",
        },
        url="https://tietosuoja.fi",
        complaint_url="https://tietosuoja.fi/en/",
        verified="known",
    ),
    first_layer_reject="expected",
    digital_consent_age=13,
    languages=["fi", "sv"],
    notes={
        "en": (
            "Traficom supervises cookies, the Data Protection Ombudsman "
            "(Tietosuojavaltuutettu) the GDPR. Only what is strictly necessary goes without "
            "consent; whether that holds for pure counters too is not verified. Declining is "
            "to be as easy as consenting. The text is to tell type, purpose, validity and "
            "third parties. Legitimate interests never allow storage on the device. No figure "
            "was found for how long a consent holds."
        )
    },
    verified="secondary",
    marks={"consent_max": "unverified", "analytics_exemption": "unverified"},
    checked=date(2026, 11, 23),
)
