"""What a repository can do to whoever asks git about it."""

import subprocess
from pathlib import Path

import pytest

from policylint.review.git import Objects, top_of
from policylint.review.history import past_of
from tests.cli.test_approvals import SOUND
from tests.cli.test_diff import git
from tests.conftest import Run


def committed(folder: Path, name: str = "cookies.yaml") -> Path:
    folder.mkdir(exist_ok=True)
    git(folder, "init", "-q", "-b", "main")
    path = folder / name
    path.write_text(SOUND)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "x")
    return path


def forget(path: Path, name: str) -> None:
    """Take an object out of a repository, as a partial clone lacks it."""
    asked = ["git", "rev-parse", name]
    found = subprocess.run(asked, cwd=path.parent, check=True, capture_output=True, text=True)
    identity = found.stdout.strip()
    (path.parent / ".git" / "objects" / identity[:2] / identity[2:]).unlink()


FETCHES = {
    "helper": {"remote.evil.url": "ext::touch {}", "protocol.ext.allow": "always"},
    "ssh": {"remote.evil.url": "ssh://h.example/x", "core.sshCommand": "touch {};"},
    "upload": {"remote.evil.url": ".", "remote.evil.uploadpack": "touch {};"},
}


@pytest.mark.parametrize("way", FETCHES)
def test_a_partial_clone_names_no_program_that_is_run(run: Run, tmp_path: Path, way: str) -> None:
    path = committed(tmp_path)
    forget(path, "HEAD:cookies.yaml")
    trace = tmp_path / "trace"
    settings = {"remote.evil.promisor": "true", "extensions.partialClone": "evil"}
    for key, value in {**settings, **FETCHES[way]}.items():
        git(tmp_path, "config", key, value.format(trace))
    git(tmp_path, "config", "core.repositoryFormatVersion", "1")

    done = run("diff", "HEAD", "cookies.yaml")

    assert (done.code, done.out) == (3, "")
    assert "this clone is partial, and nothing is fetched here" in done.err
    assert past_of(str(path), {"sha256:x"}).gap == "partial"
    assert not trace.exists()


PROGRAMS = (
    *("core.fsmonitor", "core.pager", "pager.log", "diff.external", "gpg.program"),
    *("diff.x.textconv", "diff.x.command", "filter.x.smudge", "filter.x.clean", "merge.x.driver"),
)
HOOKS = ("post-index-change", "reference-transaction", "post-checkout")


def test_nothing_that_a_repository_configures_is_run(run: Run, tmp_path: Path) -> None:
    path = committed(tmp_path)
    path.write_text(SOUND.replace("lifetime: session", "lifetime: 1 day"))
    git(tmp_path, "commit", "-qam", "y")
    trace = tmp_path / "trace"
    for key in PROGRAMS:
        git(tmp_path, "config", key, f"touch {trace};")
    git(tmp_path, "config", "log.showSignature", "true")
    git(tmp_path, "config", "core.hooksPath", str(tmp_path / "hooks"))
    (tmp_path / "hooks").mkdir()
    for name in HOOKS:
        hook = tmp_path / "hooks" / name
        hook.write_text(f"#!/bin/sh\ntouch {trace}\n")
        hook.chmod(0o755)
    (tmp_path / ".gitattributes").write_text("* diff=x filter=x merge=x\n")
    trace.unlink(missing_ok=True)

    assert run("diff", "HEAD~1", "cookies.yaml", "--fail-on", "inform").code == 1
    assert run("report", "cookies.yaml", "--since", "HEAD~1", "--format", "text").code == 0
    assert past_of(str(path), {"sha256:x"}).gap == "not-found"
    assert not trace.exists()


def test_the_name_of_a_folder_may_end_with_a_line_break(tmp_path: Path) -> None:
    folder = tmp_path / "odd\n"
    committed(folder)

    assert top_of(str(folder)) == str(folder.resolve())


def test_a_path_outside_the_repository_ends_no_reading_in_a_traceback(tmp_path: Path) -> None:
    committed(tmp_path)

    with Objects(str(tmp_path)) as objects:
        assert objects.read("HEAD:cookies.yaml", 10_000) == SOUND.encode()
        # git gives up at the first; whatever is asked after it has no answer either
        assert [objects.read("HEAD:../x", 10) for _ in range(50)] == [None] * 50


@pytest.mark.parametrize("setting", ["GIT_LITERAL_PATHSPECS", "GIT_ICASE_PATHSPECS"])
def test_what_paths_mean_to_git_elsewhere_means_nothing_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    from policylint.lint.judge import check_file
    from policylint.lint.options import Options
    from policylint.model.digest import content_digest
    from policylint.model.inventory import Inventory
    from tests.review.hostile import DAY

    path = committed(tmp_path)
    inventory = check_file(str(path), Options(as_of=DAY)).inventory
    assert isinstance(inventory, Inventory)
    monkeypatch.setenv(setting, "1")

    digest = content_digest(inventory)

    assert list(past_of(str(path), {digest}).found) == [digest]
