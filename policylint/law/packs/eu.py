"""The baseline of any country of the European Economic Area."""

from datetime import date

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
    notes={"en": "national transposition of directive 2002/58/EC applies and is not checked"},
    digital_consent_age=16,
    first_layer_reject="expected",
    verified="read",
    checked=date(2026, 11, 23),
)
