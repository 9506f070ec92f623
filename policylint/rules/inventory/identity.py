from collections.abc import Iterator

from policylint.law.jurisdictions import ALL
from policylint.law.provisions import GDPR_5_1_D, GDPR_12_1
from policylint.law.technical import HOUSE_CHECK
from policylint.model.cookie import Cookie
from policylint.model.sentence import sentence
from policylint.rule import Context, Problem, Scope, Severity, Yield, rule
from policylint.source.pointer import Pointer

FEWEST_LITERALS = 3


@rule(
    "INV010",
    citations=[GDPR_5_1_D, GDPR_12_1],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[(Severity.WARNING, "the two entries claim the same category")],
)
def declared_twice(context: Context) -> Iterator[Yield]:
    """One cookie is declared twice, or its entry contradicts itself.

    Two entries are the same cookie when name, domain, path and storage are equal. An entry
    contradicts itself when `cross_site` and `measurement.cross_site` differ.

    ## Why it matters
    Contradictory entries make the information unclear, and nobody can tell which one holds.

    ## How to fix it
    Keep one entry. If they are two cookies, say what tells them apart: `domain`, `path` or
    `storage`.
    """
    seen: dict[tuple[str | None, ...], tuple[Pointer, Cookie]] = {}
    for at, cookie in context.cookies:
        key = (cookie.name, cookie.domain, cookie.path, cookie.storage)
        first_at, first = seen.setdefault(key, (at, cookie))
        if first is not cookie:
            differ = first.category != cookie.category
            yield Problem(
                at=(*at, "name"),
                message=_twice(first, cookie),
                severity=None if differ else Severity.WARNING,
                related=(((*first_at, "name"), "first declared here"),),
            )
        yield from _contradiction(at, cookie)


def _twice(first: Cookie, second: Cookie) -> str:
    if first.category == second.category:
        return sentence("'{name}' is declared twice", name=second.name)
    return sentence(
        "'{name}' is declared twice as '{first}' and as '{second}'",
        name=second.name,
        first=first.category,
        second=second.category,
    )


def _contradiction(at: Pointer, cookie: Cookie) -> Iterator[Yield]:
    if cookie.measurement is None or cookie.measurement.cross_site is None:
        return
    if cookie.cross_site is not None and cookie.cross_site != cookie.measurement.cross_site:
        yield Problem(
            at=(*at, "measurement", "cross_site"),
            message=sentence(
                "'cross_site' and 'measurement.cross_site' of '{name}' differ", name=cookie.name
            ),
            related=(((*at, "cross_site"), "the other claim"),),
        )


@rule(
    "INV016",
    citations=[HOUSE_CHECK],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.WARNING)],
    since="0.1.0",
)
def pattern_too_broad(context: Context) -> Iterator[Yield]:
    """A name pattern has fewer than three literal characters.

    ## Why it matters
    Such a pattern covers cookies that nobody has looked at, and declares them with it.

    ## How to fix it
    Write out the fixed part of the name: `_ga_*` rather than `_*`.
    """
    for at, cookie in context.cookies:
        if "*" in cookie.name and len(cookie.name.replace("*", "")) < FEWEST_LITERALS:
            yield Problem(
                at=(*at, "name"),
                message=sentence(
                    "the pattern '{pattern}' has fewer than three literal characters",
                    pattern=cookie.name,
                ),
            )
