from collections.abc import Iterator, Sequence

from policylint.law.guidance import WP194_3
from policylint.law.jurisdictions import EEA, UK
from policylint.law.national import PECR_A1_4
from policylint.law.provisions import EPD_5_3
from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.sentence import sentence
from policylint.model.traits import controllers_behind, is_of_security_family, is_third_party
from policylint.rule import Context, Problem, Scope, Severity, Yield, rule
from policylint.rules.classification.order import before
from policylint.rules.listing import quoted

GUARDING = {"security", "bot-detection", "captcha", "fraud-prevention"}


@rule(
    "CLS006",
    citations=[EPD_5_3, WP194_3],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    yields_to=(*before("CLS006"), "CLS022"),
    silenced_by=("SPC002",),
)
def third_party_claimed_essential(context: Context) -> Iterator[Yield]:
    """A third party's cookie is claimed essential, and nothing says whom it serves.

    A processor's cookie on the site's own host is not a third party's.

    ## Why it matters
    Another company seldom serves only what the visitor asked for. A payment, a login through
    another site or the defence against fraud can; then somebody should have said so.

    ## How to fix it
    Say in `requested` what the visitor asked for ("the payment step of the bank"), or in `note`
    why the cookie serves nothing else. Otherwise declare `category: improvement` and ask for
    consent.
    """
    for at, cookie in context.cookies:
        if (
            cookie.category == "essential"
            and cookie.exemption != "transmission"
            and not (cookie.requested or cookie.note)
            and is_third_party(cookie, context.inventory)
        ):
            yield Problem(
                at=(*at, "category"),
                message=sentence(
                    "'{name}' is a third party's and claimed essential, and neither 'requested'"
                    " nor 'note' says whom it serves",
                    name=cookie.name,
                ),
            )


@rule(
    "CLS022",
    citations=[EPD_5_3, WP194_3, PECR_A1_4],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="What the vendor really does with the data.",
)
def security_serves_others(context: Context) -> Iterator[Yield]:
    """A security cookie is claimed essential, and others than the visitor may profit from it.

    ## Why it matters
    Security is exempt where it protects what the visitor asked for: the login, the form, the
    payment. A vendor that recognises visitors on other companies' sites, or decides for itself
    what to do with the data, may protect its other customers, or sell. The defence against card
    fraud at the payment can still be exempt.

    ## How to fix it
    Read the vendor's terms. Where it uses the data for the protection of this service alone,
    say so in `note`, with the date of the terms. Otherwise ask for consent, or take a vendor
    that works on your instructions.
    """
    for at, cookie in context.cookies:
        if (
            cookie.category != "essential"
            or cookie.note
            or not is_of_security_family(cookie)
            or GUARDING.isdisjoint(cookie.purposes)
        ):
            continue
        others = serves_others(cookie, context.inventory)
        if others:
            yield Problem(
                at=(*at, "category"),
                message=sentence(
                    "'{name}' is claimed essential for security, but {others}; 'note' does not"
                    " say that it serves this site's visitors alone",
                    name=cookie.name,
                    others=others,
                ),
            )


def serves_others(cookie: Cookie, inventory: Inventory) -> str | None:
    """Say in words whom an entry may serve besides the visitors of this site."""
    deciding = _deciding(controllers_behind(cookie, inventory))
    if not cookie.cross_site:
        return deciding
    following = sentence("it recognises visitors on other companies' sites")
    if deciding is None:
        return following
    return sentence("{first} and {second}", first=following, second=deciding)


def _deciding(controllers: Sequence[str]) -> str | None:
    if not controllers:
        return None
    if len(controllers) == 1:
        return sentence("'{vendor}' decides for itself", vendor=controllers[0])
    return sentence("{vendors} decide for themselves", vendors=quoted(controllers))
