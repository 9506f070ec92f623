"""The texts that are open in the editor, newer than those on disk."""

import os
from collections.abc import Callable, Sequence
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from policylint.editor.positions import Encoding, Range, offset_at
from policylint.errors import InputError
from policylint.lint.files import read_bytes


class Change(NamedTuple):
    """A change of a text; without a range it is a new text."""

    range: Range | None
    text: str


class OpenText(NamedTuple):
    """A text in the editor; `path` is its real path, None where it is no file."""

    uri: str
    version: int
    text: str
    path: str | None

    @property
    def name(self) -> str:
        """Give the last part of its address."""
        try:
            return os.path.basename(unquote(urlsplit(self.uri).path))
        except ValueError:
            return self.uri

    @property
    def content(self) -> bytes:
        """Give the text as it would be saved."""
        return self.text.encode("utf-8", "surrogatepass")

    def changed(self, version: int, changes: Sequence[Change], encoding: Encoding) -> "OpenText":
        """Apply the changes of the editor, one after the other."""
        text = self.text
        for change in changes:
            if change.range is None:
                text = change.text
            else:
                start = offset_at(text, change.range.start, encoding)
                end = max(start, offset_at(text, change.range.end, encoding))
                text = text[:start] + change.text + text[end:]
        return self._replace(version=version, text=text)


def path_of(uri: str) -> str | None:
    """Give the real path of a file's address, None for what is no file."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    if parts.scheme != "file":
        return None
    path = unquote(parts.path, errors="surrogateescape")
    if parts.netloc and parts.netloc != "localhost":
        path = f"//{parts.netloc}{path}"
    elif os.sep == "\\" and path[2:3] == ":":
        path = path[1:]  # the drive letter of Windows
    return os.path.realpath(path.replace("\0", ""))


def uri_of(path: str) -> str:
    """Give the address of a file."""
    full = os.path.abspath(path).replace(os.sep, "/")
    root = "" if full.startswith("/") else "/"
    return f"file://{root}{quote(full, safe='/:' if root else '/', errors='surrogateescape')}"


def reader(open_texts: Callable[[], Sequence[OpenText]]) -> Callable[[str, int], bytes]:
    """Make a reader of files that prefers what is open in the editor."""

    def read(path: str, most: int) -> bytes:
        for one in open_texts():
            if one.path == path:
                return one.content[: most + 1]
        return read_bytes(path, most)

    return read


def read_nothing(path: str, _: int) -> bytes:
    """Refuse to read: a text that is no file has no folder from which its includes count."""
    raise InputError(f"{path} cannot be read: the inventory is not saved in a folder")
