from collections.abc import Iterator
from datetime import date

from policylint.law.guidance import CNIL_092_5
from policylint.law.jurisdictions import ALL
from policylint.law.provisions import GDPR_5_2, GDPR_24_1
from policylint.law.technical import HOUSE_CHECK
from policylint.model.lifetime import DAY, Lifetime
from policylint.model.sentence import sentence
from policylint.rule import Context, Problem, Scope, Severity, Yield, rule


@rule(
    "INV012",
    citations=[GDPR_24_1, GDPR_5_2, CNIL_092_5, HOUSE_CHECK],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.WARNING)],
    since="0.1.0",
    lowered=[(Severity.INFO, "'reviewed' is absent")],
    unseen="Whether anybody really looked at the entry on that day.",
)
def review_overdue(context: Context) -> Iterator[Yield]:
    """A cookie was last reviewed more than 12 months ago, or nothing says when.

    The law asks for reviews and names no period: 12 months are policylint's own (force: house).
    Another period is `review` under `[limits]` in the configuration.

    ## Why it matters
    Tags change without a release of the site, so a list that nobody looks at grows false.

    ## How to fix it
    Look at the cookie in the browser and in the settings of its vendor, correct the entry, and
    only then write the day in `reviewed`.
    """
    limit = context.limits.review
    for at, cookie in context.cookies:
        if cookie.reviewed is None:
            yield Problem(
                at=(*at, "reviewed"),
                message=sentence(
                    "'{name}' does not say when it was last reviewed", name=cookie.name
                ),
                severity=Severity.INFO,
            )
        elif _is_overdue(cookie.reviewed, context.as_of, limit):
            yield Problem(
                at=(*at, "reviewed"),
                message=sentence(
                    "'{name}' was last reviewed on {day}, more than {limit} before {today}",
                    name=cookie.name,
                    day=cookie.reviewed,
                    limit=limit,
                    today=context.as_of,
                ),
            )


def _is_overdue(reviewed: date, day: date, limit: Lifetime) -> bool:
    if limit.seconds:
        return (day - reviewed).days * DAY > limit.longest_seconds
    months = (day.year - reviewed.year) * 12 + day.month - reviewed.month
    return (months, day.day) > (limit.months, reviewed.day)


@rule(
    "INV013",
    citations=[GDPR_5_2, GDPR_24_1],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.INFO)],
    since="0.1.0",
)
def owner_missing(context: Context) -> Iterator[Yield]:
    """Nobody is named who answers for a cookie.

    ## Why it matters
    The controller must be able to show that the rules are kept. That takes somebody who can be
    asked.

    ## How to fix it
    Write a team or an address in `owner`: `web@exemple.example`.
    """
    for at, cookie in context.cookies:
        if cookie.owner is None:
            yield Problem(
                at=(*at, "owner"),
                message=sentence("'{name}' names nobody who answers for it", name=cookie.name),
            )
