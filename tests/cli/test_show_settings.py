"""`check --show-settings`: what holds for which file, and who said so."""

import tomllib
from pathlib import Path

import pytest

from policylint.lint.select import catalogue
from policylint.lint.setting_readers import READERS
from policylint.lint.settings import read_settings
from tests.conftest import ROOT, Run

STUDIO = (ROOT / "examples" / "studio-ductus" / "cookies.yaml").read_text("utf-8")
EVERYTHING = r"""
select = ["LIF", "CLS001"]
ignore = ["LIF002"]
jurisdictions = ["FR", "BE"]
fail-on = "warning"
preview = true
exclude = ["archive/**", "say \"hi\" \u001b[31m \u202e \\ ::error::", "\n::error::x"]
rule-pack = "2026.11"
baseline = "known.json"
[severity]
LIF001 = "info"
[limits]
lifetime = "6 months"
[per-file-ignores]
"old stuff/*.yaml" = ["INV"]
"\u009b" = []
[[waivers]]
rule = "LIF001"
cookie = "_ga"
reason = "the contract ends"
approved-by = "dpo@studio.example"
expires = 2027-01-31
[[waivers]]
rule = "LIF003"
reason = "being \u202e mended"
approved-by = "dpo@studio.example"
expires = 2027-01-31
[[rules]]
code = "ACM001"
name = "vendor-far-away"
over = "vendors"
fault = '''
  !(vendor.country in eea)
  && vendor.name != '"\\::error::'
'''
at = "country"
message = "{vendor.name} is far"
severity = "info"
citation = { title = "Charter", url = "https://acme.example/charter", locator = "§ 4" }
jurisdictions = ["FR"]
[[rules.tests]]
name = "one"
inventory = "vendors: {}\n::error::x"
lines = []
as-of = 2026-11-01
[extensions]
schema = "own.schema.json"
"""

KNOWN = len(catalogue()) + 1  # the rule of the configuration


