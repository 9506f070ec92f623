"""Files of evidence as a stream of text: any UTF, compressed or not, of bounded size."""

import codecs
import gzip
import json
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from typing import Protocol

from policylint.errors import InputError

MOST_BYTES = 1 << 30
CHUNK = 1 << 22
LONGEST_LINE = 1 << 26
_OF_THE_SHELL = ("/dev/fd/", "/proc/self/fd/")
_GZIP = b"\x1f\x8b"
_OTHERS = (
    (b"PK\x03\x04", "is a zip archive; unpack it and name the file in it"),
    (b"SQLite format 3\x00", "is a browser's database; expected an export of its cookies"),
)


class _Bytes(Protocol):
    def read(self, size: int, /) -> bytes: ...


class Text:
    """The text of a file in pieces of a few megabytes; `head` is the first of them."""

    def __init__(self, path: str, stream: _Bytes) -> None:
        self.path = path
        self._stream = stream
        self._read = 0
        content = self._next()
        # A body in another encoding must not keep the cookies around it from being read.
        encoding = json.detect_encoding(content)
        self._decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        self.head = self._decoder.decode(content)
        self._is_fresh = True

    def piece(self) -> str:
        """Give the next piece, empty at the end. Raises InputError."""
        if self._is_fresh and self.head:
            self._is_fresh = False
            return self.head
        while True:
            content = self._next()
            text = self._decoder.decode(content, final=not content)
            if text or not content:
                return text

    def lines(self) -> Iterator[str]:
        """Give the lines without their ends; one that is too long comes as a blank."""
        rest = ""
        while piece := self.piece():
            *whole, rest = (rest + piece).split("\n")
            for line in whole:
                yield line.rstrip("\r") if len(line) <= LONGEST_LINE else " "
            if len(rest) > LONGEST_LINE:
                rest = " " * (LONGEST_LINE + 1)
        yield rest.rstrip("\r")

    def _next(self) -> bytes:
        try:
            content = self._stream.read(CHUNK)
        except (EOFError, gzip.BadGzipFile, zlib.error):
            raise InputError(
                f"{self.path} is compressed, and ends early or is damaged; record it again"
            ) from None
        self._read += len(content)
        if self._read > MOST_BYTES:
            raise InputError(
                f"{self.path} holds more than {MOST_BYTES >> 20:,} MB; record fewer pages in a file"
            )
        return content


@contextmanager
def opened(path: str) -> Iterator[Text]:
    """Open a file of evidence for reading. Raises InputError."""
    if "\0" in path:
        raise InputError("a path of evidence holds a zero byte; expected the name of a file")
    if path == "-":
        raise InputError("evidence is not read from standard input; save it and name the file")
    try:
        if stat.S_ISFIFO(os.stat(path).st_mode) and not path.startswith(_OF_THE_SHELL):
            # Nobody may ever write into it; `<(command)` of a shell has a writer.
            raise InputError(f"{path} is a pipe with a name; expected a file of evidence")
        with open(path, "rb") as file:
            yield Text(path, _unpacked(path, file))
    except OSError as error:
        reason = os.strerror(error.errno).lower() if error.errno else "it is damaged"
        raise InputError(f"{path} cannot be read: {reason}") from None


def _unpacked(path: str, file: BufferedReader) -> _Bytes:
    head = file.peek(16)[:16]
    for mark, answer in _OTHERS:
        if head.startswith(mark):
            raise InputError(f"{path} {answer}")
    return gzip.GzipFile(fileobj=file, mode="rb") if head.startswith(_GZIP) else file
