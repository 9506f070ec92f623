"""Fides: a manifest with one system per vendor, and one for what the site sets itself."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policylint.exchange.write.services import OWN, Service, purpose_words, services
from policylint.exchange.write.texts import plain
from policylint.exchange.write.wanted import Wanted
from policylint.exchange.write.yaml_document import yaml_document
from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.lifetime import longest
from policylint.model.terms import (
    DataKind,
    Group,
    LegalBasisName,
    Purpose,
    TransferMechanism,
    VendorRole,
)
from policylint.model.texts import LegalBasis
from policylint.model.vendor import Vendor

NAME = "Fides"
CARRIES = frozenset(
    {
        *("cookies.name", "cookies.category", "cookies.purposes", "cookies.domain"),
        *("cookies.path", "cookies.vendor", "cookies.data", "cookies.legal_basis"),
        *("cookies.retention", "cookies.consent", "vendors.name", "vendors.service"),
        *("vendors.role", "vendors.privacy_policy", "vendors.essence", "site.name"),
        *("site.policy_url", "controller.name", "controller.address"),
    }
)
# The prefixes of data uses that stand for our groups.
_USES: Mapping[Group, str] = {
    "necessary": "essential.service",
    "preferences": "functional.service",
    "statistics": "analytics",
    "marketing": "marketing",
}
# Uses below those prefixes that stand for one of our purposes, where it is the only one.
_USES_OF_PURPOSES: Mapping[tuple[Group, Purpose], str] = {
    ("necessary", "authentication"): "essential.service.authentication",
    ("necessary", "security"): "essential.service.security",
    ("necessary", "fraud-prevention"): "essential.fraud_detection",
    ("marketing", "advertising"): "marketing.advertising",
    ("marketing", "personalised-content"): "personalize",
}
_DATA: Mapping[DataKind, str] = {
    "online-identifier": "user.device.cookie_id",
    "ip-address": "user.device.ip_address",
    "page-path": "user.behavior.browsing_history",
    "referrer": "user.behavior.browsing_history",
    "language": "user.demographic.language",
    "city": "user.location.imprecise",
    "precise-location": "user.location.precise",
    "device-type": "user.device",
    "browser": "user.device",
    "internet-provider": "user.device",
    "visit-frequency": "user.behavior",
    "visit-duration": "user.behavior",
    "pages-viewed": "user.behavior.browsing_history",
    "clicks": "user.behavior",
    "form-input": "user.content",
    "purchases": "user.behavior.purchase_history",
    "account-id": "user.account",
    "name": "user.name",
    "email": "user.contact.email",
    "phone": "user.contact.phone_number",
    "consent-choice": "user.privacy_preferences",
    "search-terms": "user.behavior.search_history",
    "user-content": "user.content",
    "hashed-contact": "user.contact",
}
_BASES: Mapping[LegalBasisName, str] = {
    "consent": "Consent",
    "contract": "Contract",
    "legal-obligation": "Legal obligations",
    "vital-interests": "Vital interests",
    "public-task": "Public interest",
    "legitimate-interests": "Legitimate interests",
}
_MECHANISMS: Mapping[TransferMechanism, str | None] = {
    "adequacy": "Adequacy Decision",
    "dpf": "Adequacy Decision",
    "scc": "SCCs",
    "bcr": "BCRs",
    "idta": "Other",
    "derogation": "Other",
    "none": None,
}
_ROLES: Mapping[VendorRole, str] = {
    "processor": "Processor",
    "controller": "Controller",
    "joint-controller": "Controller",
}


def write(inventory: Inventory, wanted: Wanted) -> str:
    """Write the manifest."""
    groups: dict[str | None, list[Service]] = {}
    for service in services(inventory):
        groups.setdefault(service.vendor, []).append(service)
    systems = [_system(key, own, inventory, wanted) for key, own in groups.items()]
    return yaml_document({"system": systems})


def _system(
    key: str | None, shown: Sequence[Service], inventory: Inventory, wanted: Wanted
) -> dict[str, Any]:
    cookies = [one for service in shown for one in service.cookies]
    vendor = inventory.vendors.get(key) if key else None
    if key is None:
        taken = OWN in inventory.vendors
        found = {"fides_key": f"{OWN}-itself" if taken else OWN, **_own(inventory)}
    else:
        found = {"fides_key": key, **_of_vendor(key, vendor, inventory, wanted)}
    return {
        **found,
        "system_type": "Service",
        **_storage(cookies),
        "privacy_declarations": [_declaration(one, wanted) for one in shown],
    }


def _own(inventory: Inventory) -> dict[str, Any]:
    controller, policy = inventory.controller, inventory.site.policy_url
    return {
        "name": inventory.site.name,
        "legal_name": controller.name,
        **({"legal_address": controller.address} if controller.address else {}),
        "responsibility": ["Controller"],
        **({"privacy_policy": policy} if policy else {}),
    }


def _of_vendor(
    key: str, vendor: Vendor | None, inventory: Inventory, wanted: Wanted
) -> dict[str, Any]:
    if vendor is None:
        return {"name": key}
    found: dict[str, Any] = {
        "name": plain(vendor.service, inventory, wanted.language) or vendor.name,
        "legal_name": vendor.name,
    }
    if vendor.role is not None:
        found["responsibility"] = [_ROLES[vendor.role]]
    if vendor.essence is not None:
        found["joint_controller_info"] = plain(vendor.essence, inventory, wanted.language)
    if vendor.privacy_policy is not None:
        found["privacy_policy"] = vendor.privacy_policy
    if vendor.transfers is not None:
        grounds = dict.fromkeys(_MECHANISMS[one.mechanism] for one in vendor.transfers)
        found["does_international_transfers"] = bool(vendor.transfers)
        found["legal_basis_for_transfers"] = [one for one in grounds if one]
    return found


def _storage(cookies: Sequence[Cookie]) -> dict[str, Any]:
    plain_cookies = [one for one in cookies if one.storage == "cookie"]
    lifetimes = [one.lifetime for one in plain_cookies if one.lifetime is not None]
    found: dict[str, Any] = {"uses_cookies": bool(plain_cookies)}
    most = longest(lifetimes)
    if most is not None and not most.is_unbounded and len(lifetimes) == len(plain_cookies):
        found["cookie_max_age_seconds"] = most.longest_seconds
    renewals = {one.renewal for one in plain_cookies}
    if "rolling" in renewals or renewals == {"fixed"}:
        found["cookie_refresh"] = "rolling" in renewals
    found["uses_non_cookie_access"] = len(plain_cookies) < len(cookies)
    return found


def _declaration(service: Service, wanted: Wanted) -> dict[str, Any]:
    kinds = dict.fromkeys(_DATA[kind] for one in service.cookies for kind in one.data)
    found: dict[str, Any] = {
        "name": purpose_words(service.purposes, wanted.language),
        "data_use": _use(service),
        "data_categories": list(kinds),
    }
    bases = {_basis(one.legal_basis) for one in service.cookies}
    basis = bases.pop() if len(bases) == 1 else None
    if basis:
        found["legal_basis_for_processing"] = _BASES[basis]
    kept = {one.retention.lifetime if one.retention else None for one in service.cookies}
    figure = kept.pop() if len(kept) == 1 else None
    if figure is not None:
        found["retention_period"] = figure.text
    listed = [_listed(one) for one in service.cookies if one.storage == "cookie"]
    if listed:
        found["cookies"] = listed
    return found


def _use(service: Service) -> str:
    only = service.purposes[0] if len(service.purposes) == 1 else None
    finer = _USES_OF_PURPOSES.get((service.group, only)) if only else None
    return finer or _USES[service.group]


def _basis(basis: LegalBasis | None) -> LegalBasisName | None:
    return basis.everywhere if basis is not None else None


def _listed(cookie: Cookie) -> dict[str, str]:
    return {
        "name": cookie.name,
        **({"path": cookie.path} if cookie.path is not None else {}),
        **({"domain": cookie.domain} if cookie.domain is not None else {}),
    }


def remarks(inventory: Inventory, wanted: Wanted) -> Iterator[str]:
    """Tell what the manifest cannot carry, besides whole fields."""
    if any(one.lifetime is not None for one in inventory.cookies):
        yield f"{NAME} holds the longest lifetime of a system, not that of a cookie"
    others = [f"'{one.name}'" for one in inventory.cookies if one.storage != "cookie"]
    if others:
        yield f"{NAME} lists cookies only; said to exist, not named: {', '.join(others)}"
    parted = [
        one.name
        for one in inventory.cookies
        if one.legal_basis is not None and one.legal_basis.everywhere is None
    ]
    if parted:
        names = ", ".join(f"'{name}'" for name in parted)
        yield f"{NAME} holds one legal basis for all countries; left out: {names}"
    yield "whose data it is (data_subjects) is not declared in an inventory: add it"
    yield "'cookies' of a declaration are read by fideslang 2; fideslang 3 leaves them aside"
    if len(wanted.languages) > 1:
        yield f"{NAME} holds one language: texts are in '{wanted.language}'"
