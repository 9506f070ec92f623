"""What changed of the cookies, and what follows from it."""

from collections.abc import Iterator, Sequence
from typing import Any

from policylint.model.cookie import Cookie
from policylint.model.lifetime import Lifetime
from policylint.model.record import Record
from policylint.review import kinds
from policylint.review.change import Change, ChangeKind, Held
from policylint.review.facts import Facts, written
from policylint.source.pointer import Pointer

Identity = tuple[str, str | None, str | None, str]

# What a field says of a cookie, where a change of it has no comparison of its own.
OTHER_FIELDS: dict[str, ChangeKind] = {
    **dict.fromkeys(("description", "requested", "interest", "opt_out"), kinds.WORDING_CHANGED),
    **dict.fromkeys(("special_condition", "masking", "note"), kinds.WORDING_CHANGED),
    **dict.fromkeys(("not_personal_because", "interest_assessment"), kinds.WORDING_CHANGED),
    **dict.fromkeys(("record", "dpia"), kinds.WORDING_CHANGED),
    **dict.fromkeys(("host_only", "secure", "http_only"), kinds.TECHNICAL_CHANGED),
    **dict.fromkeys(("partitioned", "same_site", "set_by"), kinds.TECHNICAL_CHANGED),
    **dict.fromkeys(("party", "cname_of", "renewal"), kinds.FACT_CHANGED),
    **dict.fromkeys(("exemption", "measurement", "legal_basis"), kinds.FACT_CHANGED),
    **dict.fromkeys(("personal_data", "identifier", "value_holds"), kinds.USE_WIDENED),
    **dict.fromkeys(("cross_site", "respawns", "profiling"), kinds.USE_WIDENED),
    "consent": kinds.CONSENT_MODE_CHANGED,
}

# A new cookie, with what follows from a purpose that is new, to visitors or to its vendor.
_ADDED_FOR_NEW_PURPOSE = kinds.PURPOSE_ADDED.changed(name="cookie-added-for-new-purpose")
_ADDED_ELSEWHERE = kinds.PURPOSE_SPREAD.changed(name="cookie-added")


class Pair(Record):
    """A cookie in both versions, with where it stands in each."""

    old: Cookie
    new: Cookie
    at_old: Pointer
    at_new: Pointer
    firsts: tuple[str, str]

    def change(
        self,
        kind: ChangeKind,
        field: str,
        old: Any,
        new: Any,
        values: tuple[Any, Any] | None = None,
    ) -> Change:
        """Make a change of a field; its values are those of the two entries unless given."""
        was, now = values or (getattr(self.old, field), getattr(self.new, field))
        return Change(
            kind=kind,
            subject="cookie",
            name=self.new.name,
            field=field,
            old=written(old),
            new=written(new),
            was=Held(value=was, first=self.firsts[0]),
            now=Held(value=now, first=self.firsts[1]),
            at_old=(*self.at_old, field),
            at_new=(*self.at_new, field),
        )


def cookie_changes(old: Facts, new: Facts) -> Iterator[Change]:
    """Compare the cookies of two inventories; an entry is one by name, domain, path, storage."""
    before, after = _by_identity(old), _by_identity(new)
    for key, (cookie, at) in after.items():
        if key in before:
            was, at_old = before[key]
            firsts = old.first, new.first
            pair = Pair(old=was, new=cookie, at_old=at_old, at_new=at, firsts=firsts)
            yield from _changes(pair, old, new)
        else:
            kind = _kind_of_new(cookie, old, new)
            words, now = written(list(cookie.purposes)), new.held(cookie)
            yield Change(
                kind=kind, subject="cookie", name=cookie.name, new=words, now=now, at_new=at
            )
    for key, (cookie, at) in before.items():
        if key not in after:
            yield Change(
                kind=kinds.COOKIE_REMOVED,
                subject="cookie",
                name=cookie.name,
                old=written(list(cookie.purposes)),
                was=old.held(cookie),
                at_old=at,
            )


def _by_identity(facts: Facts) -> dict[tuple[Identity, int], tuple[Cookie, Pointer]]:
    found: dict[tuple[Identity, int], tuple[Cookie, Pointer]] = {}
    entries = list(enumerate(facts.inventory.cookies))
    identities = [(one.name, one.domain, one.path, one.storage) for _, one in entries]
    if len(set(identities)) < len(identities):
        # Entries of one identity are a fault of their own; their order is no change.
        entries.sort(key=lambda entry: repr(facts.plain(entry[1])))
    for index, cookie in entries:
        identity = identities[index]
        again = 0
        while (identity, again) in found:
            again += 1
        found[identity, again] = cookie, ("cookies", index)
    return found


def _kind_of_new(cookie: Cookie, old: Facts, new: Facts) -> ChangeKind:
    if not new.needs_consent(cookie):
        return kinds.EXEMPT_COOKIE_ADDED
    if not set(cookie.purposes) <= old.purposes:
        return _ADDED_FOR_NEW_PURPOSE
    known = {(cookie.vendor, purpose) for purpose in cookie.purposes} <= old.consented_purposes
    return kinds.COOKIE_ADDED if known else _ADDED_ELSEWHERE


