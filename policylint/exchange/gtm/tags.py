"""One tag: which product it is, what that sets, and whether it waits for consent."""

from policylint.catalog.lookup import find_vendor
from policylint.exchange.draft import Entry
from policylint.exchange.gtm import templates
from policylint.exchange.gtm.code import MOST_CODE, hosts_in, stored_in
from policylint.exchange.gtm.container import (
    Container,
    consent_status,
    consent_types,
    parameter_text,
)
from policylint.exchange.gtm.products import PLATFORMS, product_of
from policylint.exchange.node import Node
from policylint.exchange.scribe import Scribe, short
from policylint.exchange.usual import add_usual

_CODE = {"html": "html", "img": "url"}


def read_tag(scribe: Scribe, container: Container, tag: Node) -> None:
    """Add what a tag brings to the page, unless it is paused."""
    paused = tag.get("paused")
    if paused is not None and (paused.value is True or paused.text == "true"):
        scribe.leave_out(f"the tag '{_name(tag)}'", "it is paused", paused)
        return
    _Tag(scribe, container, tag).read()


def _name(tag: Node) -> str:
    return short(tag.texts("name") or "?")


class _Tag:
    """A tag that can fire."""

    def __init__(self, scribe: Scribe, container: Container, tag: Node) -> None:
        self._scribe = scribe
        self._container = container
        self._tag = tag
        self._kind = tag.texts("type") or ""

    def read(self) -> None:
        before = len(self._scribe.draft.cookies)
        vendors = self._vendors()
        for entry in self._scribe.draft.cookies[before:]:
            self._claim(entry)
        if not vendors:
            self._leave_out(before)
        elif not self._container.is_server:
            self._find_fault([vendor for vendor in vendors if vendor not in PLATFORMS])

    def _vendors(self) -> list[str]:
        """Find the vendors of the tag and add their cookies."""
        if self._kind in _CODE:
            return self._by_code()
        template = self._container.template(self._kind)
        if template is not None:
            return self._by_template(template)
        return self._by_type()

    def _by_type(self) -> list[str]:
        destination = parameter_text(self._tag, "tagId", "measurementId")
        if destination is not None:
            destination = self._container.resolved(destination)
        product = product_of(self._kind, destination)
        vendor = self._scribe.vendor(product.name, self._tag) if product is not None else None
        if product is None or vendor is None:
            return []
        if self._container.is_server:
            self._add_flow(vendor)
        add_usual(self._scribe, vendor, self._tag, product.cookies)
        return [vendor]

    def _by_code(self) -> list[str]:
        """Look at code that is not run: the hosts it names, and what it stores by itself."""
        written = parameter_text(self._tag, _CODE[self._kind]) or ""
        code = self._container.resolved(written[:MOST_CODE])
        vendors = [self._scribe.vendor_at(host, self._tag) for host in hosts_in(code)]
        known = list(dict.fromkeys(vendor for vendor in vendors if vendor is not None))
        self._add_stored(code)
        for vendor in known:
            add_usual(self._scribe, vendor, self._tag)
        return known

    def _add_stored(self, code: str) -> None:
        for name, storage in stored_in(code):
            entry = None if self._scribe.has(name) else self._scribe.entry(name, self._tag)
            if entry is None:
                continue
            self._scribe.tell(entry, "set_by", "script", self._tag)
            if storage != "cookie":
                self._scribe.tell(entry, "storage", storage, self._tag)
            entry.remarks.append("vendor: whose code of the tag sets it is not in the file")

    def _by_template(self, template: Node) -> list[str]:
        known = next(filter(None, map(find_vendor, templates.names_of(template))), None)
        vendor = None
        if known is not None:
            vendor = self._scribe.vendor(next(iter(known.services), known.name), template)
        allowed = templates.cookies_of(template)
        for name in allowed:
            entry = self._scribe.entry(name, template)
            if entry is not None:
                self._scribe.tell(entry, "vendor", vendor, template)
                entry.remarks.append("name: the permissions of a template allow it to set this one")
        if vendor is None:
            return []
        if vendor in PLATFORMS:
            self._scribe.draft.consent["platform"] = self._scribe.told(vendor, self._tag)
        if not allowed:
            add_usual(self._scribe, vendor, self._tag)
        return [vendor]

    def _add_flow(self, vendor: str) -> None:
        """Add what a tagging server sends on: a tracker without a cookie of its own."""
        entry = self._scribe.entry(_name(self._tag), self._tag)
        if entry is not None:
            self._scribe.tell(entry, "storage", "server-side", self._tag)
            self._scribe.tell(entry, "set_by", "server", self._tag)
            self._scribe.tell(entry, "vendor", vendor, self._tag)

    def _claim(self, entry: Entry) -> None:
        """Claim what the tag's own settings say; the banner may hold it back in other ways."""
        if consent_status(self._tag) == "needed":
            settings = self._tag.get("consentSettings") or self._tag
            self._scribe.asked(entry, settings)
        elif self._container.waits_for_consent(self._tag, self._scribe.source.text):
            names = short(", ".join(self._container.trigger_names(self._tag)))
            entry.remarks.append(f"category: its tag fires on '{names}', which speaks of consent")
        else:
            entry.remarks.append("category: its tag does not say whether it waits for consent")

    def _leave_out(self, before: int) -> None:
        if len(self._scribe.draft.cookies) > before:
            return
        kind = short(self._kind or "?")
        why = f"its type '{kind}' is no product that we know"
        if self._kind in _CODE:
            why = "its code names no host of a known vendor"
        elif self._kind == "googtag":
            why = "where the Google tag sends to is not in the file"
        self._scribe.leave_out(f"the tag '{_name(self._tag)}'", why, self._tag)

    def _find_fault(self, vendors: list[str]) -> None:
        """Tell a tag of a vendor that nothing in the container holds back."""
        container, tag = self._container, self._tag
        settled = consent_status(tag) != "notset" or bool(consent_types(tag))
        blocked = bool(container.trigger_names(tag, "blockingTriggerId"))
        if not vendors or settled or blocked:
            return
        if container.waits_for_consent(tag, self._scribe.source.text):
            return
        names = container.trigger_names(tag)
        fires = (
            f"fires on '{short(', '.join(names))}'" if names else "fires on no trigger of its own"
        )
        message = (
            f"the tag '{_name(tag)}' ({', '.join(vendors)}) has no consent settings and {fires}"
        )
        node = tag.get("consentSettings", "consentStatus") or tag.get("name") or tag
        self._scribe.fault("IMP004", node, message)
