"""The judgement on an inventory, and on several."""

from collections.abc import Sequence
from typing import Literal

from policylint.lint.builtin import BLOCKING
from policylint.lint.select import SWITCHED_OFF
from policylint.policy.blocks import Tone
from policylint.review.change import gravest
from policylint.review.subject import Subject
from policylint.rule import Severity

Judgement = Literal["publish", "review", "unknown", "stop"]
ORDER: Sequence[Judgement] = ("stop", "unknown", "review", "publish")
"""From what weighs most to what weighs least."""
SIGNS: dict[Judgement, tuple[str, Tone]] = {
    "publish": ("✓", "good"),
    "review": ("!", "caution"),
    "unknown": ("?", "caution"),
    "stop": ("✕", "bad"),
}


def verdict_of(subject: Subject) -> Judgement:
    """Judge: `stop` with errors, `review` with warnings or accepted risks, else `publish`.

    A change that a person must decide on, or that asks for consent again, is a thing to review; so
    is an error-level rule that the configuration switches off. What could not be read is `unknown`.
    """
    if not is_readable(subject):
        return "unknown"
    if subject.count(Severity.ERROR):
        return "stop"
    weighty = gravest(subject.changes) in {"ask-again", "legal-decides"}
    accepted = subject.of_status("waived") or switched_off(subject)
    return "review" if subject.count(Severity.WARNING) or accepted or weighty else "publish"


def is_readable(subject: Subject) -> bool:
    """Tell whether the law could be checked at all."""
    blocked = any(one.rule.code in BLOCKING for one in subject.findings)
    return subject.inventory is not None and not blocked


def gravest_verdict(subjects: Sequence[Subject]) -> Judgement:
    """Give the verdict on several: that of the one that fares worst."""
    return min(map(verdict_of, subjects), key=ORDER.index)


def switched_off(subject: Subject) -> Sequence[str]:
    """List the error-level rules that the configuration keeps from speaking."""
    return [one.code for one in subject.outcomes("not-evaluated") if one.reason == SWITCHED_OFF]
