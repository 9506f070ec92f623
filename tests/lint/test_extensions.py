"""An organisation's own fields are held against its own schema, at their place (DOC010)."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policylint.errors import UsageError
from policylint.lint.extensions import _faults, _validator
from policylint.lint.finding import Report
from policylint.lint.run import Options, check_files
from policylint.lint.settings import read_settings
from tests.custom.conftest import DAY

HEAD = """\
version: 1
site: {name: A, url: "https://a.example", jurisdictions: [FR], languages: [en]}
controller: {name: A, country: FR, email: a@a.example}
cookies:
  - name: a
    category: essential
    purposes: [session-state]
"""
Check = Callable[..., Report]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    def checked(schema: Any, fields: str = "", **options: Any) -> Report:
        text = schema if isinstance(schema, str) else json.dumps(schema)
        (tmp_path / "own.schema.json").write_text(text, encoding="utf-8", errors="surrogateescape")
        path = tmp_path / "policylint.toml"
        path.write_text('[extensions]\nschema = "own.schema.json"\n', encoding="utf-8")
        inventory = tmp_path / "cookies.yaml"
        inventory.write_text(HEAD + fields, encoding="utf-8")
        given = Options(as_of=DAY, settings=read_settings(str(path)), select=["DOC"], **options)
        _validator.cache_clear()
        return check_files([str(inventory)], given)[0]

    return checked


def found(report: Report) -> list[tuple[str, int, int, str]]:
    return [
        (one.rule.code, one.place.line, one.place.column, one.message) for one in report.findings
    ]


@pytest.mark.parametrize(
    ("schema", "fields", "expected"),
    [
        ({"type": "object"}, "    x-a: 1\n", []),
        (True, "    x-a: 1\n", []),
        (
            {"required": ["x-a", "x-b"]},
            "    x-b: 1\n",
            [(5, 5, "'x-a' is missing")],
        ),
        (
            {"properties": {"x-a": {"type": "integer"}}},
            "    x-a: 'one'\n",
            [(8, 10, "'x-a' holds 'one'; expected integer")],
        ),
        (
            {"properties": {"x-a": {"type": ["integer", "null"]}}},
            "    x-a: [1]\n",
            [(8, 10, "'x-a' holds a list; expected integer or null")],
        ),
        (
            {"properties": {"x-a": {"enum": ["red", "blue"]}}},
            "    x-a: green\n",
            [(8, 10, "'x-a' holds 'green'; expected \"red\", \"blue\"")],
        ),
        (
            {"properties": {"x-a": {"const": 7}}},
            "    x-a: 8\n",
            [(8, 10, "'x-a' holds the number 8; expected 7")],
        ),
        (
            {"properties": {"x-a": {}}, "additionalProperties": False},
            "    x-a: 1\n    x-b: 2\n    x-c: 3\n",
            [(9, 5, "'x-b' is unknown"), (10, 5, "'x-c' is unknown")],
        ),
        (
            {"patternProperties": {"^x-a": {}}, "additionalProperties": False},
            "    x-a1: 1\n    x-b: 2\n",
            [(9, 5, "'x-b' is unknown")],
        ),
        (
            {"unevaluatedProperties": False},
            "    x-b: 2\n",
            [(8, 5, "'x-b' is unknown")],
        ),
        (
            {"properties": {"x-a": {"pattern": "^[a-z]+$"}}},
            "    x-a: A1\n",
            [(8, 10, "'x-a': 'A1' does not match '^[a-z]+$'")],
        ),
        (
            {"properties": {"x-a": {"items": {"properties": {"b": {"type": "string"}}}}}},
            "    x-a:\n      - {b: ok}\n      - b: 2\n",
            [(10, 12, "'b' holds the number 2; expected string")],
        ),
        (
            {"properties": {"x-a": {"required": ["b"]}}},
            "    x-a:\n      c: 2\n",
            [(9, 7, "'b' is missing in x-a")],
        ),
        (
            {"properties": {"x-a": {"$ref": "#/$defs/n"}}, "$defs": {"n": {"minimum": 5}}},
            "    x-a: 2\n",
            [(8, 10, "'x-a': 2 is less than the minimum of 5")],
        ),
        (
            {"$schema": "http://json-schema.org/draft-07/schema#", "required": ["x-a"]},
            "",
            [(5, 5, "'x-a' is missing")],
        ),
        (False, "    x-a: 1\n", None),
        ({"minProperties": 1}, "", None),
    ],
)
def test_what_does_not_fit_is_reported_at_its_place(
    check: Check, schema: Any, fields: str, expected: list[tuple[int, int, str]] | None
) -> None:
    report = check(schema, fields)

    if expected is None:
        assert [one[:2] for one in found(report)] == [("DOC010", 5)]
        return
    assert found(report) == [("DOC010", *one) for one in expected]
    assert all(one.cookie == "a" and one.severity.label == "error" for one in report.findings)


def test_a_field_of_an_included_file_is_reported_there(check: Check, tmp_path: Path) -> None:
    (tmp_path / "more.yaml").write_text(
        "version: 1\ncookies:\n  - name: b\n    category: essential\n"
        "    purposes: [session-state]\n    x-a: text\n"
    )
    schema = {"properties": {"x-a": {"type": "integer"}}}

    report = check(schema, "    x-a: 1\ninclude: [more.yaml]\n")

    (finding,) = report.findings
    assert finding.place.path.endswith("more.yaml")
    assert (finding.place.line, finding.cookie) == (6, "b")


@pytest.mark.parametrize(
    ("schema", "told"),
    [
        ("{", "own.schema.json, line 1: no JSON: expecting property name"),
        ("[1]", "own.schema.json holds a list; expected a JSON Schema"),
        (
            '{"$schema": 5}',
            "own.schema.json has a '$schema' that is not known; expected draft 6 or later",
        ),
        ('{"$schema": ["x"]}', "own.schema.json has a '$schema' that is not known"),
        (
            '{"$schema": "http://json-schema.org/draft-03/schema#"}',
            "own.schema.json has a '$schema' that",
        ),
        ('{"$id": "http://[", "type": "object"}', "own.schema.json is no JSON Schema: it refers"),
        ('{"$ref": "#/title", "title": "x"}', "own.schema.json is no JSON Schema: it refers"),
        (
            '{"$ref": "#/required/abc", "required": ["x"]}',
            "own.schema.json is no JSON Schema: it refers",
        ),
        ("\udcff", "own.schema.json is not UTF-8; expected a JSON Schema"),
        ("[" * 100_000, "own.schema.json cannot be read; expected a JSON Schema"),
        ("1" * 5_000, "own.schema.json cannot be read; expected a JSON Schema"),
        (" " * (1 << 20) + "{}", "own.schema.json is over 1 MiB; expected a JSON Schema"),
        ({"type": "text"}, "own.schema.json is no JSON Schema: at /type, 'text' is not valid"),
        (
            {"properties": {"x-a": {"minimum": "no"}}},
            "own.schema.json is no JSON Schema: at /properties/x-a/minimum, 'no' is not of type",
        ),
        (
            {"properties": {"x-a": {"pattern": "("}}},
            "own.schema.json is no JSON Schema: at /properties/x-a/pattern, '(' is not a 'regex'",
        ),
        (
            {"patternProperties": {"[": {}}},
            "own.schema.json is no JSON Schema: at /patternProperties, '[' is not a 'regex'",
        ),
        (
            {"properties": {"x-a": {"pattern": "a{99999999999}"}}},
            "own.schema.json is nested too deeply, or its patterns are too large",
        ),
        (
            {"$ref": "https://attacker.example/schema.json"},
            "own.schema.json refers to 'https://attacker.example/schema.json', which is not in it",
        ),
        (
            {"properties": {"x-a": {"anyOf": [{"$ref": "other.json#/a"}]}}},
            "own.schema.json refers to 'other.json#/a', which is not in it; nothing is fetched",
        ),
        ({"$ref": "#/$defs/none"}, "own.schema.json refers to '#/$defs/none', which is not in it"),
        ({"$ref": "file:///etc/passwd"}, "own.schema.json refers to 'file:///etc/passwd'"),
        ({"$ref": "#"}, "own.schema.json cannot be applied: it refers to itself without end"),
        (
            {
                "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}},
                "$ref": "#/$defs/a",
            },
            "own.schema.json cannot be applied: it refers to itself without end",
        ),
    ],
)
def test_a_wrong_schema_is_named(check: Check, tmp_path: Path, schema: Any, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        check(schema)

    assert "\n" not in caught.value.message
    assert caught.value.message.replace(f"{tmp_path}/", "").startswith(told)


def test_a_schema_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "policylint.toml"
    path.write_text('[extensions]\nschema = "none.json"\n')
    (tmp_path / "cookies.yaml").write_text(HEAD)

    with pytest.raises(UsageError, match=r"none\.json does not exist; expected a JSON Schema"):
        check_files(
            [str(tmp_path / "cookies.yaml")],
            Options(as_of=DAY, settings=read_settings(str(path))),
        )


def test_nothing_is_fetched_over_the_network(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr("socket.socket.connect", lambda *given: opened.append(given))
    monkeypatch.setattr("urllib.request.urlopen", lambda *given, **_: opened.append(given))

    with pytest.raises(UsageError, match="nothing is fetched"):
        check({"$ref": "https://attacker.example/schema.json"})
    with pytest.raises(UsageError, match="nothing is fetched"):
        check({"$dynamicRef": "http://127.0.0.1:9/x"}, "    x-a: 1\n")

    assert opened == []


def test_without_a_schema_the_rule_is_not_applicable(check: Check, tmp_path: Path) -> None:
    def outcome(report: Report) -> tuple[str, str | None]:
        (one,) = (one for one in report.outcomes if one.code == "DOC010")
        return one.outcome, one.reason

    (tmp_path / "cookies.yaml").write_text(HEAD)
    (tmp_path / "policylint.toml").write_text("")
    settings = read_settings(str(tmp_path / "policylint.toml"))
    options = Options(as_of=DAY, settings=settings, select=["DOC"])
    without, _ = check_files([str(tmp_path / "cookies.yaml")], options)

    assert outcome(without) == ("not-applicable", "no schema of 'x-*' fields is configured")
    assert outcome(check({})) == ("passed", None)
    assert outcome(check({"required": ["x-a"]})) == ("failed", None)
    assert outcome(check({}, "    nonsense: 1\n")) == (
        "not-evaluated",
        "the file has faults of its own (DOC)",
    )


KEYWORDS = st.sampled_from(
    [
        *("type", "enum", "minimum", "multipleOf", "pattern", "items", "required", "not", "anyOf"),
        *("properties", "additionalProperties", "uniqueItems", "contains", "if"),
    ]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(KEYWORDS | st.text(), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None)
@given(schema=st.dictionaries(KEYWORDS, JSON, max_size=3), fields=JSON)
def test_any_schema_is_applied_or_refused_with_one_sentence(schema: Any, fields: Any) -> None:
    import tempfile

    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as file:
        json.dump(schema, file)
    try:
        for at, message, _ in _faults(_validator(file.name), {"x-a": fields}, file.name):
            assert message
            assert "\n" not in message or "\n" in str(fields) + str(schema)
            assert not at or at[0] == "x-a"
    except UsageError:
        pass
    finally:
        Path(file.name).unlink()
