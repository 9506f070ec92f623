from collections.abc import Iterator

from policylint.law.consent_guidance import CNIL_092_3, CNIL_SHEIN
from policylint.law.jurisdictions import EEA, UK
from policylint.law.national import LIL_82
from policylint.law.provisions import EPD_5_3, GDPR_7_3
from policylint.model.sentence import sentence
from policylint.rule import Context, NotEvaluated, Problem, Scope, Severity, Yield, rule
from policylint.rules.observed.acts import Happening, happenings
from policylint.rules.observed.seen import seen


@rule(
    "EVD002",
    citations=[EPD_5_3, LIL_82, CNIL_SHEIN],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[(Severity.WARNING, "the browser of the evidence refused it")],
    unseen="What happens on pages that were not visited, and for visitors from other countries.",
)
def set_before_choice(context: Context) -> Iterator[Yield]:
    """A cookie that needs consent was set, sent or there before the visitor chose.

    ## Why it matters
    Consent comes first. What is stored or read before the choice is stored or read without it,
    whatever the banner says and the inventory declares.

    ## How to fix it
    Hold back the tag that sets it until the visitor agrees: load it from the consent platform, or
    from a Tag Manager trigger that waits for it. Then collect the evidence again.
    """
    shown = seen(context)
    if isinstance(shown, NotEvaluated):
        yield shown
        return
    for one in happenings(context, shown, "pre"):
        if isinstance(one, Happening):
            yield Problem(
                at=one.at,
                message=one.told(shown.evidence, "pre"),
                severity=Severity.WARNING if one.act == "refused" else None,
            )
        else:
            yield one


@rule(
    "EVD003",
    citations=[EPD_5_3, LIL_82, CNIL_SHEIN],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[(Severity.WARNING, "the browser of the evidence refused it")],
    unseen="Cookies that a script reads and does not send.",
)
def set_after_refusal(context: Context) -> Iterator[Yield]:
    """A cookie that needs consent was set or sent after the visitor refused.

    What was there before and stays untouched is no fault of this rule.

    ## Why it matters
    A refusal that changes nothing is none. Authorities have fined sites whose "reject all" went on
    setting and reading cookies.

    ## How to fix it
    Find the tag that the message names and tie it to the choice. Cookies that were set before the
    refusal should be deleted with it.
    """
    shown = seen(context)
    if isinstance(shown, NotEvaluated):
        yield shown
        return
    for one in happenings(context, shown, "reject"):
        if not isinstance(one, Happening):
            yield one
        elif one.act == "there":
            reason = sentence(
                "'{name}' was there after the refusal; whether it was set or sent then, the"
                " evidence does not tell",
                name=one.name,
            )
            yield NotEvaluated(at=one.at, reason=reason)
        else:
            yield Problem(
                at=one.at,
                message=one.told(shown.evidence, "reject"),
                severity=Severity.WARNING if one.act == "refused" else None,
            )


@rule(
    "EVD004",
    citations=[GDPR_7_3, CNIL_092_3, CNIL_SHEIN],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[
        (Severity.WARNING, "it is only there, neither set again nor sent"),
        (Severity.WARNING, "the browser of the evidence refused it"),
    ],
    unseen="Cookies that a script reads and does not send.",
)
def survives_withdrawal(context: Context) -> Iterator[Yield]:
    """A cookie that needs consent was set, sent or there after consent was withdrawn.

    ## Why it matters
    A withdrawal must have effect, not only be recorded: what was allowed by the consent ends with
    it.

    ## How to fix it
    Have the consent platform delete the cookies of what is withdrawn and stop their tags. Where it
    deletes by name, give it every name, with the host and path that the cookie was set for.
    """
    shown = seen(context)
    if isinstance(shown, NotEvaluated):
        yield shown
        return
    for one in happenings(context, shown, "withdraw"):
        if isinstance(one, Happening):
            yield Problem(
                at=one.at,
                message=one.told(shown.evidence, "withdraw"),
                severity=None if one.act in {"set", "sent"} else Severity.WARNING,
            )
        else:
            yield one
