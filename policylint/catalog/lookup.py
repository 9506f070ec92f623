"""Look cookies and vendors up: ours at once, a user's own catalogues before them."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property

from policylint.catalog.folding import fold
from policylint.catalog.index import PART, unpack_cookie, unpack_vendor
from policylint.catalog.known import KnownCookie, KnownVendor, Match, MatchQuality
from policylint.model.terms import Storage
from policylint.model.wildcard import covering

INDEX = os.path.join(os.path.dirname(__file__), "data", "index.txt")
_ORDER: Sequence[MatchQuality] = ("name-and-domain", "exact", "pattern", "name-only")
_KEYS, _COOKIES, _VENDORS, _NAMES, _HOSTS = range(5)
_HEAD = 2  # so many characters of a name choose the patterns that it is held against
_Ranked = tuple[int, bytes]
_Pattern = tuple[int, Callable[[str], bool], _Ranked]


class Catalog:
    """The facts of one or more indexes; of equal matches, those of the first stand first.

    Little is done before somebody asks: lines are split, and read where their name is asked for.
    """

    def __init__(self, *indexes: bytes) -> None:
        self._parts = [index.split(PART) for index in indexes]
        self._vendors: dict[str, KnownVendor] = {}

    def matches(
        self, name: str, domain: str | None = None, storage: Storage | None = "cookie"
    ) -> Sequence[Match]:
        """Find the cookies that a name may be, the best first; None stands for any storage."""
        host = None if domain is None else domain.casefold().strip(".")
        found = []
        for rank, line in self._lines(name):
            cookie = unpack_cookie(line.decode())
            if storage is None or cookie.storage == storage:
                vendor = self.vendor(cookie.vendor) if cookie.vendor else None
                quality = _quality(cookie, vendor, host)
                found.append(Match(cookie=cookie, vendor=vendor, quality=quality, rank=rank))
        return sorted(found, key=lambda one: (_ORDER.index(one.quality), one.rank))

    def vendor(self, key: str) -> KnownVendor | None:
        """Find a vendor by its id."""
        if key not in self._vendors:
            line = self._vendor_lines.get(key)
            if line is None:
                return None
            self._vendors[key] = unpack_vendor(line.decode())
        return self._vendors[key]

    def find_vendor(self, text: str) -> KnownVendor | None:
        """Find a vendor by its id, its legal name or the name of a product."""
        key = self._names.get(fold(text))
        return None if key is None else self.vendor(key)

    def vendor_of_host(self, host: str) -> KnownVendor | None:
        """Find the vendor that a host belongs to."""
        hosts = self._hosts
        rest = host.casefold().strip(".")
        while rest:
            key = hosts.get(rest)
            if key is not None:
                return self.vendor(key)
            _, _, rest = rest.partition(".")
        return None

    def group(self, vendor: KnownVendor) -> str:
        """Give the id of the vendor that stands for the group of another."""
        seen = {vendor.id}
        while vendor.parent is not None and vendor.parent not in seen:
            above = self.vendor(vendor.parent)
            if above is None:
                return vendor.parent
            seen.add(above.id)
            vendor = above
        return vendor.id

    def cookies(self) -> Iterator[KnownCookie]:
        """Give every cookie there is."""
        for parts in self._parts:
            yield from (unpack_cookie(line.decode()) for line in _split(parts[_COOKIES]))

    def vendors(self) -> Iterator[KnownVendor]:
        """Give every vendor there is."""
        return filter(None, map(self.vendor, self._vendor_lines))

    def _lines(self, name: str) -> Iterator[_Ranked]:
        """Give what a name may be, exact names first, then patterns, the longest literal first."""
        exact, patterns = self._cookies
        yield from exact.get(name, ())
        found = [
            (literals, ranked)
            for size in range(min(_HEAD, len(name)) + 1)
            for literals, covers, ranked in patterns.get(name[:size], ())
            if covers(name)
        ]
        found.sort(key=lambda one: -one[0])
        yield from (ranked for _, ranked in found)

    @cached_property
    def _cookies(self) -> tuple[dict[str, list[_Ranked]], dict[str, list[_Pattern]]]:
        """Split the cookies by exact name, and by how a pattern begins, to try few of them."""
        exact: dict[str, list[_Ranked]] = {}
        patterns: dict[str, list[_Pattern]] = {}
        for rank, parts in enumerate(self._parts):
            names = parts[_KEYS].decode().split("\n")
            for name, line in zip(names, parts[_COOKIES].split(b"\n"), strict=True):
                if "*" not in name:
                    exact.setdefault(name, []).append((rank, line))
                    continue
                head = name[: name.index("*")][:_HEAD]
                literals = len(name) - name.count("*")
                patterns.setdefault(head, []).append((literals, covering(name), (rank, line)))
        exact.pop("", None)  # of a catalogue without cookies
        return exact, patterns

    @cached_property
    def _vendor_lines(self) -> dict[str, bytes]:
        lines = [line for parts in reversed(self._parts) for line in _split(parts[_VENDORS])]
        return {line[: line.index(b"\t")].decode(): line for line in lines}

    @cached_property
    def _names(self) -> dict[str, str]:
        return self._pairs(_NAMES)

    @cached_property
    def _hosts(self) -> dict[str, str]:
        return self._pairs(_HOSTS)

    def _pairs(self, part: int) -> dict[str, str]:
        found: dict[str, str] = {}
        for parts in reversed(self._parts):
            words = parts[part].decode().replace("\n", "\t").split("\t")
            found.update(zip(words[::2], words[1::2], strict=False))
        return found


def _split(part: bytes) -> list[bytes]:
    return part.split(b"\n") if part else []


@cache
def shipped() -> Catalog:
    """Open the catalogue that comes with policylint."""
    return Catalog(read_index())


def read_index() -> bytes:
    """Read the index that comes with policylint."""
    with open(INDEX, "rb") as file:
        return file.read()


def matches(
    name: str, domain: str | None = None, storage: Storage | None = "cookie"
) -> Sequence[Match]:
    """Find the cookies of our catalogue that a name may be, the best first."""
    return shipped().matches(name, domain, storage)


def find_vendor(text: str) -> KnownVendor | None:
    """Find a vendor of our catalogue by its id, its legal name or the name of a product."""
    return shipped().find_vendor(text)


def vendor_of_host(host: str) -> KnownVendor | None:
    """Find the vendor of our catalogue that a host belongs to."""
    return shipped().vendor_of_host(host)


def _quality(cookie: KnownCookie, vendor: KnownVendor | None, host: str | None) -> MatchQuality:
    if host:
        hosts = [*cookie.domains, *(vendor.domains if vendor else ())]
        if any(_agree(host, one.strip(".")) for one in hosts):
            return "name-and-domain"
    if not cookie.is_distinctive:
        return "name-only"
    return "pattern" if "*" in cookie.name else "exact"


def _agree(host: str, known: str) -> bool:
    """Tell whether a host is a known one, below it, or a domain above it."""
    return (
        host == known or host.endswith(f".{known}") or ("." in host and known.endswith(f".{host}"))
    )
