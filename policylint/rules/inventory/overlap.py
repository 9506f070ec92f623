from bisect import bisect_left
from collections.abc import Iterator, Sequence

from policylint.law.jurisdictions import ALL
from policylint.law.provisions import GDPR_5_1_D, GDPR_12_1
from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.sentence import sentence
from policylint.model.traits import is_of_site
from policylint.model.wildcard import covering
from policylint.rule import Context, NotApplicable, Problem, Scope, Severity, Yield, rule
from policylint.rules.listing import MOST_NAMED, named
from policylint.source.pointer import Pointer

Entry = tuple[Pointer, Cookie]


@rule(
    "INV011",
    citations=[GDPR_5_1_D, GDPR_12_1],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.WARNING)],
    since="0.1.0",
    lowered=[(Severity.INFO, "all that the pattern covers is declared by an exact name")],
    unseen="Patterns that only share some names, without one covering the other.",
)
def patterns_overlap(context: Context) -> Iterator[Yield]:
    """A name pattern covers another entry that makes another claim or names another vendor.

    An exact name goes before a pattern, and the longest literal part before a shorter one, so
    policylint can tell which entry a cookie belongs to. Readers of the list cannot always. Entries
    for another storage or another host do not meet.

    ## Why it matters
    Contradictory entries make the information unclear: one cookie stands under two claims.

    ## How to fix it
    Narrow the pattern, or say what tells the entries apart (`domain`, `storage`). If an exact name
    is meant as the exception to a pattern, this is only a note.
    """
    patterns = [(at, cookie) for at, cookie in context.cookies if "*" in cookie.name]
    if not patterns:
        yield NotApplicable(reason="no name is a pattern")
        return
    by_name = sorted(context.cookies, key=lambda entry: entry[1].name)
    names = [cookie.name for _, cookie in by_name]
    for at, pattern in patterns:
        prefix = pattern.name.partition("*")[0]
        start = bisect_left(names, prefix)
        covered = list(_covered(pattern, prefix, by_name[start:], context.inventory))
        if covered:
            covered.sort(key=lambda entry: "*" not in entry[1].name)
            between_patterns = "*" in covered[0][1].name
            yield Problem(
                at=(*at, "name"),
                message=sentence(
                    "the pattern '{pattern}' also covers {names}, declared with another claim or"
                    " vendor",
                    pattern=pattern.name,
                    names=named([other.name for _, other in covered]),
                ),
                severity=None if between_patterns else Severity.INFO,
                related=tuple(
                    ((*other_at, "name"), _difference(pattern, other))
                    for other_at, other in covered[:MOST_NAMED]
                ),
            )


def _covered(
    pattern: Cookie, prefix: str, entries: Sequence[Entry], inventory: Inventory
) -> Iterator[Entry]:
    # A star in the covered name is matched by a star alone, so the text itself can be tried.
    covers = covering(pattern.name)
    for at, other in entries:
        if not other.name.startswith(prefix):
            return
        if (
            other.name != pattern.name
            and other.storage == pattern.storage
            and (other.category, other.vendor) != (pattern.category, pattern.vendor)
            and covers(other.name)
            and _meet(pattern, other, inventory)
        ):
            yield at, other


def _meet(one: Cookie, other: Cookie, inventory: Inventory) -> bool:
    """Tell whether two entries can be meant by a cookie on one host."""
    if one.domain is None and other.domain is None:
        return True
    if one.domain is None or other.domain is None:
        free, host = (one, other.domain) if one.domain is None else (other, one.domain)
        # Without a domain, the site's own cookies are on its hosts; a vendor's may be anywhere.
        return free.vendor is not None or (host is not None and is_of_site(host, inventory))
    first, second = (f".{host.lstrip('.')}" for host in (one.domain, other.domain))
    return first.endswith(second) or second.endswith(first)


def _difference(pattern: Cookie, other: Cookie) -> str:
    if other.category != pattern.category:
        return f"declared '{other.category}' here, '{pattern.category}' by the pattern"
    whose = f"vendor '{other.vendor}'" if other.vendor else "no vendor"
    return f"{whose} here, another by the pattern"