def sources(text: str) -> dict[str, str]:
    """Give the source of each key that has a value."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {line.partition(" = ")[0]: line.rpartition(" # ")[2] for line in lines}


def test_without_a_configuration_every_key_has_its_default(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(STUDIO, "utf-8")

    done = run("check", "--show-settings")

    assert (done.code, done.err) == (0, "")
    head = done.out.splitlines()[:3]
    assert head[0] == "# cookies.yaml"
    assert head[1] == "# configuration: none found"
    spoken = len([rule for rule in catalogue() if rule.family != "PRE"])
    assert head[2] == f"# {spoken} of {len(catalogue())} rules speak; as of 2026-11-23"
    assert set(sources(done.out).values()) == {"default"}
    assert tomllib.loads(done.out)["limits"]["lifetime"] == "13 months"
    assert "# rule-pack is not set" in done.out


def test_every_key_is_shown(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(STUDIO, "utf-8")
    shown = run("check", "--show-settings").out

    lines = [line.removeprefix("# ") for line in shown.splitlines()]
    for key in READERS:
        assert any(line.startswith((f"{key} ", f"{key}.")) for line in lines), key


def test_a_configuration_is_told_from_defaults(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(STUDIO, "utf-8")
    (tmp_path / "policylint.toml").write_text(
        EVERYTHING.replace(', "say \\"hi\\" \\u001b[31m"', "")
    )

    shown = run("check", "--show-settings").out

    said = sources(shown)
    assert shown.splitlines()[1] == "# configuration: policylint.toml"
    assert said["limits.lifetime"] == "configuration"
    assert said["limits.review"] == "default"
    assert said['per-file-ignores."old stuff/*.yaml"'] == "configuration"
    assert said["severity.LIF001"] == "configuration"
    assert tomllib.loads(shown)["rule-pack"] == "2026.11"


def test_what_is_shown_is_a_configuration_that_says_the_same(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(STUDIO, "utf-8")
    first, second = tmp_path / "policylint.toml", tmp_path / "again.toml"
    first.write_text(EVERYTHING, "utf-8")

    shown = run("check", "--show-settings").out

    second.write_text(shown, "utf-8")
    assert tomllib.loads(shown)["exclude"] == tomllib.loads(EVERYTHING)["exclude"]
    one, other = read_settings(str(first)), read_settings(str(second))
    for key in READERS:
        name = key.replace("-", "_")
        if key not in {"limits", "waivers"}:
            assert str(getattr(one, name)) == str(getattr(other, name))
    assert tomllib.loads(shown)["waivers"] == tomllib.loads(EVERYTHING)["waivers"]
    assert str(one.limits.lifetime) == str(other.limits.lifetime) == "6 months"
    assert str(one.limits.review) == str(other.limits.review)


def test_nothing_reaches_the_terminal_that_it_would_obey(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(STUDIO, "utf-8")
    (tmp_path / "policylint.toml").write_text(EVERYTHING, "utf-8")

    shown = run("check", "--show-settings").out

    assert "say" in shown
    assert {char for char in shown if not char.isprintable()} == {"\n"}


def test_the_command_line_is_told_from_a_configuration(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(STUDIO, "utf-8")
    (tmp_path / "policylint.toml").write_text(EVERYTHING, "utf-8")

    shown = run(
        *("check", "--show-settings", "--ignore", "INV013", "--fail-on", "never"),
        *("--jurisdiction", "uk", "--select", "INV"),
    ).out

    said, values = sources(shown), tomllib.loads(shown)
    for key in ("ignore", "fail-on", "jurisdictions", "select"):
        assert said[key] == "command line"
    assert said["preview"] == "configuration"
    assert values["ignore"] == ["LIF002", "INV013"]
    assert (values["jurisdictions"], values["select"]) == (["UK"], ["INV"])
    expected = len([rule for rule in catalogue() if rule.family == "INV"]) - 1
    assert f"# {expected} of {KNOWN} rules speak" in shown


def test_files_under_other_settings_have_a_block_of_their_own(run: Run, tmp_path: Path) -> None:
    for name in ("a", "b", "legacy"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "cookies.yaml").write_text(STUDIO, "utf-8")
    (tmp_path / "policylint.toml").write_text(
        '[per-file-ignores]\n"legacy/**" = ["INV"]\n', "utf-8"
    )

    blocks = run("check", "--show-settings").out.strip().split("\n\n")

    assert [block.splitlines()[0] for block in blocks] == [
        "# a/cookies.yaml, b/cookies.yaml",
        "# legacy/cookies.yaml",
    ]


def test_many_files_are_counted(run: Run, tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.cookies.yaml").write_text(STUDIO, "utf-8")

    assert "09.cookies.yaml and 2 more\n" in run("check", "--show-settings").out


def test_a_folder_without_inventories_shows_what_would_hold(run: Run, tmp_path: Path) -> None:
    (tmp_path / "policylint.toml").write_text('fail-on = "info"\n', "utf-8")

    done = run("check", "--show-settings")

    assert done.code == 0
    assert tomllib.loads(done.out)["fail-on"] == "info"


def test_an_auditor_sees_that_every_rule_speaks(run: Run, tmp_path: Path) -> None:
    (tmp_path / "policylint.toml").write_text(EVERYTHING, "utf-8")

    shown = run("check", "--show-settings", "--no-suppressions").out

    assert f"# {KNOWN} of {KNOWN} rules speak: --no-suppressions" in shown


def test_nothing_is_checked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text("{[", "utf-8")

    done = run("check", "--show-settings")

    assert (done.code, done.err) == (0, "")
    assert "DOC001" not in done.out


@pytest.mark.parametrize("text", ["selct = []", 'ignore = ["NOPE"]'])
def test_a_wrong_configuration_is_refused(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "policylint.toml").write_text(text, "utf-8")

    assert run("check", "--show-settings").code == 2
