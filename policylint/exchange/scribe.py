"""Write the facts of one foreign file into its draft, each with the place it was read at."""

import re
from urllib.parse import urlsplit

from policylint.catalog.folding import fold
from policylint.catalog.known import KnownVendor
from policylint.catalog.lookup import find_vendor, vendor_of_host
from policylint.exchange.draft import Draft, Entry, Told
from policylint.exchange.durations import read_duration
from policylint.exchange.node import Node
from policylint.exchange.source import Source
from policylint.model.references import resolve_references

CATALOGUE = "the catalogue of known vendors"
MOST_NAME = 1_000
MOST_TEXT = 4_000
MOST_HOSTS = 50
_SHOWN = 60
_MOST_NUMBER = 10**15
_PLACEHOLDER = re.compile(r"<[^<>]{1,40}>")
_PARTING = re.compile(r"</?(?:br|div|h[1-6]|li|ol|p|td|th|tr|ul)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z!][^<>]*>", re.IGNORECASE)
_HOST = re.compile(
    r"(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?"
)


class Scribe:
    """The pen of one importer: it knows the source and the draft that is being made of it."""

    def __init__(self, source: Source, title: str) -> None:
        self.source = source
        self.draft = Draft(source.path, title)
        self._names: set[str] = set()

    def told(self, value: object, node: Node) -> Told:
        """Pair a value with the place of the node that it was read from."""
        return Told(value, self.source.origin(node.span.start))

    def entry(self, name: str | None, node: Node) -> Entry | None:
        """Add a cookie; one whose name cannot stand in an inventory is left out, saying why."""
        written = "" if name is None else name.strip()
        shown = _PLACEHOLDER.sub("*", written)
        reason = _no_name(shown)
        if reason is not None:
            self.leave_out(f"'{short(shown)}'" if shown else "an entry", reason, node)
            return None
        entry = Entry({"name": self.told(shown, node)}, node.span)
        if shown != written:
            entry.remarks.append(
                f"name: the file has '{short(written)}', a placeholder for any text"
            )
        self.draft.cookies.append(entry)
        self._names.add(shown)
        return entry

    def has(self, name: str | None) -> bool:
        """Tell whether an entry of a name is in the draft."""
        return name in self._names

    def required(self, entry: Entry, node: Node) -> None:
        """Claim that no consent is asked for a cookie, as the file says at a node."""
        entry.fields["category"] = self.told("essential", node)

    def asked(self, entry: Entry, node: Node) -> None:
        """Claim that a cookie waits for consent, as the file says at a node."""
        entry.fields["category"] = self.told("improvement", node)
        entry.fields["consent"] = self.told("opt-in", node)

    def tell(self, entry: Entry, field: str, value: object, node: Node) -> None:
        """Give a field of a cookie, unless there is nothing to give."""
        if value not in (None, "", []):
            entry.fields[field] = self.told(value, node)

    def lifetime(self, entry: Entry, node: Node | None, language: str | None = None) -> None:
        """Read a duration in words; what is not exact is remarked, what is unknown left out."""
        text = node.value if node is not None else None
        if node is None or not isinstance(text, str) or not text.strip():
            entry.remarks.append("lifetime: the file gives none")
            return
        told = entry.fields.get("storage")
        found = read_duration(text, language, storage=told.value if told else "cookie")
        self.tell(entry, "lifetime", found.lifetime, node)
        self.tell(entry, "renewal", found.renewal, node)
        if found.remark:
            entry.remarks.append(f"lifetime: '{short(text)}': {found.remark}")

    def vendor(self, text: str | None, node: Node, policy: str | None = None) -> str | None:
        """Add a vendor by the name that the file gives it or its product; return its key."""
        shown = plain_text(text or "")
        known = find_vendor(shown) if shown else None
        key = slug(shown) if known is None else known.id
        if not key:
            return None
        if known is not None:
            fields = self._known(known)
            if shown.casefold() != known.name.casefold():
                self._add(fields, "service", _product(shown, known), node)
        elif key not in self.draft.vendors:
            self.draft.vendors[key] = {"name": self.told(shown, node)}
            self.leave_out(f"the country of '{short(shown)}'", "the file does not name it", node)
        if policy and "privacy_policy" not in self.draft.vendors[key]:
            self._add_policy(key, policy, node)
        return key

    def _add_policy(self, key: str, policy: str, node: Node) -> None:
        address = web_address(policy)
        if address is not None:
            self.draft.vendors[key]["privacy_policy"] = self.told(address, node)
        else:
            why = "it is no http(s) address without a query, which may hold a token"
            self.leave_out(f"the privacy policy of '{short(key)}'", why, node)

    def vendor_at(self, host: str | None, node: Node) -> str | None:
        """Add the known vendor that answers at a host; return its key, nothing if none is known."""
        known = vendor_of_host(host) if host is not None else None
        if known is None:
            return None
        fields = self._known(known)
        hosts = fields["domains"].value if "domains" in fields else []
        if host not in hosts and len(hosts) < MOST_HOSTS:
            fields["domains"] = self.told([*hosts, host], node)
        return known.id

    def _known(self, known: KnownVendor) -> dict[str, Told]:
        facts = {
            "name": known.name,
            "country": known.country,
            "privacy_policy": known.privacy_policy,
        }
        told = {key: Told(fact, CATALOGUE) for key, fact in facts.items() if fact is not None}
        return self.draft.vendors.setdefault(known.id, told)

    def _add(self, fields: dict[str, Told], key: str, text: str, node: Node) -> None:
        """Give a text, after those that the field has already."""
        had = fields[key].value.split(", ") if key in fields else []
        if text not in had:
            fields[key] = self.told(", ".join([*had, text]), node)

    def quote(self, node: Node) -> str:
        """Show how a value is written in the file, cut to a length for a message."""
        start, end = node.span
        return short(self.source.text[start : min(end, start + 2 * _SHOWN)])

    def fault(self, code: str, node: Node, message: str, cookie: str | None = None) -> None:
        """Record a fault of the file at a node."""
        self.draft.fault(code, node.span, message, cookie)

    def leave_out(self, what: str, why: str, node: Node) -> None:
        """Record that something of a node is not in the draft."""
        self.draft.leave_out(what, why, node.span)


