"""What follows from an entry for its visitors: where consent is asked, on which basis."""

from collections.abc import Sequence

from policylint.law.jurisdictions import Pack
from policylint.model.cookie import Cookie
from policylint.model.terms import LegalBasisName


def exempt_packs(cookie: Cookie, packs: Sequence[Pack]) -> list[Pack]:
    """List the jurisdictions whose national exemption an improvement cookie claims."""
    if cookie.category != "improvement":
        return []
    return [pack for pack in packs if pack.code in cookie.exempt_in]


def consent_packs(cookie: Cookie, packs: Sequence[Pack]) -> list[Pack]:
    """List the jurisdictions where an improvement cookie is held to what `consent` says."""
    if cookie.category != "improvement":
        return []
    return [pack for pack in packs if pack.code not in cookie.exempt_in]


def asks_consent(cookie: Cookie, packs: Sequence[Pack]) -> bool:
    """Tell whether consent to a cookie is asked anywhere."""
    return cookie.consent == "opt-in" and bool(consent_packs(cookie, packs))


def bases(cookie: Cookie, packs: Sequence[Pack]) -> list[tuple[LegalBasisName | None, list[Pack]]]:
    """Group the jurisdictions by the legal basis that a cookie declares there."""
    found: dict[LegalBasisName | None, list[Pack]] = {}
    for pack in packs:
        basis = cookie.legal_basis.within(pack.code) if cookie.legal_basis else None
        found.setdefault(basis, []).append(pack)
    return list(found.items())
