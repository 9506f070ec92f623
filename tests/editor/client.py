"""A client of the language server over standard input and output, with nothing of the server's."""

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.conftest import ROOT

PATIENCE = 120
DAY = "2026-11-23"


class Client:
    """An editor: it starts the server in a folder, and waits for what it says."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        self._process: subprocess.Popen[bytes] = subprocess.Popen(
            [sys.executable, "-m", "policylint", "lsp", "--as-of", DAY, *options],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        self._said: queue.Queue[Any] = queue.Queue()
        self._aside: list[Any] = []
        self._number = 0
        self.versions: dict[str, int] = {}
        threading.Thread(target=self._listen, daemon=True).start()
        self.capabilities: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait(PATIENCE)
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None and not stream.closed:
                stream.close()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while True:
            header = stream.readline()
            if not header:
                self._said.put(None)
                return
            length = 0
            while header.strip():
                name, _, value = header.partition(b":")
                assert name.startswith(b"Content-"), f"noise on standard output: {header!r}"
                length = int(value) if name == b"Content-Length" else length
                header = stream.readline()
            self._said.put(json.loads(stream.read(length)))

    def send(self, message: Mapping[str, Any]) -> None:
        self.send_bytes(json.dumps({"jsonrpc": "2.0", **message}).encode())

    def send_bytes(self, body: bytes) -> None:
        stream = self._process.stdin
        assert stream is not None
        stream.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        stream.flush()

    def notify(self, method: str, params: Any = None) -> None:
        self.send({"method": method, "params": params})

    def request(self, method: str, params: Any = None) -> Any:
        answer = self.ask(method, params)
        assert "error" not in answer, answer
        return answer["result"]

    def ask(self, method: str, params: Any = None) -> Any:
        self._number += 1
        number = self._number
        self.send({"id": number, "method": method, "params": params})
        return self.wait(lambda one: one.get("id") == number and "method" not in one)

    def wait(self, wanted: Any) -> Any:
        """Wait for a message; the others stay for those who ask for them later."""
        for one in self._aside:
            if wanted(one):
                self._aside.remove(one)
                return one
        while True:
            one = self._said.get(timeout=PATIENCE)
            assert one is not None, f"the server ended: {self.errors()}"
            if wanted(one):
                return one
            self._aside.append(one)

    def close_all(self) -> None:
        """Close what is open, and forget what was said of it."""
        for uri in self.versions:
            self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
        self.versions.clear()
        self.told()

    def told(self) -> list[Any]:
        """Give the messages that were not asked for; an answer has come after all of them."""
        self.request("textDocument/documentSymbol", {"textDocument": {"uri": "untitled:x"}})
        found, self._aside = self._aside, []
        return found

    def errors(self) -> str:
        stream = self._process.stderr
        assert stream is not None
        self._process.wait(PATIENCE)
        return stream.read().decode()

    def initialize(self, encodings: Sequence[str] = (), **workspace: Any) -> Any:
        general = {"positionEncodings": list(encodings)} if encodings else {}
        answer = self.request(
            "initialize",
            {
                "processId": None,
                "rootUri": self.folder.as_uri(),
                "capabilities": {"general": general, "workspace": workspace},
            },
        )
        self.notify("initialized", {})
        self.capabilities = answer["capabilities"]
        return self.capabilities

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str) -> list[Any]:
        """Open a text and wait for its diagnostics."""
        return self.open_uri(self.uri(name), text)

    def open_uri(self, uri: str, text: str) -> list[Any]:
        self.tell_open(uri, text)
        return self.diagnostics(uri, 1)

    def tell_open(self, uri: str, text: str) -> None:
        self.versions[uri] = 1
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})

    def change(self, name: str, *changes: Any) -> list[Any]:
        """Change a text and wait for the diagnostics of that version."""
        self.tell_change(name, *changes)
        return self.diagnostics(self.uri(name), self.versions[self.uri(name)])

    def tell_change(self, name: str, *changes: Any) -> None:
        uri = self.uri(name)
        self.versions[uri] += 1
        document = {"uri": uri, "version": self.versions[uri]}
        given = [{"text": one} if isinstance(one, str) else one for one in changes]
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": given})

    def diagnostics(self, uri: str, version: int | None) -> list[Any]:
        found = self.wait(
            lambda one: (
                one.get("method") == "textDocument/publishDiagnostics"
                and one["params"]["uri"] == uri
                and one["params"].get("version") == version
            )
        )
        return list(found["params"]["diagnostics"])

    def at(self, name: str, line: int, character: int) -> dict[str, Any]:
        return {
            "textDocument": {"uri": self.uri(name)},
            "position": {"line": line, "character": character},
        }

    def stop(self) -> int:
        """Say goodbye as the protocol wants it, and give the exit code."""
        self.request("shutdown")
        self.notify("exit")
        return self.end()

    def leave(self) -> int:
        """Close standard input without a word, and give the exit code."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        return self.end()

    def end(self) -> int:
        """Wait for the end, and give the exit code."""
        code = self._process.wait(PATIENCE)
        assert isinstance(code, int)
        return code


def span(text: str, part: str, encoding: str = "utf-16", *, occurrence: int = 0) -> dict[str, Any]:
    """Find a part of a text as an editor counts it."""
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(part, start + 1)
    return {
        "start": _place(text, start, encoding),
        "end": _place(text, start + len(part), encoding),
    }


def _place(text: str, offset: int, encoding: str) -> dict[str, int]:
    before = text[:offset]
    line = before.rpartition("\n")[2]
    width = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]
    codec = "utf-8" if width == 1 else f"{encoding}-le"
    return {"line": before.count("\n"), "character": len(line.encode(codec)) // width}


def applied(text: str, edits: Sequence[Any]) -> str:
    """Apply text edits as an editor does, positions in UTF-16."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)

    def offset(place: Any) -> int:
        number: int = place["line"]
        units = text.split("\n")[number].encode("utf-16-le")[: place["character"] * 2]
        return starts[number] + len(units.decode("utf-16-le"))

    for edit in sorted(edits, key=lambda one: offset(one["range"]["start"]), reverse=True):
        start, end = offset(edit["range"]["start"]), offset(edit["range"]["end"])
        text = text[:start] + edit["newText"] + text[end:]
    return text
