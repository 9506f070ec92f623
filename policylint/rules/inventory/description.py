from collections.abc import Iterator

from policylint.law.guidance import WP260_VAGUE
from policylint.law.jurisdictions import ALL
from policylint.law.provisions import EPD_5_3, GDPR_5_1_B, GDPR_12_1, GDPR_13_1_C
from policylint.model.sentence import sentence, series
from policylint.rule import Context, Problem, Scope, Severity, Yield, rule
from policylint.rules.inventory.formulas import formulas

SHORTEST = 15
LONGEST_STOCK = 90


@rule(
    "INV001",
    citations=[EPD_5_3, GDPR_13_1_C],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.ERROR)],
    since="0.1.0",
)
def description_missing(context: Context) -> Iterator[Yield]:
    """A cookie has no description.

    ## Why it matters
    The Directive asks for clear and comprehensive information, and names the purpose expressly.
    A word of the taxonomy tells a lawyer; a sentence tells the visitor.

    ## How to fix it
    Write in `description` what the cookie does, in plain words: what it keeps, and what for.
    """
    for at, cookie in context.cookies:
        if cookie.description is None:
            yield Problem(
                at=(*at, "description"),
                message=sentence("'{name}' has no description of what it does", name=cookie.name),
            )


@rule(
    "INV002",
    citations=[GDPR_5_1_B, GDPR_12_1, WP260_VAGUE],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="Stock phrases are known in some languages; in the others only length counts.",
)
def description_vague(context: Context) -> Iterator[Yield]:
    """A description is too short, or a stock phrase that would fit any cookie.

    ## Why it matters
    A purpose must be specified and explicit. A formula such as "improve your experience" informs
    of none.

    ## How to fix it
    Say what the cookie keeps and what that is for: "Counts visits per page to find broken pages".
    """
    first = context.inventory.site.languages[0]
    for at, cookie in context.cookies:
        if cookie.description is None:
            continue
        texts = cookie.description.by_language
        if cookie.description.plain is not None:
            texts = {first: cookie.description.plain}
        vague = [tag for tag, text in texts.items() if is_vague(text, tag)]
        if vague:
            place = (*at, "description")
            if cookie.description.plain is None:
                place = (*place, vague[0])
            yield Problem(
                at=place,
                message=sentence(
                    "the description of '{name}' does not say what it does ({languages}): '{text}'",
                    name=cookie.name,
                    languages=series(vague),
                    text=texts[vague[0]],
                ),
            )


def is_vague(text: str, language: str) -> bool:
    """Tell whether a text is shorter than 15 characters, or only a stock phrase."""
    words = text.strip().rstrip(".!").lower()
    if len(words) < SHORTEST:
        return True
    known = formulas(language.partition("-")[0])
    if known is None or len(words) > LONGEST_STOCK:
        return False
    words = words.replace("\u2019", "'")
    while words.startswith(known.leads):
        lead = next(one for one in known.leads if words.startswith(one))
        words = words[len(lead) :].lstrip()
    return words in known.phrases
