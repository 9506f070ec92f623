"""Greece: art. 4(5) of Law 3471/2006."""

from datetime import date

from policylint.law.guidance import HDPA_COOKIES
from policylint.law.jurisdictions import Authority, Pack
from policylint.law.national import GREEK_ACT_4_5

PACK = Pack(
    code="GR",
    names={"en": "Greece", "fr": "Grèce"},
    cookie_law=GREEK_ACT_4_5,
    guidance=[HDPA_COOKIES],
    authority=Authority(
        names={
            "en": "Hellenic Data Protection Authority (HDPA)",
            "fr": "Autorité hellénique de protection des données (HDPA)",
        },
        url="https://www.dpa.gr",
        complaint_url="https://www.dpa.gr/en/individuals/complaint-to-the-hellenic-dpa",
        verified="known",
    ),
    first_layer_reject="expected",
    cookie_wall="disfavoured",
    digital_consent_age=15,
    languages=["el"],
    notes={
        "en": (
            "Measurement without consent is contested: a reading of the HDPA (IAPP) finds that "
            "it needs consent, a commentary (Bird & Bird) that some measurement by the site "
            "itself needs only an opt-out. The HDPA asks that rejecting takes as many clicks "
            "as accepting and stands on the same level (same size and colour: recommended), "
            "and calls cookie walls bad practice. No figure was found for how long a consent "
            "holds."
        )
    },
    verified="secondary",
    marks={
        "first_layer_reject": "read",
        "consent_max": "unverified",
        "digital_consent_age": "unverified",
    },
    checked=date(2026, 11, 23),
)
