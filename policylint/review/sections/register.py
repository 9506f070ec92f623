"""The register of cookies, their lifetimes against the limit, and who sets them."""

from collections.abc import Iterator
from dataclasses import replace

from policylint.model.cookie import Cookie
from policylint.model.lifetime import DAY, Lifetime
from policylint.model.traits import is_third_party
from policylint.policy.blocks import Badge, Block, Code, Spans, Words
from policylint.review.sections.phases import PHASES
from policylint.review.writer import ReviewWriter

MOST_NAMED = 20
MOST_SETTERS = 3
_COLUMNS = (
    *("name", "provider", "purpose", "ground"),
    *("declared", "observed", "seen", "flags", "status"),
)
_SEEN = frozenset({"observed", "seen"})
"""Columns that say nothing where no browser was asked."""
_HOUR = 3_600


def register_section(writer: ReviewWriter) -> Iterator[Block]:
    """Write every declared cookie with what is said of it and what was seen."""
    yield writer.section_heading("register")
    observed = writer.subject.observed
    columns = [one for one in _COLUMNS if observed is not None or one not in _SEEN]
    rows = [
        tuple(cell for name, cell in zip(_COLUMNS, row, strict=True) if name in columns)
        for index, cookie in enumerate(writer.inventory.cookies)
        for row in [_row(writer, index, cookie)]
    ]
    table = writer.table("register", columns, rows)
    if observed is None:
        table = replace(table, caption=f"{table.caption} ({_not_assessed(writer)})")
    yield table
    if observed is not None and observed.undeclared:
        names = list(dict.fromkeys(one.name for one in observed.undeclared))[:MOST_NAMED]
        yield writer.sentence_of("register.undeclared", cookies=writer.names(names))


def _not_assessed(writer: ReviewWriter) -> str:
    """Say once, and not in each row, what no browser was asked about."""
    headers = ", ".join(writer.text(f"register.{name}") for name in _COLUMNS if name in _SEEN)
    value = writer.text("phases.unassessed")
    return writer.words.text("ui.label.colon", label=headers, value=value)


def _row(writer: ReviewWriter, index: int, cookie: Cookie) -> tuple[Spans, ...]:
    count = len(writer.subject.of_cookie(cookie.name))
    status = writer.counted("register.findings", count) if count else writer.text("register.clean")
    return (
        (Code(cookie.name), *([Words(f" ({cookie.domain})")] if cookie.domain else [])),
        (Words(provider(writer, cookie)),),
        (Words(writer.terms("purpose", cookie.purposes)),),
        (Words(_ground(writer, cookie)),),
        (Words(writer.duration(cookie.lifetime) if cookie.lifetime else "—"),),
        (Words(_observed(writer, index)),),
        (Words(_seen(writer, index)),),
        (Words(", ".join(_flags(cookie)) or "—"),),
        (Badge(status, "caution" if count else "good"),),
    )


def provider(writer: ReviewWriter, cookie: Cookie) -> str:
    """Name who provides a cookie: a vendor, or the site itself, or nobody that is declared."""
    vendor = writer.inventory.vendors.get(cookie.vendor or "")
    if vendor is not None:
        return vendor.name
    is_own = cookie.vendor is None and not is_third_party(cookie, writer.inventory)
    return writer.text("value.own" if is_own else "value.unknown")


def _ground(writer: ReviewWriter, cookie: Cookie) -> str:
    parts = [writer.term("category", cookie.category)]
    if cookie.consent is not None:
        parts.append(writer.term("consent-mode", cookie.consent))
    if cookie.exemption is not None:
        parts.append(writer.term("limb", cookie.exemption))
    parts += [
        writer.labelled(writer.jurisdiction(code), writer.term("exemption-name", name))
        for code, name in cookie.exempt_in.items()
    ]
    return writer.apart(parts)


def _observed(writer: ReviewWriter, index: int) -> str:
    observed = writer.subject.observed
    if observed is None:
        return writer.text("phases.unassessed")
    if index not in observed.of_entry:
        return writer.text("register.not-seen")
    found = observed.longest(index)
    if found is None:
        return writer.text("phases.unassessed")
    seconds, is_cut = found
    words = _seconds(writer, seconds)
    return writer.text("register.at-least", duration=words) if is_cut else words


def _seen(writer: ReviewWriter, index: int) -> str:
    """Say in which phase it was first there, and which host set it."""
    observed = writer.subject.observed
    found = observed.of_entry.get(index, ()) if observed is not None else ()
    there = {phase for one in found for phase in one.phases}
    first = next((phase for phase in PHASES if phase in there), None)
    parts = []
    if first is not None:
        phase = writer.inline(f"phases.{first}")
        parts.append(writer.text("register.first-phase", phase=phase))
    setters = sorted({_host(write.setter) for one in found for write in one.writes if write.setter})
    if setters:
        few = writer.listed(setters[:MOST_SETTERS])
        parts.append(writer.text("register.setter", host=few))
    absent = "register.not-seen" if observed is not None else "phases.unassessed"
    return writer.apart(parts) or writer.text(absent)


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0] or url


def _seconds(writer: ReviewWriter, seconds: int) -> str:
    """Write a measured time in days, hours or seconds; never in months, which browsers lack."""
    if seconds == 0:
        return writer.duration(Lifetime("session"))
    count, unit = (seconds, "second")
    if seconds >= DAY:
        count, unit = (round(seconds / DAY), "day")
    elif seconds >= _HOUR:
        count, unit = (round(seconds / _HOUR), "hour")
    return writer.duration(Lifetime(f"{count} {unit}", ((count, unit),)))


def _flags(cookie: Cookie) -> Iterator[str]:
    known = {
        "Secure": cookie.secure,
        "HttpOnly": cookie.http_only,
        "Partitioned": cookie.partitioned,
    }
    yield from (name for name, is_set in known.items() if is_set)
    if cookie.same_site is not None:
        yield f"SameSite={cookie.same_site}"
