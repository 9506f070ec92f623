"""All jurisdictions: a line each, everything as JSON, or the page `docs/jurisdictions.md`."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from policylint.i18n.catalogue import catalogue
from policylint.law import LAW_AS_OF, RULE_PACK
from policylint.law.citation import Force, Provision
from policylint.law.jurisdictions import Authority, Pack
from policylint.report.finding_json import listed_citation_json
from policylint.report.jurisdiction_facts import (
    LABELS,
    VERIFIED,
    Fact,
    baseline_packs,
    exemption_sentence,
    exemptions_of,
    facts_of,
    own_packs,
    unverified,
)
from policylint.report.rule_page import ground_sentence

_HEAD = (
    "Rule pack {pack}, law as of {day}. This page is written by"
    " `policylint jurisdictions --format markdown`.\n\n"
    "No legal advice: policylint compares declarations with these facts; a lawyer of the country"
    " judges the case. A dash means that no figure and no text was found, which does not mean that"
    " there is none. A footnote marks each fact that nobody has verified. The links were not"
    " fetched when this page was written."
)

_LABELS: Mapping[Force, str] = {"law": "Read with it", "court": "Ruling"}


def jurisdictions_text() -> str:
    """List jurisdictions, a line each: code, name, law on cookies, how it was verified."""
    packs, rest = own_packs(), baseline_packs()
    name = max(len(one.names["en"]) for one in packs)
    law = max(len(one.cookie_law.cite("en")) for one in packs)
    lines = [
        f"{one.code}  {one.names['en']:{name}}  {one.cookie_law.cite('en'):{law}}  {one.verified}\n"
        for one in packs
    ]
    codes = ", ".join(one.code for one in rest)
    return "".join(lines) + f"Judged by EU, national law not checked: {codes}\n"


def jurisdictions_json() -> str:
    """List jurisdictions with everything that is known of each."""
    data = {
        "version": 1,
        "rules": {"pack": RULE_PACK, "law_as_of": LAW_AS_OF},
        "items": [_item(one) for one in own_packs()],
        "baseline": [
            {
                "code": one.code,
                "name": _country(one.code),
                "judged_by": "EU",
                "authority": _authority_item(one.authority),
            }
            for one in baseline_packs()
        ],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _item(pack: Pack) -> Mapping[str, Any]:
    return {
        "code": pack.code,
        "names": dict(pack.names),
        "model": pack.model,
        "cookie_law": listed_citation_json(pack.cookie_law),
        "guidance": [listed_citation_json(one) for one in pack.guidance],
        "authority": _authority_item(pack.authority),
        "exemptions": [
            {
                "name": one.name,
                "status": one.status,
                "start": one.start.isoformat() if one.start else None,
                "purposes": sorted(one.purposes),
                "unverified": sorted(one.unverified),
                "checked_by": one.checked_by,
            }
            for one in exemptions_of(pack)
        ],
        "consent_max": pack.consent_max.text if pack.consent_max else None,
        "refusal_min": pack.refusal_min.text if pack.refusal_min else None,
        "first_layer_reject": pack.first_layer_reject,
        "cookie_wall": pack.cookie_wall,
        "digital_consent_age": pack.digital_consent_age,
        "languages": list(pack.languages),
        "notes": dict(pack.notes),
        "verified": pack.verified,
        "verified_facts": {fact.key: fact.verified for fact in facts_of(pack)},
        "checked": pack.checked.isoformat(),
    }


def _country(code: str) -> str:
    return catalogue("en").text(f"countries.{code}")


def _authority_item(authority: Authority) -> Mapping[str, Any]:
    return {
        "names": dict(authority.names),
        "url": authority.url,
        "complaint_url": authority.complaint_url,
        "verified": authority.verified,
    }


def jurisdictions_markdown() -> str:
    """Write the page that compares all jurisdictions."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    packs = own_packs()
    yield "# Jurisdictions"
    yield from ("", _HEAD.format(pack=RULE_PACK, day=LAW_AS_OF))
    yield from ("", "## At a glance", "")
    yield f"| jurisdiction | {' | '.join(LABELS.values())} | verified |"
    yield "| --- " * (len(LABELS) + 2) + "|"
    for pack in packs:
        yield _row(pack)
    yield ""
    for pack in packs:
        for fact in unverified(pack):
            yield f"[^{_note(pack, fact)}]: {pack.names['en']}, {fact.label}: not verified."
    words = "; ".join(f"*{word}*, {text}" for word, text in VERIFIED.items())
    yield from ("", f"How the facts of a pack were verified, but for single ones: {words}.")
    for pack in packs:
        yield from _section(pack)
    yield from _baseline()


def _row(pack: Pack) -> str:
    cells = [
        f"{fact.text} [^{_note(pack, fact)}]" if fact.verified == "unverified" else fact.text
        for fact in facts_of(pack)
    ]
    return f"| [{pack.code}](#{_anchor(pack)}) | {' | '.join(cells)} | {pack.verified} |"


def _note(pack: Pack, fact: Fact) -> str:
    return f"{pack.code}-{fact.key}".lower().replace("_", "-")


def _title(pack: Pack) -> str:
    return f"{pack.code} {pack.names['en']}"


def _anchor(pack: Pack) -> str:
    kept = (char for char in _title(pack).lower() if char.isalnum() or char in " -")
    return "".join(kept).replace(" ", "-")


def _section(pack: Pack) -> Iterator[str]:
    authority = pack.authority
    yield from ("", f"## {_title(pack)}", "", pack.notes["en"], "")
    yield _ground("Law on cookies", pack.cookie_law)
    for one in pack.guidance:
        yield _ground(_LABELS.get(one.force, "Guidance"), one)
    complaint = f"[complaints]({authority.complaint_url})"
    yield f"- Authority: [{authority.names['en']}]({authority.url}); {complaint}"
    for exemption in exemptions_of(pack):
        yield f"- Exemption: {exemption_sentence(exemption)}"
    apart = [
        f"{fact.label} ({VERIFIED[fact.verified]})"
        for fact in facts_of(pack)
        if fact.verified != pack.verified
    ]
    yield f"- Checked {pack.checked.isoformat()}: {VERIFIED[pack.verified]}"
    if apart:
        yield f"- Verified otherwise: {'; '.join(apart)}"


def _ground(label: str, provision: Provision) -> str:
    return f"- {label}: [{ground_sentence(provision)}]({provision.link})"


def _baseline() -> Iterator[str]:
    yield from ("", "## Countries on the EU baseline", "")
    yield (
        "These countries have no pack of their own. The `EU` pack judges them, a finding (DOC011)"
        " says so, and their national law is not checked. Their authorities are known, not looked"
        " up again."
    )
    yield from ("", "| country | authority |", "| --- | --- |")
    for pack in baseline_packs():
        authority = f"[{pack.authority.names['en']}]({pack.authority.url})"
        yield f"| {pack.code} {_country(pack.code)} | {authority} |"
