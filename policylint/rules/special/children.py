from collections.abc import Iterator, Sequence

from policylint.law.jurisdictions import EEA, UK
from policylint.law.provisions import DSA_28_2, GDPR_8_1, GDPR_RECITAL_38, GDPR_RECITAL_71
from policylint.model.sentence import sentence
from policylint.rule import (
    Context,
    NotApplicable,
    NotEvaluated,
    Problem,
    Scope,
    Severity,
    Yield,
    rule,
)
from policylint.rules.absent import absent
from policylint.rules.listing import MOST_NAMED, named

_TO_ADULTS = NotApplicable(reason="the site does not address children")


@rule(
    "SPC007",
    citations=[GDPR_8_1],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="Whether a parent really agrees.",
)
def parental_consent_missing(context: Context) -> Iterator[Yield]:
    """The site addresses children and asks for consent, and no parent is asked.

    ## Why it matters
    Below an age that each country sets between 13 and 16, the consent of a child to an online
    service counts only if a parent gave or authorised it.

    ## How to fix it
    Say in `site.parental_consent` how a parent agrees. Better still, use no cookie that needs
    consent on pages for children.
    """
    site = context.inventory.site
    if not site.directed_at_children:
        yield _TO_ADULTS
    elif not context.in_need:
        yield NotApplicable(reason="no cookie needs consent")
    elif site.parental_consent is None:
        yield Problem(
            at=("site", "parental_consent"),
            message=_unasked(context.pack.digital_consent_age),
            related=((("site", "directed_at_children"), "addresses children"),),
        )


def _unasked(age: int | None) -> str:
    if age:
        return sentence(
            "children are asked for consent, and 'parental_consent' is absent; below {age} a parent"
            " has to agree",
            age=age,
        )
    return sentence(
        "children are asked for consent, and 'parental_consent' is absent; for a young child a"
        " parent has to agree"
    )


@rule(
    "SPC008",
    citations=[DSA_28_2, GDPR_RECITAL_38, GDPR_RECITAL_71],
    scopes=[Scope(jurisdictions=EEA, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[(Severity.WARNING, "the site is no online platform ('online_platform')")],
    unseen="Children on a site that addresses everybody.",
)
def minors_profiled_for_ads(context: Context) -> Iterator[Yield]:
    """The site addresses children, and adverts rest on profiles of them.

    ## Why it matters
    Online platforms may not show adverts that rest on profiling to those whom they know to be
    minors; consent does not lift that. Everywhere else children merit specific protection, above
    all against profiling and marketing.

    ## How to fix it
    Show adverts that fit the page, not the visitor, and declare `profiling: {advertising: false}`;
    or take the entries off the site.
    """
    site = context.inventory.site
    if not site.directed_at_children:
        yield _TO_ADULTS
        return
    found = []
    for at, cookie in context.cookies:
        profiles = cookie.profiling.advertising if cookie.profiling else None
        if profiles:
            found.append(((*at, "profiling", "advertising"), cookie.name))
        elif profiles is None and {"advertising", "retargeting"}.intersection(cookie.purposes):
            yield NotEvaluated(at=at, reason=absent("profiling.advertising"))
    if found:
        yield Problem(
            at=("site", "directed_at_children"),
            message=_profiled([name for _, name in found], on_platform=bool(site.online_platform)),
            severity=None if site.online_platform else Severity.WARNING,
            citations=[DSA_28_2] if site.online_platform else [GDPR_RECITAL_38, GDPR_RECITAL_71],
            related=tuple((at, f"'{name}'") for at, name in found[:MOST_NAMED]),
        )


def _profiled(names: Sequence[str], *, on_platform: bool) -> str:
    if len(names) == 1:
        fact = sentence(
            "the site addresses children, and {name} profiles visitors for adverts",
            name=named(names),
        )
    else:
        fact = sentence(
            "the site addresses children, and {names} profile visitors for adverts",
            names=named(names),
        )
    if on_platform:
        return sentence("{fact}, which the Digital Services Act forbids on a platform", fact=fact)
    return fact
