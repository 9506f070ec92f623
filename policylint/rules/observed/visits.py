"""The phases of the evidence, and for whom they were visited: what can be judged, and why not."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from policylint.evidence.observation import ActionResult, Evidence, PhaseKind
from policylint.law.exemptions import exemption
from policylint.law.jurisdictions import EEA_COUNTRIES, pack
from policylint.model.cookie import Cookie
from policylint.rule import Context, NotEvaluated
from policylint.source.pointer import Pointer

WHEN: dict[PhaseKind, str] = {
    "pre": "before the choice",
    "reject": "after the refusal",
    "accept": "after acceptance",
    "partial": "after a choice of some groups",
    "withdraw": "after the withdrawal",
    "gpc": "with Global Privacy Control",
    "preset": "with a choice set from outside",
    "unknown": "at a time that is not known",
}
_UNSURE: dict[ActionResult, str] = {
    "unconfirmed": "was not confirmed",
    "no-banner": "found no banner",
    "no-control": "found no control to click",
    "failed": "failed",
}
_ACTS: dict[PhaseKind, str] = {
    "reject": "the refusal",
    "accept": "the acceptance",
    "partial": "the choice of some groups",
    "withdraw": "the withdrawal",
}
_COUNTRIES = {"GB": "UK", "EL": "GR"}

Entry = tuple[Pointer, Cookie]


def why_not(evidence: Evidence, kind: PhaseKind) -> NotEvaluated | None:
    """Say why a phase tells nothing; None where it does."""
    found = [one for one in evidence.phases if one.kind == kind]
    if not found:
        return NotEvaluated(at=(), reason=f"no visit {WHEN[kind]} is in the evidence")
    for one in found:
        unsure = _UNSURE.get(one.result) if one.result else None
        if unsure is not None and kind in _ACTS:
            return NotEvaluated(at=(), reason=f"{_ACTS[kind]} {unsure}")
    return None


def gaps(evidence: Evidence, kind: PhaseKind) -> Iterator[NotEvaluated]:
    """Say why what was not seen in a phase may have been there all the same."""
    for one in evidence.phases:
        if one.kind == kind and not one.is_complete:
            yield NotEvaluated(at=(), reason=f"the visit {WHEN[kind]} is not complete")
    for file in evidence.files:
        if not file.tells_cookies and not file.tells_storage:
            yield NotEvaluated(at=(), reason=f"{file.path} tells nothing of cookies")


def in_phase(evidence: Evidence, kind: PhaseKind) -> str:
    """Write when something was seen; a phase that was guessed is called so."""
    guessed = any(one.kind == kind and one.known_by == "inferred" for one in evidence.phases)
    return f"{WHEN[kind]} (inferred)" if guessed else WHEN[kind]


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
                rest.append(
                    NotEvaluated(
                        at=at,
                        reason="where the site was visited from is not known (--vantage), and"
                        f" '{cookie.name}' needs no consent in {free}",
                    )
                )
        return everywhere, rest
    if is_from(evidence.vantage, here):
        return context.in_need, ()
    reason = f"the site was visited from {evidence.vantage}, not from {here}"
    return (), [NotEvaluated(at=(), reason=reason)]


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
