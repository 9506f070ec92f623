"""What the tests of the CI files share: a clone, scripts run by a real shell, YAML as CI reads it."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.conftest import ROOT, Done

EPOCH = "1795392000"


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the repository as CI has it: what is committed, without what lies about here."""
    target = tmp_path_factory.mktemp("source") / "policylint"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(target)], check=True)
    return target


def shell(
    command: Sequence[str], script: str, env: Mapping[str, str], cwd: Path, path: str | None = None
) -> Done:
    """Run a script with the given variables and few others, as on a fresh runner."""
    keep = {"HOME", "LANG", "PIP_CERT", "PIP_FIND_LINKS", "SSL_CERT_FILE", "PIP_INDEX_URL"}
    bare = {key: value for key, value in os.environ.items() if key in keep}
    python = Path(shutil.which("python3") or "python3").parent
    done = subprocess.run(
        [*command, script],
        cwd=cwd,
        capture_output=True,
        text=True,
        env={
            **bare,
            "PATH": path if path is not None else f"{python}:/usr/local/bin:/usr/bin:/bin",
            "SOURCE_DATE_EPOCH": EPOCH,
            **env,
        },
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)
