"""Rules of one's own together with many files, worker processes and the cache."""

from pathlib import Path

import pytest

from tests.conftest import Run

RULE = """\
[[rules]]
code = "ACM001"
name = "marketing-cookie"
over = "cookies"
fault = "'advertising' in cookie.purposes"
severity = "warning"
message = "'{cookie.name}' is for advertising"
citation = { title = "Our cookie handbook", url = "https://a.example/handbook" }
"""
INVENTORY = """\
version: 1
site: {name: A, url: "https://a.example", jurisdictions: [FR], languages: [en]}
controller: {name: A, country: FR, address: 1 rue A, email: a@a.example}
cookies:
  - name: c%d
    category: improvement
    purposes: [advertising]
    x-owner: %s
"""
FILES = 120
SELECT = ("--select", "ACM001,DOC", "--format", "concise")


@pytest.fixture
def many(tmp_path: Path) -> Path:
    for number in range(FILES):
        path = tmp_path / f"{number:03}.cookies.yaml"
        path.write_text(INVENTORY % (number, "shop"), encoding="utf-8")
    return tmp_path


def test_workers_and_the_cache_say_what_one_process_says(run: Run, many: Path) -> None:
    (many / "policylint.toml").write_text(RULE, encoding="utf-8")
    plain = run("check", *SELECT, "--no-cache")
    cold = run("check", *SELECT)
    warm = run("check", *SELECT)

    assert plain.out.count(": ACM001 warning ") == FILES
    assert (plain.out, plain.code) == (cold.out, cold.code) == (warm.out, warm.code)


def test_a_rule_of_one_configuration_may_be_selected_among_several(run: Run, many: Path) -> None:
    (many / "policylint.toml").write_text(RULE, encoding="utf-8")
    (many / "other").mkdir()
    (many / "other" / "policylint.toml").write_text("", encoding="utf-8")
    (many / "other" / "cookies.yaml").write_text(INVENTORY % (0, "shop"), encoding="utf-8")

    assert run("check", "other", "000.cookies.yaml", *SELECT).out.count(": ACM001 ") == 1
    unknown = run("check", "other", "--select", "ACM001")
    assert unknown.code == 2
    assert "unknown rule 'ACM001'" in unknown.err


def test_another_schema_of_extensions_is_another_question(run: Run, many: Path) -> None:
    (many / "policylint.toml").write_text('[extensions]\nschema = "own.json"\n')
    schema = many / "own.json"
    schema.write_text('{"properties": {"x-owner": {"enum": ["shop"]}}}')
    assert run("check", *SELECT[2:], "--select", "DOC").code == 0
    schema.write_text('{"properties": {"x-owner": {"enum": ["legal"]}}}')

    assert run("check", *SELECT[2:], "--select", "DOC").out.count(": DOC010 ") == FILES


def test_what_the_configuration_names_is_never_overwritten(run: Run, many: Path) -> None:
    (many / "policylint.toml").write_text('[extensions]\nschema = "own.json"\n')
    (many / "own.json").write_text("{}")
    done = run("check", "000.cookies.yaml", "--format", "json=own.json")

    assert done.code == 2
    assert (many / "own.json").read_text() == "{}"
