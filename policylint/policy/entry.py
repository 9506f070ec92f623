"""What follows from an entry for its visitors: where consent is asked, who gets at the data."""

from collections.abc import Sequence

from policylint.law.jurisdictions import Pack
from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
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


def vendors_in_use(inventory: Inventory) -> list[str]:
    """List the ids of declared vendors that the site works with, in the inventory's order."""
    used: set[str] = set()
    for cookie in inventory.cookies:
        used.update(readers(cookie))
    if inventory.consent is not None and inventory.consent.platform:
        used.add(inventory.consent.platform)
    return [key for key in inventory.vendors if key in used]


def readers(cookie: Cookie) -> list[str]:
    """List the ids of vendors that get at a cookie or its data, each once."""
    shared = cookie.measurement.shared_with if cookie.measurement else ()
    vendor = (cookie.vendor,) if cookie.vendor else ()
    return list(dict.fromkeys((*vendor, *(cookie.recipients or ()), *shared)))
