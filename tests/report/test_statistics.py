from policylint.lint.finding import Report
from policylint.report.statistics import statistics
from policylint.rule import Rule

TABLE = """\
code    severity  open  suppressed  waived  baselined  files  rule
LIF001  error        2           0       1          0      1  lifetime-too-long
CLS001  error        1           0       0          1      1  improvement-without-consent
INF003  warning      1           1       0          0      1  purpose-is-vague
PRE001  info         1           0       0          0      1  signal-not-honoured
total                5           1       1          1      1  4 rules
"""


def test_findings_are_counted_by_rule_the_most_frequent_first(report: Report) -> None:
    assert statistics(report) == TABLE


def test_files_are_counted_once_each(report: Report) -> None:
    vague = next(one for one in report.findings if one.status == "suppressed")
    found = [
        vague.changed(place=vague.place.changed(path=f"site/{number % 10}.yaml"))
        for number in range(12)
    ]
    rows = statistics(report.changed(findings=found)).splitlines()[1:]

    assert [row.split() for row in rows] == [
        ["INF003", "warning", "0", "12", "0", "0", "10", "purpose-is-vague"],
        ["total", "0", "12", "0", "0", "10", "1", "rule"],
    ]


def test_a_run_without_findings_says_so(clean_report: Report) -> None:
    assert statistics(clean_report) == "statistics: no rule found anything in 1 file\n"


def test_the_name_of_a_rule_cannot_move_the_terminal(report: Report) -> None:
    first = report.findings[0]
    rule = Rule(**{**vars(first.rule), "name": "red\x1b[31m\n::error::", "code": "X\u202e1"})
    text = statistics(report.changed(findings=[first.changed(rule=rule)]))

    assert "X\\u202e1" in text
    assert "red\\x1b[31m\\n::error::" in text
    assert len(text.splitlines()) == 3
