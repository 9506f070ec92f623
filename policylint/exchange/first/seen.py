"""What browsers saw as a draft: facts of the device, and nothing about purposes or consent."""

from collections.abc import Iterator, Sequence
from typing import Any, get_args

from policylint.catalog.lookup import matches, vendor_of_host
from policylint.exchange.draft import Draft, Entry, Told
from policylint.exchange.first.general_names import general_name
from policylint.model.record import Record
from policylint.model.terms import Party, SameSite, Storage


class Seen(Record):
    """One cookie that was seen. `lifetime` is what was set, in words of the inventory.

    `lifetime_remark` says where that comes from, or why there is none.
    """

    name: str
    storage: Storage
    domain: str | None
    party: Party | None
    origin: str
    path: str | None = None
    host_only: bool | None = None
    secure: bool | None = None
    http_only: bool | None = None
    same_site: str | None = None
    partitioned: bool | None = None
    set_by: str | None = None
    lifetime: str | None = None
    lifetime_seconds: int | None = None
    lifetime_remark: str = ""
    is_before_choice: bool = False


_PLAIN = ("host_only", "secure", "http_only", "same_site", "partitioned", "set_by")


def draft_of(seen: Sequence[Seen], path: str, title: str) -> Draft:
    """Make a draft: entries of one pattern become one."""
    draft = Draft(path, title)
    groups: dict[tuple[str, Storage, str | None], list[Seen]] = {}
    remarks: dict[tuple[str, Storage, str | None], str | None] = {}
    for one in seen:
        general = general_name(one.name, matches(one.name, one.domain, one.storage))
        if general.text is None:
            draft.leave_out(f"a {one.storage} of {one.domain or 'the site'}", str(general.remark))
            continue
        domain = one.domain if one.party != "first" else None
        key = (general.text, one.storage, domain)
        groups.setdefault(key, []).append(one)
        remarks[key] = remarks.get(key) or general.remark
    for (name, storage, domain), alike in groups.items():
        draft.cookies.append(_entry(name, storage, domain, alike, remarks[name, storage, domain]))
    for entry in draft.cookies:
        _tell_vendor(draft, entry)
    return draft


def _entry(
    name: str, storage: Storage, domain: str | None, alike: Sequence[Seen], remark: str | None
) -> Entry:
    origin = ", ".join(dict.fromkeys(one.origin for one in alike))
    longest = max(alike, key=lambda one: one.lifetime_seconds or 0)
    facts: dict[str, Any] = {
        "name": name,
        "lifetime": longest.lifetime,
        "storage": storage if storage != "cookie" else None,
        "domain": domain,
        **_where(storage, domain, alike),
        **{field: _agreed(alike, field) for field in _PLAIN},
    }
    if facts["same_site"] not in get_args(SameSite):
        facts["same_site"] = None
    told = {field: Told(value, origin) for field, value in facts.items() if value is not None}
    entry = Entry(told)
    entry.remarks += [one for one in (remark, longest.lifetime_remark) if one]
    if any(one.is_before_choice for one in alike):
        entry.remarks.append("it was there before the visitor chose anything")
    return entry


def _where(storage: Storage, domain: str | None, alike: Sequence[Seen]) -> dict[str, Any]:
    """Tell party and path where they say more than is clear without them."""
    path = _agreed(alike, "path")
    is_first = domain is None and _agreed(alike, "party") == "first"
    return {
        "party": "first" if is_first else None,
        "path": path if storage == "cookie" and path != "/" else None,
    }


def _agreed(alike: Sequence[Seen], field: str) -> Any:
    """Give the value that all have; None where they differ."""
    values = {getattr(one, field) for one in alike}
    return values.pop() if len(values) == 1 else None


def _tell_vendor(draft: Draft, entry: Entry) -> None:
    """Name the vendor that a foreign host belongs to."""
    domain = entry.fields.get("domain")
    known = vendor_of_host(domain.value) if domain else None
    if known is not None:
        origin = f"catalogue: the host is theirs ({known.source}, {known.date})"
        entry.fields["vendor"] = Told(known.id, origin)
        draft.vendors.setdefault(known.id, {})


def contacted(hosts: Sequence[tuple[str, int]], stored: Iterator[str]) -> Iterator[str]:
    """Tell which known vendors were asked for something and stored nothing that was seen."""
    busy = {known.id for host in stored if (known := vendor_of_host(host)) is not None}
    for host, requests in hosts:
        known = vendor_of_host(host)
        if known is not None and known.id not in busy:
            times = "once" if requests == 1 else f"{requests} times"
            yield f"{host} of {known.name} was asked {times}, and stored nothing that was seen"
