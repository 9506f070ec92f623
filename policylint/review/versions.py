"""An inventory as it was: a file, or a file at a revision of git."""

import os
import subprocess
from typing import NamedTuple

from policylint.errors import InputError, UsageError
from policylint.lint.declaration import Access
from policylint.lint.files import read_bytes
from policylint.lint.judge import Engine, Result, check_content
from policylint.lint.options import Options, settings_of
from policylint.source.load import MAX_BYTES

SECONDS = 60
MOST_REVISIONS = 500


class Version(NamedTuple):
    """What was asked for: a file, at a revision or as it lies there."""

    path: str
    revision: str | None = None

    @property
    def label(self) -> str:
        """Name it as git does: `HEAD~1:cookies.yaml`."""
        return self.path if self.revision is None else f"{self.revision}:{self.path}"


def find_versions(old: str, new: str) -> tuple[Version, Version]:
    """Read what two words mean: files, `REVISION:FILE`, or a revision of the other's file.

    Raises UsageError where neither names a file.
    """
    if not old.strip() or not new.strip():
        # An empty word comes from a variable that nobody set; git would take it for the index.
        raise UsageError("a version is empty; expected a file, a revision, or REVISION:FILE")
    first, second = _named(old), _named(new)
    if first is None and second is None:
        raise UsageError(
            f"neither '{old}' nor '{new}' is a file; expected a file, or REVISION:FILE"
        )
    if first is None and second is not None:
        first = Version(second.path, old)
    if second is None and first is not None:
        second = Version(first.path, new)
    assert first is not None  # noqa: S101 - one names the file of the other
    assert second is not None  # noqa: S101 - as above
    return first, second


def _named(word: str) -> Version | None:
    if os.path.exists(word) or word == "-":
        return Version(word)
    revision, mark, path = word.partition(":")
    # On Windows a single letter before the colon is a drive.
    if mark and path and len(revision) > 1:
        return Version(path, revision)
    has_path = "/" in word or word.lower().endswith((".yaml", ".yml", ".json"))
    return Version(word) if has_path and not _is_revision(word) else None


def _is_revision(word: str) -> bool:
    return _git(".", "rev-parse", "--verify", "--quiet", "--end-of-options", word) is not None


def open_version(version: Version, options: Options) -> Result:
    """Check one version. Raises InputError where git or the disk does not have it."""
    if version.revision is None:
        content, engine = read_bytes(version.path, MAX_BYTES), Engine()
    else:
        reader = _Revision(version)
        content, engine = reader.read(version.path, MAX_BYTES), Engine(access=Access(reader.read))
    settings = settings_of(version.path, options)
    return check_content(version.path, content, settings, options, engine)


def revision_engine(version: Version) -> tuple[Engine, bytes | None]:
    """Give what reads the files of a revision, and the content of its file; None if it is gone."""
    reader = _Revision(version)
    engine = Engine(access=Access(reader.read))
    try:
        return engine, reader.read(version.path, MAX_BYTES)
    except InputError:
        return engine, None


def revisions_of(path: str) -> list[str]:
    """List the revisions of git that changed a file or one beside it, the newest first.

    An included file may hold what was signed, so every change below the folder counts. Nothing for
    a file outside git.
    """
    folder = os.path.dirname(os.path.abspath(path))
    log = ("log", f"--max-count={MOST_REVISIONS}", "--format=%H", "--", ".")
    found = _git(folder, *log)
    return found.decode("ascii").split() if found else []


class _Revision:
    """Reads files as they were at a revision."""

    def __init__(self, version: Version) -> None:
        self.version = version
        self.folder = os.path.dirname(os.path.abspath(version.path))
        while not os.path.isdir(self.folder):  # the folder may be gone since
            self.folder = os.path.dirname(self.folder)
        top = _git(self.folder, "rev-parse", "--show-toplevel")
        if top is None:
            raise InputError(f"{version.label}: {version.path} is in no git repository")
        self.top = os.path.realpath(top.decode(errors="surrogateescape").rstrip("\n"))

    def read(self, path: str, limit: int) -> bytes:
        inside = os.path.relpath(os.path.realpath(path), self.top).replace(os.sep, "/")
        name = f"{self.version.revision}:{inside}"
        size = _git(self.folder, "cat-file", "-s", "--end-of-options", name)
        if size is None:
            raise InputError(f"{path} cannot be read: git has no '{name}'")
        if int(size) > limit:
            raise InputError(f"{path} has {int(size):,} bytes; expected at most {limit:,}")
        content = _git(self.folder, "cat-file", "blob", "--end-of-options", name)
        if content is None:
            raise InputError(f"{path} cannot be read: '{name}' is no file in git")
        return content


def _git(folder: str, *arguments: str) -> bytes | None:
    """Ask git; None where it says no. Raises InputError where there is no git."""
    command = ["git", "-C", folder, *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program, and no option comes from outside
            command, capture_output=True, check=False, timeout=SECONDS, stdin=subprocess.DEVNULL
        )
    except FileNotFoundError:
        raise InputError("git is not installed; a revision can only be read with it") from None
    except (subprocess.TimeoutExpired, ValueError) as error:
        raise InputError(f"git gave no answer: {error}") from None
    return done.stdout if done.returncode == 0 else None
