from collections.abc import Iterator, Sequence

from policylint.law.consent_guidance import (
    AEPD_VALIDITY,
    CNIL_092_CHOICES,
)
from policylint.law.guidance import (
    DPC_NOTE,
    EDPB_CONSENT_WHOLE,
    GARANTE_COOKIES,
    ICO_STORAGE_ACCESS,
)
from policylint.law.jurisdictions import EEA, FR, IT, UK
from policylint.law.provisions import GDPR_4_11, GDPR_13_3
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
from policylint.rules.consent.banner import asked
from policylint.rules.consent.clocks import (
    Figure,
    at_least,
    at_most,
    consent_figures,
    countries,
    falls_short,
    one_figure,
    refusal_figures,
)
from policylint.rules.listing import named
from policylint.source.pointer import Pointer

VALIDITY: Pointer = ("consent", "validity")
MEMORY: Pointer = ("consent", "refusal_memory")


@rule(
    "CON011",
    citations=[CNIL_092_CHOICES, DPC_NOTE, AEPD_VALIDITY, EDPB_CONSENT_WHOLE],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
)
def consent_kept_too_long(context: Context) -> Iterator[Yield]:
    """A consent counts for longer than recommended, or nothing says for how long.

    Ireland and France recommend 6 months, Spain 24. No other figure was found, and the United
    Kingdom has none on purpose. A site in several countries follows the strictest.

    ## Why it matters
    No law sets a number, but a consent fades: people forget it, and what it was asked for
    changes. Authorities want it refreshed at suitable intervals.

    ## How to fix it
    Set the lifetime of a choice in the consent platform and declare it as `consent.validity`.
    `6 months` for both `validity` and `refusal_memory` meets every figure known.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
        return
    validity = consent.validity
    packs = countries(context)
    figures = consent_figures(packs)
    if validity is None:
        yield Problem(at=VALIDITY, message=_unsaid(figures))
    elif context.pack.consent_max is not None and validity.exceeds(context.pack.consent_max):
        yield Problem(
            at=VALIDITY,
            message=sentence(
                "a yes counts for '{validity}'; expected {wanted}",
                validity=str(validity),
                wanted=at_most(figures),
            ),
            related=_shared(context, MEMORY if consent.refusal_memory else VALIDITY),
        )


def _unsaid(figures: Sequence[Figure]) -> str:
    if not figures:
        return sentence("nothing says how long a yes counts")
    return sentence(
        "nothing says how long a yes counts; expected {wanted}", wanted=at_most(figures)
    )


def _shared(context: Context, at: Pointer) -> tuple[tuple[Pointer, str], ...]:
    text = one_figure(countries(context))
    return ((at, text),) if text else ()


@rule(
    "CON012",
    citations=[CNIL_092_CHOICES, GARANTE_COOKIES],
    scopes=[Scope(jurisdictions=FR | IT, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="A change that allows to ask again earlier.",
)
def refusal_forgotten(context: Context) -> Iterator[Yield]:
    """A refusal is respected for too short a time.

    Half a year of any length counts as 6 months: 181 days do, 180 do not.

    ## Why it matters
    Who asks until the answer is yes does not leave a free choice. The CNIL and the Garante want a
    refusal kept for 6 months; the CNIL also wants it kept as long as a consent.

    ## How to fix it
    Set the memory of a refusal in the consent platform to 6 months or more, in France to
    `validity` or more, and declare it as `consent.refusal_memory`.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
        return
    memory, validity, least = consent.refusal_memory, consent.validity, context.pack.refusal_min
    if memory is None:
        yield NotEvaluated(at=MEMORY, reason=absent("refusal_memory"))
    elif least is not None and falls_short(memory, least):
        wanted = at_least(refusal_figures(countries(context)))
        yield Problem(
            at=MEMORY,
            message=sentence(
                "a no is respected for '{memory}'; expected {wanted}",
                memory=str(memory),
                wanted=wanted,
            ),
            related=_shared(context, VALIDITY if validity else MEMORY),
        )
    elif context.jurisdiction in FR and validity is not None and falls_short(memory, validity):
        yield Problem(
            at=MEMORY,
            message=sentence(
                "a no is respected for '{memory}', and a yes counts for '{validity}';"
                " expected at least as long (FR)",
                memory=str(memory),
                validity=str(validity),
            ),
            related=((VALIDITY, "how long a yes counts"),),
        )


@rule(
    "CON013",
    citations=[GDPR_4_11, GDPR_13_3, ICO_STORAGE_ACCESS, GARANTE_COOKIES],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
)
def change_without_new_request(context: Context) -> Iterator[Yield]:
    """A new purpose or a new vendor does not make the site ask again.

    ## Why it matters
    A consent covers what visitors were told when they gave it. It does not stretch to purposes and
    companies that came later.

    ## How to fix it
    Raise the version of the text in the consent platform whenever a purpose or vendor joins, so
    that everyone is asked again, and declare `asks_again_on: [new-purpose, new-vendor]`.
    """
    consent = asked(context)
    if isinstance(consent, NotApplicable):
        yield consent
        return
    given = consent.asks_again_on or ()
    missing = [one for one in ("new-purpose", "new-vendor") if one not in given]
    if missing:
        yield Problem(
            at=("consent", "asks_again_on"),
            message=sentence(
                "the site is not declared to ask again on {events}; expected both in"
                " 'asks_again_on'",
                events=named(missing),
            ),
        )
