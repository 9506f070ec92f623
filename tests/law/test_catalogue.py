"""The rules are those of the catalogue; what each says of itself changes only in a review."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from policylint.law.jurisdictions import EEA
from policylint.lint.select import catalogue
from tests.conftest import ROOT, Run

Golden = Callable[[Path, str], None]
CATALOGUE = """
CLS001 improvement-without-consent
CLS002 never-exempt-claimed-essential
CLS003 mixed-purposes-claimed-essential
CLS004 exemption-unexplained
CLS005 purpose-outside-exempt-families
CLS006 third-party-claimed-essential
CLS007 legitimate-interest-for-device-access
CLS008 bases-mixed
CLS009 legal-basis-missing
CLS010 interest-unnamed
CLS011 measurement-conditions-unmet
CLS012 measurement-uses-outside-list
CLS013 measurement-safeguards-missing
CLS014 it-measurement-conditions-unmet
CLS015 nl-low-impact-unjustified
CLS016 uk-statistics-conditions-unmet
CLS017 uk-appearance-conditions-unmet
CLS018 exemption-contested-here
CLS019 preference-not-chosen
CLS020 social-sharing-for-everyone
CLS021 ab-testing-claimed-essential
CLS022 security-serves-others
CLS023 known-cookie-misdeclared
CLS024 known-vendor-differs
CLS025 exemption-beyond-its-purposes
CLS026 consent-asked-needlessly
CLS027 limb-does-not-fit
CON001 consent-undescribed
CON002 box-prechecked
CON003 consent-implied
CON004 reject-not-on-first-layer
CON005 reject-harder-than-accept
CON006 purposes-not-separable
CON007 purposes-hidden-before-choice
CON008 controllers-hidden-before-choice
CON009 withdrawal-harder-than-consent
CON010 withdrawal-without-effect
CON011 consent-kept-too-long
CON012 refusal-forgotten
CON013 change-without-new-request
CON014 consent-unproven
CON015 proof-kept-without-end
CON016 choice-cookie-undeclared
CON017 tc-string-called-impersonal
CON018 choice-cookie-identifies
CON019 cookie-wall
CON020 pay-or-consent
CON021 cross-device-asymmetric
CON022 browser-signal-unhandled
CON023 proof-out-of-reach
CON024 pings-before-consent
CON025 choice-cookie-expires-early
DOC001 syntax-error
DOC002 schema-error
DOC003 duplicate-key
DOC004 include-broken
DOC005 unused-suppression
DOC006 suppression-without-reason
DOC007 waiver-expired
DOC008 waiver-unused
DOC009 duplicate-anchor-or-merge
DOC010 extension-schema-error
DOC011 jurisdiction-on-baseline
EVD001 undeclared-cookie
EVD002 set-before-choice
EVD003 set-after-refusal
EVD004 survives-withdrawal
EVD005 lives-longer-than-declared
EVD006 expiry-rolls
EVD007 undeclared-third-party
EVD008 cname-cloaked
EVD009 declared-never-observed
EVD010 attributes-differ
EVD011 evidence-too-old
EVD012 jurisdiction-not-visited
EVD013 ping-before-choice
EVD014 gpc-without-effect
EVD015 expiry-ignored-by-browsers
EVD016 observed-lifetime-too-long
IMP001 service-prechecked
IMP002 opt-out-mode
IMP003 reject-hidden
IMP004 tag-without-consent-type
IMP005 value-not-read
IMP006 category-contradicts-catalogue
IMP007 service-without-cookies
IMP008 pattern-broken
INF001 language-missing
INV001 description-missing
INV002 description-vague
INV003 lifetime-missing
INV004 third-party-without-vendor
INV005 vendor-undeclared
INV006 party-contradicts-domain
INV007 data-undeclared
INV008 identifier-called-impersonal
INV009 retention-missing
INV010 declared-twice
INV011 patterns-overlap
INV012 review-overdue
INV013 owner-missing
INV014 record-missing
INV015 vendor-unused
INV016 pattern-too-broad
LIF001 lifetime-too-long
LIF002 measurement-expiry-rolls
LIF003 measurement-data-kept-too-long
LIF004 outlives-consent
LIF005 essential-outlives-purpose
LIF006 login-persists-unasked
LIF007 data-kept-without-end
LIF008 storage-never-cleared
LIF009 browser-cuts-lifetime
LIF010 vendor-default-lives-longer
LIF011 lifetime-contradicts-storage
POL001 controller-contact-missing
POL002 representative-missing
POL003 dpo-unstated
POL004 automated-decision-unexplained
POL005 essence-unpublished
POL006 refusal-consequence-unstated
POL007 policy-unreachable-before-choice
POL008 published-policy-stale
POL009 change-unapproved
POL010 clause-left-out
POL011 language-fallback
PRE001 omnibus-single-click-reject
PRE002 omnibus-asks-again-early
PRE003 omnibus-signal-unhandled
SEC001 sent-in-clear
SEC002 session-readable-by-script
SEC003 same-site-unstated
SEC004 same-site-none-insecure
SEC005 prefix-broken
SEC006 session-without-host-prefix
SEC007 domain-too-wide
SEC008 direct-identifier-stored
SEC009 partitioned-insecure
SEC010 token-in-web-storage
SPC001 fingerprinting-without-consent
SPC002 email-pixel-without-consent
SPC003 cache-identifier
SPC004 respawning
SPC005 server-side-flow-incomplete
SPC006 ip-tracking
SPC007 parental-consent-missing
SPC008 minors-profiled-for-ads
SPC009 special-category-without-condition
SPC010 special-category-for-ads
SPC011 impact-assessment-missing
SPC012 replay-unmasked
SPC013 precise-location-without-consent
SPC014 cross-site-claimed-essential
SPC015 political-ads-bundled
SPC016 ch-high-risk-without-consent
SPC017 vendor-pixel-missing
VEN001 privacy-policy-missing
VEN002 role-missing
VEN003 processor-without-contract
VEN004 joint-controller-without-arrangement
VEN005 role-contradicts-terms
VEN006 transfer-undeclared
VEN007 transfer-without-mechanism
VEN008 adequacy-not-in-force
VEN009 dpf-unchecked
VEN010 dpf-without-fallback
VEN011 transfer-unassessed
VEN012 derogation-for-routine-tracking
VEN013 embed-before-consent
VEN014 too-many-controllers
VEN015 third-party-access-unstated
VEN016 known-transfer-undeclared
"""


def test_the_rules_are_exactly_those_of_the_catalogue() -> None:
    expected = [tuple(line.split()) for line in CATALOGUE.strip().splitlines()]

    assert [(rule.code, rule.name) for rule in catalogue()] == expected


def test_every_rule_is_as_the_committed_list_has_it(run: Run, golden: Golden) -> None:
    items = json.loads(run("rules", "--format", "json").out)["items"]

    text = json.dumps([brief(item) for item in items], indent=1, ensure_ascii=False) + "\n"

    golden(ROOT / "tests" / "law" / "rules.json", text)


def brief(item: Mapping[str, Any]) -> Mapping[str, Any]:
    return {
        "code": item["code"],
        "name": item["name"],
        "scopes": [scope(one) for one in item["scopes"]],
        "lowered": [f"{one['severity']}: {one['when']}" for one in item["lowered"]],
        "citations": [citation(one) for one in item["citations"]],
    }


def scope(one: Mapping[str, Any]) -> str:
    days = f" {one['start'] or ''}..{one['end'] or ''}" if one["start"] or one["end"] else ""
    return f"{one['severity']}{days}: {places(one['jurisdictions'])}"


def places(codes: list[str]) -> str:
    inside = EEA & set(codes)
    if "EU" not in inside:
        return " ".join(codes)
    missing = [f"-{code}" for code in sorted(EEA - inside)]
    return " ".join(["EEA", *missing, *sorted(set(codes) - EEA)])


def citation(one: Mapping[str, Any]) -> str:
    where = f" in {places(one['jurisdictions'])}" if one["jurisdictions"] else ""
    place = ", ".join(part for part in (one["title"], one["locator"]) if part)
    return f"{place} [{one['force']}, {one['verified']}]{where}"
