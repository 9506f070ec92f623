"""Several inventories in one report: a file that they share is reported once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from policylint.lint.finding import BaselineEntry, Finding
from policylint.lint.portion import Portion

UNUSED_SUPPRESSION = "DOC005"

Key = tuple[str, int, int, str, str]


def joined_findings(portions: Sequence[Portion]) -> list[Finding]:
    """Sort the findings of all inventories; what two say of a shared file is one finding."""
    readers = Counter(path for one in portions for path in one.documents)
    findings = [finding for one in portions for finding in one.findings]
    if max(readers.values(), default=0) > 1:
        findings = list(_merged(findings, readers))
    return sorted(findings, key=lambda finding: finding.order)


def _merged(findings: Iterable[Finding], readers: Counter[str]) -> Iterator[Finding]:
    shared: dict[Key, list[Finding]] = {}
    for finding in findings:
        if readers[finding.place.path] > 1:
            shared.setdefault(finding.order, []).append(finding)
        else:
            yield finding
    for group in shared.values():
        first = group[0]
        everywhere = len(group) >= readers[first.place.path]
        if first.rule.code == UNUSED_SUPPRESSION and not everywhere:
            continue  # it is of use to one of those that share the file
        # What is open for one of them is open.
        shown = max(group, key=lambda one: (one.status == "open", one.severity))
        codes = {code for one in group for code in one.jurisdictions}
        yield shown.changed(jurisdictions=sorted(codes))


def joined_entries(portions: Iterable[Portion]) -> list[BaselineEntry]:
    """Bring the entries for a new baseline together; a finding in a shared file is listed once."""
    groups: dict[tuple[object, ...], list[tuple[int, BaselineEntry]]] = {}
    for number, one in enumerate(portions):
        for entry in one.entries:
            groups.setdefault((*_about(entry), entry.severity), []).append((number, entry))
    return [entry for group in groups.values() for entry in _listed_once(group)]


def _listed_once(group: Sequence[tuple[int, BaselineEntry]]) -> Iterator[BaselineEntry]:
    entries = [entry for _, entry in group]
    most = max(entries, key=lambda entry: entry.count)
    if len({number for number, _ in group}) == len(group):
        codes = {code for entry in entries for code in entry.jurisdictions}
        yield most.changed(jurisdictions=sorted(codes))
        return
    # Several are alike in one inventory, each for jurisdictions of its own.
    alike: dict[tuple[str, ...], BaselineEntry] = {}
    for entry in entries:
        codes_here = tuple(entry.jurisdictions)
        known = alike.get(codes_here)
        if known is None or known.count < entry.count:
            alike[codes_here] = entry
    yield from alike.values()


def joined_gone(portions: Sequence[Portion]) -> list[BaselineEntry]:
    """List the entries of the baseline that are gone in every inventory that reads the file."""
    readers = Counter(path for one in portions for path in one.documents)
    told: dict[tuple[object, ...], list[BaselineEntry]] = {}
    for one in portions:
        for entry in one.gone:
            key = (*_about(entry), entry.severity, tuple(entry.jurisdictions))
            told.setdefault(key, []).append(entry)
    return [
        min(entries, key=lambda entry: entry.count)
        for entries in told.values()
        if len(entries) >= readers[entries[0].path]
    ]


def _about(entry: BaselineEntry) -> tuple[object, ...]:
    return (entry.path, entry.code, entry.cookie, entry.pointer, entry.content)
