"""Austria: TKG 2021 § 165(3)."""

from datetime import date

from policylint.law.guidance import DSB_COOKIE_FAQ
from policylint.law.jurisdictions import Authority, Pack
from policylint.law.national import TKG_165_3
from policylint.law.rulings import BVWG_ORF_REJECT

PACK = Pack(
    code="AT",
    names={"en": "Austria", "fr": "Autriche"},
    cookie_law=TKG_165_3,
    guidance=[DSB_COOKIE_FAQ, BVWG_ORF_REJECT],
    authority=Authority(
        names={
            "en": "Datenschutzbehörde (DSB)",
            "fr": "Datenschutzbehörde (DSB)",
        },
        url="https://www.dsb.gv.at",
        complaint_url="https://www.dsb.gv.at",
        verified="known",
    ),
    first_layer_reject="required",
    digital_consent_age=14,
    languages=["de"],
    notes={
        "en": (
            "§ 165(3) itself names what must be told: the data, the legal basis, the purposes "
            "and the storage period. The Fernmeldebehörde supervises the TKG, the DSB the "
            "GDPR. There is no exemption for measurement. That accepting and rejecting must be "
            "designed equally rests on BVwG W171 2303402-1. No figure was found for how long a "
            "consent holds."
        )
    },
    verified="secondary",
    marks={"consent_max": "unverified"},
    checked=date(2026, 11, 23),
)
