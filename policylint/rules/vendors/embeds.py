from collections.abc import Iterator

from policylint.law.guidance import EDPB_SCOPE_CACHING
from policylint.law.jurisdictions import EEA, UK
from policylint.law.provisions import EPD_5_3
from policylint.law.rulings import FASHION_ID_EMBED
from policylint.model.sentence import sentence
from policylint.model.traits import is_third_party
from policylint.rule import Context, Problem, Scope, Severity, Yield, rule
from policylint.rules.classification.order import before
from policylint.rules.listing import quoted

EMBEDDED = {"embedded-content", "map"}


@rule(
    "VEN013",
    citations=[EPD_5_3, FASHION_ID_EMBED, EDPB_SCOPE_CACHING],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    yields_to=before("VEN013"),
)
def embed_before_consent(context: Context) -> Iterator[Yield]:
    """Another company's video, post or map is claimed essential, and nobody asked for it.

    ## Why it matters
    Once it is loaded, the host learns who reads the page, and may store and read on the device.
    The site that embeds it answers for that part and needs consent, or the visitor's click.

    ## How to fix it
    Show a picture in its place and load the content after a click; say so in `requested` ("plays
    the video; nothing is loaded before"). If the host also counts or advertises, list those
    purposes and ask for consent.
    """
    for at, cookie in context.cookies:
        if (
            cookie.category == "essential"
            and not cookie.requested
            and not EMBEDDED.isdisjoint(cookie.purposes)
            and is_third_party(cookie, context.inventory)
        ):
            yield Problem(
                at=(*at, "category"),
                message=sentence(
                    "'{name}' is a third party's {purposes} and claimed essential, and 'requested'"
                    " does not say that it waits for a click",
                    name=cookie.name,
                    purposes=quoted(one for one in cookie.purposes if one in EMBEDDED),
                ),
            )
