"""France: art. 82 of Act no. 78-17, read by the CNIL."""

from datetime import date

from policylint.law.guidance import CNIL_091_5, CNIL_092_2, CNIL_092_5
from policylint.law.jurisdictions import Authority, Pack
from policylint.law.national import LIL_82
from policylint.model.lifetime import Lifetime

PACK = Pack(
    code="FR",
    names={"en": "France", "fr": "France"},
    cookie_law=LIL_82,
    authority=Authority(
        names={
            "en": "Commission nationale de l'informatique et des libertés (CNIL)",
            "fr": "Commission nationale de l'informatique et des libertés (CNIL)",
        },
        url="https://www.cnil.fr",
        complaint_url="https://www.cnil.fr/fr/plaintes",
        verified="known",
    ),
    guidance=[CNIL_091_5, CNIL_092_2, CNIL_092_5],
    consent_max=Lifetime("6 months", ((6, "month"),)),
    refusal_min=Lifetime("6 months", ((6, "month"),)),
    cookie_wall="case-by-case",
    digital_consent_age=15,
    languages=["fr"],
    first_layer_reject="required",
    notes={
        "en": (
            "The CNIL's figures are recommendations, not statute: 6 months for keeping a "
            "choice (yes or no) is a good practice; 13 months for the cookie and 25 months for "
            "its data belong to the exemption for measurement. Cookie walls are judged case by "
            "case (Conseil d'État 434684); the CNIL's criteria of May 2022 were not re-read. "
            "Article 82 asks for no information on exempt cookies; the CNIL recommends it."
        )
    },
    verified="read",
    marks={"cookie_wall": "known"},
    checked=date(2026, 11, 23),
)
