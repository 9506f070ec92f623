"""The phases of the evidence, and for whom they were visited: what can be judged, and why not."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from policylint.evidence.observation import ActionResult, Evidence, PhaseKind
from policylint.law.exemptions import exemption
from policylint.law.jurisdictions import EEA_COUNTRIES, pack
from policylint.model.cookie import Cookie
from policylint.model.sentence import Sentence, sentence
from policylint.rule import Context, NotEvaluated
from policylint.source.pointer import Pointer

WHEN: dict[PhaseKind, Sentence] = {
    "pre": sentence("before the choice"),
    "reject": sentence("after the refusal"),
    "accept": sentence("after acceptance"),
    "partial": sentence("after a choice of some groups"),
    "withdraw": sentence("after the withdrawal"),
    "gpc": sentence("with Global Privacy Control"),
    "preset": sentence("with a choice set from outside"),
    "unknown": sentence("at a time that is not known"),
}
_ACTS: dict[PhaseKind, Sentence] = {
    "reject": sentence("the refusal"),
    "accept": sentence("the acceptance"),
    "partial": sentence("the choice of some groups"),
    "withdraw": sentence("the withdrawal"),
}
_COUNTRIES = {"GB": "UK", "EL": "GR"}

Entry = tuple[Pointer, Cookie]


def why_not(evidence: Evidence, kind: PhaseKind) -> NotEvaluated | None:
    """Say why a phase tells nothing; None where it does."""
    found = [one for one in evidence.phases if one.kind == kind]
    if not found:
        reason = sentence("no visit {when} is in the evidence", when=WHEN[kind])
        return NotEvaluated(at=(), reason=reason)
    act = _ACTS.get(kind)
    for one in found if act else ():
        unsure = _unsure(act, one.result)
        if unsure is not None:
            return NotEvaluated(at=(), reason=unsure)
    return None


def _unsure(act: Sentence | None, result: ActionResult | None) -> Sentence | None:
    match result:
        case "unconfirmed":
            return sentence("{act} was not confirmed", act=act)
        case "no-banner":
            return sentence("{act} found no banner", act=act)
        case "no-control":
            return sentence("{act} found no control to click", act=act)
        case "failed":
            return sentence("{act} failed", act=act)
    return None


def gaps(evidence: Evidence, kind: PhaseKind) -> Iterator[NotEvaluated]:
    """Say why what was not seen in a phase may have been there all the same."""
    for one in evidence.phases:
        if one.kind == kind and not one.is_complete:
            reason = sentence("the visit {when} is not complete", when=WHEN[kind])
            yield NotEvaluated(at=(), reason=reason)
    for file in evidence.files:
        if not file.tells_cookies and not file.tells_storage:
            reason = sentence("{path} tells nothing of cookies", path=file.path)
            yield NotEvaluated(at=(), reason=reason)


def in_phase(evidence: Evidence, kind: PhaseKind) -> Sentence:
    """Write when something was seen; a phase that was guessed is called so."""
    guessed = any(one.kind == kind and one.known_by == "inferred" for one in evidence.phases)
    return sentence("{when} (inferred)", when=WHEN[kind]) if guessed else WHEN[kind]


def is_from(vantage: str, jurisdiction: str) -> bool:
    """Tell whether a visit from a country shows what visitors of a jurisdiction see."""
    country = _COUNTRIES.get(vantage, vantage)
    return country == jurisdiction or (jurisdiction == "EU" and country in EEA_COUNTRIES)


def judged_here(
    context: Context, evidence: Evidence
) -> tuple[Sequence[Entry], Sequence[NotEvaluated]]:
    """List the entries in need of consent that the evidence can show here, and what it cannot.

    A visit from one country says nothing of another. Of a visit from nobody knows where, only what
    needs consent in every jurisdiction of the site can be judged.
    """
    here = context.jurisdiction
    if evidence.vantage is None:
        everywhere: list[Entry] = []
        rest: list[NotEvaluated] = []
        for at, cookie in context.in_need:
            free = free_somewhere(context, cookie)
            if free is None:
                everywhere.append((at, cookie))
            else:
                reason = sentence(
                    "where the site was visited from is not known (--vantage), and '{name}' needs"
                    " no consent in {jurisdiction}",
                    name=cookie.name,
                    jurisdiction=free,
                )
                rest.append(NotEvaluated(at=at, reason=reason))
        return everywhere, rest
    if is_from(evidence.vantage, here):
        return context.in_need, ()
    return (), [visited_elsewhere(evidence.vantage, here)]


def visited_elsewhere(vantage: str, jurisdiction: str) -> NotEvaluated:
    """Say that a visit from a country shows nothing of a jurisdiction."""
    reason = sentence(
        "the site was visited from {vantage}, not from {jurisdiction}",
        vantage=vantage,
        jurisdiction=jurisdiction,
    )
    return NotEvaluated(at=(), reason=reason)


def free_somewhere(context: Context, cookie: Cookie) -> str | None:
    """Name a jurisdiction of the site where a cookie needs no consent, None if there is none."""
    for code in context.inventory.site.jurisdictions:
        facts = _model(code)
        if facts == "opt-out":
            return code
        name = cookie.exempt_in.get(code)
        holding = exemption(code, name, context.as_of) if name else None
        if holding is not None and holding.covers(cookie.purposes):
            return code
    return None


@lru_cache(maxsize=64)
def _model(jurisdiction: str) -> str | None:
    facts = pack(jurisdiction)
    return facts.model if facts else None
