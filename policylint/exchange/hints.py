"""What the catalogue says of a cookie that a file lists, and where the two contradict."""

from collections.abc import Sequence
from functools import cache

from policylint.catalog.folding import fold
from policylint.catalog.known import KnownVendor, Match
from policylint.catalog.lookup import find_vendor, matches, shipped
from policylint.exchange.draft import Entry, Told
from policylint.exchange.node import Node
from policylint.exchange.scribe import Scribe, plain_text, short
from policylint.exchange.usual import COOKIES
from policylint.model.terms import Storage

_TRACKING = frozenset(("analytics", "marketing"))
_SURE = frozenset(("name-and-domain", "exact", "pattern"))


class Hints:
    """What a file calls a service, looked up; `named` is None where the catalogue knows it not."""

    def __init__(self, scribe: Scribe, node: Node, names: Sequence[str]) -> None:
        self._scribe = scribe
        self._node = node
        self._names = [shown for name in names if (shown := plain_text(name))]
        words = (name for name in self._names if not is_software(name))
        self._word = next((name for name in words if find_vendor(name)), None)
        self.named: KnownVendor | None = find_vendor(self._word) if self._word else None

    def vendor(self) -> str | None:
        """Add the vendor that the file names, and return its key."""
        return self._scribe.vendor(self._word, self._node) if self._word else None

    def usual(self) -> list[str]:
        """List what the product that the file names usually sets, not its vendor's other ones."""
        if self.named is None or self._word is None:
            return []
        word = fold(self._word)
        names = []
        for name in COOKIES.get(self.named.id, ()):
            platforms = (fold(one.cookie.platform) for one in matches(name))
            if any(one == word or one.startswith(f"{word} ") for one in platforms):
                names.append(name)
        return names

    def forget(self) -> None:
        """Take the vendor back, where no cookie came of the service."""
        told = (one.fields.get("vendor") for one in self._scribe.draft.cookies)
        if self.named is not None and all(
            one is None or one.value != self.named.id for one in told
        ):
            self._scribe.draft.vendors.pop(self.named.id, None)

    def add(self, entry: Entry, node: Node) -> None:
        """Add to a cookie what is known of the service that the file names, and remark the rest."""
        match = self._match(entry)
        if match is None:
            if self.named is not None:
                self._tell_vendor(entry)
            return
        is_named = self._is_named(match)
        if is_named and match.vendor is not None:
            self._tell_vendor(entry)
        known = match.cookie
        if "purposes" not in entry.fields and known.purposes:
            if is_named:
                origin = f"the catalogue, for {known.platform}, named at {self._origin()}"
                entry.fields["purposes"] = Told(list(known.purposes), origin)
            elif match.quality in _SURE:
                shown = ", ".join(known.purposes)
                entry.remarks.append(f"purposes: usually {shown}, where it is of {known.platform}")
        if "lifetime" not in entry.fields and known.lifetime and (is_named or _is_sure(match)):
            entry.remarks.append(f"lifetime: usually {known.lifetime} ({known.platform})")
        self._contradict(entry, match, node)

    def _match(self, entry: Entry) -> Match | None:
        found = matches(entry.name, _text(entry, "domain"), _storage(entry))
        return next((one for one in found if self._is_named(one)), next(iter(found), None))

    def _is_named(self, match: Match) -> bool:
        if any(fold(name) == fold(match.cookie.platform) for name in self._names):
            return True
        return (
            self.named is not None
            and match.vendor is not None
            and (match.vendor.id == self.named.id)
        )

    def _tell_vendor(self, entry: Entry) -> None:
        vendor = self.vendor()
        if vendor is not None and "vendor" not in entry.fields:
            self._scribe.tell(entry, "vendor", vendor, self._node)

    def _origin(self) -> str:
        return self._scribe.source.origin(self._node.span.start)

    def _contradict(self, entry: Entry, match: Match, node: Node) -> None:
        claim = _text(entry, "category")
        known = match.cookie
        if not _is_sure(match) or claim is None:
            return
        name = short(entry.name)
        if claim == "essential" and known.category in _TRACKING:
            article = "an" if known.category == "analytics" else "a"
            what = f"{article} {known.category} cookie of {known.platform}, is called necessary"
        elif claim == "improvement" and known.category == "necessary":
            what = f"a necessary cookie of {known.platform}, waits for consent"
        else:
            return
        message = f"'{name}', to the catalogue {what}"
        self._scribe.fault("IMP006", node, message, entry.name)


@cache
def _software() -> frozenset[str]:
    """List the products that sites run themselves, so that naming one names no vendor."""
    return frozenset(fold(one.platform) for one in shipped().cookies() if one.vendor is None)


def is_software(name: str) -> bool:
    """Tell whether a name is that of a product that sites run themselves."""
    folded = fold(name)
    return any(folded == one or folded.startswith(f"{one} ") for one in _software())


def _is_sure(match: Match) -> bool:
    return match.quality in _SURE


def _text(entry: Entry, field: str) -> str | None:
    told = entry.fields.get(field)
    return str(told.value) if told is not None else None


def _storage(entry: Entry) -> Storage:
    told = entry.fields.get("storage")
    return told.value if told is not None else "cookie"
