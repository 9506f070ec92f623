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
_DAYS = frozenset({"checked", "assessed"})
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
        if was is None:
            consented = key in new.consented_vendors
            kind = kinds.VENDOR_ADDED if consented else kinds.EXEMPT_VENDOR_ADDED
            words, now = f"{vendor.name} ({vendor.country})", new.held(vendor)
            yield Change(
                kind=kind, subject="vendor", name=vendor.name, new=words, now=now, at_new=at
            )
        else:
            matched.add(was)
            yield from _of_vendor(before[was], vendor, (was, key), old, new)
        earlier = before[was] if was is not None else None
        yield from _transfers(earlier, vendor, (was or key, key), old, new)
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
        yield _field_of_vendor(kind, field, (was, now), keys, (old, new))


def _field_of_vendor(
    kind: ChangeKind,
    field: str,
    vendors: tuple[Vendor, Vendor],
    keys: tuple[str, str],
    facts: tuple[Facts, Facts],
) -> Change:
    values = [getattr(vendor, field) for vendor in vendors]
    was, now = (each.held(value) for each, value in zip(facts, values, strict=True))
    old, new = (written(each.plain(value)) for each, value in zip(facts, values, strict=True))
    return Change(
        kind=kind,
        subject="vendor",
        name=vendors[1].name,
        field=field,
        old=old,
        new=new,
        was=was,
        now=now,
        at_old=("vendors", keys[0], field),
        at_new=("vendors", keys[1], field),
    )


def _transfers(
    was: Vendor | None, now: Vendor, keys: tuple[str, str], old: Facts, new: Facts
) -> Iterator[Change]:
    before, after = _by_country(was, old), _by_country(now, new)
    consented = keys[1] in new.consented_vendors
    for place in dict.fromkeys((*after, *before)):
        held, holds = before.get(place), after.get(place)
        kind = _kind_of_transfer(held, holds, (old, new), consented=consented)
        if kind is not None:
            yield Change(
                kind=kind,
                subject="vendor",
                name=now.name,
                field="transfers",
                old=_in_words(held, old),
                new=_in_words(holds, new),
                was=old.held(held),
                now=new.held(holds),
                at_old=("vendors", keys[0], "transfers") if before else None,
                at_new=("vendors", keys[1], "transfers") if after else ("vendors", keys[1]),
            )
    if was is not None and not before and not after and was.transfers != now.transfers:
        # No transfer is declared in either, and only one of them says that there is none.
        yield _field_of_vendor(kinds.TRANSFER_CHANGED, "transfers", (was, now), keys, (old, new))


def _by_country(vendor: Vendor | None, facts: Facts) -> dict[tuple[str, int], Transfer]:
    found: dict[tuple[str, int], Transfer] = {}
    transfers = (vendor.transfers if vendor is not None else None) or ()
    for one in sorted(transfers, key=lambda each: repr(facts.plain(each))):
        again = sum(country == one.country for country, _ in found)
        found[one.country, again] = one
    return found


def _kind_of_transfer(
    held: Transfer | None, holds: Transfer | None, facts: tuple[Facts, Facts], *, consented: bool
) -> ChangeKind | None:
    if holds is None:
        return kinds.TRANSFER_REMOVED
    if held is None:
        return kinds.TRANSFER_ADDED if consented else kinds.EXEMPT_TRANSFER_ADDED
    plain = [one.plain(each) for one, each in zip(facts, (held, holds), strict=True)]
    other = {name for name in Transfer.__annotations__ if plain[0].get(name) != plain[1].get(name)}
    if not other:
        return None
    return kinds.TECHNICAL_CHANGED if other <= _DAYS else kinds.TRANSFER_CHANGED


def _in_words(transfer: Transfer | None, facts: Facts) -> str | None:
    if transfer is None:
        return None
    plain = facts.plain(transfer)
    rest = {name: held for name, held in plain.items() if name not in {"country", "mechanism"}}
    words = f"{transfer.country}: {transfer.mechanism}"
    return f"{words} ({written(rest)})" if rest else words


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
