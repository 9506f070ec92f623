"""Only what the format of inventories can hold stays in a draft; the rest is told as left out."""

from collections.abc import Mapping

from policylint.exchange.draft import Draft, Entry, Told
from policylint.model.consent import Consent
from policylint.model.cookie import Cookie
from policylint.model.read import field_misfit
from policylint.model.record import Record
from policylint.model.site import Controller, Site
from policylint.model.traits import WITHOUT_LIFETIME
from policylint.model.vendor import Vendor
from policylint.source.fault import quote


def fit(draft: Draft, *, says_gaps: bool = True) -> None:
    """Take out of a draft what no inventory can hold, and say of each part why.

    `says_gaps` remarks what every entry needs and the file leaves open.
    """
    draft.site = _fitting(draft, Site, "site", draft.site)
    draft.controller = _fitting(draft, Controller, "controller", draft.controller)
    draft.consent = _fitting(draft, Consent, "consent", draft.consent)
    for key, vendor in draft.vendors.items():
        draft.vendors[key] = _fitting(draft, Vendor, f"vendor {quote(key)}", vendor)
    draft.cookies = [entry for entry in draft.cookies if _fit_entry(draft, entry)]
    if says_gaps:
        for entry in draft.cookies:
            entry.remarks += _open_fields(entry)


def _fit_entry(draft: Draft, entry: Entry) -> bool:
    told = entry.fields.get("name")
    why = None if told is None else field_misfit(Cookie, "name", told.value)
    if told is None or why is not None:
        name = quote(str(told.value)) if told else "an entry without a name"
        draft.leave_out(name, why or "no name is given", entry.span)
        return False
    entry.fields = _fitting(draft, Cookie, quote(entry.name), entry.fields)
    return True


def _open_fields(entry: Entry) -> list[str]:
    """Say of the facts that every entry needs which ones are open, where no remark does."""
    told = entry.fields.get("storage")
    storage = "cookie" if told is None else told.value
    needed = ["category", "purposes"]
    needed += [] if storage in WITHOUT_LIFETIME else ["lifetime"]
    return [
        f"{field}: the file does not say it"
        for field in needed
        if field not in entry.fields
        and not any(remark.startswith(f"{field}:") for remark in entry.remarks)
    ]


def _fitting(
    draft: Draft, kind: type[Record], subject: str, fields: Mapping[str, Told]
) -> dict[str, Told]:
    kept: dict[str, Told] = {}
    for field, told in fields.items():
        why = field_misfit(kind, field, told.value)
        if why is None:
            kept[field] = told
        else:
            draft.leave_out(f"{field} of {subject}", f"{why} ({told.origin})")
    return {field: kept[field] for field in _order(kind, kept)}


def _order(kind: type[Record], fields: Mapping[str, Told]) -> list[str]:
    """Sort fields as the format lists them, an organisation's own last."""
    order = {name: number for number, name in enumerate(kind.__annotations__)}
    return sorted(fields, key=lambda field: (order.get(field, len(order)), field))
