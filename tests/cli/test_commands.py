import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from policylint.lint.schemas import schema_text
from policylint.lint.select import catalogue
from policylint.report.rule_list import rules_markdown
from policylint.report.rule_page import rule_text
from policylint.source.load import load
from tests.conftest import ROOT, Run

SCHEMAS = ROOT / "schema"
INVENTORIES = [
    *sorted((ROOT / "examples").rglob("cookies.yaml")),
    *sorted((ROOT / "tests" / "rules").rglob("*.yaml")),
    ROOT / "tests" / "model" / "every-field.yaml",
]


@pytest.mark.parametrize("name", ["inventory", "configuration", "report", "evidence", "catalog"])
def test_the_published_schema_is_current_and_a_schema(run: Run, name: str) -> None:
    done = run("schema", name)

    assert done.out == (SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")
    assert done.out == schema_text(name)
    Draft202012Validator.check_schema(json.loads(done.out))


@pytest.mark.parametrize("path", INVENTORIES, ids=lambda path: "/".join(path.parts[-2:]))
def test_whatever_the_model_reads_fits_the_published_schema(path: Path) -> None:
    schema = json.loads(schema_text("inventory"))
    data = load(str(path), path.read_bytes()).data

    assert list(Draft202012Validator(schema).iter_errors(data)) == []


def forms(schema: Any) -> Iterator[dict[str, Any]]:
    for value in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(value, dict | list):
            yield from forms(value)
    if isinstance(schema, dict):
        yield schema


def test_every_field_of_the_schema_is_described() -> None:
    fields = [
        (name, form)
        for schema in forms(json.loads(schema_text("inventory")))
        for name, form in (schema.get("properties") or {}).items()
        if isinstance(schema.get("properties"), dict) and "type" in schema
    ]
    bare = [name for name, form in fields if not form.get("description")]

    assert len(fields) > 150
    assert bare == []


def test_every_word_of_a_vocabulary_is_described() -> None:
    words = [
        (word, text)
        for form in forms(json.loads(schema_text("inventory")))
        if "enum" in form and form["enum"][0] != "AD"  # countries are known
        for word, text in zip(form["enum"], form["markdownEnumDescriptions"], strict=True)
    ]
    told = dict(words)

    assert len(words) > 200
    assert [word for word, text in words if not text.endswith(".")] == []
    assert "FR `audience-measurement`" in told["ab-testing"]
    assert "on its own" in told["shopping-basket"]


def test_check_jsonschema_takes_the_schema(tmp_path: Path) -> None:
    schema = SCHEMAS / "inventory.schema.json"
    check = [sys.executable, "-m", "check_jsonschema"]
    example = ROOT / "examples" / "studio-ductus" / "cookies.yaml"
    wrong = tmp_path / "cookies.yaml"
    wrong.write_text("version: 2\n", encoding="utf-8")

    subprocess.run([*check, "--check-metaschema", schema], check=True, capture_output=True)
    subprocess.run([*check, "--schemafile", schema, example], check=True, capture_output=True)
    refused = subprocess.run(
        [*check, "--schemafile", schema, wrong], check=False, capture_output=True
    )
    assert refused.returncode == 1


def test_the_json_report_fits_its_schema(run: Run) -> None:
    text = (ROOT / "examples" / "violations" / "cookies.yaml").read_bytes()
    report = json.loads(run("check", "-", "--format", "json", stdin=text).out)

    assert list(Draft202012Validator(json.loads(schema_text("report"))).iter_errors(report)) == []


def test_init_writes_a_clean_inventory_and_never_over_a_file(run: Run, tmp_path: Path) -> None:
    assert run("init").code == 0
    assert run("check", "--fail-on", "warning").code == 0
    # Who answers for the cookie and when it was reviewed, nobody but the user knows.
    report = json.loads(run("check", "--format", "json").out)
    assert [(one["code"], one["severity"]) for one in report["findings"]] == [
        ("INV012", "info"),
        ("INV013", "info"),
    ]
    written = (tmp_path / "cookies.yaml").read_bytes()

    again = run("init")

    assert again.code == 3
    assert again.err == "policylint: cookies.yaml exists already; nothing was written\n"
    assert (tmp_path / "cookies.yaml").read_bytes() == written


def test_init_does_not_write_through_a_dangling_link(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").symlink_to("elsewhere.yaml")

    assert run("init").code == 3
    assert not (tmp_path / "elsewhere.yaml").exists()


def test_a_rule_is_explained_by_code_and_by_name(run: Run) -> None:
    by_code = run("rule", "lif001")

    assert by_code == run("rule", "lifetime-too-long")
    for part in ("LIF001 lifetime-too-long", "Why it matters", "How to fix it", "Ground", "CNIL"):
        assert part in by_code.out


def test_a_rule_shows_what_it_reports_and_what_it_accepts(run: Run) -> None:
    for rule in catalogue():
        if rule.check is not None:
            shown = run("rule", rule.code).out if rule.code.startswith("LIF") else rule_text(rule)
            assert "\nReported\n" in shown, rule.code
            assert "   # reported" in shown, rule.code
            assert "\nAccepted\n" in shown, rule.code


def test_rules_lists_every_rule(run: Run) -> None:
    codes = [line.split()[0] for line in run("rules").out.splitlines()]
    data = json.loads(run("rules", "--format", "json").out)

    assert codes == [rule.code for rule in catalogue()]
    assert [item["code"] for item in data["items"]] == codes
    assert all(item["why"] and item["how_to_fix"] and item["citations"] for item in data["items"])


def test_the_page_of_rules_is_current(run: Run) -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")

    assert page == rules_markdown(catalogue())
    assert page == run("rules", "--format", "markdown").out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(run: Run, shell: str) -> None:
    done = run("completion", shell)

    assert done.code == 0
    assert "_POLICYLINT_COMPLETE" in done.out


def test_help_has_examples_for_every_command(run: Run) -> None:
    commands = (
        *("check", "completion", "explain", "export", "init", "jurisdictions", "policy", "rule"),
        "rules",
        "schema",
    )
    for command in commands:
        done = run(command, "--help")
        assert done.code == 0
        assert "Example" in done.out, command


def test_no_command_shows_help_and_exits_two(run: Run) -> None:
    done = run()

    assert done.code == 2
    assert "Commands:" in done.out
