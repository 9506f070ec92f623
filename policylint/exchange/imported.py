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
    known = KnownCookies()
    for one in several:
        draft = one.draft
        joined.notes += [f"{draft.path}: {note}" for note in draft.notes]
        for name in ("site", "controller", "consent"):
            told += _add(getattr(joined, name), getattr(draft, name), name)
        for key, vendor in draft.vendors.items():
            told += _add(joined.vendors.setdefault(key, {}), vendor, f"vendor {quote(key)}")
        for entry in draft.cookies:
            told += _add_cookie(joined, known, entry)
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


def _add_cookie(joined: Draft, known: KnownCookies, entry: Entry) -> list[str]:
    found = known.find(entry)
    if found is None:
        known.add(known_entry(entry))
        joined.cookies.append(entry)
        return []
    return list(differences(quote(entry.name), entry.fields, found))
