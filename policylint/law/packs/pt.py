"""Portugal: art. 5 of Law 41/2004."""

from datetime import date

from policylint.law.jurisdictions import Authority, Pack
from policylint.law.national import LEI_41_5

PACK = Pack(
    code="PT",
    names={"en": "Portugal", "fr": "Portugal"},
    cookie_law=LEI_41_5,
    authority=Authority(
        names={
            "en": "Comissão Nacional de Proteção de Dados (CNPD)",
            "fr": "Comissão Nacional de Proteção de Dados (CNPD)",
        },
        url="https://www.cnpd.pt",
        complaint_url="https://www.cnpd.pt/cidadaos/participacoes/",
        verified="known",
    ),
    digital_consent_age=13,
    languages=["pt"],
    notes={
        "en": (
            "No guidelines of the CNPD were found, only its notice of 2021-06-25. No exemption "
            "for measurement is known. No text was found on the first layer, on cookie walls, "
            "or on how long a consent holds: what is blank here is not known to be allowed."
        )
    },
    verified="secondary",
    marks={"consent_max": "unverified", "digital_consent_age": "unverified"},
    checked=date(2026, 11, 23),
)
