"""Which fields of the inventory each phrase follows from, where the phrase alone tells."""

from collections.abc import Mapping

from policylint.policy.blocks import Pointer


def _fields(*paths: str) -> tuple[Pointer, ...]:
    return tuple(tuple(path.split(".")) for path in paths)


_COOKIES = _fields("cookies")
_JURISDICTIONS = _fields("site.jurisdictions")

# By phrase of `policy.yaml`, or by the vocabulary of the glossary that a sentence is from.
SOURCES: Mapping[str, tuple[Pointer, ...]] = {
    "title": _fields("site.name"),
    "choices.entry": _fields("consent.withdrawal.entry_point"),
    "about.controller": _fields("controller.name", "site.name", "site.url"),
    "about.hosts": _fields("site.domains"),
    "about.officer": _fields("controller.dpo"),
    "about.representative": _fields("controller.representative"),
    "about.text-device": _JURISDICTIONS,
    "about.text-data": _JURISDICTIONS,
    "children.needed": _COOKIES,
    "children.extra": _COOKIES,
    "children.change": _fields("consent.withdrawal.entry_point"),
    "children.ask": _fields("controller"),
    "points.item": _JURISDICTIONS,
    "what.session": _COOKIES,
    "what.lasting": _COOKIES,
    "what.first": _fields("cookies", "site.domains"),
    "what.third": _fields("cookies", "site.domains"),
    "what.other": _COOKIES,
    "data.by-category": _COOKIES,
    "improvement.group": _COOKIES,
    "improvement.prechecked": _fields("consent.prechecked"),
    "improvement.implied": _fields("consent.implied_by"),
    "improvement.clicks": _fields("consent.clicks"),
    "improvement.refused": _fields("consent.if_refused"),
    "improvement.alternative": _fields("consent.alternative"),
    "improvement.validity": _fields("consent.validity"),
    "improvement.refusal-memory": _fields("consent.refusal_memory"),
    "improvement.proof": _fields("consent.record.retention"),
    "improvement.asks-again": _fields("consent.asks_again_on"),
    "improvement.devices": _fields("consent.cross_device"),
    "improvement.devices-account": _fields("consent.cross_device"),
    "improvement.parents": _fields("site.directed_at_children", "site.parental_consent"),
    "wall": _fields("consent.wall"),
    "signal-effect": _fields("consent.signals.gpc"),
    "expiry-effect": _fields("consent.on_expiry"),
    "withdrawal.entry": _fields("consent.withdrawal.entry_point"),
    "withdrawal.clicks": _fields("consent.clicks.withdraw"),
    "withdrawal.as-easy": _fields("consent.clicks"),
    "withdrawal.clears": _fields("consent.withdrawal.clears"),
    "withdrawal.clears-not": _fields("consent.withdrawal.clears"),
    "withdrawal.informs": _fields("consent.withdrawal.informs_vendors"),
    "withdrawal.informs-not": _fields("consent.withdrawal.informs_vendors"),
    "lifetimes.longest": _COOKIES,
    "recipients.nobody": _COOKIES,
    "recipients.essence": _fields("vendors"),
    "transfers.none": _fields("vendors"),
    "transfers.copy": _fields("vendors", "controller"),
    "transfers.copy-of": _fields("vendors", "controller"),
    "decisions.none": _COOKIES,
    "manage.platform": _fields("consent.platform"),
    "manage.purposes": _fields("consent"),
    "manage.purposes-in-banner": _fields("consent.first_layer.settings"),
    "manage.entry": _fields("consent.withdrawal.entry_point"),
    "rights.item": _fields("cookies", "site.jurisdictions"),
    "rights.use": _fields("controller"),
    "complaint.item": _JURISDICTIONS,
}

# By label of a cookie's card: fields of the cookie.
ENTRY_FIELDS: Mapping[str, tuple[str, ...]] = {
    "does": ("description",),
    "kind": ("storage",),
    "group": ("category", "purposes"),
    "consent": ("category", "consent", "exempt_in"),
    "purposes": ("purposes",),
    "purposes-and-basis": ("purposes", "legal_basis"),
    "interest": ("interest",),
    "lifetime": ("lifetime", "renewal"),
    "data": ("data",),
    "personal": ("personal_data",),
    "retention": ("retention",),
    "party": ("domain", "party"),
    "other-sites": ("cross_site",),
    "readers": ("recipients", "vendor"),
}

# By label of a vendor's card: the field of the vendor.
VENDOR_FIELDS: Mapping[str, str] = {
    "company": "name",
    "country": "country",
    "role": "role",
    "privacy-policy": "privacy_policy",
}
