"""No value that stands in evidence reaches an output, a log or a cache."""

import json
from pathlib import Path

import pytest

from policylint.errors import ExitCode
from policylint.report import FORMATS
from tests.conftest import FRAME, Done, Run
from tests.evidence.test_values import FILES, PLANTED

INVENTORY = FRAME.replace("a.example", "www.shop.example") + "cookies: []\n"
MOMENT = ("--captured-at", "2026-11-20T09:00:00Z")


def evidence_file(folder: Path, kind: str) -> Path:
    document = FILES[kind]
    text = document if isinstance(document, str) else json.dumps(document)
    path = folder / "seen"
    path.write_text(text, encoding="utf-8", newline="")
    assert PLANTED in text
    return path


def left_behind(folder: Path, *besides: Path) -> str:
    """Read all files below a folder, and the names of them."""
    files = [path for path in folder.rglob("*") if path.is_file() and path not in besides]
    contents = [path.read_bytes().decode("utf-8", "replace") for path in files]
    return "\n".join([*contents, *map(str, files)])


def told(done: Done) -> str:
    return done.out + done.err


@pytest.mark.parametrize("kind", FILES)
def test_no_report_no_baseline_and_no_cache_holds_a_planted_value(
    run: Run, tmp_path: Path, kind: str
) -> None:
    seen = evidence_file(tmp_path, kind)
    (tmp_path / "cookies.yaml").write_text(INVENTORY, encoding="utf-8")
    cache = tmp_path / "cache"
    env = {"POLICYLINT_CACHE_DIR": str(cache)}
    formats = [part for name in FORMATS for part in ("--format", f"{name}=out.{name}")]
    command = ("check", "--evidence", f"accept={seen.name}", *MOMENT, "--statistics")

    done = run(*command, *formats, env=env)
    printed = run(*command, env=env)
    baseline = run(*command, "--write-baseline", "baseline.json", env=env)

    assert baseline.code == 0
    assert sorted(path.name for path in tmp_path.glob("out.*")) == sorted(
        f"out.{name}" for name in FORMATS
    )
    found = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["findings"]
    assert "EVD001" in {one["code"] for one in found}
    assert PLANTED not in told(done) + told(printed) + told(baseline)
    assert PLANTED not in left_behind(tmp_path, seen)


@pytest.mark.parametrize("kind", FILES)
def test_no_first_inventory_holds_a_planted_value(run: Run, tmp_path: Path, kind: str) -> None:
    seen = evidence_file(tmp_path, kind)

    done = run("init", "--from", seen.name)

    assert PLANTED not in told(done)
    assert PLANTED not in left_behind(tmp_path, seen)


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_no_sentence_on_a_broken_file_holds_a_planted_value(
    run: Run, tmp_path: Path, kind: str, share: float
) -> None:
    seen = evidence_file(tmp_path, kind)
    content = seen.read_bytes()
    seen.write_bytes(content[: int(len(content) * share)])
    (tmp_path / "cookies.yaml").write_text(INVENTORY, encoding="utf-8")

    done = run("check", "--evidence", seen.name)

    assert done.code != ExitCode.USAGE
    assert PLANTED not in told(done)
    assert "Traceback" not in done.err
