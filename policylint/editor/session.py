"""The inventories that are open, and what the last check of each one said."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from policylint.editor.memory import COOKIES, Memory
from policylint.editor.positions import Encoding
from policylint.editor.texts import OpenText, path_of, read_nothing, reader, uri_of
from policylint.errors import PolicylintError
from policylint.lint.baseline_file import read_baseline
from policylint.lint.declaration import Access
from policylint.lint.files import is_inventory_name, shown
from policylint.lint.finding import Finding
from policylint.lint.judge import Engine, Result, check_content
from policylint.lint.options import Options
from policylint.lint.settings import Settings, find_settings, forget_settings
from policylint.model.collector import paused_collector
from policylint.source.document import Document
from policylint.source.pieces import PieceReader


class Root:
    """An open inventory that no other open one includes."""

    def __init__(self, uri: str, read: Callable[[str, int], bytes]) -> None:
        self.uri = uri
        self.result: Result | None = None
        self.failure: PolicylintError | None = None
        self.includes: Mapping[str, str] = {}
        """The names that a report shows, by real path."""
        self.vendors: Mapping[str, str] = {}
        """The names of the vendors that were declared when the text could last be read, by id."""
        self.pieces = PieceReader(COOKIES)
        memory = Memory()
        access = Access(read=read, load=self.pieces.load)
        self.engine = Engine(access, memory.read_inventory, memory.evaluate)

    def document(self, name: str) -> Document | None:
        """Find a document that was read, by the name that a report shows."""
        documents = self.result.declaration.documents if self.result else ()
        return next((one for one in documents if one.path == name), None)


class Session:
    """What one editor has open. `as_of` gives the day that counts."""

    def __init__(self, options: Options, as_of: Callable[[], date]) -> None:
        self.encoding: Encoding = "utf-16"
        self.takes_versions = False
        self.texts: dict[str, OpenText] = {}
        self.roots: dict[str, Root] = {}
        self._options = options
        self.as_of = as_of
        self._read = reader(lambda: list(self.texts.values()))

    def settle_roots(self) -> tuple[Sequence[str], Sequence[str]]:
        """Decide which texts are inventories to check; tell which are new and which are gone."""
        wanted = {uri for uri, text in self.texts.items() if self._is_root(text)}
        gone = [uri for uri in self.roots if uri not in wanted]
        for uri in gone:
            del self.roots[uri]
        new = [uri for uri in self.texts if uri in wanted and uri not in self.roots]
        for uri in new:
            is_file = self.texts[uri].path is not None
            self.roots[uri] = Root(uri, self._read if is_file else read_nothing)
        return new, gone

    def _is_root(self, text: OpenText) -> bool:
        if not is_inventory_name(text.name):
            return False
        if any(text.path in one.includes for one in self.roots.values() if one.uri != text.uri):
            return False
        try:
            settings = self._settings(text)
        except PolicylintError:
            return True
        return text.path is None or not settings.excludes(text.path)

    def _settings(self, text: OpenText) -> Settings:
        folder = os.path.dirname(text.path) if text.path else "."
        return self._options.settings or find_settings(folder)

    def concerned(self, uri: str) -> Iterator[str]:
        """List the inventories to which a text belongs."""
        path = path_of(uri)
        for root in self.roots.values():
            if root.uri == uri or (path is not None and path in root.includes):
                yield root.uri

    def forget_settings(self) -> None:
        """Read the configuration and the baseline anew at the next check."""
        forget_settings()
        read_baseline.cache_clear()

    def check(self, uri: str) -> Root:
        """Check an inventory by the newest texts."""
        root, text = self.roots[uri], self.texts[uri]
        name = text.name if text.path is None else shown(text.path)
        options = self._options.changed(as_of=self.as_of())
        root.failure = None
        try:
            with paused_collector():
                root.result = check_content(
                    name, text.content, self._settings(text), options, root.engine
                )
        except PolicylintError as failure:
            root.result, root.failure = None, failure
            return root
        documents = root.result.declaration.documents[1:]
        root.includes = {os.path.realpath(one.path): one.path for one in documents}
        if isinstance(root.result.declaration.data, dict):
            root.vendors = dict(_vendors(root.result.declaration.data.get("vendors")))
        return root

    def prepare(self, uri: str) -> None:
        """Do once what would delay the first key pressed."""
        root = self.roots.get(uri)
        if root is not None and root.result is not None:
            with paused_collector():
                for document in root.result.declaration.documents:
                    root.pieces.prepare(document.path)
            self.check(uri)

    def shown_names(self, uri: str) -> Iterator[tuple[Root, str]]:
        """Give the inventories that a text belongs to, and the name that each has for it."""
        path = path_of(uri)
        for root in self.roots.values():
            if root.uri == uri and root.result is not None:
                yield root, root.result.declaration.path
            elif path is not None and path in root.includes:
                yield root, root.includes[path]

    def findings(self, uri: str) -> Iterator[tuple[Root, Document, Finding]]:
        """List what was found in a text and is open, with the document that it was found in."""
        for root, name in self.shown_names(uri):
            document = root.document(name)
            for finding in root.result.findings if root.result else ():
                if document is not None and finding.place.path == name and is_told(finding):
                    yield root, document, finding

    def uri_of(self, root: Root, name: str) -> str:
        """Give the address of a file that a report names: the editor's own where it is open."""
        if root.result is not None and name == root.result.declaration.path:
            return root.uri
        path = os.path.realpath(name)
        return next((one.uri for one in self.texts.values() if one.path == path), uri_of(path))


def _vendors(data: object) -> Iterator[tuple[str, str]]:
    for key, vendor in data.items() if isinstance(data, dict) else ():
        name = vendor.get("name") if isinstance(vendor, dict) else None
        yield key, name if isinstance(name, str) else ""


def is_told(finding: Finding) -> bool:
    """Tell whether an editor shows a finding: what a waiver accepts is shown until it expires."""
    return finding.status in {"open", "waived"}
