"""Compare two versions of an inventory in legal terms."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal

from policylint.model.inventory import Inventory
from policylint.model.vendor import Transfer, Vendor
from policylint.review import kinds
from policylint.review.change import Change, ChangeKind
from policylint.review.compare_cookies import cookie_changes
from policylint.review.facts import Facts, written

_WIDER_SITE = frozenset(
    {"url", "domains", "jurisdictions", "directed_at_children", "sensitive_topics", "large_scale"}
)
_WORDS_OF_CONSENT = frozenset({"alternative", "if_refused", "record"})
_WORDS_OF_VENDOR = frozenset({"agreement", "essence", "service", "privacy_policy", "domains"})


def compare(old: Inventory, new: Inventory) -> Sequence[Change]:
    """List what changed, what weighs most first; within that, in the order of the new inventory.

    Comments, the order of keys and entries, `owner`, `reviewed`, `x-*` fields and approvals are
    no change.
    """
    before, after = Facts(old), Facts(new)
    found = [
        *_vendor_changes(before, after),
        *cookie_changes(before, after),
        *_consent_changes(before, after),
        *_controller_changes(before, after),
        *_site_changes(before, after),
    ]
    return sorted(found, key=lambda change: change.rank)


def _vendor_changes(old: Facts, new: Facts) -> Iterator[Change]:
    before, after = old.inventory.vendors, new.inventory.vendors
    names = {vendor.name: key for key, vendor in before.items()}
    matched: set[str] = set()
    for key, vendor in after.items():
        was = key if key in before else names.get(vendor.name)
        at = ("vendors", key)
        consented = key in new.consented_vendors
        if was is None:
            kind = kinds.VENDOR_ADDED if consented else kinds.EXEMPT_VENDOR_ADDED
            words, now = f"{vendor.name} ({vendor.country})", new.held(vendor)
            yield Change(
                kind=kind, subject="vendor", name=vendor.name, new=words, now=now, at_new=at
            )
        else:
            matched.add(was)
            yield from _of_vendor(before[was], vendor, (was, key), old, new)
        transfers_before = before[was].transfers or () if was is not None else ()
        yield from _transfers(vendor, transfers_before, key, new, consented=consented)
    for key, vendor in before.items():
        if key not in matched:
            yield Change(
                kind=kinds.VENDOR_REMOVED,
                subject="vendor",
                name=vendor.name,
                old=f"{vendor.name} ({vendor.country})",
                was=old.held(vendor),
                at_old=("vendors", key),
            )


def _of_vendor(
    was: Vendor, now: Vendor, keys: tuple[str, str], old: Facts, new: Facts
) -> Iterator[Change]:
    for field in Vendor.__annotations__:
        before, after = old.plain(getattr(was, field)), new.plain(getattr(now, field))
        if field == "transfers" or before == after:
            continue
        kind = kinds.WORDING_CHANGED if field in _WORDS_OF_VENDOR else kinds.VENDOR_CHANGED
        yield Change(
            kind=kind,
            subject="vendor",
            name=now.name,
            field=field,
            old=written(before),
            new=written(after),
            was=old.held(getattr(was, field)),
            now=new.held(getattr(now, field)),
            at_old=("vendors", keys[0], field),
            at_new=("vendors", keys[1], field),
        )


def _transfers(
    vendor: Vendor, before: Sequence[Transfer], key: str, new: Facts, *, consented: bool
) -> Iterator[Change]:
    was = {one.country: one for one in before}
    now = {one.country: one for one in vendor.transfers or ()}
    added = kinds.TRANSFER_ADDED if consented else kinds.EXEMPT_TRANSFER_ADDED
    for country in dict.fromkeys((*now, *was)):
        if _mechanism(was, country) == _mechanism(now, country):
            continue
        kind = kinds.TRANSFER_CHANGED
        if country not in was:
            kind = added
        elif country not in now:
            kind = kinds.TRANSFER_REMOVED
        yield Change(
            kind=kind,
            subject="vendor",
            name=vendor.name,
            field="transfers",
            old=f"{country}: {was[country].mechanism}" if country in was else None,
            new=f"{country}: {now[country].mechanism}" if country in now else None,
            was=new.held(was.get(country)),
            now=new.held(now.get(country)),
            at_old=("vendors", key, "transfers") if was else None,
            at_new=("vendors", key, "transfers") if now else ("vendors", key),
        )


def _mechanism(transfers: Mapping[str, Transfer], country: str) -> str | None:
    return transfers[country].mechanism if country in transfers else None


def _consent_changes(old: Facts, new: Facts) -> Iterator[Change]:
    def kind(field: str, _: Any, __: Any) -> ChangeKind:
        return kinds.WORDING_CHANGED if field in _WORDS_OF_CONSENT else kinds.CONSENT_FLOW_CHANGED

    yield from _fields("consent", old, new, kind)


def _controller_changes(old: Facts, new: Facts) -> Iterator[Change]:
    def kind(field: str, _: Any, __: Any) -> ChangeKind:
        return kinds.CONTROLLER_CHANGED if field == "name" else kinds.FACT_CHANGED

    yield from _fields("controller", old, new, kind)


def _site_changes(old: Facts, new: Facts) -> Iterator[Change]:
    def kind(field: str, was: Any, now: Any) -> ChangeKind:
        if field not in _WIDER_SITE:
            return kinds.WORDING_CHANGED
        fewer = isinstance(was, list) and isinstance(now, list) and all(one in was for one in now)
        return kinds.FACT_CHANGED if fewer or now is False else kinds.SITE_WIDENED

    yield from _fields("site", old, new, kind)


def _fields(
    subject: Literal["consent", "controller", "site"],
    old: Facts,
    new: Facts,
    kind: Callable[[str, Any, Any], ChangeKind],
) -> Iterator[Change]:
    """Compare the fields of a section, each with the kind that its change is of."""
    was, now = getattr(old.inventory, subject), getattr(new.inventory, subject)
    before: Mapping[str, Any] = old.plain(was) if was is not None else {}
    after: Mapping[str, Any] = new.plain(now) if now is not None else {}
    for field in dict.fromkeys((*before, *after)):
        held, holds = before.get(field), after.get(field)
        if held != holds:
            yield Change(
                kind=kind(field, held, holds),
                subject=subject,
                name=new.inventory.site.name if subject != "controller" else now.name,
                field=field,
                old=written(held),
                new=written(holds),
                was=old.held(getattr(was, field, None)),
                now=new.held(getattr(now, field, None)),
                at_old=(subject, field) if field in before else None,
                at_new=(subject, field) if field in after else None,
            )
