"""One inventory with the files that it includes, and where in them each datum stands."""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from policylint.errors import InputError
from policylint.lint.digest import digest
from policylint.lint.files import read_bytes, shown
from policylint.lint.finding import Place
from policylint.lint.paths import is_below
from policylint.lint.portion import Included
from policylint.lint.project import project_root
from policylint.model.record import Record
from policylint.source.document import Document
from policylint.source.load import MAX_BYTES, load
from policylint.source.pointer import Pointer, Span, render_pointer

MOST_FILES = 1_000
MOST_LEVELS = 32
MOST_BREAKS = 100
REACH = 400


class Access(NamedTuple):
    """How files are read and parsed: from disk, unless an editor knows a newer text."""

    read: Callable[[str, int], bytes] = read_bytes
    load: Callable[[str, bytes], Document] = load


DISK = Access()


class Break(Record):
    """Something wrong with an `include`: where, and a second place where there is one."""

    document: Document
    at: Pointer
    message: str
    related: tuple[Document, Pointer, str] | None = None


class Declaration:
    """The documents of one inventory, and their data as one.

    `data` holds the vendors and cookies of every document; pointers into it are resolved to the
    document that they come from. `included` says where the other documents were found, below
    `root`.
    """

    def __init__(self, document: Document, access: Access = DISK) -> None:
        self.access = access
        self.documents: list[Document] = [document]
        self.breaks: list[Break] = []
        self.root: str | None = None
        self.included: list[Included] = []
        self.data: Any = document.data
        self._cookies: list[tuple[Document, int]] = []
        self._vendors: dict[str, Document] = {}

    @property
    def path(self) -> str:
        """Give the path of the inventory itself."""
        return self.documents[0].path

    def origin(self, pointer: Pointer) -> tuple[Document, Pointer]:
        """Find the document that a pointer into the joined data leads to, and the pointer there."""
        match pointer:
            case ("cookies", int(index), *rest) if index < len(self._cookies):
                document, own = self._cookies[index]
                return document, ("cookies", own, *rest)
            case ("vendors", str(key), *_) if key in self._vendors:
                return self._vendors[key], pointer
        return self.documents[0], pointer

    def place(self, pointer: Pointer, *, on_key: bool = False) -> Place:
        """Find the place of a pointer into the joined data."""
        document, own = self.origin(pointer)
        return place_of(document, own, on_key=on_key)

    def join(self) -> None:
        """Bring the vendors and cookies of the included documents into one."""
        if type(self.data) is not dict or len(self.documents) == 1:
            return
        self.data = dict(self.data)
        vendors: dict[str, Any] = {}
        cookies: list[Any] = []
        for document in self.documents:
            data = document.data if type(document.data) is dict else {}
            for key, vendor in _mapping(data.get("vendors")).items():
                self._meet(document, ("vendors", key), self._vendors.get(key), key)
                vendors.setdefault(key, vendor)
                self._vendors.setdefault(key, document)
            for index, cookie in enumerate(_list(data.get("cookies"))):
                self._cookies.append((document, index))
                cookies.append(cookie)
        self._compare_cookies(cookies)
        self.data["vendors"] = vendors
        self.data["cookies"] = cookies

    def _meet(self, document: Document, at: Pointer, first: Document | None, key: str) -> None:
        if first is not None:
            self.breaks.append(
                Break(
                    document=document,
                    at=at,
                    message=f"vendor '{key}' is declared in {first.path} too",
                    related=(first, at, "also declared here"),
                )
            )

    def _compare_cookies(self, cookies: Sequence[Any]) -> None:
        seen: dict[tuple[Any, ...], int] = {}
        for index, cookie in enumerate(cookies):
            if type(cookie) is not dict:
                continue
            key = tuple(repr(cookie.get(part)) for part in ("name", "domain", "path", "storage"))
            first = seen.setdefault(key, index)
            document, own = self._cookies[index]
            other, other_own = self._cookies[first]
            if other is not document:
                self.breaks.append(
                    Break(
                        document=document,
                        at=("cookies", own, "name"),
                        message=f"cookie '{cookie.get('name')}' is declared in {other.path} too",
                        related=(other, ("cookies", other_own, "name"), "also declared here"),
                    )
                )


