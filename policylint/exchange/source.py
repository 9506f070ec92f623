"""A foreign file as the importers get it."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from policylint.exchange.javascript.script import Script
from policylint.exchange.literals import read_data, read_script
from policylint.exchange.node import Node
from policylint.exchange.unreadable import UnreadableError
from policylint.source.document import Document
from policylint.source.pointer import Position


class Source:
    """The decoded text of a file and its name, and what it is read as, once for all formats.

    `columns` says which field a column of a table holds, where the user says so (`--map`).
    `flaw` is why the last reading failed.
    """

    def __init__(self, path: str, text: str, columns: Mapping[str, str] | None = None) -> None:
        self.path = path
        self.text = text
        self.columns = dict(columns or {})
        self.flaw: UnreadableError | None = None

    @cached_property
    def document(self) -> Document:
        """Give the text as the reports show it."""
        return Document(self.path, self.text)

    @cached_property
    def data(self) -> Node | None:
        """Give the one value that the file is, as JSON files are; None for anything else."""
        try:
            return read_data(self.text)
        except UnreadableError as flaw:
            self.flaw = flaw
            return None

    @cached_property
    def script(self) -> Script:
        """Give the literals of a program, or of the scripts in a web page."""
        try:
            return read_script(self.text)
        except UnreadableError as flaw:
            self.flaw = flaw
            return read_script("")

    @cached_property
    def yaml(self) -> Node | None:
        """Give what the file holds as YAML; None where it is no mapping and no list there."""
        from policylint.exchange.yaml_nodes import read_yaml

        try:
            return read_yaml(self.path, self.text)
        except UnreadableError as flaw:
            self.flaw = flaw
            return None

    @cached_property
    def objects(self) -> list[Node]:
        """List the objects that a program or a data file holds, each at a place of its own."""
        if self.data is not None:
            return [self.data]
        return list(self._of_script())

    def position(self, offset: int) -> Position:
        """Return the line and the column of an offset in code points, from 1."""
        return self.document.position(offset)

    def origin(self, offset: int) -> str:
        """Name the place of an offset for a comment: `klaro.js line 12`."""
        return f"{self.path} line {self.position(offset).line}"

    def _of_script(self) -> Iterator[Node]:
        if "{" not in self.text and "[" not in self.text:  # as in a long table
            return
        found = self.script
        yield from found.objects()
        self.flaw = self.flaw or next(iter(found.flaws), None)
