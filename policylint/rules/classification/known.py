from collections.abc import Iterator, Sequence

from policylint.catalog.known import Match
from policylint.law.guidance import CNIL_SELF_ASSESSMENT
from policylint.law.jurisdictions import ALL
from policylint.law.provisions import EPD_5_3, GDPR_13_1_E
from policylint.law.purposes import WITHOUT_LIMB
from policylint.law.technical import HOUSE_CHECK
from policylint.model.cookie import Cookie
from policylint.model.sentence import sentence
from policylint.rule import Context, NotApplicable, Problem, Scope, Severity, Yield, rule
from policylint.rules.known import Recognised, declared, groups_of, recognise

NEEDING_CONSENT = frozenset({"analytics", "marketing"})
MEASURING = frozenset({"audience-measurement", "statistics", "low-impact-analytics"})
EXEMPTING = frozenset({"FR", "ES", "IT", "NL", "UK"})
QUALIFIES = "audience-measurement-possible"


@rule(
    "CLS023",
    citations=[EPD_5_3, CNIL_SELF_ASSESSMENT, HOUSE_CHECK],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[
        (Severity.WARNING, "the name alone tells, and others may use it too"),
        (Severity.WARNING, "the law leaves room for what the catalogue knows it to do"),
        (Severity.WARNING, "exempted as measurement in FR, ES, IT, NL or UK, with another tool"),
    ],
    yields_to=("CLS025",),
    silenced_by=("CLS002", "CLS003"),
    unseen="How a site has configured the tool; cookies that the catalogue does not know.",
)
def known_cookie_misdeclared(context: Context) -> Iterator[Yield]:
    """What is known of a cookie contradicts what is claimed of it.

    The catalogue knows it as one for analytics or marketing, and it is claimed essential; or it
    uses a national exemption for measurement with a tool that is not known to qualify. A bare
    name that many products use (`sid`, `uid`, `_s`) counts only together with its host or its
    vendor. `policylint known NAME` shows what is known, and from where.

    ## Why it matters
    Widespread cookies are known to the authorities and to everybody who opens a browser. One that
    follows visitors does not become essential by being called so.

    ## How to fix it
    Declare its true purposes, `category: improvement` and `consent: opt-in`. If it is another
    cookie of the same name, say so with `domain` and `vendor`, or in your own catalogue
    (`--catalog`).
    """
    for at, cookie in context.cookies:
        if cookie.category == "essential":
            yield from _claimed_essential(context, cookie, (*at, "category"))
        elif cookie.exempt_in and context.jurisdiction in EXEMPTING:
            yield from _claimed_exempt(context, cookie, (*at, "exempt_in", context.jurisdiction))


def _claimed_essential(
    context: Context, cookie: Cookie, at: tuple[str | int, ...]
) -> Iterator[Yield]:
    found = recognise(context, cookie)
    matches = found.best or found.loose
    if not matches or any(one.cookie.category not in NEEDING_CONSENT for one in matches):
        return
    is_sure = bool(found.best) and not any(map(_has_room, matches))
    yield Problem(
        at=at,
        message=sentence(
            "'{name}' is claimed essential; {known}", name=cookie.name, known=_known(found)
        ),
        severity=None if is_sure else Severity.WARNING,
    )


def _has_room(match: Match) -> bool:
    return bool(match.cookie.purposes) and not WITHOUT_LIMB.intersection(match.cookie.purposes)


def _claimed_exempt(context: Context, cookie: Cookie, at: tuple[str | int, ...]) -> Iterator[Yield]:
    claimed = context.claimed_exemption(cookie)
    if claimed is None or claimed.name not in MEASURING:
        return
    found = recognise(context, cookie)
    unfit = [
        one
        for one in found.best
        if one.cookie.category in NEEDING_CONSENT and one.cookie.exemption_hint != QUALIFIES
    ]
    if found.best and len(unfit) == len(found.best):
        yield Problem(
            at=at,
            message=sentence(
                "'{name}' uses the exemption '{exemption}'; {known}, which is not known to qualify",
                name=cookie.name,
                exemption=claimed.name,
                known=_known(found),
            ),
            severity=Severity.WARNING,
        )


def _known(found: Recognised) -> str:
    one = (found.best or found.loose)[0].cookie
    names = {"known": one.name, "platform": one.platform}
    if one.category == "analytics":
        if found.best:
            return sentence(
                "the catalogue knows '{known}' as one for analytics of {platform}", **names
            )
        return sentence(
            "the catalogue knows a cookie '{known}' as one for analytics of {platform}", **names
        )
    if found.best:
        return sentence("the catalogue knows '{known}' as one for marketing of {platform}", **names)
    return sentence(
        "the catalogue knows a cookie '{known}' as one for marketing of {platform}", **names
    )


@rule(
    "CLS024",
    citations=[GDPR_13_1_E, HOUSE_CHECK],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.WARNING)],
    since="0.1.0",
    lowered=[
        (Severity.INFO, "the entry names no vendor"),
        (Severity.INFO, "the name alone tells, and others may use it too"),
    ],
    yields_to=("INV004", "VEN015"),
    unseen="Cookies that the catalogue does not know.",
)
def known_vendor_differs(context: Context) -> Iterator[Yield]:
    """The catalogue knows a cookie as another vendor's than the one declared.

    Companies of one group count as one, whatever their legal form. A vendor among the recipients
    is declared too.

    ## Why it matters
    Visitors must be told who gets their data. A cookie that came with somebody else's script
    usually serves them.

    ## How to fix it
    Declare the vendor that sets or reads the cookie, under `vendor` or `recipients`. If it is
    another cookie of the same name, give its `domain`, or list it in your own catalogue
    (`--catalog`).
    """
    if not context.cookies:
        yield NotApplicable(reason="there are no cookies")
    for at, cookie in context.cookies:
        found = recognise(context, cookie)
        matches = [*found.firm, *found.loose]
        # Software that runs on the site's own server has no vendor to differ from.
        if not matches or any(one.vendor is None for one in matches):
            continue
        groups = groups_of(context, cookie)
        if any(one.vendor and context.catalog.group(one.vendor) in groups for one in matches):
            continue
        named = declared(context, cookie)
        is_sure = bool(found.firm) and bool(named)
        yield Problem(
            at=(*at, "vendor"),
            message=_differing(context, cookie.name, named, matches[0]),
            severity=None if is_sure else Severity.INFO,
        )


def _differing(context: Context, name: str, keys: Sequence[str], match: Match) -> str:
    whose = match.vendor.name if match.vendor else ""
    platform = match.cookie.platform
    if not keys:
        return sentence(
            "'{name}' declares no vendor; the catalogue knows it as '{platform}' of {owner}",
            name=name,
            platform=platform,
            owner=whose,
        )
    vendor = context.inventory.vendors.get(keys[0])
    return sentence(
        "'{name}' declares '{vendor}'; the catalogue knows it as '{platform}' of {owner}",
        name=name,
        vendor=vendor.name if vendor else keys[0],
        platform=platform,
        owner=whose,
    )
