from collections.abc import Iterator

from policylint.law.jurisdictions import EEA, UK
from policylint.law.national import PECR_6
from policylint.law.provisions import DSA_26_3, EPD_5_3, GDPR_6_1, GDPR_9_1, GDPR_9_2
from policylint.law.rulings import META_BKA_VISITS
from policylint.model.cookie import Cookie
from policylint.model.sentence import sentence
from policylint.model.traits import controllers_behind, is_third_party
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
from policylint.rules.special.facts import DEMANDING, waits

# Data that tells which pages somebody read.
PAGES_READ = frozenset({"page-path", "pages-viewed"})


@rule(
    "SPC009",
    citations=[GDPR_9_1, GDPR_9_2, META_BKA_VISITS],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[
        (
            Severity.WARNING,
            "only topics of the site are sensitive, and third parties learn which pages are read",
        )
    ],
    yields_to=("SPC010",),
    unseen="Sensitive pages of a site that declares no 'sensitive_topics'.",
)
def special_category_without_condition(context: Context) -> Iterator[Yield]:
    """Special categories of data are processed, and no condition of art. 9(2) GDPR is named.

    ## Why it matters
    Data on health, politics, religion, sex life and the like may not be processed at all unless
    one of the conditions of art. 9(2) holds, mostly explicit consent. The address of a page can
    already reveal it.

    ## How to fix it
    Ask for explicit consent that names these data, and say so in `special_condition`. Keep the
    addresses of sensitive pages from third parties.
    """
    for at, cookie in context.cookies:
        if cookie.special_categories and cookie.special_condition is None:
            yield Problem(
                at=(*at, "special_categories"),
                message=sentence(
                    "'{name}' processes special categories of data, and"
                    " 'special_condition' names no condition of art. 9(2)",
                    name=cookie.name,
                ),
            )
    if not context.inventory.site.sensitive_topics:
        return
    told = [(at, cookie) for at, cookie in context.cookies if _tells_others(context, cookie)]
    if told:
        names = named([cookie.name for _, cookie in told])
        yield Problem(
            at=("site", "sensitive_topics"),
            message=sentence(
                "pages of the site reveal special categories of data, and through {names}"
                " third parties learn which pages are read; expected 'special_condition', or no"
                " addresses of pages",
                names=names,
            ),
            severity=Severity.WARNING,
            related=tuple(((*at, "data"), f"'{one.name}'") for at, one in told[:MOST_NAMED]),
        )


def _tells_others(context: Context, cookie: Cookie) -> bool:
    """Tell whether a third party learns which pages are read, on no condition of art. 9(2)."""
    if cookie.special_condition is not None or cookie.special_categories:
        return False  # answered, or an error of its own
    if PAGES_READ.isdisjoint(cookie.data):
        return False
    inventory = context.inventory
    return is_third_party(cookie, inventory) or bool(controllers_behind(cookie, inventory))


@rule(
    "SPC010",
    citations=[DSA_26_3],
    scopes=[Scope(jurisdictions=EEA, severity=Severity.ERROR)],
    since="0.1.0",
)
def special_category_for_ads(context: Context) -> Iterator[Yield]:
    """On an online platform, adverts rest on profiles of special categories of data.

    ## Why it matters
    The Digital Services Act forbids it outright: no consent lifts the ban.

    ## How to fix it
    Take the special categories out of what adverts are chosen by, or show adverts that fit the
    page, not the visitor, and declare `profiling: {advertising: false}`.
    """
    if not context.inventory.site.online_platform:
        yield NotApplicable(reason="the site is no online platform")
        return
    for at, cookie in context.cookies:
        if not cookie.special_categories:
            continue
        profiles = cookie.profiling.advertising if cookie.profiling else None
        if profiles is None:
            yield NotEvaluated(at=at, reason=absent("profiling.advertising"))
        elif profiles:
            yield Problem(
                at=(*at, "special_categories"),
                message=sentence(
                    "'{name}' profiles visitors for adverts by special categories of"
                    " data, which the Digital Services Act forbids on a platform",
                    name=cookie.name,
                ),
                related=(((*at, "profiling", "advertising"), "for adverts"),),
            )


@rule(
    "SPC013",
    citations=[EPD_5_3, PECR_6, GDPR_6_1],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    yields_to=DEMANDING,
)
def precise_location_without_consent(context: Context) -> Iterator[Yield]:
    """The precise location of the device is read without consent, and nobody asked for it.

    ## Why it matters
    Where somebody stands tells where they live, work, pray and see a doctor. Reading it from the
    device needs consent, unless the visitor asked for a service that needs the place.

    ## How to fix it
    Ask first and declare `consent: opt-in`; or read the location only when the visitor asks for
    it and say so in `requested` ("shows the shops nearby"). A city from the IP address is `city`.
    """
    located = [(at, one) for at, one in context.cookies if "precise-location" in one.data]
    if not located:
        yield NotApplicable(reason="no entry gathers the precise location")
    for at, cookie in located:
        claimed = context.claimed_exemption(cookie)
        emergency = claimed is not None and claimed.name == "emergency"
        if not (waits(context, cookie) or cookie.requested or emergency):
            yield Problem(
                at=(*at, "data"),
                message=sentence(
                    "'{name}' reads the precise location without consent, and"
                    " 'requested' does not say what the visitor asked for",
                    name=cookie.name,
                ),
            )
