"""Which sections hold the points that a national text names one by one.

Spain: what a cookie is, types and purposes, own or of others, how to accept, refuse and withdraw,
transfers, profiling, retention. Greece: name, controller, recipients, duration. Finland: type,
purpose, validity, others who read. Denmark: purpose, who stores, expiry, how to refuse.
"""

from collections.abc import Iterator, Mapping, Sequence

from policylint.law.citation import Provision
from policylint.law.guidance import AEPD_GUIDE, HDPA_COOKIES, TRAFICOM_COOKIES
from policylint.law.national import BEK_1148_WHOLE
from policylint.policy.blocks import Block, BulletList, Heading, Link
from policylint.policy.plain import plain_spans
from policylint.policy.writer import Writer

POINTS: Mapping[str, tuple[Provision, frozenset[str]]] = {
    "ES": (
        AEPD_GUIDE,
        frozenset(
            ("what", "improvement", "withdrawal", "list", "lifetimes", "transfers", "decisions")
        ),
    ),
    "GR": (HDPA_COOKIES, frozenset(("about", "list", "lifetimes", "recipients"))),
    "FI": (TRAFICOM_COOKIES, frozenset(("list", "lifetimes", "recipients"))),
    "DK": (
        BEK_1148_WHOLE,
        frozenset(("improvement", "withdrawal", "list", "lifetimes", "recipients")),
    ),
}


def points(writer: Writer, body: Sequence[Block]) -> Iterator[Block]:
    """Lead visitors of a country to the sections that hold what is asked for there."""
    items = []
    for pack in writer.packs:
        if pack.code not in POINTS:
            continue
        law, wanted = POINTS[pack.code]
        links = [
            Link(plain_spans(one.spans), f"#{one.anchor}")
            for one in body
            if isinstance(one, Heading) and one.anchor in wanted
        ]
        place, sections = writer.jurisdiction(pack.code), writer.join_apart(links)
        items.append(
            writer.say(
                "points.item", place=place, citation=writer.cited_link(law), sections=sections
            )
        )
    if items:
        writer.section, writer.heading_key = "points", "heading"
        yield writer.heading()
        yield BulletList(tuple(items))
