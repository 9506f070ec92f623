from collections.abc import Iterator

from policylint.law.guidance import CNIL_091_5, WP194_WHOLE, WP248_CRITERIA
from policylint.law.jurisdictions import EEA, UK
from policylint.law.national import PECR_6
from policylint.law.provisions import EPD_5_3, GDPR_5_1_C, GDPR_32, GDPR_35_1
from policylint.model.cookie import Cookie
from policylint.model.sentence import sentence, series
from policylint.model.texts import LocalizedText
from policylint.model.traits import is_of_security_family, is_personal, is_third_party
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
from policylint.rules.classification.order import ORDER

ENOUGH = 2
_MANY = sentence("visitors on a large scale")
_CHILDREN = sentence("children")
_PROFILING = sentence("profiling")
_SENSITIVE = sentence("sensitive data")
_RECOGNITION = sentence("recognition across sites")
_REPLAY = sentence("session replay")
# A masking in these words is none.
_NOTHING = frozenset({"none", "nothing", "no", "aucun", "aucune", "rien", "non"})


@rule(
    "SPC011",
    citations=[GDPR_35_1, WP248_CRITERIA],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    yields_to=("CLS022",),
    unseen="National lists of what needs an impact assessment, and of what needs none.",
)
def impact_assessment_missing(context: Context) -> Iterator[Yield]:
    """An entry meets two criteria of high risk, and no impact assessment is named.

    The criteria: visitors on a large scale, children, profiling for adverts or for decisions,
    special categories or the precise location, recognition across sites (outside security), and
    session replay.

    ## Why it matters
    Where a high risk is likely, an assessment comes before the processing. Authorities presume
    it, as a rule, where two of their criteria meet.

    ## How to fix it
    Make the assessment, or find the one that covers the entry, and name it in `dpia`. If none is
    needed, write the reason there.
    """
    site = context.inventory.site
    of_site = [
        *([_MANY] if site.large_scale else []),
        *([_CHILDREN] if site.directed_at_children else []),
    ]
    for at, cookie in context.cookies:
        own = _criteria(cookie)
        concerned = own or context.needs_consent(cookie)
        if not concerned or cookie.dpia is not None or not is_personal(cookie):
            continue
        met = [*of_site, *own]
        if len(met) >= ENOUGH:
            yield Problem(
                at=(*at, "dpia"),
                message=sentence(
                    "'{name}' meets {count} criteria of high risk ({criteria}), and 'dpia' names no"
                    " impact assessment",
                    name=cookie.name,
                    count=len(met),
                    criteria=series(met),
                ),
            )


def _criteria(cookie: Cookie) -> list[str]:
    """List in words the criteria of high risk that an entry itself meets."""
    profiling = cookie.profiling
    met: list[str] = []
    if profiling is not None and (profiling.advertising or profiling.automated_decisions):
        met.append(_PROFILING)
    if cookie.special_categories or "precise-location" in cookie.data:
        met.append(_SENSITIVE)
    if cookie.cross_site and not is_of_security_family(cookie):
        met.append(_RECOGNITION)
    if "session-replay" in cookie.purposes:
        met.append(_REPLAY)
    return met


@rule(
    "SPC012",
    citations=[GDPR_5_1_C, GDPR_32],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="What a recording really shows.",
)
def replay_unmasked(context: Context) -> Iterator[Yield]:
    """Visits are recorded, and nothing says what a recording hides.

    ## Why it matters
    A recording takes in whatever is typed and shown: names, card numbers, messages. What is not
    needed may not be collected, and what is must be protected.

    ## How to fix it
    Mask every field and every page with personal content in the recording tool, then say in
    `masking` what is hidden ("all inputs and the account pages").
    """
    recorded = [(at, one) for at, one in context.cookies if "session-replay" in one.purposes]
    if not recorded:
        yield NotApplicable(reason="no entry records visits")
    for at, cookie in recorded:
        if cookie.masking is None:
            message = sentence(
                "'{name}' records visits, and 'masking' is absent; expected what is hidden",
                name=cookie.name,
            )
        elif _hides_nothing(cookie.masking):
            message = sentence(
                "'{name}' records visits, and 'masking' says that nothing is hidden",
                name=cookie.name,
            )
        else:
            continue
        yield Problem(at=(*at, "masking"), message=message)


def _hides_nothing(masking: LocalizedText) -> bool:
    words = [masking.plain] if masking.plain is not None else masking.by_language.values()
    return all(text.strip().lower() in _NOTHING for text in words)


@rule(
    "SPC014",
    citations=[EPD_5_3, PECR_6, WP194_WHOLE, CNIL_091_5],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    yields_to=ORDER,
)
def cross_site_claimed_essential(context: Context) -> Iterator[Yield]:
    """An entry that recognises visitors on other companies' sites is claimed essential.

    ## Why it matters
    Following one identifier over many sites is tracking: no visitor of this site asked for it.
    Only protection of what the visitor asked for, such as a payment, can need it.

    ## How to fix it
    Limit the identifier to this site and declare `cross_site: false`; or declare
    `category: improvement` and ask for consent.
    """
    for at, cookie in context.cookies:
        if cookie.category != "essential" or is_of_security_family(cookie):
            continue
        if cookie.cross_site:
            yield Problem(
                at=(*at, "cross_site"),
                message=sentence(
                    "'{name}' recognises visitors on other companies' sites and is"
                    " claimed essential; only the security of what they asked for can need that",
                    name=cookie.name,
                ),
                related=(((*at, "category"), "claimed here"),),
            )
        elif cookie.cross_site is None and is_third_party(cookie, context.inventory):
            yield NotEvaluated(at=at, reason=absent("cross_site"))
