"""Ireland: regulation 5 of S.I. No. 336/2011."""

from datetime import date

from policylint.law.guidance import DPC_NOTE
from policylint.law.jurisdictions import Authority, Pack
from policylint.law.national import SI_336_5
from policylint.model.lifetime import Lifetime

PACK = Pack(
    code="IE",
    names={"en": "Ireland", "fr": "Irlande"},
    cookie_law=SI_336_5,
    guidance=[DPC_NOTE],
    authority=Authority(
        names={
            "en": "Data Protection Commission (DPC)",
            "fr": "Data Protection Commission (DPC)",
        },
        url="https://www.dataprotection.ie",
        complaint_url="https://www.dataprotection.ie/en/individuals/raising-concern-commission",
        verified="known",
    ),
    consent_max=Lifetime("6 months", ((6, "month"),)),
    first_layer_reject="expected",
    digital_consent_age=16,
    languages=["en", "ga"],
    notes={
        "en": (
            "The law is regulation 5(3) to (5). There is no exemption for measurement; the DPC "
            "says that first-party analytics are unlikely to be a priority, which is no "
            "exemption. A banner that only offers to accept is invalid, and nudging is not "
            "allowed. The lifespan of a cookie is to be proportionate to its function. The six "
            "months of a consent are guidance."
        )
    },
    verified="secondary",
    checked=date(2026, 11, 23),
)
