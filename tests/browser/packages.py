"""What the tests run in a browser: consent platforms, and axe-core, which looks for barriers.

Fetched from npm once, pinned, kept outside the clone.
"""

import hashlib
import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

PACKAGES = {
    "klaro": ("0.7.22", "da7f3f4a9e3931da6c32c2667312736837e702316ae03835a0e726ae94eb3f2a"),
    "vanilla-cookieconsent": (
        "3.1.0",
        "1d106b5f433b60d945dfed4c54f5535a8f61a30f2559b3f7548ed79e482aa4b6",
    ),
    "tarteaucitronjs": (
        "1.34.0",
        "e805b555e9bf4c4895d4f064b70bc0b517d67ba49d7b47d4bdc4e595b9f65f00",
    ),
    "axe-core": ("4.14.1", "e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745"),
}


def packages() -> Path:
    """Give the folder that holds every package under its name."""
    root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "policylint-tests"
    pinned = "-".join(version for version, _ in PACKAGES.values())
    folder = root / f"npm-{pinned}"
    if not folder.is_dir():
        root.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=root) as work:
            for name, (version, digest) in PACKAGES.items():
                fetch(name, version, digest, Path(work))
            shutil.rmtree(folder, ignore_errors=True)
            (Path(work) / "files").rename(folder)
    return folder


def fetch(name: str, version: str, digest: str, work: Path) -> None:
    subprocess.run(
        ["npm", "pack", "--silent", f"{name}@{version}", "--pack-destination", str(work)],
        check=True,
        capture_output=True,
        cwd=work,
    )
    archive = work / f"{name}-{version}.tgz"
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    assert found == digest, f"{archive.name} is not what was pinned: {found}"
    with tarfile.open(archive) as opened:
        opened.extractall(work / name, filter="data")
    (work / "files").mkdir(exist_ok=True)
    (work / name / "package").rename(work / "files" / name)
