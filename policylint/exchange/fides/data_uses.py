"""Data uses of the Fides taxonomy in words of the inventory.

A use says why data is processed, not whether consent is asked, so that none gives a category.
Older releases have `advertising` where newer ones have `marketing.advertising`.
"""

from collections.abc import Iterable, Mapping, Sequence

from policylint.model.terms import DataKind, LegalBasisName, Purpose

USES: Mapping[str, Sequence[Purpose]] = {
    "advertising": ("advertising",),
    "analytics": ("audience-measurement",),
    "analytics.reporting.ad_performance": ("ad-measurement",),
    "analytics.reporting.campaign_insights": (),
    "analytics.reporting.system": (),
    "essential.fraud_detection": ("fraud-prevention",),
    "essential.service.authentication": ("authentication",),
    "essential.service.fraud_detection": ("fraud-prevention",),
    "essential.service.security": ("security",),
    "improve": ("product-development",),
    "marketing.advertising": ("advertising",),
    "personalize": ("personalised-content",),
    "personalize.system": (),
}
"""A use inherits from the nearest one above it; what is not here, or empty, says too little."""

BASES: Mapping[str, LegalBasisName] = {
    "consent": "consent",
    "contract": "contract",
    "legal obligations": "legal-obligation",
    "vital interests": "vital-interests",
    "public interest": "public-task",
    "legitimate interests": "legitimate-interests",
}

DATA: Mapping[str, DataKind] = {
    "user.contact.email": "email",
    "user.contact.phone_number": "phone",
    "user.device.cookie_id": "online-identifier",
    "user.device.device_id": "online-identifier",
    "user.device.ip_address": "ip-address",
    "user.name": "name",
    "user.unique_id": "online-identifier",
    "user.unique_id.pseudonymous": "online-identifier",
}
"""Categories of data that are one of ours; `user.contact` may be an address or a telephone."""


def purposes(uses: Iterable[str]) -> list[Purpose]:
    """Translate uses, each word once and in their order."""
    return list(dict.fromkeys(word for use in uses for word in _nearest(use)))


def _nearest(use: str) -> Sequence[Purpose]:
    while use:
        if use in USES:
            return USES[use]
        use = use.rpartition(".")[0]
    return ()
