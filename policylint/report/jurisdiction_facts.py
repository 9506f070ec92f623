"""What the packs say, fact by fact and in words, and how each fact was verified."""

from collections.abc import Iterator, Mapping, Sequence

from policylint.law.citation import Verified
from policylint.law.exemptions import EXEMPTIONS, Exemption
from policylint.law.jurisdictions import EEA_COUNTRIES, PACKS, Pack, packs_of
from policylint.model.record import Record

LABELS: Mapping[str, str] = {
    "cookie_law": "law on cookies",
    "authority": "authority",
    "analytics_exemption": "measurement without consent",
    "consent_max": "consent holds at most",
    "refusal_min": "asked again after a refusal",
    "first_layer_reject": "reject on the first layer",
    "cookie_wall": "cookie wall",
    "digital_consent_age": "age of digital consent",
    "languages": "languages",
}
VERIFIED: Mapping[Verified, str] = {
    "read": "read at source",
    "secondary": "quoted elsewhere, not read at source",
    "known": "known text, not read again at source",
    "unverified": "not verified",
}
NOTHING = "\N{EN DASH}"
_MEASUREMENT = ("audience-measurement", "low-impact-analytics", "statistics")


class Fact(Record):
    """One fact of a pack in words, and how it was verified."""

    key: str
    text: str
    verified: Verified

    @property
    def label(self) -> str:
        """Name the fact."""
        return LABELS[self.key]


def own_packs() -> list[Pack]:
    """List the packs, the EU first, the others by their codes."""
    return packs_of(PACKS)


def baseline_packs() -> list[Pack]:
    """List the countries that are judged by the EU baseline."""
    return packs_of(sorted(EEA_COUNTRIES - set(PACKS)))


def exemptions_of(facts: Pack) -> list[Exemption]:
    """List the national exemptions of a jurisdiction."""
    return [one for one in EXEMPTIONS if one.jurisdiction == facts.code]


def facts_of(facts: Pack) -> list[Fact]:
    """List the facts of a pack that tables compare, in the order of their labels."""
    texts = dict(_texts(facts))
    return [Fact(key=key, text=texts[key], verified=_verified(facts, key)) for key in LABELS]


def unverified(facts: Pack) -> list[Fact]:
    """List the facts of a pack that nobody has verified."""
    return [fact for fact in facts_of(facts) if fact.verified == "unverified"]


def exemption_sentence(one: Exemption) -> str:
    """Say what an exemption covers, on which ground and from when."""
    start = f"from {one.start.isoformat()}" if one.start else "no first day known"
    purposes = ", ".join(
        f"{purpose} (not verified)" if purpose in one.unverified else purpose
        for purpose in sorted(one.purposes)
    )
    rule = f"; conditions checked by {one.checked_by}" if one.checked_by else ""
    return f"{one.name} ({one.status}, {start}): {purposes}{rule}"


def _texts(facts: Pack) -> Iterator[tuple[str, str]]:
    yield "cookie_law", facts.cookie_law.cite("en")
    yield "authority", facts.authority.names["en"]
    yield "analytics_exemption", _measurement(facts)
    yield "consent_max", facts.consent_max.text if facts.consent_max else NOTHING
    yield "refusal_min", facts.refusal_min.text if facts.refusal_min else NOTHING
    yield "first_layer_reject", facts.first_layer_reject or NOTHING
    yield "cookie_wall", facts.cookie_wall or NOTHING
    yield "digital_consent_age", str(facts.digital_consent_age or NOTHING)
    yield "languages", ", ".join(facts.languages) or NOTHING


def _measurement(facts: Pack) -> str:
    if facts.model == "opt-out":
        return "information and objection"
    found = [one for one in exemptions_of(facts) if one.name in _MEASUREMENT]
    start = f" from {found[0].start.isoformat()}" if found and found[0].start else ""
    return f"{found[0].status}{start}" if found else "none"


def _verified(facts: Pack, key: str) -> Verified:
    if key in facts.marks:
        return facts.marks[key]
    if key == "cookie_law":
        return facts.cookie_law.verified
    if key == "authority":
        return facts.authority.verified
    measured: Sequence[Exemption] = exemptions_of(facts) if key == "analytics_exemption" else ()
    if any("audience-measurement" in one.unverified for one in measured):
        return "unverified"
    return facts.verified
