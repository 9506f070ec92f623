"""Which entry of an inventory an observed cookie belongs to.

Same storage; an exact name before a pattern, the longest literal first; a declared domain equals
the observed one or is a parent of it; without one, any host of the site where no vendor is named,
any host otherwise. Of entries alike in all this: the longest domain, then the observed path, then
the first in the inventory.
"""

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.terms import Storage
from policylint.model.traits import is_of_site
from policylint.model.wildcard import covering

KEY = 3
"""As many characters of a pattern are looked up; one with a shorter literal is always tried."""
_FIRST = slice(KEY)
OWN = True
"""Stands among the parents of a host of the site."""


class _Entry:
    """A declared cookie as the index keeps it; of two that fit, the lower `rank` is meant.

    `covers` tells whether a name is meant, its host aside. `wanted` is what a host must have
    among its parents, None where any will do.
    """

    __slots__ = (
        *("covers", "ending", "index", "middle", "path"),
        *("rank", "size", "start", "wanted"),
    )

    def __init__(self, index: int, cookie: Cookie) -> None:
        self.start, *rest = cookie.name.split("*")
        self.covers = covering(cookie.name)
        domain = cookie.domain.lstrip(".") if cookie.domain else None
        self.index = index
        self.path = cookie.path
        self.size = len(self.start)
        self.ending = rest[-1] if rest else None
        self.middle = [part for part in rest[:-1] if part]
        self.wanted: str | bool | None = domain or (None if cookie.vendor else OWN)
        literal = len(cookie.name) - len(rest)
        self.rank = (bool(rest), -literal, -len(domain or ""), index)


Entries = Sequence[_Entry]
Meanings = Sequence[tuple[str | bool | None, _Entry]]
"""What a host must have among its parents for an entry to be meant, and that entry."""
Observed = Sequence[tuple[str, str | None, str | None]]
"""Names with their domain and their path, None where nobody knows it."""
_Starting = Sequence[tuple[slice, Mapping[str, tuple[Entries, Meanings | None]]]]
_NONE: Entries = ()
_NO_MEANING: Meanings = ()
_NO_START: _Starting = ()


class _Names:
    """The names of one storage: exact ones, and patterns by three characters of a literal.

    `_starting` leads from the first characters of a pattern to its literal beginning, and from
    there to every entry that begins so or shorter: the longest beginning tells them all.
    """

    def __init__(self, cookies: Iterable[tuple[int, Cookie]]) -> None:
        self._exact: dict[str, list[_Entry]] = {}
        self._inside: dict[str, list[_Entry]] = {}
        self._loose: list[_Entry] = []
        starting: dict[str, list[_Entry]] = {}
        for entry in (_Entry(index, cookie) for index, cookie in cookies):
            literal = max((*entry.middle, entry.ending or ""), key=len)
            if entry.ending is None:
                self._exact.setdefault(entry.start, []).append(entry)
            elif entry.size >= KEY:
                starting.setdefault(entry.start, []).append(entry)
            elif len(literal) >= KEY:
                self._inside.setdefault(literal[:KEY], []).append(entry)
            else:
                self._loose.append(entry)
        self._starting = _by_beginning(starting)

    def covering(self, name: str) -> Entries:
        """List the entries that a name can mean, the preferred one first."""
        tried = [*self._exact.get(name, _NONE), *self._loose]
        for size, beginnings in self._starting.get(name[_FIRST], _NO_START):
            if name[size] in beginnings:
                tried += beginnings[name[size]][0]
                break
        if self._inside:
            for key in {name[at : at + KEY] for at in range(len(name) - KEY + 1)}:
                tried += self._inside.get(key, _NONE)
        return sorted((one for one in tried if one.covers(name)), key=_rank)

    def meanings(self, names: Iterable[str]) -> list[Meanings]:
        """List for each name what `covering` gives; most mean one plain beginning, or nothing."""
        if self._inside or self._loose:
            return [_meanings(self.covering(name)) for name in names]
        exact, starting, first = self._exact, self._starting.get, _FIRST
        found: list[Meanings] = []
        add = found.append
        for name in names:
            by_size = starting(name[first])
            if name in exact:
                add(_meanings(self.covering(name)))
            elif by_size is None:
                add(_NO_MEANING)
            else:
                for size, beginnings in by_size:
                    if name[size] in beginnings:
                        _, plain = beginnings[name[size]]
                        add(plain or _meanings(self.covering(name)))
                        break
                else:
                    add(_NO_MEANING)
        return found


