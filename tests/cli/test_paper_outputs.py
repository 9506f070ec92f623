"""Files of Word and PDF that cannot be written, or not drawn: one sentence, and no half a file."""

import os
import pty
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from policylint.errors import InputError
from policylint.lint import output
from tests.conftest import ROOT, Run

MINIMAL = (ROOT / "examples" / "minimal" / "cookies.yaml").read_bytes()
COMMANDS = {
    "policy": ("policy", "cookies.yaml", "--quiet"),
    "report": ("report", "cookies.yaml"),
    "diff": ("diff", "cookies.yaml", "cookies.yaml"),
}
PAPER = [("policy", "docx"), ("policy", "pdf"), ("report", "docx"), ("report", "pdf")]
PAPER += [("diff", "docx")]


@pytest.fixture(autouse=True)
def _inventory(tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_bytes(MINIMAL)


UNWRITABLE = {
    "none/a": "none/a cannot be written: the folder none does not exist",
    ".": ". is a folder; expected a file to write",
    "/dev/full": "/dev/full cannot be written: no space left on device",
}


@pytest.mark.parametrize(("command", "form"), PAPER)
@pytest.mark.parametrize("target", UNWRITABLE)
def test_what_cannot_be_written_is_one_sentence(
    run: Run, tmp_path: Path, command: str, form: str, target: str
) -> None:
    done = run(*COMMANDS[command], "--format", form, "--output", target)

    sentence = f"policylint: {UNWRITABLE[target]}\n"
    assert (done.code, done.out, done.err) == (3, "", sentence)
    assert [one.name for one in tmp_path.iterdir()] == ["cookies.yaml"]


def test_a_read_only_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"signed")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everywhere

    with pytest.raises(InputError, match=r"a\.docx cannot be written"):
        output.write_whole(str(path), b"new")

    assert path.read_bytes() == b"signed"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.docx", "cookies.yaml"]


@pytest.mark.parametrize(("command", "form"), PAPER)
def test_a_library_that_is_missing_is_named_and_nothing_is_written(
    run: Run, tmp_path: Path, command: str, form: str
) -> None:
    absent = tmp_path / "absent"
    absent.mkdir()
    for name in ("docx", "weasyprint"):
        (absent / f"{name}.py").write_text(f"raise ModuleNotFoundError('no', name='{name}')")

    done = run(
        *(*COMMANDS[command], "--format", form, "--output", "a.out"),
        env={"PYTHONPATH": f"{absent}:{ROOT}"},
    )

    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"policylint: the format '{form}' needs ")
    assert f"pip install 'policylint[{form}]'" in done.err
    assert len(done.err.splitlines()) == 2
    assert not (tmp_path / "a.out").exists()


def called(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "policylint", *arguments]


def test_a_pipe_gets_the_whole_file(tmp_path: Path) -> None:
    asked = (*COMMANDS["report"], "--format", "docx", "--as-of", "2026-11-23", "--output", "-")

    done = subprocess.run(
        called(*asked),
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
    )

    with ZipFile(BytesIO(done.stdout)) as file:
        assert file.testzip() is None


@pytest.mark.parametrize("command", COMMANDS)
def test_a_terminal_gets_no_bytes_even_when_asked(tmp_path: Path, command: str) -> None:
    ours, theirs = pty.openpty()
    asked = (*COMMANDS[command], "--format", "docx", "--output", "-")

    done = subprocess.run(
        called(*asked),
        stdout=theirs,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )

    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2
    assert done.stderr == (b"policylint: the format 'docx' is no text; name a file with --output\n")
