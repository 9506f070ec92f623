from collections.abc import Iterator

from policylint.law.guidance import WP260_VAGUE
from policylint.law.jurisdictions import EEA, UK
from policylint.law.provisions import GDPR_5_1_E, GDPR_13_2_A
from policylint.model.sentence import sentence
from policylint.model.texts import LocalizedText
from policylint.model.traits import is_personal, is_unknown_to_be_personal
from policylint.rule import Context, NotEvaluated, Problem, Scope, Severity, Yield, rule

# Criteria that set no bound, small letters, per language.
FORMULAS = frozenset(
    {
        "as long as necessary",
        "as long as needed",
        "for as long as necessary",
        "for as long as needed",
        "as long as required",
        "as long as is necessary",
        "as necessary",
        "as needed",
        "as required by law",
        "indefinite",
        "indefinitely",
        "unlimited",
        "forever",
        "aussi longtemps que nécessaire",
        "le temps nécessaire",
        "la durée nécessaire",
        "pendant la durée nécessaire",
        "pendant le temps nécessaire",
        "tant que nécessaire",
        "illimité",
        "illimitée",
        "indéfiniment",
        "solange wie nötig",
        "solange erforderlich",
        "so lange wie nötig",
        "unbegrenzt",
        "el tiempo necesario",
        "mientras sea necesario",
        "indefinido",
        "per il tempo necessario",
        "finché necessario",
        "zolang als nodig",
        "zo lang als nodig",
    }
)

UNDECLARED = sentence("neither 'personal_data' nor 'data' is declared")


@rule(
    "INV009",
    citations=[GDPR_13_2_A, GDPR_5_1_E, WP260_VAGUE],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    unseen="A criterion in other words than the known formulas passes, however empty it is.",
)
def retention_missing(context: Context) -> Iterator[Yield]:
    """Personal data is gathered, and nothing says how long it is kept.

    ## Why it matters
    The period for which personal data is stored, or the criteria that decide it, must be told.
    It is another clock than the life of the cookie: a one-day cookie can feed a ten-year log.

    ## How to fix it
    Declare `retention`: a duration such as `14 months`, or `{criterion: …}` with the event that
    ends the storage. Where nothing personal is gathered, say `personal_data: false`.
    """
    for at, cookie in context.cookies:
        if is_unknown_to_be_personal(cookie):
            yield NotEvaluated(at=at, reason=UNDECLARED)
        if not is_personal(cookie):
            continue
        if cookie.retention is None:
            yield Problem(
                at=(*at, "retention"),
                message=sentence(
                    "'{name}' gathers personal data without saying how long it is kept",
                    name=cookie.name,
                ),
            )
        elif cookie.retention.criterion and _is_formula(cookie.retention.criterion):
            yield Problem(
                at=(*at, "retention", "criterion"),
                message=sentence(
                    "the retention of '{name}' is a formula that sets no bound", name=cookie.name
                ),
            )


def _is_formula(text: LocalizedText) -> bool:
    texts = [text.plain] if text.plain is not None else list(text.by_language.values())
    return any(one.strip().rstrip(".").casefold() in FORMULAS for one in texts)
