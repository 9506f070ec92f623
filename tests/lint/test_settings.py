import json
from pathlib import Path

import pytest

from policylint.errors import UsageError
from policylint.lint.patterns import path_matches
from policylint.lint.select import catalogue, selection
from policylint.lint.settings import find_settings, read_settings
from policylint.rule import Severity


def settings_error(folder: Path, text: str, name: str = "policylint.toml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_settings(str(path))
    return caught.value.message.removeprefix(f"{path}: ").removeprefix(f"{path} ")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("selct = []", "unknown key 'selct'; did you mean 'select'?"),
        ("fail_on = 'info'", "unknown key 'fail_on'; did you mean 'fail-on'?"),
        ("select = 'ALL'", "'select' holds 'ALL'; expected a list of texts"),
        ("select = [1]", "'select' holds a list; expected a list of texts"),
        ("fail-on = 'warn'", "'fail-on' holds 'warn'; expected one of error, warning, info, never"),
        ("jurisdictions = []", "'jurisdictions' holds an empty list; expected at least one code"),
        ("jurisdictions = ['fr']", "'jurisdictions' holds 'fr'; expected the code of a jurisdiction, such as 'FR', 'EU' or 'UK'"),
        ("[severity]\nLIF001 = 'low'", "'severity.LIF001' holds 'low'; expected error, warning or info"),
        ("[limits]\nlifetme = '1 day'", "'limits.lifetme' is unknown; the limits that can be set are 'lifetime', 'review', 'evidence', 'observed-tolerance', 'vendors'"),
        ("[limits]\nlifetime = '2 ans'", "'limits.lifetime' is wrong: '2 ans' is no duration; expected a duration such as '13 months', 'P13M', 'session' or 'until-cleared'"),
        ("limits = 3", "'limits' holds the number 3; expected a table"),
        ("per-file-ignores = []", "'per-file-ignores' holds a list; expected a table of patterns and lists"),
    ],
)  # fmt: skip
def test_a_wrong_key_or_value_is_named_with_what_was_expected(
    tmp_path: Path, text: str, message: str
) -> None:
    assert settings_error(tmp_path, text) == message


def test_what_is_not_toml_says_where(tmp_path: Path) -> None:
    message = settings_error(tmp_path, "select = []\nx = = 1\n")

    assert message.startswith("is not TOML: ")
    assert "line 2" in message


def test_what_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "policylint.toml"
    path.write_bytes(b'select = ["\xe9"]')

    with pytest.raises(UsageError, match="is not UTF-8"):
        read_settings(str(path))


@pytest.mark.parametrize(
    "key", ["a." * 50 + "b", "[" + "'a'. " * 50_000 + "b]\n[", 'x = {"a" .' + '"b" .' * 50 + "c"]
)
def test_a_key_of_very_many_parts_is_refused_before_it_fills_the_memory(
    tmp_path: Path, key: str
) -> None:
    message = settings_error(tmp_path, f"select = []\n{key} = 1\n")

    assert message.endswith("line 2: a key of over 50 parts; expected fewer")


def test_dots_in_a_text_are_no_parts_of_a_key(tmp_path: Path) -> None:
    names = ["1.2.3.4", "a.example, " * 100, "…" * 200, ". " * 200]
    path = tmp_path / "policylint.toml"
    path.write_text(f"exclude = {json.dumps(names)}\n", encoding="utf-8")

    assert read_settings(str(path)).exclude == tuple(names)


def test_a_tool_table_of_another_kind_is_refused(tmp_path: Path) -> None:
    message = settings_error(tmp_path, "[tool]\npolicylint = 1\n", "pyproject.toml")

    assert message == "'tool.policylint' holds the number 1; expected a table"


def test_the_nearest_configuration_wins_and_nothing_is_merged(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[tool.policylint]\nfail-on = "info"\nignore = ["INV"]\n', encoding="utf-8"
    )
    inner = tmp_path / "site" / "fr"
    inner.mkdir(parents=True)
    (tmp_path / "site" / "policylint.toml").write_text('ignore = ["LIF001"]', encoding="utf-8")

    found = find_settings(str(inner))

    assert found.ignore == ("LIF001",)
    assert found.fail_on == "error"
    assert find_settings(str(tmp_path)).fail_on == "info"


def test_a_project_without_a_table_of_ours_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\n", encoding="utf-8")

    assert find_settings(str(tmp_path)).path != str(tmp_path / "pyproject.toml")


def test_an_unknown_rule_names_the_nearest(tmp_path: Path) -> None:
    path = tmp_path / "policylint.toml"
    path.write_text('ignore = ["lifetime-to-long"]', encoding="utf-8")

    with pytest.raises(UsageError, match="did you mean 'lifetime-too-long'"):
        selection(read_settings(str(path)), "cookies.yaml")


def test_rules_are_chosen_by_code_name_and_family(tmp_path: Path) -> None:
    path = tmp_path / "policylint.toml"
    path.write_text(
        'select = ["LIF", "inv001", "box-prechecked"]\nignore = ["LIF003"]\n', encoding="utf-8"
    )

    chosen = selection(read_settings(str(path)), "cookies.yaml")

    lifetimes = {rule.code for rule in catalogue() if rule.family == "LIF"} - {"LIF003"}
    assert chosen.codes == {*lifetimes, "INV001", "CON002"}
    assert "CLS001" in chosen.silenced
    assert "INV002" not in chosen.silenced


def test_rules_are_switched_off_for_files_that_match(tmp_path: Path) -> None:
    path = tmp_path / "policylint.toml"
    path.write_text('[per-file-ignores]\n"legacy/*.yaml" = ["INV"]\n', encoding="utf-8")
    settings = read_settings(str(path))

    assert "INV001" in selection(settings, str(tmp_path / "cookies.yaml")).codes
    assert "INV001" not in selection(settings, str(tmp_path / "legacy" / "a.yaml")).codes
    assert "INV001" in selection(settings, str(tmp_path / "legacy" / "x" / "a.yaml")).codes


def test_an_auditor_switches_everything_on_again(tmp_path: Path) -> None:
    path = tmp_path / "policylint.toml"
    path.write_text('ignore = ["LIF001"]\n[severity]\nLIF001 = "info"\n', encoding="utf-8")
    settings = read_settings(str(path))

    assert selection(settings, "cookies.yaml").severity == {"LIF001": Severity.INFO}
    overridden = selection(settings, "cookies.yaml", overridden=True)
    assert "LIF001" in overridden.codes
    assert overridden.severity == {}


@pytest.mark.parametrize(
    ("path", "pattern", "matches"),
    [
        ("archive/a.yaml", "archive/**", True),
        ("archive/x/y/a.yaml", "archive/**", True),
        ("other/archive/a.yaml", "archive/**", False),
        ("x/archive/a.yaml", "**/archive/*.yaml", True),
        ("archive/a.yaml", "**/archive/*.yaml", True),
        ("a/b/cookies.yaml", "cookies.yaml", True),
        ("a/legacy/cookies.yaml", "legacy", True),
        ("legacy/a/b.yaml", "legacy/*.yaml", False),
        ("a.yaml", "*.yml", False),
    ],
)
def test_patterns_match_paths_below_the_configuration(
    path: str, pattern: str, matches: bool
) -> None:
    assert path_matches(path, pattern, ".") is matches
