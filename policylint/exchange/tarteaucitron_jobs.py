"""The services that a page starts: those of the library by its table, its own as they stand."""

import re
from collections.abc import Mapping, Sequence

from policylint.exchange.draft import Entry, Told
from policylint.exchange.exact_names import names_at
from policylint.exchange.hints import Hints, is_software
from policylint.exchange.node import Node
from policylint.exchange.scribe import Scribe, plain_text, short
from policylint.exchange.tarteaucitron_services import (
    COMPUTED,
    VERSION,
    Shipped,
    shipped_services,
)
from policylint.exchange.usual import add_usual
from policylint.model.terms import Purpose

TYPES: Mapping[str, Sequence[Purpose]] = {
    "ads": ("advertising",),
    "analytic": ("audience-measurement",),
    "social": ("social-media",),
    "support": ("live-chat",),
    "video": ("embedded-content",),
}
"""The types of the library, where they say what a cookie is for; `api`, `comment`, `google` and
`other` may be anything.
"""

_BRACKETS = re.compile(r"\s*\([^()]*\)")


class Jobs:
    """Reads the services that are started, each once."""

    def __init__(self, scribe: Scribe, own: Mapping[str, Node], *, always_asks: bool) -> None:
        self._scribe = scribe
        self._own = own
        self._always_asks = always_asks

    def read(self, jobs: Sequence[Node]) -> None:
        """Read every job; a service of the page that nothing starts is left out."""
        started: set[str] = set()
        for job in jobs:
            key = job.text
            if key is None:
                shown = self._scribe.quote(job)
                self._scribe.fault("IMP005", job, f"a service is started by '{shown}'")
                self._scribe.leave_out("a service", "its name is worked out by a program", job)
            elif key not in started:
                started.add(key)
                self._read_job(key, job)
        for key, node in self._own.items():
            if key not in started:
                what = f"the service '{short(key)}'"
                self._scribe.leave_out(what, "the page does not start it", node)

    def _read_job(self, key: str, job: Node) -> None:
        own, shipped = self._own.get(key), shipped_services().get(key)
        if own is not None:
            self._read_own(key, own)
        elif shipped is not None:
            self._read_shipped(shipped, job)
        else:
            what = f"the service '{short(key)}'"
            self._scribe.leave_out(what, f"neither the page nor {VERSION} describes it", job)

    def _read_shipped(self, shipped: Shipped, job: Node) -> None:
        hints = Hints(self._scribe, job, _names(shipped.name, shipped.key))
        before = len(self._scribe.draft.cookies)
        for name in shipped.cookies:
            entry = None if name == COMPUTED else self._entry(name, job, shipped.name)
            if entry is not None:
                entry.remarks.append(f"name: {VERSION} lists it for '{shipped.name}'")
        if COMPUTED in shipped.cookies and hints.named is not None and hints.vendor():
            add_usual(self._scribe, hints.named.id, job, hints.usual())
        added = self._scribe.draft.cookies[before:]
        for entry in added:
            self._fill(entry, shipped.kind, shipped.needs_consent, job)
            self._tell_vendor(entry, shipped.name, shipped.policy, hints, job)
            hints.add(entry, job)
        if not added:
            why = f"{VERSION} lists no cookie of it, so that none is known"
            self._scribe.leave_out(f"the service '{short(shipped.name)}'", why, job)
            hints.forget()

    def _read_own(self, key: str, node: Node) -> None:
        name = plain_text(node.texts("name") or "") or key
        shown = f"the service '{short(key)}'"
        hints = Hints(self._scribe, node, _names(name, key))
        asked = node.get("needConsent")
        items = list(node.entries("cookies"))
        listed = node.get("cookies")
        if not items:
            self._scribe.fault("IMP007", listed or node, f"{shown} lists no cookie")
            why = "its cookies are worked out by a program" if listed else "it lists no cookie"
            self._scribe.leave_out(shown, why, listed or node)
        for item in items:
            found = names_at(self._scribe, item, shown)
            for one in found.names:
                entry = self._entry(one, item, name)
                if entry is None:
                    continue
                if found.remark:
                    entry.remarks.append(found.remark)
                needed = asked is not None and asked.value is True
                self._fill(entry, node.texts("type") or "", needed, asked or node)
                self._tell_vendor(entry, name, node.texts("uri") or "", hints, node)
                hints.add(entry, item)

    def _entry(self, name: str, node: Node, service: str) -> Entry | None:
        """Add a cookie, unless an earlier service lists it."""
        known = next((one for one in self._scribe.draft.cookies if one.name == name), None)
        if known is None:
            return self._scribe.entry(name, node)
        what = f"'{short(name)}' of the service '{short(service)}'"
        why = f"the same name stands in {known.fields['name'].origin}"
        self._scribe.leave_out(what, why, node)
        return None

    def _fill(self, entry: Entry, kind: str, needs_consent: bool, node: Node) -> None:  # noqa: FBT001 - a column of the table
        if needs_consent or self._always_asks:
            self._scribe.asked(entry, node)
        else:
            self._scribe.required(entry, node)
            entry.remarks.append("category: the library starts the service without a question")
        purposes = TYPES.get(kind)
        if purposes is not None:
            entry.fields.setdefault("purposes", self._scribe.told(list(purposes), node))
        elif "purposes" not in entry.fields:
            entry.remarks.append(f"purposes: the type '{short(kind)}' does not say what it is for")

    def _tell_vendor(self, entry: Entry, name: str, policy: str, hints: Hints, node: Node) -> None:
        """Name the vendor: one that the catalogue knows, else the one that the service names."""
        if hints.named is not None or is_software(name) or not policy.startswith("http"):
            return
        vendor = self._scribe.vendor(name, node, policy)
        if vendor is not None:
            entry.fields["vendor"] = Told(vendor, self._scribe.source.origin(node.span.start))


def _names(name: str, key: str) -> list[str]:
    return [name, _BRACKETS.sub("", name), key]
