"""OneTrust: the JSON of the banner with its groups and cookies, and the CSV of the scan."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from policylint.errors import InputError
from policylint.exchange.claims import Claim, claim_by_table, claim_by_words
from policylint.exchange.column_words import folded
from policylint.exchange.csv_file import csv_header, draft_of_csv
from policylint.exchange.draft import Draft, Entry
from policylint.exchange.durations import ForeignDuration, read_days, read_duration
from policylint.exchange.node import Node
from policylint.exchange.scribe import Scribe, host_of, plain_text, short
from policylint.exchange.source import Source
from policylint.exchange.table_entries import leave_out_repeats
from policylint.exchange.unreadable import UnreadableError
from policylint.model.terms import Category, ConsentMode

TITLE = "OneTrust"
_GROUPS: Mapping[str, Category] = {
    "C0001": "essential",
    "C0002": "improvement",
    "C0003": "improvement",
    "C0004": "improvement",
    "C0005": "improvement",
    "1": "essential",
    "2": "improvement",
    "3": "improvement",
    "4": "improvement",
    "5": "improvement",
}
_NAMES: Mapping[str, Category | None] = {
    "strictly necessary cookies": "essential",
    "strictly necessary": "essential",
    "performance cookies": "improvement",
    "performance": "improvement",
    "functional cookies": "improvement",
    "functional": "improvement",
    "targeting cookies": "improvement",
    "targeting": "improvement",
    "social media cookies": "improvement",
    "social media": "improvement",
    "unknown": None,
}
_CONSENT: Mapping[str, ConsentMode] = {
    "inactive": "opt-in",
    "active": "opt-out",
    "inactive landingpage": "implied",
}
"""How a group is before a choice; 'always active' asks for none."""
_BEFORE_A_YES: Mapping[ConsentMode | None, str] = {
    "opt-out": "it runs until the visitor refuses",
    "implied": "it runs from the second page on",
}
_TELLING = frozenset({"cookie id", "domain cookie id", "lifespan"})
_COOKIE_KEYS = ("FirstPartyCookies", "Cookies")


class _Group(NamedTuple):
    name: str
    claim: Claim
    consent: ConsentMode | None
    node: Node


def recognises(source: Source) -> bool:
    """Tell the banner's JSON, its rule sets, or the CSV by its column of ids."""
    header = csv_header(source)
    if header is not None:
        words = {folded(text) for text in header}
        return len(words & _TELLING) > 1 and not {"duration"} & words
    return _domain_data(source) is not None or _rule_sets(source) is not None


def read(source: Source) -> Draft:
    """Read the cookies of every group.

    Raises InputError for the file that only names the rule sets, UnreadableError for another.
    """
    if csv_header(source) is not None:
        return draft_of_csv(source, TITLE, claim_by_name)
    data = _domain_data(source)
    if data is None and _rule_sets(source) is not None:
        raise _no_cookies(source)
    if data is None:
        raise UnreadableError(0, "no groups of OneTrust are here, neither as JSON nor as CSV")
    scribe = Scribe(source, TITLE)
    _read_banner(scribe, data)
    language = data.texts("Language", "Culture")
    for node in data.entries("Groups"):
        group = _group(node)
        known = len(scribe.draft.cookies)
        for cookie, host in _cookies(node):
            _Cookie(scribe, cookie, language).read(group, host)
        if len(scribe.draft.cookies) > known:
            _find_fault(scribe, group)
    leave_out_repeats(scribe.draft)
    return scribe.draft


def _domain_data(source: Source) -> Node | None:
    for root in source.objects:
        data = root.get("DomainData") or root
        for group in data.entries("Groups"):
            if any(group.get(key) is not None for key in (*_COOKIE_KEYS, "Hosts")):
                return data
    return None


def _rule_sets(source: Source) -> Node | None:
    found = source.data.get("RuleSet") if source.data is not None else None
    return found if found is not None and isinstance(found.value, list | tuple) else None


def _no_cookies(source: Source) -> InputError:
    sets = _rule_sets(source)
    ids = [one.texts("Id") for one in sets.entries()] if sets is not None else []
    named = next((one for one in ids if one and re.fullmatch("[0-9A-Za-z-]{1,64}", one)), None)
    place = f"{named or '<RuleSet Id>'}/en.json"
    return InputError(
        f"{source.path} names the rule sets of a OneTrust banner and holds no cookie; expected the"
        f" file of one rule set, such as {place} beside it"
    )


def _read_banner(scribe: Scribe, data: Node) -> None:
    key = scribe.vendor("OneTrust", data)
    if key is not None:
        scribe.draft.consent["platform"] = scribe.told(key, data)
    rejects = data.get("BannerShowRejectAllButton")
    if rejects is not None and rejects.value is True:
        scribe.draft.consent["first_layer"] = scribe.told({"reject": "button"}, rejects)
    elif rejects is not None and rejects.value is False:
        scribe.fault("IMP003", rejects, "the banner has no button that rejects")


