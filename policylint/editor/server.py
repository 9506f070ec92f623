"""The language server: what the editor asks, and where the answer comes from."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.language_server import lsp_method

from policylint import __version__
from policylint.editor.actions import actions
from policylint.editor.completion import completions
from policylint.editor.diagnostics import diagnostics
from policylint.editor.hover import hover
from policylint.editor.positions import Encoding, Position, Range
from policylint.editor.session import Session
from policylint.editor.symbols import definition, symbols
from policylint.editor.texts import Change, OpenText, path_of
from policylint.lint.options import Options

# Keys that come in one go are answered once; a person does not type as fast.
PAUSE = 0.005
ENCODINGS: dict[types.PositionEncodingKind, Encoding] = {
    types.PositionEncodingKind.Utf8: "utf-8",
    types.PositionEncodingKind.Utf16: "utf-16",
    types.PositionEncodingKind.Utf32: "utf-32",
}
WATCHED = ("**/policylint.toml", "**/pyproject.toml", "**/*.{yaml,yml,json}")

Given = dict[str, Sequence[types.Diagnostic]]


class Protocol(LanguageServerProtocol):
    """pygls' protocol, but for the texts.

    pygls breaks lines at form feeds and U+2028 too, which would move all that follows them.
    """

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> Iterator[Any]:
        """Take over a text."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(
        self, params: types.DidChangeTextDocumentParams
    ) -> Iterator[Any]:
        """Change a text."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(
        self, params: types.DidCloseTextDocumentParams
    ) -> Iterator[Any]:
        """Give a text back."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None


