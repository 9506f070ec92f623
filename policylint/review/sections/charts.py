"""Lifetimes against the limit, and cookies by group and vendor, as bars with their numbers."""

from collections import Counter
from collections.abc import Iterator

from policylint.law.purposes import PURPOSES
from policylint.model.cookie import Cookie
from policylint.model.lifetime import Lifetime
from policylint.model.terms import Group
from policylint.policy.blocks import Bar, Block, Code, Spans, Words
from policylint.review.sections.register import provider
from policylint.review.writer import ReviewWriter

_GROUPS: tuple[Group, ...] = ("necessary", "preferences", "statistics", "marketing")


def lifetimes_section(writer: ReviewWriter) -> Iterator[Block]:
    """Draw the declared lifetimes against the limit, the longest first."""
    limit = writer.subject.result.settings.limits.lifetime
    timed = [
        (one, one.lifetime)
        for one in writer.inventory.cookies
        if one.lifetime is not None and one.lifetime.longest_seconds
    ]
    if not timed:
        return
    timed.sort(key=lambda one: -one[1].longest_seconds)
    longest = max(limit.longest_seconds, timed[0][1].longest_seconds)
    rows: list[tuple[Spans, ...]] = [
        (
            (Code(cookie.name),),
            (Words(writer.duration(lifetime)),),
            (_against(writer, lifetime, limit, longest),),
        )
        for cookie, lifetime in timed
    ]
    yield writer.section_heading("lifetimes")
    headers = (
        writer.text("register.name"),
        writer.text("register.declared"),
        writer.text("lifetimes.bar"),
    )
    caption = writer.text("lifetimes.caption", limit=writer.duration(limit))
    yield writer.plain_table("lifetimes", caption, headers, rows)


def _against(writer: ReviewWriter, lifetime: Lifetime, limit: Lifetime, longest: int) -> Bar:
    over = lifetime.exceeds(limit)
    word = writer.text(f"lifetimes.{'over' if over else 'within'}")
    share = writer.percent(lifetime.longest_seconds / limit.longest_seconds)
    return Bar(
        writer.text("lifetimes.of-limit", word=word, share=share),
        lifetime.longest_seconds / longest,
        "bad" if over else "good",
        limit.longest_seconds / longest,
    )


def groups_section(writer: ReviewWriter) -> Iterator[Block]:
    """Draw how many cookies each group and vendor has."""
    cookies = writer.inventory.cookies
    if not cookies:
        return
    tally = Counter((_group(one), provider(writer, one)) for one in cookies)
    yield writer.section_heading("groups")
    rows: list[tuple[Spans, ...]] = [
        (
            (Words(writer.term("group", group)),),
            (Words(vendor),),
            (Words(str(count)),),
            (Bar(writer.percent(share), share, "plain"),),
        )
        for (group, vendor), count in sorted(
            tally.items(), key=lambda item: (_GROUPS.index(item[0][0]), -item[1], item[0][1])
        )
        for share in [count / len(cookies)]
    ]
    yield writer.table("groups", ("group", "vendor", "count", "share"), rows)


def _group(cookie: Cookie) -> Group:
    groups = [PURPOSES[purpose].group for purpose in cookie.purposes]
    least = 0 if cookie.category == "essential" else 1
    return _GROUPS[max([least, *(_GROUPS.index(group) for group in groups)])]
