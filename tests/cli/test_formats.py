"""Reports of real runs, written several at once, read by those for whom they are."""

import csv
import json
from pathlib import Path

import pytest
from junitparser import JUnitXml

from policylint.report import FORMATS
from tests.conftest import ROOT, Done, Run

VIOLATIONS = ROOT / "examples" / "violations" / "cookies.yaml"
FILES = {
    "json": "a.json",
    "sarif": "a.sarif",
    "gitlab": "gl-code-quality-report.json",
    "junit": "a.xml",
    "markdown": "a.md",
    "csv": "a.csv",
    "concise": "a.txt",
    "github": "a.log",
}


def check(run: Run, folder: Path, name: str = "cookies.yaml") -> Done:
    """Write every format at once: text to standard output, each other one to its file."""
    (folder / name).write_bytes(VIOLATIONS.read_bytes())
    wanted = [f"--format={form}={file}" for form, file in FILES.items()]
    return run("check", name, *wanted, "--format", "text")


def test_every_format_is_written_in_one_run(run: Run, tmp_path: Path) -> None:
    done = check(run, tmp_path)

    assert {*FILES, "text"} == set(FORMATS)
    assert (done.code, done.err) == (1, "")
    assert done.out == run("check", "cookies.yaml").out
    for form, file in FILES.items():
        alone = run("check", "cookies.yaml", "--format", form)
        assert alone.code == 1
        assert (tmp_path / file).read_bytes().decode() == alone.out, form


@pytest.mark.parametrize("name", ["cookies.yaml", "=cmd;@x]]>|`--> #1 @a.yaml", "日本\u202e.yaml"])
def test_all_formats_tell_of_the_same_findings(run: Run, tmp_path: Path, name: str) -> None:
    check(run, tmp_path, name)

    told = json.loads((tmp_path / "a.json").read_bytes())
    quality = json.loads((tmp_path / "gl-code-quality-report.json").read_bytes())
    [suite] = JUnitXml.fromfile(str(tmp_path / "a.xml"))
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))

    places = [(one["line"], one["column"]) for one in told["findings"]]
    assert [
        (one["location"]["lines"]["begin"], one["location"]["positions"]["begin"]["column"])
        for one in quality
        if one["check_name"] != "not-evaluated"
    ] == places
    assert {one["location"]["path"] for one in quality} == {name}
    assert [(int(row["line"]), int(row["column"])) for row in rows if row["line"]] == places
    graver = {one["code"] for one in told["findings"] if one["severity"] != "info"}
    assert suite.failures == len(graver)
    assert suite.tests == sum(one["outcome"] != "not-applicable" for one in told["outcomes"])
    assert (tmp_path / "a.md").read_text(encoding="utf-8").count("\n| ") == 2 + len(places)


WAIVED = """\
[[waivers]]
rule = "LIF001"
cookie = "_ga"
reason = "the contract ends; = in January"
approved-by = "dpo@studio-ductus.example"
expires = 2026-11-22
"""


def accepted(run: Run, folder: Path, day: str) -> Done:
    """Check a file whose one error is waived until 2026-11-22, in every format."""
    (folder / "cookies.yaml").write_bytes(VIOLATIONS.read_bytes())
    (folder / "policylint.toml").write_text(WAIVED, encoding="utf-8")
    wanted = [f"--format={form}={file}" for form, file in FILES.items()]
    return run("check", "--select=LIF001,DOC007", f"--as-of={day}", *wanted, "--format=text")


def test_a_waiver_is_an_accepted_risk_on_its_last_day_in_every_format(
    run: Run, tmp_path: Path
) -> None:
    done = accepted(run, tmp_path, "2026-11-22")
    reason, approver = "the contract ends; = in January", "dpo@studio-ductus.example"
    sentence = f"accepted until 2026-11-22 by {approver}: {reason}"

    assert done.code == 0
    assert sentence in " ".join(done.out.split())
    assert sentence in " ".join((tmp_path / "a.log").read_text(encoding="utf-8").split())
    [finding] = json.loads((tmp_path / "a.json").read_bytes())["findings"]
    assert finding["waiver"] == {
        "reason": reason,
        "approved_by": approver,
        "expires": "2026-11-22",
    }
    [result] = json.loads((tmp_path / "a.sarif").read_bytes())["runs"][0]["results"]
    assert [(one["kind"], one["justification"]) for one in result["suppressions"]] == [
        ("external", sentence)
    ]
    root = JUnitXml.fromfile(str(tmp_path / "a.xml"))
    assert (root.failures, root.errors) == (0, 0)
    skips = [one.message for suite in root for case in suite for one in case.result]
    assert sentence in skips
    page = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert "### Accepted risks" in page
    assert f"| 2026-11-22 | {approver.replace('@', '@&#8203;')} | {reason} |" in page
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        [row] = [row for row in csv.DictReader(file, strict=True) if row["status"] == "waived"]
    assert (row["approved_by"], row["expires"]) == (approver, "2026-11-22")
    assert row["reason"] == "the contract ends;' = in January"
    quality = json.loads((tmp_path / "gl-code-quality-report.json").read_bytes())
    assert not [one for one in quality if one["severity"] != "info"]
    assert (
        (tmp_path / "a.txt").read_text(encoding="utf-8").startswith("no open findings (1 waived)")
    )


def test_the_day_after_it_fails_in_every_format(run: Run, tmp_path: Path) -> None:
    done = accepted(run, tmp_path, "2026-11-23")

    assert done.code == 1
    assert "accepted until" not in done.out
    for file in FILES.values():
        text = (tmp_path / file).read_text(encoding="utf-8")
        assert "LIF001" in text, file
        assert "DOC007" in text, file
        assert "Accepted risks" not in text
    root = JUnitXml.fromfile(str(tmp_path / "a.xml"))
    assert [(suite.name, suite.failures) for suite in root] == [
        ("cookies.yaml", 1),
        ("policylint.toml", 1),
    ]


def test_one_format_goes_where_output_says(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_bytes(VIOLATIONS.read_bytes())

    done = run("check", "--format", "junit", "--output", "report.xml")

    assert (done.code, done.out) == (1, "")
    assert (
        (tmp_path / "report.xml").read_bytes().startswith(b'<?xml version="1.0" encoding="UTF-8"?>')
    )


def test_an_unknown_format_names_all_known_ones(run: Run) -> None:
    done = run("check", "--format", "xml")

    assert done.code == 2
    assert f"expected one of {', '.join(FORMATS)}" in done.err


def test_windows_line_ends_of_a_file_reach_no_report(run: Run, tmp_path: Path) -> None:
    check(run, tmp_path)
    written = {file: (tmp_path / file).read_bytes() for file in FILES.values()}
    (tmp_path / "cookies.yaml").write_bytes(VIOLATIONS.read_bytes().replace(b"\n", b"\r\n"))

    run("check", "cookies.yaml", *(f"--format={form}={file}" for form, file in FILES.items()))

    assert {file: (tmp_path / file).read_bytes() for file in FILES.values()} == written
    assert [file for file, text in written.items() if b"\r" in text] == ["a.csv"]