def _group(node: Node) -> _Group:
    name = plain_text(node.texts("GroupName") or _old_name(node) or "")
    status = (node.texts("Status") or "").strip().lower()
    consent = _CONSENT.get(status)
    if status == "always active":
        claim = Claim("essential", f"category: '{short(name)}' is always active")
    else:
        claim = _claim_of_group(node, name)
    return _Group(name, claim, consent, node)


def _find_fault(scribe: Scribe, group: _Group) -> None:
    """Report a group whose cookies are set before anyone said yes."""
    if group.claim.category == "improvement" and group.consent in _BEFORE_A_YES:
        status = group.node.get("Status") or group.node
        effect = _BEFORE_A_YES[group.consent]
        message = f"the group '{short(group.name)}' is '{short(status.text or '')}': {effect}"
        scribe.fault("IMP002", status, message)


def _old_name(node: Node) -> str | None:
    named = node.get("GroupLanguagePropertiesSets", 0, "GroupName")
    return None if named is None else named.text or named.texts("Text")


def _claim_of_group(node: Node, name: str) -> Claim:
    for key in ("OptanonGroupId", "CustomGroupId"):
        known = _GROUPS.get((node.texts(key) or "").upper())
        if known is not None:
            return Claim(known, f"category: the group '{short(name)}' ({node.texts(key)})")
    return claim_by_name(name) or Claim(None, f"category: the group '{short(name)}' is not known")


def claim_by_name(name: str) -> Claim | None:
    """Read a group by its usual name, or by its words."""
    if folded(name) in _NAMES:
        return claim_by_table(folded(name), _NAMES, TITLE)
    return claim_by_words(name)


def _cookies(group: Node) -> Iterator[tuple[Node, Node | None]]:
    """Give the cookies of a group, each with the host it stands under, if it does."""
    for key in _COOKIE_KEYS:
        for cookie in group.entries(key):
            yield cookie, None
    for host in group.entries("Hosts"):
        for cookie in host.entries("Cookies"):
            yield cookie, host


class _Cookie:
    """One cookie of the banner on its way into the draft."""

    def __init__(self, scribe: Scribe, node: Node, language: str | None) -> None:
        self._scribe = scribe
        self._node = node
        self._language = language

    def read(self, group: _Group, host: Node | None) -> None:
        """Add the entry."""
        entry = self._scribe.entry(self._node.texts("Name"), self._node)
        if entry is None:
            return
        self._fill_claim(entry, group)
        at = self._node.get("Host") or (host and host.get("HostName"))
        domain = host_of(at.text) if at is not None else None
        if at is not None and domain is not None:
            self._scribe.tell(entry, "domain", domain, at)
        if host is not None:
            vendor = self._scribe.vendor_at(domain, host)
            self._scribe.tell(entry, "vendor", vendor, host)
        self._fill_lifetime(entry)
        described = self._node.get("description") or self._node.get("Description")
        text = plain_text(described.text or "") if described is not None else ""
        if described is not None and text:
            value = {self._language: text} if self._language else text
            self._scribe.tell(entry, "description", value, described)

    def _fill_claim(self, entry: Entry, group: _Group) -> None:
        self._scribe.tell(entry, "category", group.claim.category, group.node)
        entry.remarks.append(group.claim.remark)
        if group.claim.category == "improvement" and group.consent is not None:
            self._scribe.tell(entry, "consent", group.consent, group.node)

    def _fill_lifetime(self, entry: Entry) -> None:
        session = self._node.get("IsSession")
        if session is not None and session.value in (True, "true", "True"):
            self._scribe.tell(entry, "lifetime", "session", session)
            return
        length = self._node.get("Length")
        if length is None:
            entry.remarks.append("lifetime: the file gives none")
            return
        found = self._duration(length)
        self._scribe.tell(entry, "lifetime", found.lifetime, length)
        if found.remark:
            shown = short(str(length.value))
            entry.remarks.append(f"lifetime: '{shown}' days: {found.remark}")

    def _duration(self, length: Node) -> ForeignDuration:
        """Read a number of days; 0 of what is no session is less than a day."""
        if str(length.value).strip() == "0":
            return read_duration("less than a day")
        found = read_days(length.value)
        kind = self._node.get("DurationType")
        unit = kind.value if kind is not None else 1
        if unit not in (1, "1", 0, "0", None, "") and found.lifetime is not None:
            remark = f"its unit is of the type {short(str(unit))}, which is not known"
            return found.changed(lifetime=None, certainty="unknown", remark=remark)
        return found
