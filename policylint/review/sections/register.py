"""The register of cookies, their lifetimes against the limit, and who sets them."""

from collections import Counter
from collections.abc import Iterator

from policylint.law.purposes import PURPOSES
from policylint.model.cookie import Cookie
from policylint.model.lifetime import DAY, Lifetime
from policylint.model.terms import Group
from policylint.policy.blocks import Badge, Bar, Block, Code, Spans, Words
from policylint.review.writer import ReviewWriter

MOST_NAMED = 20
_GROUPS: tuple[Group, ...] = ("necessary", "preferences", "statistics", "marketing")
_COLUMNS = ("name", "provider", "purpose", "ground", "declared", "observed", "flags", "status")
_HOUR = 3_600


def register_section(writer: ReviewWriter) -> Iterator[Block]:
    """Write every declared cookie with what is said of it and what was seen."""
    yield writer.section_heading("register")
    rows = [_row(writer, index, cookie) for index, cookie in enumerate(writer.inventory.cookies)]
    yield writer.table("register", _COLUMNS, rows)
    observed = writer.subject.observed
    if observed is not None and observed.undeclared:
        names = list(dict.fromkeys(one.name for one in observed.undeclared))[:MOST_NAMED]
        yield writer.sentence_of("register.undeclared", cookies=writer.names(names))


def _row(writer: ReviewWriter, index: int, cookie: Cookie) -> tuple[Spans, ...]:
    count = len(writer.subject.of_cookie(cookie.name))
    status = writer.counted("register.findings", count) if count else writer.text("register.clean")
    return (
        (Code(cookie.name), *([Words(f" ({cookie.domain})")] if cookie.domain else [])),
        (Words(_provider(writer, cookie)),),
        (Words(writer.terms("purpose", cookie.purposes)),),
        (Words(_ground(writer, cookie)),),
        (Words(writer.duration(cookie.lifetime) if cookie.lifetime else "—"),),
        (Words(_observed(writer, index)),),
        (Words(", ".join(_flags(cookie)) or "—"),),
        (Badge(status, "caution" if count else "good"),),
    )


def _provider(writer: ReviewWriter, cookie: Cookie) -> str:
    vendor = writer.inventory.vendors.get(cookie.vendor or "")
    return writer.label("own") if vendor is None else vendor.name


def _ground(writer: ReviewWriter, cookie: Cookie) -> str:
    parts = [writer.term("category", cookie.category)]
    if cookie.consent is not None:
        parts.append(writer.term("consent-mode", cookie.consent))
    if cookie.exemption is not None:
        parts.append(writer.term("limb", cookie.exemption))
    parts += [
        f"{writer.jurisdiction(code)}: {writer.term('exemption-name', name)}"
        for code, name in cookie.exempt_in.items()
    ]
    return "; ".join(parts)


def _observed(writer: ReviewWriter, index: int) -> str:
    observed = writer.subject.observed
    if observed is None or index not in observed.of_entry:
        return writer.text("register.not-seen")
    found = observed.longest(index)
    if found is None:
        return writer.text("phases.unassessed")
    seconds, is_cut = found
    words = _seconds(writer, seconds)
    return writer.text("register.at-least", duration=words) if is_cut else words


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


def lifetimes_section(writer: ReviewWriter) -> Iterator[Block]:
    """Draw the declared lifetimes against the limit, the longest first."""
    limit = writer.subject.result.settings.limits.lifetime
    rows = []
    longest = limit.longest_seconds
    timed = [
        one for one in writer.inventory.cookies if one.lifetime and one.lifetime.longest_seconds
    ]
    for cookie in timed:
        assert cookie.lifetime is not None  # noqa: S101 - it is timed
        longest = max(longest, cookie.lifetime.longest_seconds)
    for cookie in sorted(
        timed, key=lambda one: -(one.lifetime.longest_seconds if one.lifetime else 0)
    ):
        assert cookie.lifetime is not None  # noqa: S101 - as above
        over = cookie.lifetime.exceeds(limit)
        word = writer.text(f"lifetimes.{'over' if over else 'within'}")
        share = cookie.lifetime.longest_seconds / longest
        bar = Bar(word, share, "bad" if over else "good", limit.longest_seconds / longest)
        rows.append(((Code(cookie.name),), (Words(writer.duration(cookie.lifetime)),), (bar,)))
    if not rows:
        return
    yield writer.section_heading("lifetimes")
    headers = (
        writer.text("register.name"),
        writer.text("register.declared"),
        writer.text("lifetimes.bar"),
    )
    caption = writer.text("lifetimes.caption", limit=writer.duration(limit))
    yield writer.plain_table("lifetimes", caption, headers, rows)


def groups_section(writer: ReviewWriter) -> Iterator[Block]:
    """Draw how many cookies each group and vendor has."""
    cookies = writer.inventory.cookies
    if not cookies:
        return
    tally = Counter((_group(one), _provider(writer, one)) for one in cookies)
    yield writer.section_heading("groups")
    rows = [
        (
            (Words(writer.term("group", group)),),
            (Words(vendor),),
            (Words(str(count)),),
            (Bar(f"{round(100 * count / len(cookies))} %", count / len(cookies), "plain"),),
        )
        for (group, vendor), count in sorted(
            tally.items(), key=lambda item: (_GROUPS.index(item[0][0]), -item[1], item[0][1])
        )
    ]
    yield writer.table("groups", ("group", "vendor", "count", "share"), rows)


def _group(cookie: Cookie) -> Group:
    groups = [PURPOSES[purpose].group for purpose in cookie.purposes]
    least = 0 if cookie.category == "essential" else 1
    return _GROUPS[max(least, *(_GROUPS.index(group) for group in groups))]
