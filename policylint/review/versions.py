"""An inventory as it was: a file, or a file at a revision of git."""

import os
from typing import NamedTuple

from policylint.errors import InputError, UsageError
from policylint.lint.declaration import Access
from policylint.lint.files import read_bytes
from policylint.lint.judge import Engine, Result, check_content
from policylint.lint.options import Options, settings_of
from policylint.review.git import ask, is_partial, is_shallow, knows, top_of
from policylint.source.load import MAX_BYTES

_SUFFIXES = (".yaml", ".yml", ".json")
_EXPECTED = "expected a file, a revision such as HEAD~1, or REVISION:FILE"


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
        raise UsageError(f"a version is empty; {_EXPECTED}")
    first, second = _named(old), _named(new)
    if first is None and second is None:
        raise UsageError(
            f"neither '{old}' nor '{new}' is a file; expected a file, or REVISION:FILE"
        )
    if first == second == Version("-"):
        raise UsageError(f"standard input can be one version, not both; {_EXPECTED}")
    if first is None and second is not None:
        first = _of_the_file(second.path, old)
    if second is None and first is not None:
        second = _of_the_file(first.path, new)
    assert first is not None  # noqa: S101 - one names the file of the other
    assert second is not None  # noqa: S101 - as above
    return first, second


def _of_the_file(path: str, word: str) -> Version:
    if path == "-":
        raise UsageError(f"'{word}' is no file, and standard input has no revisions; {_EXPECTED}")
    return Version(path, word)


def _named(word: str) -> Version | None:
    """Give what a word names by itself; None where it may be a revision of the other's file."""
    if os.path.exists(word) or word == "-":
        return Version(word)
    revision, mark, path = word.partition(":")
    if mark and not _is_drive(revision):
        if not revision or not path:
            missing = "file behind the colon" if revision else "revision before the colon"
            raise UsageError(f"'{word}' names no {missing}; {_EXPECTED}")
        return Version(path, revision)
    return Version(word) if word.lower().endswith(_SUFFIXES) and not knows(".", word) else None


def _is_drive(word: str) -> bool:
    return os.name == "nt" and len(word) == 1 and word.isalpha()


def open_version(version: Version, options: Options) -> Result:
    """Check one version. Raises InputError where git or the disk does not have it."""
    if version.revision is None:
        content, engine = read_bytes(version.path, MAX_BYTES), Engine()
    else:
        reader = _Revision(version.path, version.revision)
        content, engine = reader.read(version.path, MAX_BYTES), Engine(access=Access(reader.read))
    settings = settings_of(version.path, options)
    return check_content(version.path, content, settings, options, engine)


class _Revision:
    """Reads files as they were at a revision."""

    def __init__(self, path: str, revision: str) -> None:
        self.revision = revision
        top = top_of(os.path.dirname(os.path.abspath(path)))
        if top is None:
            raise InputError(
                f"{path} is in no git repository, so that '{revision}' cannot be read; {_EXPECTED}"
            )
        self.top = top
        if not knows(top, revision):
            raise UsageError(
                f"'{revision}' is no file, and no revision that git has; {_EXPECTED}",
                _lacking(top),
            )

    def read(self, path: str, limit: int) -> bytes:
        inside = inside_of(self.top, path)
        name = f"{self.revision}:{inside}"
        size = ask(self.top, "cat-file", "-s", "--end-of-options", name)
        if size is None:
            hint = _lacking(self.top) or "REVISION:FILE names a file as it was called"
            raise InputError(f"'{self.revision}' has no {inside}", hint)
        if int(size) > limit:
            raise InputError(f"{name} has {int(size):,} bytes; expected at most {limit:,}")
        content = ask(self.top, "cat-file", "blob", "--end-of-options", name)
        if content is None:
            raise InputError(f"'{name}' is no file; expected an inventory")
        return content


def _lacking(top: str) -> str | None:
    """Say what a clone may lack, for nothing is fetched here."""
    if is_shallow(top):
        return "this clone is shallow; 'git fetch --unshallow' brings older revisions"
    if is_partial(top):
        return "this clone is partial, and nothing is fetched here; git has to fetch the rest first"
    return None


def inside_of(top: str, path: str) -> str:
    """Name a file as the repository around it does."""
    return os.path.relpath(os.path.realpath(path), top).replace(os.sep, "/")
