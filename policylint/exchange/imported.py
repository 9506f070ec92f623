"""A file that was read, and several of them as one draft."""

from collections.abc import Iterator, Sequence

from policylint.exchange.comparing import Known, KnownCookies, differences
from policylint.exchange.draft import Draft, Entry, Told
from policylint.exchange.source import Source
from policylint.model.record import Record
from policylint.source.fault import quote


class Imported(Record):
    """A foreign file and the draft that was made of it."""

    source: Source
    draft: Draft

    def left_out(self) -> Iterator[str]:
        """Say what is not in the draft, where it stands and why."""
        for one in self.draft.left_out:
            place = self.source.origin(one.span.start) if one.span else self.source.path
            yield f"{place}: {one.what}: {one.why}"


def join(several: Sequence[Imported]) -> tuple[Draft, list[str]]:
    """Bring the drafts of several files into one; of two that differ the first one holds.

    The sentences say where they differ.
    """
    if len(several) == 1:
        return several[0].draft, []
    joined = Draft(
        ", ".join(one.draft.path for one in several),
        ", ".join(dict.fromkeys(one.draft.format_name for one in several)),
    )
    told: list[str] = []
    cookies = _Cookies(joined)
    for one in several:
        draft = one.draft
        joined.notes += [f"{draft.path}: {note}" for note in draft.notes]
        for name in ("site", "controller", "consent"):
            told += _add(getattr(joined, name), getattr(draft, name), name)
        for key, vendor in draft.vendors.items():
            told += _add(joined.vendors.setdefault(key, {}), vendor, f"vendor {quote(key)}")
        for entry in draft.cookies:
            told += cookies.add(entry)
    return joined, told


def known_entry(entry: Entry) -> Known:
    """Give an entry of a draft as what is known of it."""
    plain = {field: told.value for field, told in entry.fields.items()}
    return Known(plain, lambda field: entry.fields[field].origin)


def _add(there: dict[str, Told], fields: dict[str, Told], subject: str) -> list[str]:
    before = dict(there)
    known = Known(
        {field: one.value for field, one in before.items()}, lambda field: before[field].origin
    )
    for field, one in fields.items():
        there.setdefault(field, one)
    both = {field: one for field, one in fields.items() if field in before}
    return list(differences(subject, both, known))


class _Cookies:
    """The cookies of several files, each of them once."""

    def __init__(self, joined: Draft) -> None:
        self._joined = joined
        self._known = KnownCookies()
        self._entries: dict[int, Entry] = {}

    def add(self, entry: Entry) -> list[str]:
        """Take a cookie in; of one that is there only what was open, and say what differs."""
        found = self._known.find(entry)
        if found is None:
            known = known_entry(entry)
            self._known.add(known)
            self._entries[id(known.fields)] = entry
            self._joined.cookies.append(entry)
            return []
        first = self._entries[id(found.fields)]
        both = {field: one for field, one in entry.fields.items() if field in first.fields}
        new = {field: one for field, one in entry.fields.items() if field not in first.fields}
        kept = [one for one in first.remarks if one.partition(":")[0] not in new]
        more = [one for one in entry.remarks if one.partition(":")[0] not in first.fields]
        first.remarks = list(dict.fromkeys((*kept, *more)))
        first.fields.update(new)
        return list(differences(quote(entry.name), both, found))
