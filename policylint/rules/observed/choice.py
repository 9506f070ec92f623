from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from policylint.evidence.observation import Evidence, Observation, PhaseKind
from policylint.law.consent_guidance import CNIL_092_3, CNIL_SHEIN, EPD09_RECITAL_66
from policylint.law.jurisdictions import EEA, UK
from policylint.law.national import LIL_82, PECR_A1_2_3
from policylint.law.provisions import EPD_5_3, GDPR_7_3, GDPR_21_5
from policylint.model.cookie import Cookie
from policylint.model.record import Record
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
from policylint.rules.listing import MOST_NAMED, named
from policylint.rules.observed.seen import Seen, by, seen, settings, writes_in
from policylint.rules.observed.visits import gaps, in_phase, judged_here, why_not
from policylint.source.pointer import Pointer

Act = Literal["set", "sent", "there", "refused"]
_TOLD: Mapping[Act, str] = {
    "set": "was set",
    "sent": "was sent",
    "there": "was there",
    "refused": "was to be set, which this browser refused,",
}
_GRAVEST: Sequence[Act] = ("set", "sent", "there", "refused")


class Happening(Record):
    """What became of an entry in a phase: its gravest act, and the cookies that show it."""

    at: Pointer
    name: str
    act: Act
    observed: Sequence[Observation]

    def told(self, evidence: Evidence, kind: PhaseKind) -> str:
        """Write it in words, with the host that did it and the file that shows it."""
        first = self.observed[0]
        writes = writes_in(first, kind)
        writer = by(writes[0]) if writes and self.act in {"set", "refused"} else ""
        others = {one.name for one in self.observed} - {first.name}
        more = f", and {len(others)} more of '{self.name}'" if others else ""
        when = in_phase(evidence, kind)
        return f"'{first.name}' {_TOLD[self.act]} {when}{writer} ({first.source}){more}"


def _act(observation: Observation, kind: PhaseKind) -> Act | None:
    writes = writes_in(observation, kind)
    if settings(writes):
        return "set"
    if kind in observation.sent:
        return "sent"
    if kind in observation.present:
        return "there"
    return "refused" if any(one.outcome == "refused" for one in writes) else None


def _happenings(
    context: Context, shown: Seen, kind: PhaseKind
) -> Iterator[Happening | NotEvaluated | NotApplicable]:
    """Give what became of each entry that needs consent, in one phase."""
    if not context.in_need:
        yield NotApplicable(reason="no cookie needs consent")
        return
    why = why_not(shown.evidence, kind)
    if why is not None:
        yield why
        return
    entries, rest = judged_here(context, shown.evidence)
    yield from rest
    if entries:
        yield from gaps(shown.evidence, kind)
    for at, cookie in entries:
        happening = _happening(at, cookie, shown, kind)
        if happening is not None:
            yield happening
        elif not shown.shows(cookie.storage):
            yield NotEvaluated(at=at, reason=f"the evidence does not show '{cookie.storage}'")


def _happening(at: Pointer, cookie: Cookie, shown: Seen, kind: PhaseKind) -> Happening | None:
    acts: dict[Act, list[Observation]] = {}
    for one in shown.of_entry.get(int(at[1]), ()):
        act = _act(one, kind)
        if act is not None:
            acts.setdefault(act, []).append(one)
    gravest = next((act for act in _GRAVEST if act in acts), None)
    if gravest is None:
        return None
    return Happening(at=at, name=cookie.name, act=gravest, observed=acts[gravest])


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
    for one in _happenings(context, shown, "pre"):
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
    for one in _happenings(context, shown, "reject"):
        if not isinstance(one, Happening):
            yield one
        elif one.act == "there":
            reason = (
                f"'{one.name}' was there after the refusal; whether it was set or sent then, the"
                " evidence does not tell"
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
    for one in _happenings(context, shown, "withdraw"):
        if isinstance(one, Happening):
            yield Problem(
                at=one.at,
                message=one.told(shown.evidence, "withdraw"),
                severity=None if one.act in {"set", "sent"} else Severity.WARNING,
            )
        else:
            yield one


@rule(
    "EVD014",
    citations=[EPD09_RECITAL_66, PECR_A1_2_3, GDPR_21_5],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.INFO)],
    since="0.1.0",
)
def gpc_without_effect(context: Context) -> Iterator[Yield]:
    """Cookies that need consent were set although the browser sent Global Privacy Control.

    ## Why it matters
    No law in force in Europe makes the signal binding on every site. But a browser that says "no"
    utters a wish of its user, and a site that declares to honour it has promised to.

    ## How to fix it
    Have the consent platform take the signal for a refusal, or declare `signals: {gpc: ignore}`.
    """
    shown = seen(context)
    if isinstance(shown, NotEvaluated):
        yield shown
        return
    found: list[Happening] = []
    for one in _happenings(context, shown, "gpc"):
        if not isinstance(one, Happening):
            yield one
        elif one.act in {"set", "sent"}:
            found.append(one)
    if found:
        consent = context.inventory.consent
        promised = consent and consent.signals and consent.signals.gpc == "honour"
        sources = sorted({one.observed[0].source for one in found})
        names = named([one.observed[0].name for one in found])
        yield Problem(
            at=("consent", "signals", "gpc"),
            message=f"{names} {'was' if len(found) == 1 else 'were'} set or sent"
            f" {in_phase(shown.evidence, 'gpc')} ({', '.join(sources)})"
            + (", which the site declares to honour" if promised else ""),
            related=tuple((one.at, _TOLD[one.act]) for one in found[:MOST_NAMED]),
        )
