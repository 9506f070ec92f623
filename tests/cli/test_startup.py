"""What a start imports, so that it stays quick. Times are for the benchmarks."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import policylint
from tests.conftest import ROOT

PROBE = """
import sys
sys.argv = ["policylint", *sys.argv[1:]]
from policylint.cli.main import main
try:
    main()
except SystemExit:
    names = sorted(sys.modules)
    import json
    print("\\n" + json.dumps(names))
"""
HEAVY = {"pydantic", "pydantic_core", "ruamel", "jsonschema", "jinja2", "dataclasses", "pathlib"}
HEAVY |= {"pygls", "lsprotocol", "docx", "lxml", "weasyprint", "pypdf"}


def loaded(*arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments], capture_output=True, check=True, cwd=ROOT
    )
    names: list[str] = json.loads(done.stdout.splitlines()[-1])
    return names


def modules(*arguments: str) -> set[str]:
    return {name.partition(".")[0] for name in loaded(*arguments)}


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["check", "--help"]])
def test_help_and_version_read_nothing_heavy(arguments: list[str]) -> None:
    assert modules(*arguments) & HEAVY == set()


def test_help_reads_no_yaml() -> None:
    assert "yaml" not in modules("--help")


def test_a_check_without_faults_reads_nothing_heavy() -> None:
    found = modules("check", "--no-cache", "examples/studio-ductus/cookies.yaml")

    unneeded = {"tomllib", "publicsuffixlist", "difflib", "tempfile", "json", "hashlib", "yaml"}
    assert found & {*HEAVY, *unneeded} == set()


def test_a_check_with_findings_reads_no_pydantic() -> None:
    assert "pydantic" not in modules("check", "--no-cache", "examples/violations/cookies.yaml")


CLEAN = ("check", "--select", "LIF001", "examples/studio-ductus/cookies.yaml")


def test_a_clean_file_that_is_remembered_is_not_judged() -> None:
    loaded(*CLEAN)
    again = loaded(*CLEAN)

    heavy = {*HEAVY, "yaml", "tomllib", "hashlib", "pickle", "subprocess"}
    assert {name.partition(".")[0] for name in again} & heavy == set()
    judging = ("rules", "source.load", "lint.judge", "lint.workers", "lint.builtin", "lint.select")
    starts = tuple(f"policylint.{name}" for name in judging)
    assert [name for name in again if name.startswith(starts)] == []
    assert "policylint.lint.cache" in again


def test_a_text_report_reads_no_other_format() -> None:
    names = loaded("check", "examples/violations/cookies.yaml", "--format", "text")

    assert {name for name in names if name.startswith("policylint.report.")} == {
        f"policylint.report.{name}"
        for name in ("clean", "explanation", "layout", "text", "wording")
    }
    assert {"csv", "xml"} & set(names) == set()


def test_a_check_reads_our_catalogue_and_no_reader_of_others() -> None:
    names = loaded("check", "--no-cache", "examples/studio-ductus/cookies.yaml")

    assert {name for name in names if name.startswith("policylint.catalog.")} == {
        f"policylint.catalog.{name}" for name in ("folding", "index", "known", "lookup")
    }
    assert "policylint.lint.catalogs" not in names
    assert "csv" not in names


def test_a_check_reads_nothing_of_the_report() -> None:
    names = loaded("check", "--no-cache", "examples/violations/cookies.yaml")

    ours = ("policylint.review", "policylint.policy", "policylint.i18n.catalogue")
    assert [name for name in names if name.startswith(ours)] == []


def test_importing_the_package_imports_nothing() -> None:
    code = "import sys; before = set(sys.modules); import policylint; print(len(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT)

    assert done.stdout.strip() == b"1"


def test_the_folder_of_this_project_is_what_is_tested() -> None:
    assert Path(policylint.__path__[0]).parent == ROOT
