"""Look cookies and vendors up: ours at once, a user's own catalogues before them."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property

from policylint.catalog.folding import fold
from policylint.catalog.index import unpack_cookie, unpack_vendor
from policylint.catalog.known import KnownCookie, KnownVendor, Match, MatchQuality
from policylint.model.terms import Storage

INDEX = os.path.join(os.path.dirname(__file__), "data", "index.txt")
_ORDER: Sequence[MatchQuality] = ("name-and-domain", "exact", "pattern", "name-only")
_COOKIES, _VENDORS, _NAMES, _HOSTS = range(4)
_Ranked = tuple[int, str]
_HEAD = 2  # so many characters of a name choose the patterns that it is held against


class Catalog:
    """The facts of one or more indexes; of equal matches, those of the first stand first."""

    def __init__(self, *indexes: str) -> None:
        self._parts = [index.removesuffix("\n").split("\n\n") for index in indexes]
        self._vendors: dict[str, KnownVendor] = {}

    def matches(
        self, name: str, domain: str | None = None, storage: Storage | None = "cookie"
    ) -> Sequence[Match]:
        """Find the cookies that a name may be, the best first; None stands for any storage."""
        host = None if domain is None else domain.casefold().strip(".")
        found = []
        for rank, line in self._lines(name):
            cookie = unpack_cookie(line)
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
            self._vendors[key] = unpack_vendor(line)
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
            yield from map(unpack_cookie, filter(None, parts[_COOKIES].split("\n")))

    def vendors(self) -> Iterator[KnownVendor]:
        """Give every vendor there is."""
        return filter(None, map(self.vendor, self._vendor_lines))

    def _lines(self, name: str) -> Iterator[_Ranked]:
        yield from self._exact.get(name, ())
        found = [
            (literals, ranked)
            for size in range(_HEAD + 1)
            for literals, covers, ranked in self._patterns.get(name[:size], ())
            if len(name) >= size and covers(name)
        ]
        # The longest literal first.
        found.sort(key=lambda one: -one[0])
        yield from (ranked for _, ranked in found)

    @cached_property
    def _exact(self) -> dict[str, list[_Ranked]]:
        found: dict[str, list[_Ranked]] = {}
        for rank, parts in enumerate(self._parts):
            for line in filter(None, parts[_COOKIES].split("\n")):
                name = line[: line.index("\t")]
                if "*" not in name:
                    found.setdefault(name, []).append((rank, line))
        return found

    @cached_property
    def _patterns(self) -> dict[str, list[tuple[int, Callable[[str], bool], _Ranked]]]:
        """Group the patterns by how they begin, so that a name is held against few."""
        found: dict[str, list[tuple[int, Callable[[str], bool], _Ranked]]] = {}
        for rank, parts in enumerate(self._parts):
            for line in filter(None, parts[_COOKIES].split("\n")):
                name = line[: line.index("\t")]
                if "*" in name:
                    head = name[: name.index("*")][:_HEAD]
                    literals = len(name) - name.count("*")
                    found.setdefault(head, []).append((literals, covering(name), (rank, line)))
        return found

    @cached_property
    def _vendor_lines(self) -> dict[str, str]:
        return self._pairs(_VENDORS)

    @cached_property
    def _names(self) -> dict[str, str]:
        return self._pairs(_NAMES)

    @cached_property
    def _hosts(self) -> dict[str, str]:
        return self._pairs(_HOSTS)

    def _pairs(self, part: int) -> dict[str, str]:
        found: dict[str, str] = {}
        for parts in reversed(self._parts):
            for line in filter(None, parts[part].split("\n")):
                key, _, rest = line.partition("\t")
                found[key] = line if part == _VENDORS else rest
        return found


@cache
def shipped() -> Catalog:
    """Open the catalogue that comes with policylint."""
    return Catalog(read_index())


def read_index() -> str:
    """Read the index that comes with policylint."""
    with open(INDEX, encoding="utf-8") as file:
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


def covering(pattern: str) -> Callable[[str], bool]:
    """Make a test of names from a name in which `*` stands for any run of characters."""
    if "*" not in pattern:
        return lambda name: name == pattern
    head, *middle, tail = pattern.split("*")
    if not middle and not tail:
        return lambda name: name.startswith(head)

    def covers(name: str) -> bool:
        if not (name.startswith(head) and name.endswith(tail)):
            return False
        at, end = len(head), len(name) - len(tail)
        for part in middle:
            at = name.find(part, at, end)
            if at < 0:
                return False
            at += len(part)
        return at <= end

    return covers
