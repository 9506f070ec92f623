"""Rules of one's own are rules like any other: on the command line and in every report."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from policylint.report import FORMATS
from tests.cli.test_startup import PROBE
from tests.conftest import ROOT, Run

RULES = """\
[[rules]]
code = "ACM001"
name = "far-vendor"
over = "vendors"
fault = "!(vendor.country in eea)"
at = "country"
severity = "{severity}"
message = "{{vendor.name}} is in {{vendor.country}}"
summary = "A vendor is far away."
why = "We like it near."
fix = "Look around."
citation = {{ title = "Charter", locator = "§ 4", url = "https://acme.example/charter" }}
"""
RULE = RULES.format(severity="error")
INVENTORY = """\
version: 1
site: {name: A, url: "https://a.example", jurisdictions: [FR], languages: [en]}
controller: {name: A, country: FR, email: a@a.example}
vendors:
  far:
    name: Far Inc.
    country: US
cookies:
  - {name: a, category: essential, purposes: [session-state], vendor: far}
"""
CHECK = ("check", "--select", "ACM")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "policylint.toml").write_text(RULE)
    (tmp_path / "cookies.yaml").write_text(INVENTORY)
    return tmp_path


def configure(folder: Path, text: str) -> None:
    (folder / "policylint.toml").write_text(text)


@pytest.mark.parametrize("name", sorted(FORMATS))
@pytest.mark.usefixtures("folder")
def test_a_rule_of_ones_own_is_in_every_report(run: Run, name: str) -> None:
    done = run(*CHECK, "--format", name)

    assert (done.code, done.err) == (1, "")
    assert "ACM001" in done.out
    assert "Far Inc. is in US" in done.out


@pytest.mark.usefixtures("folder")
def test_it_is_named_by_code_name_or_family(run: Run) -> None:
    for word in ("ACM001", "acm001", "far-vendor", "ACM"):
        assert run("check", "--select", word).code == 1
        assert run("check", "--select", "ACM", "--ignore", word).code == 0
    assert "did you mean 'ACM001'" in run("check", "--select", "ACM002").err


def test_it_is_chosen_weighed_and_left_out_by_configuration(run: Run, folder: Path) -> None:
    select = 'select = ["far-vendor"]\n'
    for more, code in (
        (select, 1),
        ('ignore = ["ACM", "ALL"]\n', 0),
        (f'{select}[severity]\nACM001 = "warning"\n', 0),
        (f'{select}[per-file-ignores]\n"*.yaml" = ["ACM001"]\n', 0),
    ):
        configure(folder, more + RULE)
        assert run("check").code == code, more
    configure(folder, f'ignore = ["ALL"]\n{RULE}')
    outcomes = json.loads(run("check", "--format", "json").out)["outcomes"]
    assert {"ACM001": "switched off by configuration"}.items() <= {
        one["code"]: one["reason"] for one in outcomes
    }.items()
    assert "ACM001" in run("check", "--no-suppressions", "--format", "concise").out


def test_it_can_be_waived_and_put_into_a_baseline(run: Run, folder: Path) -> None:
    waiver = (
        '[[waivers]]\nrule = "ACM001"\nvendor = "far"\nreason = "soon"\napproved-by = "dpo"\n'
        "expires = 2027-01-31\n"
    )
    configure(folder, RULE + waiver)
    waived = run(*CHECK, "--format", "json")
    configure(folder, RULE)
    assert run(*CHECK, "--write-baseline", "old.json").code == 0
    listed = run(*CHECK, "--baseline", "old.json", "--format", "json")

    assert (waived.code, listed.code) == (0, 0)
    assert [one["status"] for one in json.loads(waived.out)["findings"]] == ["waived"]
    assert [one["status"] for one in json.loads(listed.out)["findings"]] == ["baselined"]


def test_a_warning_can_be_suppressed_by_a_comment(run: Run, folder: Path) -> None:
    configure(folder, RULES.format(severity="warning"))
    text = INVENTORY.replace("US", "US  # policylint: ignore[ACM001] moves in May")
    (folder / "cookies.yaml").write_text(text)

    done = run("check", "--select", "ACM,DOC", "--format", "json", "--fail-on", "info")

    assert done.code == 0
    assert [one["status"] for one in json.loads(done.out)["findings"]] == ["suppressed"]


def test_it_is_explained_and_listed(run: Run, folder: Path) -> None:
    page = run("rule", "far-vendor")
    listed = run("rules").out.splitlines()
    item = json.loads(run("rules", "--format", "json").out)["items"][0]

    assert page.out.startswith("ACM001 far-vendor\n\nA vendor is far away.\n")
    for part in ("We like it near.", "Look around.", "Charter, § 4: the organisation's own rule"):
        assert part in page.out
    assert "law" not in page.out.replace("not law", "")
    assert listed[0].split()[:3] == ["ACM001", "error", "far-vendor"]
    assert (item["code"], item["citations"][0]["force"]) == ("ACM001", "house")
    assert "## ACM: Rules of the configuration" in run("rules", "--format", "markdown").out
    other = folder / "other.toml"
    other.write_text(RULE.replace("ACM001", "ACM009"))
    assert run("rule", "ACM009", "--config", str(other)).code == 0
    assert run("rule", "ACM009").code == 2


@pytest.mark.usefixtures("folder")
def test_sarif_leads_to_the_text_that_asks_for_it(run: Run) -> None:
    report = json.loads(run(*CHECK, "--format", "sarif").out)
    rules = {one["id"]: one for one in report["runs"][0]["tool"]["driver"]["rules"]}

    assert rules["ACM001"]["helpUri"] == "https://acme.example/charter"
    assert rules["ACM001"]["properties"]["force"] == ["house"]
    assert rules["LIF001"]["helpUri"].endswith("docs/rules.md#lif001-lifetime-too-long")


def test_its_tests_are_run_by_a_command(run: Run, folder: Path) -> None:
    test = '[[rules.tests]]\nname = "none"\ninventory = ""\nlines = {lines}\n'
    configure(folder, RULE + test.format(lines="[]").replace('""', '"vendors: {}"'))
    passed = run("rules", "--test")
    configure(folder, RULE + test.format(lines="[1]").replace('""', '"vendors: {}"'))
    failed = run("rules", "--test")
    configure(folder, RULE)
    none = run("rules", "--test")

    assert (passed.code, failed.code, none.code) == (0, 1, 2)
    assert "  pass  none\n" in passed.out
    assert "  FAIL  none\n        expected line 1; the rule reports nothing\n" in failed.out
    assert none.err.startswith("policylint: policylint.toml holds no test of a rule; expected")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ('fault = "vendor.country =="', "rule 'ACM001': 'fault', column 18: mismatched input"),
        (
            'code = "LIF001"',
            "'rules.LIF001.code' holds 'LIF001', and LIF is a family of policylint",
        ),
        ('name = "lifetime-too-long"', "rule 'ACM001': 'lifetime-too-long' is taken by LIF001"),
        ('message = "{vendor.nme}"', "rule 'ACM001': 'message' 'vendor' has no field 'nme'"),
        (
            "fault = \"vendor.role == 'x'\"",
            "rule 'ACM001': 'fault' fails on vendor 'far': there is",
        ),
    ],
)
def test_a_wrong_rule_ends_the_run_with_one_sentence(
    run: Run, folder: Path, wrong: str, told: str
) -> None:
    key = wrong.partition(" ")[0]
    lines = [wrong if line.startswith(f"{key} = ") else line for line in RULE.splitlines()]
    configure(folder, "\n".join(lines))

    done = run(*CHECK[:1])

    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert f"policylint.toml: {told}" in done.err


def test_an_inventory_on_which_a_rule_fails_is_named(run: Run, folder: Path) -> None:
    configure(folder, RULE.replace("!(vendor.country in eea)", "vendor.role == 'controller'"))
    (folder / "near").mkdir()
    (folder / "near" / "cookies.yaml").write_text(
        INVENTORY.replace("country: US", "country: FR\n    role: controller")
    )

    done = run("check")

    assert done.code == 2
    assert done.err.endswith("has(…) first (vendor.role == 'controller'), in cookies.yaml\n")


def test_without_the_library_the_hint_says_what_to_install(folder: Path) -> None:
    code = (
        "import sys; sys.modules['cel_expr_python'] = None; sys.argv = ['policylint', 'check'];"
        " from policylint.cli.main import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )

    assert done.returncode == 2
    assert done.stderr == (
        "policylint: rules in CEL need a library that is not installed\n"
        "hint: pip install 'policylint[cel]'\n"
    )


def test_the_library_is_read_only_where_a_rule_needs_it(folder: Path) -> None:
    def modules() -> set[str]:
        done = subprocess.run(
            [sys.executable, "-c", PROBE, "check", "--select", "ACM,LIF001"],
            capture_output=True,
            check=True,
            cwd=folder,
            env={"PYTHONPATH": str(ROOT), "PATH": ""},
        )
        return {one.partition(".")[0] for one in json.loads(done.stdout.splitlines()[-1])}

    with_rules = modules()
    configure(folder, 'python-rules = ["own.py"]\n')
    (folder / "own.py").write_text('@rule("ACM101")\ndef own_fault(context): ...\n')
    without = modules()

    assert "cel_expr_python" in with_rules
    assert "cel_expr_python" not in without
    assert (with_rules | without) & {"pydantic", "jsonschema", "pathlib", "dataclasses"} == set()


def test_python_rules_are_allowed_by_the_command_line_alone(run: Run, folder: Path) -> None:
    for key in ("allows-python", "allow-python-rules"):
        configure(folder, f"{key} = true\n")
        assert run("check").code == 2
