"""Waivers: risks that the configuration accepts, by name and until a day."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from policylint.lint.builtin import WAIVER_EXPIRED, WAIVER_UNUSED
from policylint.lint.finding import Finding, Place, Waiver
from policylint.lint.patterns import path_matches
from policylint.lint.schema_faults import doc_finding
from policylint.lint.settings import Settings
from policylint.model.record import Record
from policylint.rule import Rule
from policylint.source.pointer import render_pointer


class Waived(Record):
    """What waivers made of some findings; `used` holds the numbers of those that cover one."""

    findings: Sequence[Finding]
    used: frozenset[int]


def waive(findings: Iterable[Finding], settings: Settings, path: str, as_of: date) -> Waived:
    """Mark the open findings of a file that a waiver covers on a day."""
    here = [
        (number, one)
        for number, one in enumerate(settings.waivers)
        if one.files is None or path_matches(path, one.files, settings.folder)
    ]
    used: set[int] = set()
    marked = []
    for finding in findings:
        covering = [(number, one) for number, one in here if _covers(one, finding)]
        used.update(number for number, _ in covering)
        holding = [one for _, one in covering if as_of <= one.expires]
        if holding and finding.status == "open":
            waiver = max(holding, key=lambda one: one.expires)
            finding = finding.changed(status="waived", waiver=waiver)  # noqa: PLW2901
        marked.append(finding)
    return Waived(findings=marked, used=frozenset(used))


def _covers(waiver: Waiver, finding: Finding) -> bool:
    if not finding.rule.answers_to(waiver.rule):
        return False
    if waiver.vendor is not None:
        at = finding.place.pointer or ""
        start = render_pointer(("vendors", waiver.vendor))
        return at == start or at.startswith(f"{start}/")
    # Without a name it covers what belongs to no cookie: the site, its consent, its vendors.
    return finding.cookie == waiver.cookie


def waiver_findings(settings: Settings, unused: Sequence[int], as_of: date) -> Iterator[Finding]:
    """Report the waivers that have expired (DOC007) or are known to be unused (DOC008)."""
    for number, waiver in enumerate(settings.waivers):
        about = f"the waiver of {waiver.rule}{_about(waiver)}"
        if waiver.expires < as_of:
            message = (
                f"{about} expired: {waiver.approved_by} accepted it until {waiver.expires}"
                f" ({waiver.reason})"
            )
            yield _finding(WAIVER_EXPIRED, settings, waiver, message)
        elif number in unused:
            yield _finding(WAIVER_UNUSED, settings, waiver, f"{about} covers no finding")


def _about(waiver: Waiver) -> str:
    name = waiver.cookie or waiver.vendor
    return f" on '{name}'" if name else ""


def _finding(rule: Rule, settings: Settings, waiver: Waiver, message: str) -> Finding:
    place = Place(
        path=settings.shown,
        line=waiver.line,
        column=1,
        end_line=waiver.line,
        end_column=1,
        pointer=None,
    )
    return doc_finding(rule, place, message, cookie=waiver.cookie)
