"""Italy: art. 122 of the Codice Privacy, read by the Garante."""

from datetime import date

from policylint.law.guidance import GARANTE_COOKIES, GARANTE_PIXELS
from policylint.law.jurisdictions import Authority, Pack
from policylint.law.national import CODICE_122
from policylint.model.lifetime import Lifetime

PACK = Pack(
    code="IT",
    names={"en": "Italy", "fr": "Italie"},
    cookie_law=CODICE_122,
    guidance=[GARANTE_COOKIES, GARANTE_PIXELS],
    authority=Authority(
        names={
            "en": "Garante per la protezione dei dati personali",
            "fr": "Garante per la protezione dei dati personali",
        },
        url="https://www.garanteprivacy.it",
        complaint_url="https://www.garanteprivacy.it/diritti/come-agire-per-tutelare-i-dati-personali/reclamo",
        verified="known",
    ),
    refusal_min=Lifetime("6 months", ((6, "month"),)),
    first_layer_reject="required",
    cookie_wall="with-alternative",
    digital_consent_age=14,
    languages=["it"],
    notes={
        "en": (
            "The guidelines of 2021 apply since January 2022. The six months are the wait "
            "before asking again after a refusal, unless the processing changes or the earlier "
            "choice cannot be known; they are no limit to a consent, for which no figure was "
            "found. Closing the banner by an X that refuses is accepted in place of a reject "
            "button; equal prominence is required. A cookie wall is unlawful unless equivalent "
            "content is offered without consent. Measurement counts as technical only as "
            "aggregate statistics of a single site, and with third-party tools only if the "
            "address is masked. Legitimate interests never allow storage on the device."
        )
    },
    verified="secondary",
    checked=date(2026, 11, 23),
)
