from collections.abc import Iterator, Mapping

from policylint.law.guidance import WP260_VAGUE
from policylint.law.jurisdictions import ALL
from policylint.law.provisions import EPD_5_3, GDPR_5_1_B, GDPR_12_1, GDPR_13_1_C
from policylint.rule import Context, Problem, Scope, Severity, Yield, rule

SHORTEST = 15

# Formulas that would fit any cookie, small letters, without the words that lead up to them.
STOCK_PHRASES: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        {
            "improve your experience",
            "improve your user experience",
            "improve the user experience",
            "improve user experience",
            "improve your browsing experience",
            "enhance your experience",
            "enhance the user experience",
            "improve our services",
            "improve our website",
            "improve the website",
            "optimise our services",
            "optimize our services",
            "for technical reasons",
            "technical reasons",
            "technical cookie",
            "necessary for the website to function",
            "necessary for the functioning of the website",
            "may be used for various purposes",
            "for marketing purposes",
            "for analytics purposes",
            "stores information about the visitor",
            "this is a necessary cookie",
            "improves your experience",
            "improves the user experience",
            "enhances your experience",
        }
    ),
    "fr": frozenset(
        {
            "améliorer votre expérience",
            "améliorer votre expérience utilisateur",
            "améliorer l'expérience utilisateur",
            "améliorer votre navigation",
            "améliorer nos services",
            "améliorer le site",
            "améliorer notre site",
            "optimiser nos services",
            "pour des raisons techniques",
            "raisons techniques",
            "cookie technique",
            "nécessaire au fonctionnement du site",
            "nécessaire au bon fonctionnement du site",
            "utilisé à des fins marketing",
            "utilisé à des fins statistiques",
            "améliore votre expérience",
            "améliore votre navigation",
        }
    ),
}
LONGEST_STOCK = 90
# Words that lead up to a formula, each with the blank after it.
_LEADS: Mapping[str, tuple[str, ...]] = {
    "en": ("this cookie ", "the cookie ", "it ", "is ", "used ", "helps ", "us ", "we ", "to "),
    "fr": (
        "ce cookie ",
        "le cookie ",
        "il ",
        "permet ",
        "sert ",
        "nous ",
        "aide ",
        "d'",
        "de ",
        "à ",
    ),
}


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
                message=f"'{cookie.name}' has no description of what it does",
            )


@rule(
    "INV002",
    citations=[GDPR_5_1_B, GDPR_12_1, WP260_VAGUE],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="Stock phrases are known in English and French; in other languages only length counts.",
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
                message=f"the description of '{cookie.name}' does not say what it does"
                f" ({', '.join(vague)}): '{texts[vague[0]]}'",
            )


def is_vague(text: str, language: str) -> bool:
    """Tell whether a text is shorter than 15 characters, or only a stock phrase."""
    words = text.strip().rstrip(".!").lower()
    if len(words) < SHORTEST:
        return True
    base = language.partition("-")[0]
    phrases = STOCK_PHRASES.get(base)
    if phrases is None or len(words) > LONGEST_STOCK:
        return False
    words = words.replace("\u2019", "'")
    leads = _LEADS[base]
    while words.startswith(leads):
        lead = next(one for one in leads if words.startswith(one))
        words = words[len(lead) :].lstrip()
    return words in phrases
