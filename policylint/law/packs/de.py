"""Germany: TDDDG § 25."""

from datetime import date

from policylint.law.guidance import DSK_DIGITAL_SERVICES
from policylint.law.jurisdictions import Authority, Pack
from policylint.law.national import TDDDG_25
from policylint.law.rulings import OLG_KOELN_REJECT

PACK = Pack(
    code="DE",
    names={"en": "Germany", "fr": "Allemagne"},
    cookie_law=TDDDG_25,
    guidance=[DSK_DIGITAL_SERVICES, OLG_KOELN_REJECT],
    authority=Authority(
        names={
            "en": "the data protection authority of the Land (for federal bodies: BfDI)",
            "fr": "l'autorité de protection des données du Land "
            "(pour les organes fédéraux : le BfDI)",
        },
        url="https://www.datenschutzkonferenz-online.de",
        complaint_url="https://www.bfdi.bund.de/DE/Service/Anschriften/Laender/Laender-node.html",
        verified="known",
    ),
    first_layer_reject="required",
    cookie_wall="case-by-case",
    digital_consent_age=16,
    languages=["de"],
    notes={
        "en": (
            "The TDDDG was called TTDSG until 2024-05-14; the regulation on consent management "
            "(EinwV) rests on its § 26. Each Land has an authority of its own; together they "
            "are the DSK. Measurement without consent is narrow: log counters without personal "
            "data, and in November 2024 the DSK deleted the passage that said that reading "
            "passively sent headers is no access. Rejecting on the first layer rests on the "
            "DSK and on OLG Köln 6 U 80/23. Cookie walls: DSK decision of 2023 on "
            "subscriptions, not re-read. No figure was found for how long a consent holds."
        )
    },
    verified="secondary",
    marks={
        "cookie_wall": "known",
        "consent_max": "unverified",
        "digital_consent_age": "unverified",
    },
    checked=date(2026, 11, 23),
)
