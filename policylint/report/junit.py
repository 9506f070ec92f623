"""The report as JUnit XML: a test suite for each file, a test case for each rule judged on it.

Jenkins reads one failure of a test case, and GitLab one test case of a name: what a rule finds in a
file is one of both. A rule that had nothing to judge is no test case, or its silence would pass.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from policylint.law import LAW_AS_OF, RULE_PACK
from policylint.lint.finding import Finding, Outcome, Report
from policylint.model.record import Record
from policylint.report.clean import xml_text
from policylint.report.wording import closure, grounds, standing
from policylint.rule import Severity

_ELSEWHERE = "it failed in a file that this one includes"
_CLOSED = ("waived", "suppressed", "baselined")

# Jenkins and GitLab offer the file that an output names so.
_ATTACHMENT = "[[ATTACHMENT|"
_DISARMED = "[\\x5bATTACHMENT|"


class _Suite(Record):
    text: str
    tests: int
    failures: int


class _Case(Record):
    """How a rule did on a file: `kind` is failure, skipped or none, `aside` what it also says."""

    kind: str = ""
    severity: str = ""
    message: str = ""
    body: Sequence[str] = ()
    aside: Sequence[str] = ()


def render(report: Report) -> str:
    """Write a suite for each file that was judged or has findings."""
    suites = [*_suites(report)]
    tests = sum(suite.tests for suite in suites)
    failures = sum(suite.failures for suite in suites)
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="policylint" tests="{tests}" failures="{failures}" errors="0">',
        *(suite.text for suite in suites),
        "</testsuites>\n",
    )
    return "\n".join(lines)


def _suites(report: Report) -> Iterator[_Suite]:
    outcomes: dict[str, dict[str, Outcome]] = {path: {} for path in report.files}
    for one in report.outcomes:
        outcomes.setdefault(one.path, {})[one.code] = one
    findings: dict[str, dict[str, list[Finding]]] = {path: {} for path in outcomes}
    for finding in report.findings:
        rules = findings.setdefault(finding.place.path, {})
        rules.setdefault(finding.rule.code, []).append(finding)
    known = {one.code: one for one in (*report.rules, *(one.rule for one in report.findings))}
    names = {code: _text(f"{code} {rule.name}") for code, rule in known.items()}
    facts = {"as_of": report.as_of.isoformat(), "rule_pack": RULE_PACK, "law_as_of": LAW_AS_OF}
    for path, found in findings.items():
        yield _suite(path, found, outcomes.get(path, {}), names, facts)


def _suite(
    path: str,
    findings: Mapping[str, Sequence[Finding]],
    outcomes: Mapping[str, Outcome],
    names: Mapping[str, str],
    facts: Mapping[str, str],
) -> _Suite:
    file = _text(path)
    idle = [one.code for one in outcomes.values() if one.outcome == "not-applicable"]
    lines: list[str] = []
    kinds = {"": 0, "failure": 0, "skipped": 0}
    for code in sorted({*findings, *outcomes}.difference(idle).union(findings)):
        case = _case(findings.get(code, ()), outcomes.get(code))
        kinds[case.kind] += 1
        lines += _written(case, f'classname="{file}" name="{names.get(code, code)}"')
    tests = sum(kinds.values())
    head = (
        f'  <testsuite name="{file}" file="{file}" tests="{tests}" failures="{kinds["failure"]}"'
        f' errors="0" skipped="{kinds["skipped"]}">'
    )
    properties = _properties({**facts, "not_applicable": " ".join(idle)})
    text = "\n".join((head, *properties, *lines, "  </testsuite>"))
    return _Suite(text=text, tests=tests, failures=kinds["failure"])


def _properties(values: Mapping[str, str]) -> Iterator[str]:
    yield "    <properties>"
    for name, value in values.items():
        yield f'      <property name="{name}" value="{_text(value)}"/>'
    yield "    </properties>"


def _case(findings: Sequence[Finding], outcome: Outcome | None) -> _Case:
    name, reason = (outcome.outcome, outcome.reason) if outcome else ("failed", None)
    held = outcome.held_back if outcome else None
    faults = [one for one in findings if one.status == "open" and one.severity > Severity.INFO]
    infos = [_line(one) for one in findings if one.status == "open" and one not in faults]
    closed = sorted(
        (one for one in findings if one.status != "open"),
        key=lambda one: _CLOSED.index(one.status),
    )
    told = [f"{_line(one)}; {closure(one)}" for one in closed]
    gaps = (reason if name == "failed" else None, held)
    partly = [f"partly not evaluated: {one}" for one in gaps if one]
    if faults:
        gravest = max(faults, key=lambda one: one.severity)
        return _Case(
            kind="failure",
            severity=gravest.severity.label,
            message=_line(gravest) + _more(faults),
            body=[line for one in faults for line in _lines(one)],
            aside=[*infos, *told, *partly],
        )
    if name == "not-evaluated":
        return _Case(kind="skipped", message=f"not evaluated: {reason}", aside=[*infos, *told])
    if closed:
        message = closure(closed[0]) + _more(closed)
        return _Case(kind="skipped", message=message, body=told, aside=[*infos, *partly])
    if name == "failed" and not findings:
        return _Case(kind="skipped", message=_ELSEWHERE, aside=partly)
    return _Case(aside=[*infos, *partly])


def _more(findings: Sequence[Finding]) -> str:
    return f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""


def _line(finding: Finding) -> str:
    place = finding.place
    start = f"{place.path}:{place.line}:{place.column}: {finding.severity.label}"
    return f"{start}: {finding.message} {standing(finding)}".rstrip()


def _lines(finding: Finding) -> Iterator[str]:
    yield _line(finding)
    for ground in grounds(finding.citations):
        yield f"  {ground}"


def _written(case: _Case, attributes: str) -> Iterator[str]:
    if not case.kind and not case.aside:
        yield f"    <testcase {attributes}/>"
        return
    yield f"    <testcase {attributes}>"
    if case.kind:
        severity = f'type="{case.severity}" ' if case.severity else ""
        body = _block(case.body or [case.message])
        yield f'      <{case.kind} {severity}message="{_text(case.message)}">{body}</{case.kind}>'
    if case.aside:
        yield f"      <system-out>{_block(case.aside)}</system-out>"
    yield "    </testcase>"


def _block(lines: Iterable[str]) -> str:
    return "\n".join(map(_text, lines))


def _text(text: str) -> str:
    return xml_text(text.replace("\n", "\\n")).replace(_ATTACHMENT, _DISARMED)