def _rank(entry: _Entry) -> tuple[bool, int, int, int]:
    return entry.rank


def _meanings(entries: Entries) -> Meanings:
    return [(one.wanted, one) for one in entries]


def _by_beginning(starting: Mapping[str, Sequence[_Entry]]) -> dict[str, _Starting]:
    """Arrange the entries of each beginning, and of those within it, the longest first."""
    by_key: dict[str, dict[int, dict[str, tuple[Entries, Meanings | None]]]] = {}
    for start in sorted(starting, key=len):
        by_size = by_key.setdefault(start[_FIRST], {})
        shorter = (by_size[size].get(start[:size]) for size in reversed(by_size))
        inherited, _ = next((one for one in shorter if one is not None), (_NONE, None))
        entries = sorted((*starting[start], *inherited), key=_rank)
        is_plain = not any(one.ending or one.middle for one in entries)
        meant = _meanings(entries) if is_plain else None
        by_size.setdefault(len(start), {})[start] = (entries, meant)
    return {
        key: [(slice(size), by_size[size]) for size in reversed(by_size)]
        for key, by_size in by_key.items()
    }


class _Parents(dict[str, frozenset[str | bool]]):
    """The domains that a host lies in, itself among them, and whether it is one of the site's."""

    def __init__(self, inventory: Inventory) -> None:
        self._inventory = inventory

    def __missing__(self, host: str) -> frozenset[str | bool]:
        labels = host.split(".")
        found: set[str | bool] = {".".join(labels[at:]) for at in range(len(labels))}
        if is_of_site(host, self._inventory):
            found.add(OWN)
        self[host] = parents = frozenset(found)
        return parents


class Pairing:
    """The entries of an inventory, found by what was observed."""

    def __init__(self, inventory: Inventory) -> None:
        by_storage: dict[Storage, list[tuple[int, Cookie]]] = {}
        for index, cookie in enumerate(inventory.cookies):
            by_storage.setdefault(cookie.storage, []).append((index, cookie))
        self._names = {storage: _Names(cookies) for storage, cookies in by_storage.items()}
        self._parents = _Parents(inventory)

    def find(self, storage: Storage, observed: Observed) -> list[int | None]:
        """Give for each name the index of the entry that is meant, None where there is none.

        A domain that nobody knows may be any.
        """
        names = self._names.get(storage)
        if names is None:
            return [None] * len(observed)
        every = map(itemgetter(0), observed)
        distinct = dict.fromkeys(map(itemgetter(0), observed))
        meanings: Iterable[Meanings]
        if len(distinct) * 2 < len(observed):  # most come again: look each up once
            known = dict(zip(distinct, names.meanings(distinct), strict=True))
            meanings = map(known.__getitem__, every)
        else:
            meanings = names.meanings(every)
        parents = self._parents
        found: list[int | None] = []
        add = found.append
        for (_, domain, path), meant in zip(observed, meanings, strict=True):
            for wanted, entry in meant:
                if wanted is None or domain is None or wanted in parents[domain]:
                    if path is None or len(meant) == 1:
                        add(entry.index)
                    else:
                        add(self._at(path, domain, entry, meant).index)
                    break
            else:
                add(None)
        return found

    def _at(self, path: str, domain: str | None, first: _Entry, meant: Meanings) -> _Entry:
        """Find the entry of a path among those alike, else give the first of them."""
        fitting = (
            one
            for wanted, one in meant
            if wanted is None or domain is None or wanted in self._parents[domain]
        )
        alike = (one for one in fitting if one.rank[:-1] == first.rank[:-1])
        return next((one for one in alike if one.path == path), first)
