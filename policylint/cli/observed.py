"""What evidence holds, in the words of a first inventory."""

from collections.abc import Iterator, Sequence
from typing import Any

_SLACK = 60
"""Seconds by which Expires may miss whole days, for it counts from the clock of a server."""
_DAY = 86_400
_SETTERS = {"http": "http", "script": "script", "cookie-store": "script"}
_ATTRIBUTES = ("secure", "http_only", "same_site", "partitioned")
_STORED = frozenset({"stored", "unknown"})


def seen_in(evidence: Any) -> Iterator[Any]:
    """Give each cookie that was stored; what was refused or deleted at once was not."""
    from policylint.exchange.first.seen import Seen

    for one in evidence.observations:
        writes = [write for write in one.writes if write.outcome in _STORED]
        if not (writes or one.present or one.sent):
            continue
        seconds, text, remark = _lifetime(one, writes)
        setters = {_SETTERS.get(write.mechanism) for write in writes}
        yield Seen(
            name=one.name,
            storage=one.storage,
            domain=one.domain,
            party=one.party,
            origin=f"seen in {one.source}" if one.source else "seen",
            path=one.path,
            host_only=one.host_only,
            **{field: _attribute(one, writes, field) for field in _ATTRIBUTES},
            set_by=setters.pop() if len(setters) == 1 else None,
            lifetime=text,
            lifetime_seconds=seconds,
            lifetime_remark=remark,
            is_before_choice="pre" in one.phases,
        )


def _attribute(one: Any, writes: Sequence[Any], field: str) -> Any:
    """Give an attribute as a jar or every write has it; None where they differ."""
    told = {getattr(each.attributes, field) for each in (one, *writes)} - {None}
    return told.pop() if len(told) == 1 else None


def _lifetime(one: Any, writes: Sequence[Any]) -> tuple[int | None, str | None, str]:
    """Tell how long a cookie was set to stay: what a jar has left of it is no such thing."""
    from policylint.exchange.scribe import lifetime_of_seconds

    lifetimes = [write.lifetime for write in writes]
    set_to_last = [
        each for each in lifetimes if each.seconds is not None and not each.is_lower_bound
    ]
    if set_to_last:
        longest = max(set_to_last, key=lambda each: each.seconds)
        seconds = _whole_days(longest.seconds) if longest.source == "expires" else longest.seconds
        attribute = {"max-age": "Max-Age", "expires": "Expires"}.get(longest.source, "its setter")
        if seconds <= 0:
            return None, None, ""
        remark = f"lifetime: as {attribute} set it ({longest.seconds:,} seconds)"
        return seconds, lifetime_of_seconds(seconds), remark
    in_jar = one.jar
    if any(each.source == "session" for each in (*lifetimes, *([in_jar] if in_jar else []))):
        return 0, "session", "lifetime: it was set without an end"
    if in_jar is None or in_jar.seconds is None:
        return None, None, ""
    days = in_jar.seconds // _DAY
    why = "where browsers cut" if in_jar.is_lower_bound else "of what was set"
    return None, None, f"lifetime: a jar held {days:,} days {why}; how long was set is not known"


def _whole_days(seconds: int) -> int:
    nearest = round(seconds / _DAY) * _DAY
    return nearest if nearest and abs(seconds - nearest) <= _SLACK else seconds
