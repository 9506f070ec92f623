"""Netherlands: art. 11.7a of the Telecommunicatiewet."""

from datetime import date

from policylint.law.guidance import AP_COOKIE_BANNERS
from policylint.law.jurisdictions import Authority, Pack
from policylint.law.national import TW_11_7A

PACK = Pack(
    code="NL",
    names={"en": "Netherlands", "fr": "Pays-Bas"},
    cookie_law=TW_11_7A,
    guidance=[AP_COOKIE_BANNERS],
    authority=Authority(
        names={
            "en": "Autoriteit Persoonsgegevens (AP)",
            "fr": "Autoriteit Persoonsgegevens (AP)",
        },
        url="https://www.autoriteitpersoonsgegevens.nl",
        complaint_url="https://www.autoriteitpersoonsgegevens.nl/een-tip-of-klacht-indienen-bij-de-ap",
        verified="known",
    ),
    first_layer_reject="required",
    cookie_wall="disfavoured",
    digital_consent_age=16,
    languages=["nl"],
    notes={
        "en": (
            "Article 11.7a(3)(b) exempts measurement of the quality or effectiveness of the "
            "service with no or minor impact on privacy; what is minor is a standard, not a "
            "figure. Article 11.7a(4) presumes that tracking cookies process personal data "
            "(not re-read). The AP supervises personal data and the ACM supervised article "
            "11.7a; whether that has moved to the AP is not verified. Cookie walls are mostly "
            "not allowed, and the AP requires rejecting on the first layer: its reading, not "
            "the wording of the statute. No figure was found for how long a consent holds."
        )
    },
    verified="read",
    marks={
        "authority": "unverified",
        "first_layer_reject": "secondary",
        "consent_max": "unverified",
    },
    checked=date(2026, 11, 23),
)
