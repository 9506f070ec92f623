from collections.abc import Iterator
from datetime import date

from policylint.law.adequacy import Adequacy, Regime, adequacy
from policylint.law.jurisdictions import EEA, UK
from policylint.law.national import UK_US_BRIDGE_WHOLE
from policylint.law.provisions import DPF_1, GDPR_45
from policylint.law.rulings import LATOMBE_DPF
from policylint.model.sentence import sentence, series
from policylint.model.vendor import Transfer
from policylint.rule import Context, NotApplicable, Problem, Scope, Severity, Yield, rule
from policylint.rules.vendors.declared import inside, older, resting_on

UK_EXTENSION = "UK"


@rule(
    "VEN008",
    citations=[GDPR_45],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[
        (
            Severity.WARNING,
            "in the United Kingdom, for a country with a decision of the European Commission",
        )
    ],
    unseen="Whether the recipient falls under a decision that covers only part of a country.",
)
def adequacy_not_in_force(context: Context) -> Iterator[Yield]:
    """A transfer rests on an adequacy decision that is not in force.

    ## Why it matters
    A decision lifts the need for a safeguard for one country, from its first day to its last.
    The United States have one only for organisations that are certified under the Data Privacy
    Framework, and that framework exists for no other country. The United Kingdom has a list of
    its own.

    ## How to fix it
    Agree on standard contractual clauses and assess the country, then declare `mechanism: scc`.
    For a certified organisation in the United States declare `mechanism: dpf`.
    """
    found = resting_on(context, "adequacy", "dpf")
    if not found:
        yield NotApplicable(reason="no transfer rests on adequacy")
    regime: Regime = "UK" if context.jurisdiction in UK else "EEA"
    for one in found:
        fault = _not_in_force(regime, one.transfer, context)
        if fault:
            # Whether the United Kingdom has followed such a decision was not read.
            followed = adequacy("EEA", one.transfer.country)
            unread = (
                regime == "UK"
                and one.transfer.mechanism == "adequacy"
                and followed is not None
                and not followed.certified
            )
            yield Problem(
                at=(*one.at, "mechanism"),
                message=sentence(
                    "{transfer} rests on '{mechanism}', but {fault}",
                    transfer=one.words,
                    mechanism=one.transfer.mechanism,
                    fault=fault,
                ),
                severity=Severity.WARNING if unread else None,
            )


def _not_in_force(regime: Regime, transfer: Transfer, context: Context) -> str | None:
    country = transfer.country
    if country in inside(context.jurisdiction):
        return None
    decision = adequacy(regime, country)
    certified = transfer.mechanism == "dpf"
    if certified and not (decision and decision.certified):
        return sentence("the Data Privacy Framework covers the United States alone")
    if decision is None:
        return _without_decision(regime, country)
    if decision.certified and not certified:
        return sentence("adequacy holds there for certified organisations only; expected 'dpf'")
    return _out_of_time(decision, context.as_of)


def _without_decision(regime: Regime, country: str) -> str:
    if regime == "UK":
        return sentence(
            "the United Kingdom is not known to have a decision on {country}", country=country
        )
    return sentence(
        "the European Commission is not known to have a decision on {country}", country=country
    )


def _out_of_time(decision: Adequacy, day: date) -> str | None:
    country, start, end = decision.country, decision.start, decision.end
    if start and day < start:
        return sentence("the decision on {country} holds from {day}", country=country, day=start)
    if end and day > end:
        return sentence("the decision on {country} ended on {day}", country=country, day=end)
    return None


@rule(
    "VEN009",
    citations=[DPF_1, UK_US_BRIDGE_WHOLE],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="The list of certified organisations itself, and which data a certification covers.",
)
def dpf_unchecked(context: Context) -> Iterator[Yield]:
    """A transfer rests on the Data Privacy Framework, and the certification was not checked.

    ## Why it matters
    The framework covers organisations that certify themselves anew each year. For data from the
    United Kingdom a certification counts only with the UK Extension, which is chosen apart.

    ## How to fix it
    Look the vendor up at www.dataprivacyframework.gov and write the day into `checked`. For the
    United Kingdom write what you found there into `reference`: "DPF with UK Extension".
    """
    found = resting_on(context, "dpf")
    if not found:
        yield NotApplicable(reason="no transfer rests on the Data Privacy Framework")
    for one in found:
        checked = one.transfer.checked
        stale = checked is not None and older(checked, 12, context.as_of)
        faults = []
        if checked is None:
            faults.append(sentence("'checked' does not say when the certification was looked up"))
        elif stale:
            faults.append(
                sentence(
                    "the certification was last looked up on {day}, over 12 months ago", day=checked
                )
            )
        if context.jurisdiction in UK and UK_EXTENSION not in (one.transfer.reference or ""):
            faults.append(
                sentence(
                    "the United Kingdom needs its UK Extension, which 'reference' does not name"
                )
            )
        if faults:
            yield Problem(
                at=(*one.at, "checked" if stale else "mechanism"),
                message=sentence(
                    "{transfer} rests on 'dpf': {faults}",
                    transfer=one.words,
                    faults=series(faults, "; "),
                ),
            )


@rule(
    "VEN010",
    citations=[LATOMBE_DPF, DPF_1],
    scopes=[Scope(jurisdictions=EEA, severity=Severity.INFO)],
    since="0.1.0",
)
def dpf_without_fallback(context: Context) -> Iterator[Yield]:
    """A transfer rests on the Data Privacy Framework alone.

    ## Why it matters
    Two predecessors were annulled from one day to the next. A first action against this one was
    dismissed; an appeal is pending (C-703/25 P).

    ## How to fix it
    Agree on standard contractual clauses that take effect if the framework falls, and declare
    `fallback: scc`.
    """
    found = resting_on(context, "dpf")
    if not found:
        yield NotApplicable(reason="no transfer rests on the Data Privacy Framework")
    for one in found:
        if one.transfer.fallback is None:
            yield Problem(
                at=(*one.at, "mechanism"),
                message=sentence(
                    "{transfer} rests on 'dpf', and 'fallback' does not say what holds if it falls",
                    transfer=one.words,
                ),
            )
