"""Several processes say what one says, and none outlives the run."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from policylint.errors import InputError, PolicylintError, UsageError
from policylint.lint import workers
from policylint.lint.collect import FEW
from policylint.lint.options import Options
from policylint.lint.portion import Portion
from policylint.lint.portion_text import Packer
from policylint.lint.processors import processors
from policylint.lint.run import run
from policylint.lint.settings import forget_settings, read_settings
from policylint.report import FORMATS, render
from tests.conftest import ROOT

INVENTORY = """\
version: 1
include: [../vendors.yaml]
site: {{name: A, url: "https://a{number}.example", jurisdictions: [{country}], languages: [en]}}
controller: {{name: A, country: FR, email: a@a.example}}
cookies:
  - {{name: _ga, vendor: host, category: improvement, purposes: [audience-measurement], lifetime: {number} months}}
  - {{name: sid, category: essential, purposes: [load-balancing], description: Session}} # policylint: ignore[INV002] agreed
"""
VENDORS = "version: 1\nvendors:\n  host: {name: Host, country: FR, role: processor} # policylint: ignore[LIF001] no\n"
WAIVER = """\
[[waivers]]
rule = "LIF001"
cookie = "_ga"
files = "sites/1*"
reason = "contract"
approved-by = "dpo@a.example"
expires = 2027-01-31
"""
DAY = date(2026, 11, 23)
COUNT = FEW + 12


@pytest.fixture(autouse=True)
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("POLICYLINT_CACHE_DIR", str(tmp_path / "kept"))
    Path(".git").mkdir()
    Path("sites").mkdir()
    Path("policylint.toml").write_text(WAIVER, encoding="utf-8")
    Path("vendors.yaml").write_text(VENDORS, encoding="utf-8")
    found = []
    for number in range(COUNT):
        path = f"sites/{number}.cookies.yaml"
        text = INVENTORY.format(number=number, country=("FR", "BE", "UK")[number % 3])
        Path(path).write_text(text, encoding="utf-8")
        found.append(path)
    Path(found[50]).write_text("cookies: [", encoding="utf-8")
    forget_settings()
    yield found
    forget_settings()


def said(paths: list[str], **asked: Any) -> str:
    forget_settings()
    done = run(paths, Options(**{"as_of": DAY, **asked}))
    return "".join(render(name, done.report) for name in FORMATS) + repr(done.entries)


def spawned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "may_fork", lambda: False)


@pytest.mark.parametrize("count", [2, 5])
def test_several_processes_say_the_same_to_the_byte(paths: list[str], count: int) -> None:
    plain = said(paths)

    assert said(paths, workers=count, cached=True) == plain
    assert said(paths, cached=True) == plain
    assert all(text in plain for text in ("waived", "DOC001", "DOC005", "suppressed"))


def test_processes_that_were_started_anew_say_the_same(
    paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = said(paths, settings=read_settings("policylint.toml"))
    spawned(monkeypatch)

    settings = read_settings("policylint.toml")
    assert said(paths, workers=2, settings=settings, cached=True) == plain


def test_a_module_in_the_working_folder_is_never_run(
    paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pickle.py", "yaml.py", "policylint.py"):
        Path(name).write_text("raise SystemExit('run')", encoding="utf-8")
    plain = said(paths)
    spawned(monkeypatch)

    assert said(paths, workers=2) == plain


def failure(paths: list[str], count: int) -> tuple[type[PolicylintError], str, str | None]:
    forget_settings()
    with pytest.raises(PolicylintError) as caught:
        run(paths, Options(as_of=DAY, workers=count))
    return type(caught.value), caught.value.message, caught.value.hint


@pytest.mark.parametrize("anew", [False, True])
def test_a_file_that_cannot_be_read_fails_as_in_one_process(
    paths: list[str], monkeypatch: pytest.MonkeyPatch, *, anew: bool
) -> None:
    if anew:
        spawned(monkeypatch)
    for number in (70, 90, 20):
        Path(paths[number]).unlink()
        found = failure(paths, 2)

        assert found == failure(paths, 1)
        assert found[0] is InputError
    assert found[1] == "sites/20.cookies.yaml does not exist; expected an inventory"


def test_a_wrong_configuration_fails_as_in_one_process(paths: list[str]) -> None:
    Path("policylint.toml").write_text('ignore = ["LIF999"]\n', encoding="utf-8")
    found = failure(paths, 2)

    assert found == failure(paths, 1)
    assert found[0] is UsageError


def children(number: int) -> list[int]:
    text = Path(f"/proc/{number}/task/{number}/children").read_text(encoding="utf-8")
    return [int(one) for one in text.split()]


def judged(paths: list[str]) -> Iterator[Portion]:
    return workers.judge_in_workers(paths, Options(as_of=DAY, workers=2), Packer(), None)


def test_a_process_that_is_killed_is_told_in_one_sentence(paths: list[str]) -> None:
    portions = judged(paths * 20)
    next(portions)
    (one, other) = children(os.getpid())
    os.kill(one, signal.SIGKILL)

    with pytest.raises(InputError, match=r"ended before its work was done; nothing was written$"):
        list(portions)
    assert children(os.getpid()) == []
    with pytest.raises(ProcessLookupError):
        os.kill(other, 0)


def test_a_run_that_is_interrupted_leaves_no_process_behind(paths: list[str]) -> None:
    portions = judged(paths * 20)
    next(portions)
    assert len(children(os.getpid())) == 2

    with pytest.raises(KeyboardInterrupt):
        portions.throw(KeyboardInterrupt())  # type: ignore[attr-defined]
    assert children(os.getpid()) == []


PROGRAM = """
import sys
from datetime import date
from policylint.lint.run import Options, run
run(sys.argv[1:] * 20, Options(as_of=date(2026, 11, 23), workers=2))
"""


@pytest.mark.parametrize("whom", ["the first", "all"])
def test_no_process_outlives_the_one_that_started_it(paths: list[str], whom: str) -> None:
    reader, writer = os.pipe()
    started = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *paths],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        pass_fds=[writer],
    )
    os.close(writer)
    while len(children(started.pid)) < 2:
        assert started.poll() is None
    if whom == "all":
        os.killpg(started.pid, signal.SIGINT)  # as a terminal does
    else:
        started.kill()
    assert started.wait() != 0

    # All that hold the other end have gone when there is nothing more to read.
    ready, _, _ = select.select([reader], [], [], 60)
    assert ready == [reader]
    assert os.read(reader, 1) == b""
    os.close(reader)


def test_a_thread_forbids_a_copy_of_the_process() -> None:
    # In a process of its own: other tests may leave a thread behind, as browsers' drivers do.
    program = """
import threading
from policylint.lint import processes
assert processes.may_fork()
end = threading.Event()
thread = threading.Thread(target=end.wait)
thread.start()
assert not processes.may_fork()
end.set()
thread.join()
assert processes.may_fork()
"""

    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT)


def test_processors_are_those_that_this_process_may_use() -> None:
    assert 1 <= processors() <= min(8, os.cpu_count() or 1)


def test_few_files_are_checked_in_one_process(
    paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(workers, "judge_in_workers", refuse)

    run(paths[: FEW - 1], Options(as_of=DAY, workers=2))
    with pytest.raises(AssertionError):
        run(paths, Options(as_of=DAY, workers=2))
