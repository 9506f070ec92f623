"""Facts of the catalogue in a draft, where it is sure; where it disagrees, a remark."""

from collections.abc import Iterator, Mapping, Sequence

from policylint.catalog.known import KnownCategory, KnownCookie, KnownVendor, Match
from policylint.catalog.lookup import matches, shipped
from policylint.exchange.draft import Draft, Entry, Told
from policylint.model.terms import Category

# `functional` is what works without consent for some, and what does not for others.
_CLAIMS: Mapping[KnownCategory, Category] = {
    "necessary": "essential",
    "analytics": "improvement",
    "marketing": "improvement",
}


def classify(draft: Draft) -> None:
    """Give entries what the catalogue is sure of, and vendors their names."""
    for entry in draft.cookies:
        match = sure_match(entry)
        if match is not None:
            _classify_entry(draft, entry, match)
    for key, fields in draft.vendors.items():
        known = shipped().vendor(key)
        if known is not None:
            _describe(fields, known)


def sure_match(entry: Entry) -> Match | None:
    """Find the one cookie of the catalogue that an entry is; None where another is as likely."""
    domain = entry.fields.get("domain")
    storage = entry.fields.get("storage")
    found = matches(
        entry.name, domain.value if domain else None, storage.value if storage else "cookie"
    )
    if not found or found[0].quality == "name-only":
        return None
    best = [one for one in found if one.quality == found[0].quality]
    kinds = {(one.cookie.vendor, one.cookie.category) for one in best}
    return best[0] if len(kinds) == 1 or _is_narrower(best) else None


def _is_narrower(best: Sequence[Match]) -> bool:
    """Tell whether the first pattern has a longer literal than the second."""
    first, second = (len(one.cookie.name.replace("*", "")) for one in best[:2])
    return best[0].quality == "pattern" and first > second


def _classify_entry(draft: Draft, entry: Entry, match: Match) -> None:
    known = match.cookie
    origin = _origin(known)
    claim = _CLAIMS.get(known.category)
    told = entry.fields.get("category")
    if told is None and claim is not None:
        entry.fields["category"] = Told(claim, f"{origin}: {known.category}")
    elif told is None:
        entry.remarks.append(f"category: {origin} says 'functional', which may be either")
    elif claim is not None and told.value != claim:
        entry.remarks.append(f"category: {origin} says '{known.category}'")
    if known.purposes:
        _tell(entry, "purposes", list(known.purposes), origin)
    if match.vendor is not None:
        _tell(entry, "vendor", match.vendor.id, origin)
        if entry.fields["vendor"].value == match.vendor.id:
            draft.vendors.setdefault(match.vendor.id, {})


def _tell(entry: Entry, field: str, value: object, origin: str) -> None:
    told = entry.fields.get(field)
    if told is None:
        entry.fields[field] = Told(value, origin)
    elif told.value != value and not isinstance(value, list):
        entry.remarks.append(f"{field}: {origin} says '{value}'")


def _describe(fields: dict[str, Told], known: KnownVendor) -> None:
    origin = f"catalogue: {known.source}, {known.date}"
    facts = {
        "name": known.name,
        "country": known.country,
        "privacy_policy": known.privacy_policy,
    }
    for field, value in facts.items():
        if value is not None:
            fields.setdefault(field, Told(value, origin))


def _origin(known: KnownCookie) -> str:
    return f"catalogue: {known.source}, {known.date}"


def gaps(entry: Entry) -> Iterator[str]:
    """Tell in one remark what is not known of an entry and which finding asks for it."""
    fields = entry.fields
    asked: dict[str, str] = {"category": "DOC002", "purposes": "DOC002", "description": "INV001"}
    if "storage" not in fields or fields["storage"].value == "cookie":
        asked["lifetime"] = "INV003"
    if "category" in fields and fields["category"].value == "improvement":
        asked |= {"consent": "CLS001", "data": "INV007", "legal_basis": "CLS009"}
        asked["retention"] = "INV009"
    missing = [f"{field} ({code})" for field, code in asked.items() if field not in fields]
    if missing:
        yield f"not known here, and 'policylint check' asks for it: {', '.join(missing)}"
