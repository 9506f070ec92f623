"""Bad input gets one sentence and the documented exit code, never a traceback."""

import os
import stat
from pathlib import Path

import pytest

from tests.conftest import Done, Run

GOOD = """\
version: 1
site: {name: A, url: "https://a.example", jurisdictions: [FR], languages: [en]}
controller: {name: A, country: FR, email: a@a.example}
cookies: []
"""


def one_sentence(done: Done, code: int) -> str:
    first, *hints = done.err.splitlines()
    assert done.code == code
    assert done.out == ""
    assert all(hint.startswith("hint: ") for hint in hints)
    assert len(hints) <= 1
    assert first.startswith("policylint: ")
    return first.removeprefix("policylint: ")


def test_a_missing_file(run: Run) -> None:
    message = one_sentence(run("check", "nope.yaml"), 3)

    assert message == "nope.yaml does not exist; expected an inventory"


def test_a_folder_without_inventories(run: Run) -> None:
    done = run("check")

    assert one_sentence(done, 3) == "no inventory below ."
    assert "policylint init" in done.err


def test_an_unreadable_file(run: Run, tmp_path: Path) -> None:
    # A link that leads to itself is unreadable for everybody, root included.
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")

    message = one_sentence(run("check", "loop.yaml"), 3)

    assert message == "loop.yaml cannot be read: too many levels of symbolic links"


def test_a_pipe_is_no_inventory(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "cookies.yaml")

    message = one_sentence(run("check", "cookies.yaml"), 3)

    assert message == "cookies.yaml is no regular file; expected an inventory"


def test_a_file_of_100_megabytes(run: Run, tmp_path: Path) -> None:
    with (tmp_path / "big.yaml").open("wb") as file:
        file.truncate(100 * 1024 * 1024)

    done = run("check", "big.yaml", "--format", "concise")

    assert done.code == 1
    assert done.err == ""
    assert done.out.startswith("big.yaml:1:1: DOC001 error ")
    assert "at most 67,108,864" in done.out


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "1:1", "UTF-8"),
        (b"version: 1\n\x00", "2:1", "control character"),
        (b"", "1:1", "empty"),
        (b"# nothing\n", "1:1", "empty"),
        (b"site: {name: caf\xe9}\n", "1:17", "UTF-8"),
        ("version: 1\n".encode("utf-16"), "1:1", "UTF-16"),
        (b"a: [1, 2\n", "1:4", "never closes"),
        (b"[" * 100_000, "1:65", "64"),
    ],
)
def test_a_file_that_is_no_yaml_is_a_finding_at_its_place(
    run: Run, tmp_path: Path, content: bytes, place: str, words: str
) -> None:
    (tmp_path / "cookies.yaml").write_bytes(content)

    done = run("check", "--format", "concise")

    assert done.code == 1
    assert done.err == ""
    assert done.out.startswith(f"cookies.yaml:{place}: DOC001 error ")
    assert words in done.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--fail-on", "fatal"], "Invalid value for '--fail-on': 'fatal' is not one of 'error', 'warning', 'info', 'never'"),
        (["--format", "xml"], "unknown format 'xml'; expected one of text, concise, json, sarif, github, gitlab, junit, markdown, csv"),
        (["--format", "json="], "--format json= names no file after '='"),
        (["--format", "json", "--format", "text"], "several formats to one output; name files as --format FORMAT=FILE"),
        (["--format", "json=a", "--output", "b"], "--output takes one format; name the files as --format FORMAT=FILE"),
        (["--as-of", "yesterday"], "Invalid value for '--as-of': 'yesterday' is no day; expected YYYY-MM-DD"),
        (["--jurisdiction", "US"], "--jurisdiction: no pack for 'US'; the packs are EU, AT, BE, CH, DE, DK, ES, FI, FR, GR, IE, IT, LU, NL, PT, UK, and any other country of the European Economic Area is judged by EU"),
        (["--select", "LIF0001"], "--select: unknown rule 'LIF0001'; did you mean 'LIF001'?"),
        (["--config", "nope.toml"], "nope.toml does not exist; expected a configuration file"),
        (["--selct", "x"], "No such option '--selct'. (Did you mean one of: '--help', '--select'?)"),
    ],
)  # fmt: skip
def test_an_unknown_option_or_value(
    run: Run, tmp_path: Path, arguments: list[str], message: str
) -> None:
    (tmp_path / "cookies.yaml").write_text(GOOD, encoding="utf-8")

    assert one_sentence(run("check", *arguments), 2).rstrip(".") == message


def test_a_day_that_is_no_number_in_the_environment(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(GOOD, encoding="utf-8")

    message = one_sentence(run("check", env={"SOURCE_DATE_EPOCH": "today"}), 2)

    assert message == "SOURCE_DATE_EPOCH holds 'today'; expected seconds since 1970"


def test_a_configuration_that_is_not_toml(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "policylint.toml").write_text("select: [ALL]\n", encoding="utf-8")

    message = one_sentence(run("check"), 2)

    assert message.endswith(
        "policylint.toml is not TOML: expected '=' after a key in a key/value pair"
        " (at line 1, column 7)"
    )


def test_an_output_folder_that_does_not_exist(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(GOOD, encoding="utf-8")

    message = one_sentence(run("check", "--format", "json", "--output", "no/out.json"), 3)

    assert message == "no/out.json cannot be written: the folder no does not exist"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cookies.yaml"]


def test_an_output_that_is_a_folder_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "out").mkdir()

    message = one_sentence(run("check", "--format", "json=out"), 3)

    assert message == "out is a folder; expected a file to write"


def test_a_file_that_is_replaced_keeps_its_mode(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "out.json").write_text("old", encoding="utf-8")
    (tmp_path / "out.json").chmod(0o640)

    done = run("check", "--format", "json", "--output", "out.json")

    assert done.code == 0
    assert stat.S_IMODE((tmp_path / "out.json").stat().st_mode) == 0o640
    assert (tmp_path / "out.json").read_text(encoding="utf-8").startswith('{\n  "version": 1')


def test_an_unknown_command_names_the_nearest(run: Run) -> None:
    message = one_sentence(run("chek"), 2)

    assert message.startswith("No such command 'chek'")
    assert "check" in message


def test_an_unknown_rule_names_the_nearest(run: Run) -> None:
    message = one_sentence(run("rule", "lifetime-to-long"), 2)

    assert message == "unknown rule 'lifetime-to-long'; did you mean 'lifetime-too-long'?"


def test_an_unknown_schema_names_those_there_are(run: Run) -> None:
    message = one_sentence(run("schema", "inventry"), 2)

    assert message == (
        "unknown schema 'inventry'; expected one of inventory, configuration, report, evidence, catalog"
    )


def test_a_name_that_a_terminal_would_obey_is_shown(run: Run) -> None:
    message = one_sentence(run("check", "\x1b[31mred.yaml"), 3)

    assert message.startswith("\\x1b[31mred.yaml does not exist")


def test_a_full_disk_is_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(GOOD, encoding="utf-8")

    message = one_sentence(run("check", "--format", "json=/dev/full"), 3)

    assert message == "/dev/full cannot be written: no space left on device"