def _changes(pair: Pair, old: Facts, new: Facts) -> Iterator[Change]:
    needs = new.needs_consent(pair.new)
    yield from _claim(pair, old, new)
    yield from _purposes(pair, old, needs=needs)
    yield from _parties(pair, old, new, needs=needs)
    longer = kinds.LIFETIME_LONGER if needs else kinds.EXEMPT_LIFETIME_LONGER
    yield from _clock(pair, "lifetime", longer, kinds.LIFETIME_SHORTER)
    yield from _clock(pair, "retention", kinds.RETENTION_LONGER, kinds.RETENTION_SHORTER)
    for field in ("data", "special_categories"):
        kind = kinds.DATA_ADDED if field == "data" else kinds.SPECIAL_CATEGORY_ADDED
        yield from _list_changes(pair, old, new, field, kind)
    for field, kind in OTHER_FIELDS.items():
        was, now = old.plain(getattr(pair.old, field)), new.plain(getattr(pair.new, field))
        if was != now:
            yield pair.change(kind, field, was, now)


def _claim(pair: Pair, old: Facts, new: Facts) -> Iterator[Change]:
    was, now = old.needs_consent(pair.old), new.needs_consent(pair.new)
    kind = kinds.CONSENT_NEEDED if now else kinds.EXEMPTION_CLAIMED
    if pair.old.category != pair.new.category:
        if was == now:
            kind = kinds.FACT_CHANGED
        yield pair.change(kind, "category", pair.old.category, pair.new.category)
    elif was != now or dict(pair.old.exempt_in) != dict(pair.new.exempt_in):
        lost = set(pair.old.exempt_in) - set(pair.new.exempt_in)
        kind = kinds.CONSENT_NEEDED if lost else kinds.EXEMPTION_CLAIMED
        yield pair.change(kind, "exempt_in", dict(pair.old.exempt_in), dict(pair.new.exempt_in))


def _purposes(pair: Pair, old: Facts, *, needs: bool) -> Iterator[Change]:
    was, now = list(pair.old.purposes), list(pair.new.purposes)
    added = set(now) - set(was)
    if added and needs:
        kind = kinds.PURPOSE_SPREAD if added <= old.purposes else kinds.PURPOSE_ADDED
        yield pair.change(kind, "purposes", was, now)
    elif added:
        yield pair.change(kinds.EXEMPT_COOKIE_ADDED, "purposes", was, now)
    elif set(was) - set(now):
        yield pair.change(kinds.PURPOSE_REMOVED, "purposes", was, now)


def _parties(pair: Pair, old: Facts, new: Facts, *, needs: bool) -> Iterator[Change]:
    if old.vendor_name(pair.old.vendor) != new.vendor_name(pair.new.vendor):
        kind = kinds.VENDOR_REMOVED
        if pair.new.vendor is not None:
            known = pair.new.vendor in old.consented_vendors
            kind = kinds.VENDOR_CHANGED if known or not needs else kinds.VENDOR_ADDED
        names = (old.vendor_name(pair.old.vendor), new.vendor_name(pair.new.vendor))
        values = (names[0] if pair.old.vendor else None, names[1] if pair.new.vendor else None)
        yield pair.change(kind, "vendor", *names, values=values)
    was = {old.vendor_name(one) for one in pair.old.recipients or ()}
    now = {new.vendor_name(one) for one in pair.new.recipients or ()}
    stated = pair.old.recipients, pair.new.recipients
    if was == now and None in stated and stated[0] != stated[1]:
        yield pair.change(kinds.FACT_CHANGED, "recipients", *map(old.plain, stated))
    if was != now:
        kind = kinds.VENDOR_REMOVED
        if now - was:
            kind = kinds.VENDOR_ADDED if needs else kinds.EXEMPT_VENDOR_ADDED
        lists = (sorted(was), sorted(now))
        yield pair.change(kind, "recipients", *lists, values=lists)


def _clock(pair: Pair, field: str, longer: ChangeKind, shorter: ChangeKind) -> Iterator[Change]:
    was, now = getattr(pair.old, field), getattr(pair.new, field)
    before = was if isinstance(was, Lifetime | None) else was.lifetime
    after = now if isinstance(now, Lifetime | None) else now.lifetime
    if was == now:
        return
    words = (str(before) if before else None, str(after) if after else None)
    if before is None or after is None:
        yield pair.change(kinds.FACT_CHANGED, field, *words)
    elif after.exceeds(before):
        yield pair.change(longer, field, *words)
    elif before.exceeds(after):
        yield pair.change(shorter, field, *words)
    else:
        yield pair.change(kinds.WORDING_CHANGED, field, *words)


def _list_changes(
    pair: Pair, old: Facts, new: Facts, field: str, added: ChangeKind
) -> Iterator[Change]:
    was: Sequence[Any] = old.plain(getattr(pair.old, field))
    now: Sequence[Any] = new.plain(getattr(pair.new, field))
    if any(one not in was for one in now):
        yield pair.change(added, field, was, now)
    elif was != now:
        yield pair.change(kinds.FACT_CHANGED, field, was, now)
