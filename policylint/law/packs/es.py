"""Spain: art. 22.2 of the LSSI, read by the AEPD."""

from datetime import date

from policylint.law.guidance import AEPD_CONDITIONS, AEPD_GUIDE
from policylint.law.jurisdictions import Authority, Pack
from policylint.law.national import LSSI_22_2
from policylint.model.lifetime import Lifetime

PACK = Pack(
    code="ES",
    names={"en": "Spain", "fr": "Espagne"},
    cookie_law=LSSI_22_2,
    guidance=[AEPD_GUIDE, AEPD_CONDITIONS],
    authority=Authority(
        names={
            "en": "Agencia Española de Protección de Datos (AEPD)",
            "fr": "Agencia Española de Protección de Datos (AEPD)",
        },
        url="https://www.aepd.es",
        complaint_url="https://sedeagpd.gob.es/sede-electronica-web/",
        verified="known",
    ),
    consent_max=Lifetime("24 months", ((24, "month"),)),
    first_layer_reject="required",
    cookie_wall="with-alternative",
    digital_consent_age=14,
    languages=["es"],
    notes={
        "en": (
            "Two texts of the AEPD differ: its guide of January 2024 on audience measurement "
            "gives an exemption, while the general guide still lists measurement among what "
            "needs consent. The figures of 13 months for the cookie and 25 months for the data "
            "in the former are not verified. The reject button on the first layer and the 24 "
            "months of a consent come from the general guide, not from statute; the text on "
            "the button applies since 2024-01-11. Whether a refusal is to be remembered for a "
            "set time is not verified. Co-official languages count where the site uses them."
        )
    },
    verified="secondary",
    marks={"consent_max": "read", "refusal_min": "unverified"},
    checked=date(2026, 11, 23),
)
