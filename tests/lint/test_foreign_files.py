"""What is not ours is neither removed nor overwritten, and no ring of links is walked for ever."""

import os
from pathlib import Path

import pytest

from policylint.errors import UsageError
from policylint.lint.cache_folder import KEPT_SECONDS, make_root, remove_old
from policylint.lint.globs import globbed
from policylint.lint.output import guard

LATER = float(2 * KEPT_SECONDS + 4_000_000_000)
ENTRY = "0" * 38


def fill(root: Path, *parts: str) -> Path:
    path = root.joinpath(*parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"precious")
    return path


def test_a_folder_that_was_there_before_loses_nothing(tmp_path: Path) -> None:
    kept = [
        fill(tmp_path, "backups", "2026-01-01", "db", "dump.sql"),
        fill(tmp_path, "0.1.0-2026.11", "2026-01-01", "ab", ENTRY),
    ]
    remove_old(str(tmp_path), LATER)

    assert all(path.exists() for path in kept)


def test_a_cache_loses_its_old_days_and_nothing_else(tmp_path: Path) -> None:
    root = tmp_path / "cache"
    make_root(str(root))
    old = fill(root, "0.1.0-2026.11", "2026-01-01", "ab", ENTRY)
    half = fill(root, "0.1.0-2026.11", "2026-01-02", "ab", ".12-3")
    kept = [
        fill(root, "backups", "2026-01-01", "db", "dump.sql"),
        fill(root, "0.1.0-2026.11", "20260101", "ab", ENTRY),
        fill(root, "0.1.0-2026.11", "2026-01-03", "ab", "notes.txt"),
        fill(root, "0.1.0-2026.11", "2026-01-04", "db", "x", ENTRY),
    ]
    remove_old(str(root), LATER)

    assert not old.exists()
    assert not half.exists()
    assert not (root / "0.1.0-2026.11" / "2026-01-01").exists()
    assert all(path.exists() for path in kept)


def test_one_file_is_not_written_twice(tmp_path: Path) -> None:
    path = str(tmp_path / "report")

    with pytest.raises(UsageError, match="would be written twice"):
        guard([path, os.path.join(str(tmp_path), ".", "report")], [])
    guard(["-", "/dev/null", "/dev/null"], [])


def test_a_ring_of_links_is_entered_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ring = tmp_path / "ring"
    ring.mkdir()
    (ring / "a").symlink_to(".")
    (ring / "b").symlink_to(".")
    (ring / "cookies.yaml").write_text("version: 1\n")

    assert globbed("ring/" + "*/" * 40 + "cookies.yaml") == ["ring/" + "a/" * 40 + "cookies.yaml"]