class Server(LanguageServer):
    """The session of one editor, and the checks that it waits for."""

    def __init__(self, options: Options, as_of: Callable[[], date]) -> None:
        super().__init__("policylint", __version__, protocol_cls=Protocol, max_workers=2)
        self.session = Session(options, as_of)
        self.asked_to_end = False
        self.ended = False
        self._waiting: dict[str, None] = {}
        self._cold: list[str] = []
        self._timer: asyncio.TimerHandle | None = None
        self._published: dict[str, Given] = {}
        self._said: dict[str, types.PublishDiagnosticsParams] = {}

    def opened(self, uri: str, version: int, text: str) -> None:
        """Take over a text from the editor."""
        self.session.texts[uri] = OpenText(uri, version, text, path_of(uri))
        self.await_check(uri)

    def changed(self, uri: str, version: int, changes: Sequence[Change]) -> None:
        """Change a text; one that was never opened is left alone."""
        text = self.session.texts.get(uri)
        if text is not None:
            encoding = self.session.encoding
            self.session.texts[uri] = text.changed(version, changes, encoding)
            self.await_check(uri)

    def closed(self, uri: str) -> None:
        """Give a text back: what is on disk counts again."""
        concerned = list(self.session.concerned(uri))
        self.session.texts.pop(uri, None)
        self._await(concerned)

    def await_check(self, uri: str) -> None:
        """Check soon what a text belongs to."""
        self._await(self.session.concerned(uri))

    def check_all(self) -> None:
        """Check everything soon, by the configuration and the files as they are now."""
        self.session.forget_settings()
        self._await(self.session.roots)

    def _await(self, uris: Any) -> None:
        self._waiting.update(dict.fromkeys(uris))
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(PAUSE, self.check_waiting)

    def check_waiting(self) -> None:
        """Check the newest texts now, and publish what was found."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self.settle()
        while self._waiting:
            uri = next(iter(self._waiting))
            del self._waiting[uri]
            if uri not in self.session.roots:
                continue
            root = self.session.check(uri)
            self.settle()
            self._publish(uri, dict(diagnostics(self.session, root)))
        if self._cold:
            asyncio.get_running_loop().call_later(PAUSE, self._warm)

    def settle(self) -> None:
        """Decide which texts are inventories; a new one is checked soon."""
        new, gone = self.session.settle_roots()
        self._waiting.update(dict.fromkeys(new))
        self._cold += new
        for uri in gone:
            self._publish(uri, {})

    def _warm(self) -> None:
        if self._cold and self._timer is None:
            self.session.prepare(self._cold.pop())
        if self._cold:
            asyncio.get_running_loop().call_later(PAUSE, self._warm)

    def _publish(self, root: str, given: Given) -> None:
        before = self._published.pop(root, {})
        if root in self.session.roots:
            self._published[root] = given
        for uri in dict.fromkeys((*given, *before)):
            everything = [one for each in self._published.values() for one in each.get(uri, ())]
            text = self.session.texts.get(uri)
            said = types.PublishDiagnosticsParams(
                uri=uri, diagnostics=everything, version=text.version if text else None
            )
            if self._said.get(uri) != said:
                self._said[uri] = said
                if text is None and not everything:
                    del self._said[uri]
                self.text_document_publish_diagnostics(said)


def create(options: Options, as_of: Callable[[], date]) -> Server:
    """Make a server that answers by some options."""
    server = Server(options, as_of)
    _add_life(server)
    _add_texts(server)
    _add_answers(server)
    return server


def serve(options: Options, as_of: Callable[[], date]) -> int:
    """Serve one editor over standard input and output; return 1 where it left without a word."""
    server = create(options, as_of)
    server.start_io()
    return int(server.ended and not server.asked_to_end)


def _add_life(server: Server) -> None:
    @server.feature(types.INITIALIZE)
    def _(_: types.InitializeParams) -> None:
        agreed = types.PositionEncodingKind(server.workspace.position_encoding)
        server.session.encoding = ENCODINGS[agreed]
        workspace = server.client_capabilities.workspace
        edits = workspace.workspace_edit if workspace else None
        server.session.takes_versions = bool(edits and edits.document_changes)

    @server.feature(types.INITIALIZED)
    def _(_: types.InitializedParams) -> None:
        files = server.client_capabilities.workspace
        watching = files.did_change_watched_files if files else None
        if watching is not None and watching.dynamic_registration:
            server.client_register_capability(_watch(), lambda _: None)

    @server.feature(types.SHUTDOWN)
    def _(_: None = None) -> None:
        server.asked_to_end = True

    @server.feature(types.EXIT)
    def _(_: None = None) -> None:
        server.ended = True


def _watch() -> types.RegistrationParams:
    watchers = [types.FileSystemWatcher(glob_pattern=pattern) for pattern in WATCHED]
    return types.RegistrationParams(
        registrations=[
            types.Registration(
                id="policylint-files",
                method=types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
                register_options=types.DidChangeWatchedFilesRegistrationOptions(watchers=watchers),
            )
        ]
    )


def _add_texts(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def _(params: types.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        server.opened(document.uri, document.version, document.text)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def _(params: types.DidChangeTextDocumentParams) -> None:
        document = params.text_document
        changes = [
            Change(_range(getattr(one, "range", None)), one.text) for one in params.content_changes
        ]
        server.changed(document.uri, document.version, changes)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def _(params: types.DidCloseTextDocumentParams) -> None:
        server.closed(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def _(_: types.DidSaveTextDocumentParams) -> None:
        server.check_all()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def _(_: types.DidChangeWatchedFilesParams) -> None:
        server.check_all()


def _add_answers(server: Server) -> None:
    session = server.session

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def _(params: types.HoverParams) -> types.Hover | None:
        server.check_waiting()
        return hover(session, params.text_document.uri, _position(params.position))

    @server.feature(
        types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=["-", " ", "["])
    )
    def _(params: types.CompletionParams) -> list[types.CompletionItem]:
        server.settle()
        return list(completions(session, params.text_document.uri, _position(params.position)))

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(
            code_action_kinds=[types.CodeActionKind.QuickFix, "source.fixAll.policylint"]
        ),
    )
    def _(params: types.CodeActionParams) -> list[types.CodeAction]:
        server.check_waiting()
        return list(actions(session, params))

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def _(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        server.check_waiting()
        return list(symbols(session, params.text_document.uri))

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def _(params: types.DefinitionParams) -> types.Location | None:
        server.check_waiting()
        return definition(session, params.text_document.uri, _position(params.position))


def _position(position: types.Position) -> Position:
    return Position(position.line, position.character)


def _range(given: types.Range | None) -> Range | None:
    return None if given is None else Range(_position(given.start), _position(given.end))
