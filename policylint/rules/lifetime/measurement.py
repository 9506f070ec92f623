from collections.abc import Iterator

from policylint.law.guidance import CNIL_092_5
from policylint.law.jurisdictions import FR
from policylint.model.cookie import Cookie
from policylint.model.lifetime import Lifetime
from policylint.model.sentence import sentence
from policylint.model.traits import is_persistent
from policylint.rule import Context, NotEvaluated, Problem, Scope, Severity, Yield, rule
from policylint.rules.absent import absent
from policylint.source.pointer import Pointer

MOST_KEPT = Lifetime("25 months", ((25, "month"),))


def _measuring(context: Context) -> Iterator[tuple[Pointer, Cookie]]:
    for at, cookie in context.cookies:
        claimed = context.claimed_exemption(cookie)
        if claimed is not None and claimed.name == "audience-measurement":
            yield at, cookie


@rule(
    "LIF002",
    citations=[CNIL_092_5],
    scopes=[Scope(jurisdictions=FR, severity=Severity.WARNING)],
    since="0.1.0",
)
def measurement_expiry_rolls(context: Context) -> Iterator[Yield]:
    """The expiry of an exempt measurement cookie moves forward with each visit.

    ## Why it matters
    The CNIL recommends that such a cookie is not extended on later visits: 13 months that start
    anew each time never end.

    ## How to fix it
    Set the expiry once, when the cookie is made, and declare `renewal: fixed`.
    """
    for at, cookie in _measuring(context):
        if not is_persistent(cookie):
            continue
        if cookie.renewal == "rolling":
            yield Problem(
                at=(*at, "renewal"),
                message=sentence(
                    "the expiry of '{name}' rolls, though it measures without consent",
                    name=cookie.name,
                ),
            )
        elif cookie.renewal is None:
            yield NotEvaluated(at=at, reason=absent("renewal"))


@rule(
    "LIF003",
    citations=[CNIL_092_5],
    scopes=[Scope(jurisdictions=FR, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="A retention given as a criterion in words.",
)
def measurement_data_kept_too_long(context: Context) -> Iterator[Yield]:
    """Data of an exempt measurement cookie is kept for more than 25 months.

    ## Why it matters
    The CNIL recommends to keep what exempt measurement collects for 25 months at most.
    Statistics that are truly anonymous are outside.

    ## How to fix it
    Shorten the retention in the measuring tool, then `retention` here.
    """
    for at, cookie in _measuring(context):
        kept = cookie.retention.lifetime if cookie.retention else None
        if kept is None:
            yield NotEvaluated(at=at, reason=sentence("'retention' is no duration"))
        elif kept.exceeds(MOST_KEPT):
            yield Problem(
                at=(*at, "retention"),
                message=sentence(
                    "the data of '{name}' is kept for '{kept}', longer than {limit}",
                    name=cookie.name,
                    kept=str(kept),
                    limit=MOST_KEPT,
                ),
            )
