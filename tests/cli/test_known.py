"""`policylint known`, as people type it."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

PAGE = (ROOT / "docs" / "catalog.md").read_text(encoding="utf-8")
OWN = "".join(re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))


@pytest.mark.parametrize(
    "text", re.findall(r"^```console\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
)
def test_a_transcript_of_the_page_is_what_is_printed(run: Run, text: str) -> None:
    command, _, expected = text.partition("\n")

    assert run(*command.split()[2:]).out == expected


def test_a_known_name_exits_0_and_an_unknown_one_1(run: Run) -> None:
    assert run("known", "_ga").code == 0
    assert run("known", "Google Analytics").code == 0
    done = run("known", "studio_theme_of_ours")

    assert (done.code, done.err) == (1, "")
    assert done.out == "the catalogue knows no cookie and no vendor 'studio_theme_of_ours'\n"


def test_a_domain_tells_shared_names_apart(run: Run) -> None:
    adform = json.loads(run("known", "uid", "--domain", "adform.net", "--format", "json").out)
    alone = json.loads(run("known", "uid", "--format", "json").out)

    assert (adform["matches"][0]["vendor"]["id"], adform["matches"][0]["quality"]) == (
        "adform",
        "name-and-domain",
    )
    assert {one["quality"] for one in alone["matches"]} == {"name-only"}
    assert len(alone["matches"]) > 1


def test_every_key_of_the_json_is_present_and_the_same_for_all(run: Run) -> None:
    known = json.loads(run("known", "_ga", "--format", "json").out)
    unknown = json.loads(run("known", "_gaa", "--format", "json").out)

    assert known.keys() == unknown.keys()
    assert known["matches"][0]["cookie"]["lifetime"] == "2 years"
    assert known["matches"][0]["cookie"]["source"]
    assert unknown["near"] == ["_ga"]


def test_the_catalogue_of_the_page_works(run: Run, tmp_path: Path) -> None:
    (tmp_path / "our-catalog.yaml").write_text(OWN, encoding="utf-8")

    done = run("known", "_ga", "--catalog", "our-catalog.yaml", "--format", "json")
    matches = json.loads(done.out)["matches"]
    assert [one["vendor"]["id"] for one in matches] == ["ductus", "google-analytics"]
    assert run("known", "sd_track_7", "--catalog", "our-catalog.yaml").code == 0
    assert run("known", "sd_track_7").code == 1


def test_the_configuration_names_a_catalogue_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "our-catalog.yaml").write_text(OWN, encoding="utf-8")
    (tmp_path / "policylint.toml").write_text('catalog = "our-catalog.yaml"\n', encoding="utf-8")

    assert run("known", "sd_track_7").code == 0


def test_a_wrong_catalogue_exits_2_and_a_missing_one_3(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wrong.yaml").write_text("version: 1\ncookeis: []\n", encoding="utf-8")
    wrong = run("known", "_ga", "--catalog", "wrong.yaml")
    missing = run("known", "_ga", "--catalog", "missing.yaml")

    assert (wrong.code, missing.code) == (2, 3)
    assert "line 2: unknown field 'cookeis' in the catalogue; did you mean 'cookies'?" in wrong.err
    assert missing.err == "policylint: missing.yaml does not exist; expected a catalogue\n"


@pytest.mark.parametrize("name", ["a\x1b[31mb", "\u202eoof", "x" * 100_000, "\udcff", "*", "=1"])
def test_a_hostile_name_is_told_without_harm(run: Run, name: str) -> None:
    done = run("known", name)

    assert done.code == 1
    assert not {"\x1b", "\u202e"} & set(done.out)
    assert "Traceback" not in done.err


def test_what_a_hostile_catalogue_says_reaches_no_terminal_raw(run: Run, tmp_path: Path) -> None:
    text = 'version: 1\ncookies:\n  - {name: bad, platform: "a\\e[2Jb", category: marketing}\n'
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    done = run("known", "bad", "--catalog", "own.yaml")

    assert done.code == 0
    assert "\x1b" not in done.out


def test_check_takes_the_catalogue_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "our-catalog.yaml").write_text(OWN, encoding="utf-8")
    (tmp_path / "cookies.yaml").write_text(
        (ROOT / "examples" / "minimal" / "cookies.yaml")
        .read_text(encoding="utf-8")
        .replace("sticky", "sd_track_1"),
        encoding="utf-8",
    )
    arguments = ("check", "--select", "CLS023", "--format", "concise", "cookies.yaml")

    assert run(*arguments).code == 0
    done = run(*arguments, "--catalog", "our-catalog.yaml")
    assert done.code == 1
    assert "as one for marketing of Garden adviser" in done.out
    shown = run("check", "--show-settings", "--catalog", "our-catalog.yaml", "cookies.yaml").out
    assert 'catalog = ["our-catalog.yaml"]' in shown
