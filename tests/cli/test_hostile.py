"""What attackers and accidents found: each stays fixed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

STUDIO = (ROOT / "examples" / "studio-ductus" / "cookies.yaml").read_text(encoding="utf-8")
FRAME = {
    "version": 1,
    "site": {"name": "A", "url": "https://a.example", "jurisdictions": ["FR"], "languages": ["en"]},
    "controller": {"name": "A", "country": "FR", "email": "a@a.example"},
}


def write(folder: Path, text: str = STUDIO) -> None:
    (folder / "cookies.yaml").write_text(text, encoding="utf-8")


def test_a_configured_jurisdiction_without_a_pack_is_no_clean_run(run: Run, tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "policylint.toml").write_text('jurisdictions = ["XX"]\n', encoding="utf-8")

    done = run("check")

    assert done.code == 2
    assert "'jurisdictions' holds 'XX', which has no pack" in done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["policy", "cookies.yaml", "--draft", "--output", "cookies.yaml", "--format", "html"],
        ["policy", "cookies.yaml", "--output", "link.yaml", "--format", "html"],
        ["check", "--format", "json=cookies.yaml"],
        ["check", "--format", "json=policylint.toml"],
    ],
)
def test_an_output_never_overwrites_what_was_read(
    run: Run, tmp_path: Path, arguments: list[str]
) -> None:
    write(tmp_path)
    (tmp_path / "policylint.toml").write_text("", encoding="utf-8")
    (tmp_path / "link.yaml").symlink_to("cookies.yaml")

    done = run(*arguments)

    assert done.code == 2
    assert "would be overwritten" in done.err
    assert (tmp_path / "cookies.yaml").read_text(encoding="utf-8") == STUDIO


@pytest.mark.parametrize("target", ["/dev/stdout", "-"])
def test_standard_output_by_name_is_standard_output(run: Run, tmp_path: Path, target: str) -> None:
    write(tmp_path)

    named = run("policy", "cookies.yaml", "--output", target)

    assert named == run("policy", "cookies.yaml")
    assert not (tmp_path / "-").exists()


def test_what_was_in_a_redirected_file_stays(tmp_path: Path) -> None:
    write(tmp_path)
    log = tmp_path / "log.txt"
    log.write_text("keep me\n", encoding="utf-8")
    command = f"{sys.executable} -m policylint check --format json=/dev/stdout >> log.txt"

    subprocess.run(
        ["bash", "-c", command],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
    )

    assert log.read_text(encoding="utf-8").startswith('keep me\n{\n  "version": 1')


def test_a_failed_write_leaves_nothing_behind(run: Run, tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "loop").symlink_to("loop")

    done = run("policy", "cookies.yaml", "--output", "loop")

    assert done.code == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cookies.yaml", "loop"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["policy", "cookies.yaml", "--check", ""],
        ["policy", "cookies.yaml", "--language", ""],
        ["policy", "cookies.yaml", "--output", " "],
        ["check", "--config", ""],
        ["check", "--select", ""],
        ["check", "--select", ","],
        ["check", "--stdin-filename", ""],
        ["init", ""],
        ["init", "-"],
    ],
)
def test_an_empty_value_is_a_wrong_usage(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    write(tmp_path)

    done = run(*arguments)

    assert done.code == 2
    assert done.out == ""
    assert "Traceback" not in done.err
    assert not (tmp_path / "-").exists()


def test_an_empty_path_is_one_sentence(run: Run) -> None:
    done = run("check", "")

    assert (done.code, done.err) == (
        3,
        "policylint: an empty path was given; expected a file or a folder\n",
    )


@pytest.mark.parametrize("day", ["2026-W01-1", "20261123", "\uff12026-11-23"])
def test_a_day_is_written_one_way_only(run: Run, tmp_path: Path, day: str) -> None:
    write(tmp_path)

    assert run("check", "--as-of", day).code == 2


@pytest.mark.parametrize("epoch", ["1_000", " 1", "-1", "9" * 40])
def test_seconds_since_1970_are_digits(run: Run, tmp_path: Path, epoch: str) -> None:
    write(tmp_path)

    assert run("check", env={"SOURCE_DATE_EPOCH": epoch}).code == 2


def test_a_number_too_long_for_a_configuration(run: Run, tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "policylint.toml").write_text(f"x = {'9' * 5_000}\n", encoding="utf-8")

    done = run("check")

    assert done.code == 2
    assert "Traceback" not in done.err


def test_a_folder_far_down_is_searched(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path)
    monkeypatch.chdir(tmp_path)
    for _ in range(1_100):
        os.mkdir("d")
        os.chdir("d")
    os.chdir(tmp_path)

    code = run("check").code

    # pytest's own clean-up would meet the limit of recursion.
    subprocess.run(["rm", "-r", "d"], cwd=tmp_path, check=True)
    assert code == 0


def test_a_standard_stream_that_is_closed(tmp_path: Path) -> None:
    write(tmp_path)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    for command, sentence in (
        ("check >&-", "standard output is closed"),
        ("check - <&-", "standard input is closed"),
        ("check > /dev/full", "standard output cannot be written: no space left on device"),
        ("--version > /dev/full", "standard output cannot be written: no space left on device"),
    ):
        done = subprocess.run(
            ["bash", "-c", f"{sys.executable} -m policylint {command}"],
            cwd=tmp_path,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (3, f"policylint: {sentence}\n"), command


def test_an_include_that_no_locale_can_name_is_a_finding(run: Run, tmp_path: Path) -> None:
    write(tmp_path, STUDIO.replace("version: 1", 'version: 1\ninclude: ["\\u00e9.yaml"]', 1))

    done = run("check", env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})

    assert done.code == 1
    assert "DOC004 include-broken" in done.out


def test_one_line_with_thousands_of_findings_keeps_no_copy_of_it_each(tmp_path: Path) -> None:
    cookies = [
        {"name": f"c{n}", "category": "improvement", "purposes": ["advertising"]}
        for n in range(3_000)
    ]
    text = json.dumps({**FRAME, "cookies": cookies}, separators=(",", ":")) + "\n"
    (tmp_path / "cookies.json").write_text(text, encoding="utf-8")

    limited = f"ulimit -v 1500000; {sys.executable} -m policylint check --format concise"
    done = subprocess.run(
        ["bash", "-c", limited],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr == b""


def test_endless_names_are_not_repeated_whole(run: Run, tmp_path: Path) -> None:
    entry = {"name": "n" * 1_000_000, "category": "essential", **{f"f{n}": 1 for n in range(300)}}
    (tmp_path / "cookies.json").write_text(json.dumps({**FRAME, "cookies": [entry]}), "utf-8")

    done = run("check", "--format", "concise")

    assert done.code == 1
    assert len(done.out) < 1_000_000


def test_faults_without_end_are_cut_and_it_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.json").write_text(json.dumps({**FRAME, "cookies": [1] * 50_000}), "utf-8")

    report = json.loads(run("check", "--format", "json").out)

    assert len(report["findings"]) == 1_001
    assert "these are the first 1,000 faults" in report["findings"][-1]["message"]


def test_includes_without_end_are_cut(run: Run, tmp_path: Path) -> None:
    data = {**FRAME, "include": ["nope.yaml"] * 50_000, "cookies": []}
    (tmp_path / "cookies.json").write_text(json.dumps(data), encoding="utf-8")

    report = json.loads(run("check", "--format", "json").out)

    assert 0 < len(report["findings"]) <= 101


def test_vendors_that_are_nearly_right_do_not_take_minutes(run: Run, tmp_path: Path) -> None:
    data = {
        **FRAME,
        "vendors": {f"vendor-{n}": {"name": "V", "country": "FR"} for n in range(1_000)},
        "cookies": [
            {
                "name": f"c{n}",
                "category": "essential",
                "purposes": ["payment"],
                "vendor": f"vendr-{n}",
            }
            for n in range(1_000)
        ],
    }
    (tmp_path / "cookies.json").write_text(json.dumps(data), encoding="utf-8")

    report = json.loads(run("check", "--select", "INV005", "--format", "json").out)

    hints = [one for one in report["findings"] if "did you mean" in one["message"]]
    assert len(report["findings"]) == 1_000
    assert len(hints) == 20


def test_a_pattern_of_many_stars_ends(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "/".join(["d"] * 24)
    folder.mkdir(parents=True)
    write(folder)
    pattern = "**/" * 14 + "x"
    (tmp_path / "policylint.toml").write_text(
        f'[per-file-ignores]\n"{pattern}" = ["INV"]\n', encoding="utf-8"
    )

    assert run("check").code == 0


@pytest.mark.parametrize("name", ["::error::pwn.html", "##[error]x.html", "\x1b[31mred.html"])
def test_a_name_never_becomes_a_command_of_a_runner_or_a_terminal(
    run: Run, tmp_path: Path, name: str
) -> None:
    write(tmp_path)
    run("policy", "cookies.yaml", "--format", "html", "--output", name)

    outputs = [
        run("policy", "cookies.yaml", "--format", "html", "--check", name),
        run("check", name),
        run("check", f"{name}x"),
        run("init", f"{name}.yaml"),
    ]

    for done in outputs:
        for line in (done.out + done.err).splitlines():
            assert not line.lstrip().startswith("::")
            assert "##[" not in line
            assert "\x1b" not in line