def _product(shown: str, known: KnownVendor) -> str:
    """Spell a product as the catalogue does: a file may have `google_analytics`."""
    folded = fold(shown)
    return next((name for name in known.services if fold(name) == folded), shown)


def _no_name(name: str) -> str | None:
    if not name:
        return "it has no name"
    if not name.strip("*"):
        return "the pattern stands for every name there is"
    if len(name) > MOST_NAME:
        return f"its name has {len(name):,} characters; expected at most {MOST_NAME:,}"
    if not name.isprintable():
        return "its name holds control characters"
    return None


def short(text: str) -> str:
    """Cut a text of unknown length for a message; characters that print nothing become `?`."""
    clean = "".join(letter if letter.isprintable() else "?" for letter in text[: _SHOWN + 1])
    return clean if len(clean) <= _SHOWN else clean[: _SHOWN - 1] + "…"


def slug(text: str) -> str:
    """Make the key of a vendor: `Google Tag Manager` becomes `google-tag-manager`."""
    words = re.findall(r"[a-z0-9]+", text[:MOST_NAME].lower())
    key = "-".join(words)[:60].strip("-")
    return key if not key or key[0].isalpha() else f"vendor-{key}"


def plain_text(text: str) -> str:
    """Take the markup out of a text and close up its blanks; a very long one is cut.

    Not by html.parser: what it does with `<a <a <a …` grows with the square of the length.
    """
    parted = _PARTING.sub(" ", text[: MOST_TEXT * 4])
    words = resolve_references(_TAG.sub("", parted))
    printed = "".join(letter if letter.isprintable() else " " for letter in words)
    closed = " ".join(printed.split())
    return closed if len(closed) <= MOST_TEXT else closed[: MOST_TEXT - 1] + "…"


def web_address(text: str | None) -> str | None:
    """Give an http(s) address back; nothing for anything else, or one with a query or a login."""
    shown = (text or "").strip().partition("#")[0]
    if not shown.startswith(("https://", "http://")) or len(shown) > MOST_NAME:
        return None
    if not shown.isprintable() or any(mark in shown for mark in " ?@"):
        return None
    return shown if host_of(shown) is not None else None


def host_of(text: str | None) -> str | None:
    """Find the host of an address, or of a cookie's domain such as `.example.com`."""
    shown = (text or "").strip()[:MOST_NAME]
    if "//" in shown:
        try:
            shown = urlsplit(shown).hostname or ""
        except ValueError:
            return None
    host = shown.lower().removeprefix("*").removeprefix(".").rstrip(".")
    return host if _HOST.fullmatch(host) else None


def lifetime_of_seconds(seconds: int) -> str:
    """Write a number of seconds in words that keep it exact; 0 is a session."""
    if seconds == 0:
        return "session"
    parts = []
    for size, unit in ((86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second")):
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(f"{count} {unit}" if count == 1 else f"{count} {unit}s")
    return " ".join(parts)


def whole_number(node: Node | None) -> int | None:
    """Read a whole number, also one written as text or as `86400.0`; nothing for anything else."""
    value = node.value if node is not None else None
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,15}", value):
        return int(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < _MOST_NUMBER:
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < _MOST_NUMBER:
        return value
    return None
