"""Switzerland: art. 45c FMG; information and objection instead of consent."""

from datetime import date

from policylint.law.guidance import EDOEB_COOKIES
from policylint.law.jurisdictions import Authority, Pack
from policylint.law.national import FMG_45C

PACK = Pack(
    code="CH",
    names={"en": "Switzerland", "fr": "Suisse"},
    model="opt-out",
    cookie_law=FMG_45C,
    guidance=[EDOEB_COOKIES],
    authority=Authority(
        names={
            "en": "Federal Data Protection and Information Commissioner (FDPIC)",
            "fr": "Préposé fédéral à la protection des données et à la transparence (PFPDT)",
        },
        url="https://www.edoeb.admin.ch",
        complaint_url="https://www.edoeb.admin.ch",
        verified="known",
    ),
    languages=["de", "fr", "it"],
    notes={
        "en": (
            "Another model: cookies that are not necessary ask for information and for an "
            "objection at any time, not for consent (FMG article 45c, since 2007-04-01; FADP, "
            "since 2023-09-01). Consent is needed for high-intensity processing: high-risk "
            "profiling, sensitive data, unexpected or intense access by third parties. A box "
            "ticked in advance is allowed within limits, and not where consent must be "
            "explicit. Where the GDPR applies to a Swiss site, add the countries that it "
            "addresses."
        )
    },
    verified="secondary",
    checked=date(2026, 11, 23),
)
