"""The baseline of any country of the European Economic Area."""

from datetime import date

from policylint.law.guidance import (
    EDPB_BANNER_REPORT,
    EDPB_CONSENT_WHOLE,
    EDPB_INTERPLAY_40,
)
from policylint.law.jurisdictions import Authority, Pack
from policylint.law.provisions import EPD_5_3

PACK = Pack(
    code="EU",
    names={"en": "European Union (baseline)", "fr": "Union européenne (socle commun)"},
    cookie_law=EPD_5_3,
    authority=Authority(
        names={
            "en": "the data protection authority of your country",
            "fr": "l'autorité de protection des données de votre pays",
        },
        url="https://www.edpb.europa.eu/about-edpb/about-edpb/members_en",
        complaint_url="https://www.edpb.europa.eu/about-edpb/about-edpb/members_en",
        verified="known",
    ),
    notes={
        "en": (
            "The national transposition of Directive 2002/58/EC applies and is not checked. "
            "The Directive knows no exemption for measurement. The EDPB gives no limit for a "
            "consent; it is refreshed at suitable intervals. That rejecting stands on the "
            "first layer is the view of the vast majority of authorities, not of all. 16 is "
            "the age where a country has set no other."
        )
    },
    digital_consent_age=16,
    first_layer_reject="expected",
    cookie_wall="disfavoured",
    guidance=[EDPB_BANNER_REPORT, EDPB_CONSENT_WHOLE, EDPB_INTERPLAY_40],
    verified="read",
    marks={"digital_consent_age": "known"},
    checked=date(2026, 11, 23),
)
