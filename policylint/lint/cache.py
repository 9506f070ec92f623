"""What was found before, kept by content: one file an entry, written whole, believed only if whole.

Whatever is wrong with the cache costs time and nothing else: it is passed over in silence.
"""

import os
import stat
import time
from contextlib import suppress
from datetime import date

from policylint import __version__
from policylint.law import RULE_PACK
from policylint.lint.cache_folder import (
    PRIVATE,
    cache_root,
    is_own,
    is_real,
    is_stale,
    make_root,
    remove_old,
)
from policylint.lint.digest import digest
from policylint.lint.portion_text import Packed

MARK = b"policylint cache 1"
MOST_BYTES = 16 << 20
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)


class Cache:
    """The entries of one version and one day."""

    def __init__(self, root: str, as_of: date) -> None:
        self._root = root
        self._version = os.path.join(root, f"{__version__}-{RULE_PACK}")
        self._day = os.path.join(self._version, as_of.isoformat())
        self._real: set[str] = set()
        self._ready: set[str] = set()
        self._written = 0

    def load(self, key: str) -> Packed | None:
        """Give what was saved under a key; None where nothing is, or nothing to be believed."""
        try:
            content = self._read(key)
        except (OSError, ValueError):
            return None
        first, _, rest = content.partition(b"\n")
        if first != _first_line(key, rest):
            return None
        head, _, rows = rest.partition(b"\n")
        return head, rows

    def _read(self, key: str) -> bytes:
        path = self._path(key)
        for folder in (self._version, self._day, os.path.dirname(path)):
            if folder not in self._real and not is_real(folder):
                raise NotADirectoryError(folder)
            self._real.add(folder)
        handle = os.open(path, _READ | _BINARY)
        with open(handle, "rb") as file:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode) or found.st_size > MOST_BYTES:
                return b""
            return file.read(found.st_size + 1)

    def save(self, key: str, packed: Packed) -> None:
        """Save something under a key, if the cache takes it."""
        rest = b"\n".join(packed)
        if len(rest) < MOST_BYTES // 2:
            with suppress(OSError, ValueError):
                self._write(self._path(key), b"\n".join((_first_line(key, rest), rest)))

    def _write(self, path: str, content: bytes) -> None:
        folder = os.path.dirname(path)
        if folder not in self._ready:
            self._prepare(folder)
            self._ready.add(folder)
        self._written += 1
        temporary = os.path.join(folder, f".{os.getpid()}-{self._written}")
        handle = os.open(temporary, _WRITE | _BINARY, 0o600)
        try:
            with open(handle, "wb") as file:
                file.write(content)
            os.replace(temporary, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise

    def _prepare(self, folder: str) -> None:
        """Make the folders of an entry, and clear the old ones away where a day is new."""
        now = time.time()
        if is_stale(self._day, now) or not is_real(self._day):
            with suppress(OSError):
                remove_old(self._root, now)
        for one in (self._version, self._day, folder):
            with suppress(FileExistsError):
                os.mkdir(one, PRIVATE)
            if not is_real(one):
                raise NotADirectoryError(one)

    def _path(self, key: str) -> str:
        return os.path.join(self._day, key[:2], key[2:])


def _first_line(key: str, rest: bytes) -> bytes:
    return b" ".join((MARK, key.encode(), digest(rest).encode()))


def open_cache(as_of: date) -> Cache | None:
    """Open the cache of this user, made where there is none; None where it cannot be used."""
    root = cache_root()
    if root is None:
        return None
    try:
        if not os.path.isdir(root):
            make_root(root)
        if not is_own(root):
            return None
    except (OSError, ValueError):
        return None
    return Cache(root, as_of)
