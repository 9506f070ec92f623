"""The repetitions of a phase, put together: the worst result counts."""

from collections.abc import Iterable, Sequence

from policylint.evidence.observation import ActionResult, Phase, PhaseKind

WORST_FIRST: Sequence[ActionResult] = (
    *("failed", "no-banner", "no-control", "unconfirmed"),
    *("confirmed", "not-needed"),
)
ORDER: Sequence[PhaseKind] = ("pre", "reject", "accept", "withdraw", "gpc")


def lost(kind: PhaseKind, remark: str, *, began: bool) -> Phase:
    """Tell of a phase that was not finished; one that never began leaves its repetitions valid."""
    result: ActionResult | None = "failed" if began else None
    return Phase(kind=kind, known_by="performed", result=result, is_complete=False, remark=remark)


def merged(phases: Iterable[Phase]) -> list[Phase]:
    """Give each phase once, in the order of the protocol."""
    by_kind: dict[PhaseKind, list[Phase]] = {}
    for phase in phases:
        by_kind.setdefault(phase.kind, []).append(phase)
    return [_one(by_kind[kind]) for kind in ORDER if kind in by_kind]


def _one(same: Sequence[Phase]) -> Phase:
    begun = [phase for phase in same if phase.result is not None]
    if not begun:
        return same[0].changed(result="failed")
    worst = min(begun, key=lambda phase: WORST_FIRST.index(phase.result or "failed"))
    missing = next((phase for phase in same if not phase.is_complete), None)
    return worst.changed(
        repetitions=len(begun),
        is_complete=missing is None,
        remark=worst.remark or (missing.remark if missing else None),
    )
