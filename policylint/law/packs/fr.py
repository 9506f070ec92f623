"""France: art. 82 of Act no. 78-17, read by the CNIL."""

from datetime import date

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
    consent_max=Lifetime("6 months", ((6, "month"),)),
    refusal_min=Lifetime("6 months", ((6, "month"),)),
    cookie_wall="case-by-case",
    digital_consent_age=15,
    languages=["fr"],
    first_layer_reject="required",
    verified="read",
    checked=date(2026, 11, 23),
)
