"""Belgium: art. 10/2 of the Act of 30 July 2018, read by the APD/GBA."""

from datetime import date

from policylint.law.guidance import APD_COOKIE_CHECKLIST, APD_COOKIE_FAQ
from policylint.law.jurisdictions import Authority, Pack
from policylint.law.national import BELGIAN_ACT_10_2

PACK = Pack(
    code="BE",
    names={"en": "Belgium", "fr": "Belgique"},
    cookie_law=BELGIAN_ACT_10_2,
    guidance=[APD_COOKIE_CHECKLIST, APD_COOKIE_FAQ],
    authority=Authority(
        names={
            "en": "Autorité de protection des données / Gegevensbeschermingsautoriteit (APD/GBA)",
            "fr": "Autorité de protection des données (APD/GBA)",
        },
        url="https://www.autoriteprotectiondonnees.be",
        complaint_url="https://www.autoriteprotectiondonnees.be/citoyen/agir/introduire-une-plainte",
        verified="known",
    ),
    first_layer_reject="required",
    cookie_wall="prohibited",
    digital_consent_age=13,
    languages=["fr", "nl", "de"],
    notes={
        "en": (
            "Article 10/2 replaced article 129 of the Act on electronic communications in "
            "2022; some sources still cite article 129. The authority knows no exemption for "
            "measurement, not even by the site itself. It requires rejecting on the first "
            "layer and prohibits cookie walls: that is its reading of the law, not the wording "
            "of the statute. It asks that old versions of the policy be kept. No figure was "
            "found for how long a consent holds."
        )
    },
    verified="secondary",
    marks={"cookie_law": "known", "consent_max": "unverified"},
    checked=date(2026, 11, 23),
)
