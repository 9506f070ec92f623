"""Many inventories in one run: patterns, what they share, what is left out."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Done, Run

SITE = """\
version: 1
include: [../../vendors.yaml]
site: {{name: Site {number}, url: "https://s{number}.example", jurisdictions: [{country}], languages: [en]}}
controller: {{name: A, country: FR, email: a@a.example}}
cookies:
  - {{name: sid, vendor: host, category: essential, purposes: [load-balancing], description: Keeps the server., lifetime: session, owner: web, reviewed: 2026-10-01}}
"""
VENDORS = """\
version: 1
vendors:
  host: {name: Host, country: FR, role: processor}
"""
SILENCED = VENDORS.replace("processor}", "processor} # policylint: ignore[VEN001] the page is new")
COUNTRIES = ("FR", "BE", "DE", "ES", "IT", "NL", "PT", "LU", "IE", "AT")


@pytest.fixture(autouse=True)
def ten(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "vendors.yaml").write_text(VENDORS, encoding="utf-8")
    for number, country in enumerate(COUNTRIES):
        folder = tmp_path / "sites" / str(number)
        folder.mkdir(parents=True)
        text = SITE.format(number=number, country=country)
        (folder / "cookies.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def read(done: Done) -> Mapping[str, Any]:
    assert done.err == ""
    found: Mapping[str, Any] = json.loads(done.out)
    return found


def of(report: Mapping[str, Any], code: str) -> list[Mapping[str, Any]]:
    return [one for one in report["findings"] if one["code"] == code]


def files(report: Mapping[str, Any]) -> set[str]:
    return {one["path"] for one in report["outcomes"]}


ALL = {f"sites/{number}/cookies.yaml" for number in range(10)}


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("sites/**/cookies.yaml", ALL),
        ("**/cookies.yaml", ALL),
        ("sites/**", ALL),
        ("sites/*", ALL),
        ("*/[0-3]/cookies.yaml", {f"sites/{number}/cookies.yaml" for number in range(4)}),
        ("sites/?/c*.y*ml", ALL),
        ("./sites/7/*.yaml", {"sites/7/cookies.yaml"}),
        ("site?/7", {"sites/7/cookies.yaml"}),
        ("*.yaml", {"vendors.yaml"}),
    ],
)
def test_a_pattern_means_what_a_shell_would_make_of_it(
    run: Run, pattern: str, found: set[str]
) -> None:
    assert files(read(run("check", pattern, "--format", "json"))) == found


def test_a_pattern_may_start_at_the_root(run: Run, ten: Path) -> None:
    pattern = f"{ten.as_posix()}/sites/*/cookies.yaml"

    assert files(read(run("check", pattern, "--format", "json"))) == ALL


def test_a_pattern_without_a_match_is_a_file_that_does_not_exist(run: Run) -> None:
    for pattern in ("sites/*.yaml", "nowhere/**/cookies.yaml", "sites/**/nothing-?.yaml"):
        done = run("check", pattern)

        assert (done.code, done.out) == (3, "")
        assert done.err == f"policylint: nothing matches '{pattern}'; expected an inventory\n"


def test_a_file_that_has_the_name_of_a_pattern_is_meant_by_it(run: Run, ten: Path) -> None:
    for name in ("[0-3].cookies.yaml", "1.cookies.yaml"):
        (ten / name).write_text(VENDORS, encoding="utf-8")

    assert files(read(run("check", "[0-3].cookies.yaml", "--format", "json"))) == {
        "[0-3].cookies.yaml"
    }


def test_a_pattern_passes_over_what_is_hidden_or_of_others(run: Run, ten: Path) -> None:
    for name in (".cache", "node_modules"):
        folder = ten / "sites" / name
        folder.mkdir()
        (folder / "cookies.yaml").write_text("broken: [", encoding="utf-8")

    assert files(read(run("check", "sites/**/cookies.yaml", "--format", "json"))) == ALL
    assert files(read(run("check", "sites/*/cookies.yaml", "--format", "json"))) == ALL
    hidden = read(run("check", "sites/.*/cookies.yaml", "--format", "json"))
    assert files(hidden) == {"sites/.cache/cookies.yaml"}


def test_a_ring_of_links_ends(run: Run, ten: Path) -> None:
    (ten / "sites" / "0" / "again").symlink_to(ten / "sites", target_is_directory=True)

    assert files(read(run("check", "sites/**/cookies.yaml", "--format", "json"))) == ALL


def test_what_a_pattern_finds_may_be_excluded(run: Run, ten: Path) -> None:
    (ten / "policylint.toml").write_text('exclude = ["sites/[0-4]/**"]\n', encoding="utf-8")
    # The nearest configuration is the only one, and its patterns count from it.
    (ten / "sites" / "7" / "policylint.toml").write_text(
        'exclude = ["cookies.yaml"]\n', encoding="utf-8"
    )
    (ten / "sites" / "8" / "policylint.toml").write_text(
        'exclude = ["sites/8/**"]\n', encoding="utf-8"
    )
    left = {f"sites/{number}/cookies.yaml" for number in (5, 6, 8, 9)}

    assert files(read(run("check", "sites/*/cookies.yaml", "--format", "json"))) == left
    assert files(read(run("check", "--format", "json"))) == left
    assert files(read(run("check", "sites/7/cookies.yaml", "--format", "json"))) == {
        "sites/7/cookies.yaml"
    }
    done = run("check", "sites/[0-4]/cookies.yaml")
    assert done.code == 3
    assert "every file that matches 'sites/[0-4]/cookies.yaml' is excluded by" in done.err


def test_a_shared_file_is_judged_through_those_that_include_it(run: Run) -> None:
    report = read(run("check", "--format", "json"))

    (finding,) = of(report, "VEN001")
    assert (finding["path"], finding["line"]) == ("vendors.yaml", 3)
    assert finding["jurisdictions"] == sorted(COUNTRIES)
    assert files(report) == ALL
    assert report["summary"]["files"] == 10


def test_a_suppression_in_a_shared_file_is_unused_only_where_nobody_uses_it(
    run: Run, ten: Path
) -> None:
    (ten / "vendors.yaml").write_text(SILENCED, encoding="utf-8")
    report = read(run("check", "--format", "json"))

    (finding,) = of(report, "VEN001")
    assert (finding["status"], of(report, "DOC005")) == ("suppressed", [])

    text = SILENCED.replace(
        "role: processor", "role: processor, privacy_policy: 'https://h.example'"
    )
    (ten / "vendors.yaml").write_text(text, encoding="utf-8")
    report = read(run("check", "--format", "json"))
    (unused,) = of(report, "DOC005")
    assert (unused["path"], unused["line"], of(report, "VEN001")) == ("vendors.yaml", 3, [])


def test_a_baseline_knows_a_shared_finding_once(run: Run, ten: Path) -> None:
    done = run("check", "--write-baseline", "baseline.json")
    assert done.code == 0
    written = json.loads((ten / "baseline.json").read_text(encoding="utf-8"))
    (entry,) = [one for one in written["findings"] if one["code"] == "VEN001"]
    assert (entry["path"], entry["count"]) == ("vendors.yaml", 1)
    assert entry["jurisdictions"] == sorted(COUNTRIES)

    report = read(run("check", "--baseline", "baseline.json", "--format", "json"))
    assert {one["status"] for one in report["findings"]} == {"baselined"}
    mended = VENDORS.replace(
        "role: processor", "role: processor, privacy_policy: 'https://h.example'"
    )
    (ten / "vendors.yaml").write_text(mended, encoding="utf-8")
    assert run("check", "--baseline", "baseline.json", "--strict-baseline").code == 1


def test_a_waiver_covers_a_finding_in_a_shared_file(run: Run, ten: Path) -> None:
    (ten / "policylint.toml").write_text(
        '[[waivers]]\nrule = "VEN001"\nvendor = "host"\nreason = "asked for it"\n'
        'approved-by = "dpo@a.example"\nexpires = 2027-01-31\n',
        encoding="utf-8",
    )
    report = read(run("check", "--format", "json"))

    (finding,) = of(report, "VEN001")
    assert (finding["status"], of(report, "DOC008")) == ("waived", [])


def test_statistics_stand_below_the_report(run: Run) -> None:
    report, table = run("check").out, run("check", "--statistics").out

    assert table.startswith(f"{report}\ncode    severity  open")
    assert table.splitlines()[-1].split()[0] == "total"
    assert "warning      1           0       0          0      1  privacy-policy-missing" in table


def test_statistics_leave_standard_output_to_a_program(run: Run, ten: Path) -> None:
    done = run("check", "--statistics", "--format", "json")
    json.loads(done.out)
    assert done.err.startswith("code    severity")

    done = run("check", "--statistics", "--format", "json=report.json")
    assert (done.out.startswith("code    severity"), done.err) == (True, "")
    json.loads((ten / "report.json").read_text(encoding="utf-8"))


def test_statistics_of_nothing_are_quiet_if_asked(run: Run) -> None:
    arguments = ("check", "--select", "SEC005", "--statistics")
    assert run(*arguments).out.endswith("\nstatistics: no rule found anything in 10 files\n")
    assert run(*arguments, "--quiet") == (0, "", "")
