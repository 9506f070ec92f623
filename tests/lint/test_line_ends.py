"""How lines end changes no finding and no place: a file from Windows is the same inventory."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from policylint.lint.run import Options, check_files
from policylint.lint.settings import Settings
from tests.conftest import ROOT, Run

INVENTORIES = [
    *sorted((ROOT / "examples").glob("*/cookies.yaml")),
    *sorted((ROOT / "tests" / "law" / "scenarios").glob("*.yaml")),
    *sorted((ROOT / "tests" / "model").glob("*.yaml")),
    *sorted((ROOT / "tests" / "rules").glob("*/bad.yaml")),
]
ENDS = {"crlf": "\r\n", "cr": "\r"}
VIOLATIONS = (ROOT / "examples" / "violations" / "cookies.yaml").read_text("utf-8")


def rewritten(text: str, end: str) -> bytes:
    assert "\r" not in text
    return text.replace("\n", end).encode()


def findings(path: Path) -> list[Mapping[str, object]]:
    options = Options(as_of=date(2026, 11, 23), settings=Settings(), preview=True)
    report, _ = check_files([str(path)], options)
    return [
        {
            "code": one.rule.code,
            "severity": one.severity,
            "message": one.message,
            "place": {**one.place.__dict__, "path": ""},
            "related": [
                (related.message, {**related.place.__dict__, "path": ""}) for related in one.related
            ],
            "status": one.status,
            "jurisdictions": one.jurisdictions,
        }
        for one in report.findings
    ]


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_every_finding_stands_where_it_stands_with_other_line_ends(
    tmp_path: Path, end: str
) -> None:
    path = tmp_path / "cookies.yaml"
    found = 0
    for inventory in INVENTORIES:
        text = inventory.read_text("utf-8")
        path.write_bytes(text.encode())
        before = findings(path)
        path.write_bytes(rewritten(text, end))

        assert findings(path) == before, inventory
        found += len(before)
    assert found > 1_000


def test_mixed_line_ends_and_a_mark_at_the_start_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "cookies.yaml"
    path.write_text(VIOLATIONS, "utf-8")
    before = findings(path)
    lines = VIOLATIONS.splitlines()
    mixed = "".join(f"{line}{('', chr(13))[number % 2]}\n" for number, line in enumerate(lines))
    path.write_bytes(b"\xef\xbb\xbf" + mixed.encode())

    assert findings(path) == before
    assert len(before) > 50


@pytest.mark.parametrize("form", ["json", "sarif", "concise", "text", "github", "csv", "gitlab"])
def test_reports_are_the_same_to_the_byte(run: Run, tmp_path: Path, form: str) -> None:
    path = tmp_path / "cookies.yaml"
    path.write_text(VIOLATIONS, "utf-8")
    before = run("check", "--format", form)
    path.write_bytes(rewritten(VIOLATIONS, "\r\n"))

    assert run("check", "--format", form) == before


def test_a_comment_silences_with_other_line_ends_too(run: Run, tmp_path: Path) -> None:
    text = (ROOT / "examples" / "studio-ductus" / "cookies.yaml").read_text("utf-8")
    path = tmp_path / "cookies.yaml"
    path.write_text(text, "utf-8")
    known = json.loads(run("check", "--format", "json").out)["findings"]
    lines = text.splitlines()
    for one in known:
        line = lines[one["line"] - 1].partition("  #")[0]
        lines[one["line"] - 1] = f"{line}  # policylint: ignore[{one['code']}] it is known here"
    silent = "\n".join(lines) + "\n"
    statuses = []
    for end in ("\n", "\r\n"):
        path.write_bytes(rewritten(silent, end))
        report = json.loads(run("check", "--format", "json").out)
        statuses.append([(one["code"], one["line"], one["status"]) for one in report["findings"]])

    assert known
    assert statuses[0] == statuses[1]
    assert {status for _, _, status in statuses[0]} == {"suppressed"}


def test_a_baseline_holds_when_the_line_ends_change(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cookies.yaml"
    path.write_text(VIOLATIONS, "utf-8")
    assert run("check", "--write-baseline", "known.json").code == 0
    path.write_bytes(rewritten(VIOLATIONS, "\r\n"))
    baseline = tmp_path / "known.json"
    baseline.write_bytes(rewritten(baseline.read_text("utf-8"), "\r\n"))

    done = run("check", "--baseline", "known.json", "--strict-baseline", "--format", "json")

    assert done.code == 0, done.err
    assert json.loads(done.out)["summary"]["baselined"] > 50


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "bom"])
@pytest.mark.parametrize("name", ["policylint.toml", "pyproject.toml"])
def test_a_configuration_from_windows_is_read(
    run: Run, tmp_path: Path, name: str, mark: bytes
) -> None:
    (tmp_path / "cookies.yaml").write_text(VIOLATIONS, "utf-8")
    table = "[tool.policylint]\n" if name == "pyproject.toml" else ""
    (tmp_path / name).write_bytes(mark + rewritten(f'{table}select = ["LIF"]\n', "\r\n"))

    report = json.loads(run("check", "--format", "json").out)

    assert {one["code"][:3] for one in report["findings"]} == {"LIF"}
