from collections.abc import Iterator, Sequence

from policylint.law.jurisdictions import EEA, UK
from policylint.law.provisions import GDPR_13_2_F, GDPR_22, GDPR_26_2
from policylint.law.rulings import DUN_BRADSTREET_LOGIC
from policylint.model.sentence import sentence
from policylint.rule import Context, NotApplicable, Problem, Scope, Severity, Yield, rule
from policylint.rules.listing import named


@rule(
    "POL004",
    citations=[GDPR_13_2_F, GDPR_22, DUN_BRADSTREET_LOGIC],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    unseen="Whether the explanation is one that a visitor understands.",
)
def automated_decision_unexplained(context: Context) -> Iterator[Yield]:
    """Decisions are taken without a person, and visitors are not told how or with what effect.

    ## Why it matters
    Visitors must be told that such a decision is taken, by what logic, and what it means for
    them, well enough to understand it and to contest it.

    ## How to fix it
    Say in `profiling.logic` which facts lead to which decision, and in `profiling.effects` what
    the visitor gets or loses by it.
    """
    deciding = [
        (at, cookie, cookie.profiling)
        for at, cookie in context.cookies
        if cookie.profiling is not None and cookie.profiling.automated_decisions
    ]
    if not deciding:
        yield NotApplicable(reason="no entry takes decisions without a person")
    for at, cookie, profiling in deciding:
        told = {"logic": profiling.logic, "effects": profiling.effects}
        missing = [f"profiling.{name}" for name, text in told.items() if text is None]
        if missing:
            yield Problem(
                at=(*at, "profiling", "automated_decisions"),
                message=_unexplained(cookie.name, missing),
            )


def _unexplained(name: str, missing: Sequence[str]) -> str:
    if len(missing) == 1:
        return sentence(
            "'{name}' takes decisions without a person, and '{field}' is absent",
            name=name,
            field=missing[0],
        )
    return sentence(
        "'{name}' takes decisions without a person, and {fields} are absent",
        name=name,
        fields=named(missing),
    )


@rule(
    "POL005",
    citations=[GDPR_26_2],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
)
def essence_unpublished(context: Context) -> Iterator[Yield]:
    """A vendor is joint controller, and the essence of the arrangement is not told.

    ## Why it matters
    Whoever decides together must agree on who answers for what. Visitors have a right to the
    essence of it: whom to address, and who does what.

    ## How to fix it
    Say in `essence` of the vendor, in a sentence or two, who informs, who asks for consent and
    who answers requests.
    """
    joint = [
        (key, vendor)
        for key, vendor in context.inventory.vendors.items()
        if vendor.role == "joint-controller"
    ]
    if not joint:
        yield NotApplicable(reason="no vendor is a joint controller")
    for key, vendor in joint:
        if vendor.essence is None:
            yield Problem(
                at=("vendors", key, "essence"),
                message=sentence(
                    "vendor '{vendor}' is a joint controller, and 'essence' is absent; expected who"
                    " answers for what",
                    vendor=key,
                ),
            )
