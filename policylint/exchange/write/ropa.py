"""What a record of processing activities (GDPR art. 30) can take over from an inventory.

A row per processing: one vendor or the site itself, one set of purposes, one claim. What is not
declared stays empty; nothing is concluded from anything.
"""

from collections.abc import Iterator, Mapping, Sequence

from policylint.exchange.write.klaro import silent_languages
from policylint.exchange.write.services import Service, purpose_words, services, title
from policylint.exchange.write.table import duration
from policylint.exchange.write.texts import capital, plain, words
from policylint.exchange.write.wanted import Wanted
from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.traits import is_personal, is_unknown_to_be_personal, readers
from policylint.model.vendor import Vendor

NAME = "the extract"
FIELDS = (
    *("processing", "controller", "representative", "officer", "purposes", "subjects"),
    *("data", "special", "basis", "vendor", "recipients", "transfers", "retention"),
    *("measures", "cookies", "reference", "assessment"),
)
NEVER_HELD = ("subjects", "measures")
CARRIES = frozenset(
    {
        *("cookies.name", "cookies.category", "cookies.purposes", "cookies.vendor"),
        *("cookies.data", "cookies.special_categories", "cookies.legal_basis"),
        *("cookies.recipients", "cookies.retention", "cookies.record", "cookies.dpia"),
        *("cookies.personal_data", "vendors.name", "vendors.service", "vendors.role"),
        *("vendors.country", "vendors.transfers", "vendors.agreement", "site.name"),
        *("controller.name", "controller.country", "controller.address", "controller.email"),
        *("controller.phone", "controller.url", "controller.dpo", "controller.representative"),
    }
)


def heading(field: str, wanted: Wanted) -> str:
    """Write the heading of a column."""
    return words(wanted.language).text(f"exchange.record.{field}")


def rows(inventory: Inventory, wanted: Wanted) -> Iterator[Mapping[str, str]]:
    """Give a row per processing of personal data."""
    for service in services(inventory):
        cookies = [one for one in service.cookies if is_personal(one)]
        if cookies:
            yield _row(service.changed(cookies=cookies), inventory, wanted)


def _row(service: Service, inventory: Inventory, wanted: Wanted) -> Mapping[str, str]:
    language, cookies = wanted.language, service.cookies
    said = words(language)
    known = inventory.vendors.get(service.vendor) if service.vendor else None
    kinds = dict.fromkeys(kind for one in cookies for kind in one.data)
    special = (text for one in cookies for text in one.special_categories)
    return {
        "processing": title(service, inventory, language),
        "controller": _controller(inventory),
        "representative": _representative(inventory),
        "officer": _officer(inventory, wanted),
        "purposes": capital(purpose_words(service.purposes, language)),
        "data": ", ".join(said.text(f"legal.data-kind.{kind}") for kind in kinds),
        "special": _distinct(plain(text, inventory, language) for text in special),
        "basis": _distinct(_basis(one, wanted) for one in cookies),
        "vendor": _vendor(known, inventory, wanted) if known else service.vendor or "",
        "recipients": _distinct(
            inventory.vendors[key].name if key in inventory.vendors else key
            for one in cookies
            for key in readers(one)
        ),
        "transfers": _distinct(_transfers(cookies, inventory, wanted)),
        "retention": _distinct(_retention(one, inventory, wanted) for one in cookies),
        "cookies": ", ".join(one.name for one in cookies),
        "reference": _distinct(plain(one.record, inventory, language) for one in cookies),
        "assessment": _distinct(plain(one.dpia, inventory, language) for one in cookies),
    }


def _distinct(texts: Iterator[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))


def _controller(inventory: Inventory) -> str:
    one = inventory.controller
    parts = (one.name, one.address or one.country, one.email, one.phone, one.url)
    return ", ".join(part for part in parts if part)


def _representative(inventory: Inventory) -> str:
    return "; ".join(
        f"{one.name}, {one.email} ({one.country})" for one in inventory.controller.representative
    )


def _officer(inventory: Inventory, wanted: Wanted) -> str:
    officer = inventory.controller.dpo
    if officer is None:
        return ""
    contact = ", ".join(part for part in (officer.name, officer.email, officer.address) if part)
    return contact or plain(officer.reason, inventory, wanted.language)


def _basis(cookie: Cookie, wanted: Wanted) -> str:
    basis = cookie.legal_basis
    if basis is None:
        return ""
    said = words(wanted.language)
    if basis.everywhere is not None:
        return said.text(f"legal.legal-basis-name.{basis.everywhere}")
    return ", ".join(
        f"{code}: {said.text(f'legal.legal-basis-name.{name}')}"
        for code, name in basis.by_jurisdiction.items()
    )


def _vendor(vendor: Vendor, inventory: Inventory, wanted: Wanted) -> str:
    said = words(wanted.language)
    role = said.text(f"legal.vendor-role.{vendor.role}") if vendor.role else ""
    agreement = plain(vendor.agreement, inventory, wanted.language)
    parts = (vendor.name, said.text(f"countries.{vendor.country}"), role, agreement)
    return ", ".join(part for part in parts if part)


def _transfers(cookies: Sequence[Cookie], inventory: Inventory, wanted: Wanted) -> Iterator[str]:
    said = words(wanted.language)
    for key in dict.fromkeys(key for one in cookies for key in readers(one)):
        vendor = inventory.vendors.get(key)
        for one in (vendor.transfers or ()) if vendor else ():
            ground = said.text(f"legal.transfer-mechanism.{one.mechanism}")
            reference = f", {one.reference}" if one.reference else ""
            yield f"{said.text(f'countries.{one.country}')} ({ground}{reference})"


def _retention(cookie: Cookie, inventory: Inventory, wanted: Wanted) -> str:
    if cookie.retention is None:
        return ""
    if cookie.retention.lifetime is not None:
        return duration(cookie.retention.lifetime)
    return plain(cookie.retention.criterion, inventory, wanted.language)


def remarks(inventory: Inventory, wanted: Wanted) -> Iterator[str]:
    """Tell what the record needs and an inventory does not hold, and what was left out."""
    fields = ", ".join(heading(field, wanted).lower() for field in NEVER_HELD)
    yield f"an inventory does not hold, and art. 30 asks for: {fields}"
    impersonal = [one for one in inventory.cookies if not is_personal(one)]
    unsaid = [f"'{one.name}'" for one in impersonal if is_unknown_to_be_personal(one)]
    denied = [f"'{one.name}'" for one in impersonal if not is_unknown_to_be_personal(one)]
    if denied:
        yield f"left out, for they are no personal data: {', '.join(denied)}"
    if unsaid:
        yield f"left out, for nothing says whether they are personal data: {', '.join(unsaid)}"
    told = {field for row in rows(inventory, wanted) for field, text in row.items() if text}
    empty = [field for field in FIELDS if field not in NEVER_HELD and field not in told]
    if empty:
        yield f"declared nowhere: {', '.join(heading(field, wanted).lower() for field in empty)}"
    yield from silent_languages(wanted, "headings and purposes")
    if len(wanted.languages) > 1:
        yield f"{NAME} holds one language: texts are in '{wanted.language}'"