def place_of(document: Document, pointer: Pointer, *, on_key: bool = False) -> Place:
    """Find the place of a pointer in its own document."""
    span = document.locate_key(pointer) if on_key else document.locate(pointer)
    return place_at(document, span, render_pointer(pointer))


def place_at(document: Document, span: Span, pointer: str | None) -> Place:
    """Turn offsets into a place."""
    start = document.position(span.start)
    end = document.position(max(span.start, span.end))
    excerpt, left = _excerpt(document.text, span.start, start.column)
    return Place(
        path=document.path,
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
        pointer=pointer,
        excerpt=excerpt,
        excerpt_column=left,
    )


def _excerpt(text: str, offset: int, column: int) -> tuple[str, int]:
    # A file may be one line: only what can be shown is kept, not the line once per finding.
    left = max(offset - column + 1, offset - REACH)
    part = text[left : offset + REACH]
    end = len(part)
    for mark in "\n\r":
        found = part.find(mark, offset - left)
        end = found if 0 <= found < end else end
    return part[:end], column - (offset - left)


def open_declaration(
    path: str, content: bytes, *, folder: str, access: Access = DISK
) -> Declaration:
    """Read an inventory and all that it includes; faults of includes are kept, never raised.

    `path` is the name to show, `folder` the one from which includes count. `access` opens and
    parses them.
    """
    declaration = Declaration(access.load(path, content), access)
    if type(declaration.data) is dict and "include" in declaration.data:
        root = declaration.root = project_root(folder)
        start = os.path.realpath(os.path.join(folder, os.path.basename(path)))
        _include(declaration, declaration.documents[0], folder, root, [start], {start})
    declaration.join()
    return declaration


def _include(  # noqa: PLR0913 - the state of one walk
    declaration: Declaration,
    document: Document,
    folder: str,
    root: str,
    trail: Sequence[str],
    seen: set[str],
) -> None:
    for index, name in _include_names(document):
        if len(declaration.breaks) >= MOST_BREAKS:
            return
        at: Pointer = ("include", index)
        path = os.path.join(folder, name.replace("\0", ""))
        try:
            target = os.path.realpath(path)
        except UnicodeError:
            message = "the name cannot be a path in this locale"
            declaration.breaks.append(Break(document=document, at=at, message=message))
            continue
        fault = _why_not(name, target, root, trail, len(seen))
        if fault is None and target in seen:
            _note(declaration, path, target)
            continue  # two files may include a third
        if fault is None:
            try:
                content = declaration.access.read(target, MAX_BYTES)
            except InputError as error:
                fault = error.message.replace(target, f"'{name}'", 1)
        if fault is not None:
            declaration.breaks.append(Break(document=document, at=at, message=fault))
            continue
        seen.add(target)
        _note(declaration, path, target, digest(content))
        included = declaration.access.load(shown(target), content)
        declaration.documents.append(included)
        folder_of = os.path.dirname(target)
        _include(declaration, included, folder_of, root, [*trail, target], seen)


def _note(declaration: Declaration, path: str, target: str, known: str | None = None) -> None:
    found = known or next(one.digest for one in declaration.included if one.target == target)
    declaration.included.append(Included(path=path, target=target, digest=found))


def _include_names(document: Document) -> Iterator[tuple[int, str]]:
    data = document.data if type(document.data) is dict else {}
    for index, name in enumerate(_list(data.get("include"))):
        if type(name) is str and name.strip():
            yield index, name


def _why_not(name: str, target: str, root: str, trail: Sequence[str], count: int) -> str | None:
    if target in trail:
        return f"'{name}' includes itself"
    if len(trail) > MOST_LEVELS:
        return f"'{name}' is included over more than {MOST_LEVELS} levels"
    if not is_below(target, root):
        return f"'{name}' lies outside the project, whose root is {root}"
    if count >= MOST_FILES:
        return f"'{name}' is one file too many; at most {MOST_FILES:,} are included"
    return None


def _mapping(value: Any) -> dict[str, Any]:
    return value if type(value) is dict else {}


def _list(value: Any) -> list[Any]:
    return value if type(value) is list else []
