"""What was told of a cookie before, against what a file tells of it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from policylint.exchange.draft import Entry, Told
from policylint.exchange.yaml_text import inline
from policylint.model.lifetime import parse_lifetime
from policylint.model.record import MisfitError
from policylint.model.wildcard import covering
from policylint.source.fault import quote

Fields = Mapping[str, Any]
_DURATIONS = frozenset(("lifetime", "retention", "validity", "refusal_memory"))


class Known(NamedTuple):
    """An entry that is there: its fields as plain data, and where one of them stands."""

    fields: Fields
    where: Callable[[str], str]


class KnownCookies:
    """The cookies that are declared, found by what tells them apart."""

    def __init__(self) -> None:
        self._by_name: dict[str, list[Known]] = {}
        self._patterns: list[tuple[Callable[[str], bool], Known]] = []

    def add(self, known: Known) -> None:
        """Take a cookie in; one without a name is none."""
        name = known.fields.get("name")
        if isinstance(name, str):
            self._by_name.setdefault(name, []).append(known)
            if "*" in name:
                self._patterns.append((covering(name), known))

    def find(self, entry: Entry) -> Known | None:
        """Find a cookie by its name and storage, and by domain and path where both say them."""
        fields = {field: told.value for field, told in entry.fields.items()}
        for known in self._by_name.get(entry.name, ()):
            if _storage(known.fields) == _storage(fields) and all(
                known.fields.get(key) in (None, fields.get(key)) or fields.get(key) is None
                for key in ("domain", "path")
            ):
                return known
        return None

    def covering(self, entry: Entry) -> Known | None:
        """Find a pattern that takes the name of another entry in."""
        storage = entry.fields.get("storage")
        wanted = "cookie" if storage is None else storage.value
        for covers, known in self._patterns:
            if _storage(known.fields) == wanted and covers(entry.name):
                return known
        return None


def differences(subject: str, told: Mapping[str, Told], known: Known) -> Iterator[str]:
    """Say where a file contradicts what is declared, or says more."""
    for field, one in told.items():
        declared = known.fields.get(field)
        if declared is not None and same(field, declared, one.value):
            continue
        said = f"{field} {quote(shown(one.value))} of {subject} ({one.origin})"
        there = "nothing" if declared is None else quote(shown(declared))
        yield f"{said}: {known.where(field)} has {there}"


def same(field: str, one: Any, other: Any) -> bool:
    """Tell whether two values of a field mean the same."""
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return sorted(map(repr, one)) == sorted(map(repr, other))
    if isinstance(one, dict) and isinstance(other, str):
        return other in one.values()
    if isinstance(one, str) and isinstance(other, dict):
        return one in other.values()
    if field in _DURATIONS and isinstance(one, str) and isinstance(other, str):
        return _lifetime(one) == _lifetime(other)
    return bool(one == other)


def shown(value: Any) -> str:
    """Write a value for a sentence."""
    return value if isinstance(value, str) else inline(value)


def _lifetime(text: str) -> object:
    try:
        found = parse_lifetime(text)
    except MisfitError:
        return text
    return found.is_session, found.is_unbounded, found.months, found.seconds


def _storage(fields: Fields) -> Any:
    return fields.get("storage") or "cookie"
