"""United Kingdom: PECR regulation 6, from 2026-02-05 with Schedule A1."""

from datetime import date

from policylint.law.guidance import ICO_STORAGE_ACCESS
from policylint.law.jurisdictions import Authority, Pack
from policylint.law.national import PECR_6, PECR_A1

PACK = Pack(
    code="UK",
    names={"en": "United Kingdom", "fr": "Royaume-Uni"},
    cookie_law=PECR_6,
    guidance=[PECR_A1, ICO_STORAGE_ACCESS],
    authority=Authority(
        names={
            "en": "Information Commissioner's Office (ICO)",
            "fr": "Information Commissioner's Office (ICO)",
        },
        url="https://ico.org.uk",
        complaint_url="https://ico.org.uk/make-a-complaint/",
        verified="known",
    ),
    first_layer_reject="expected",
    cookie_wall="disfavoured",
    digital_consent_age=13,
    languages=["en"],
    notes={
        "en": (
            "The law depends on the day. Regulation 6 holds before and after 2026-02-05; from "
            "that day it is read with Schedule A1 (Data (Use and Access) Act 2025, section "
            "112; SI 2026/82), which brings the exceptions for statistics, appearance and "
            "emergency assistance, and fines rise to GBP 17.5 million or 4 %. Before it there "
            "is no exception for measurement. The statistical exception does not cover data "
            "that a device emits by itself. The ICO gives no limit for a consent. Whether the "
            "transfer of the ICO to the Information Commission, planned for 2026-09-30, took "
            "place is not verified."
        )
    },
    verified="read",
    marks={"digital_consent_age": "unverified"},
    checked=date(2026, 11, 23),
)
