"""The texts of a run that fixes: as they were read, and as they are after the fixes so far."""

import os
from collections.abc import Sequence

from policylint.lint.declaration import Access
from policylint.lint.files import STDIN, read_bytes
from policylint.lint.fix_choice import Choice
from policylint.lint.judge import Engine, Result, check_content
from policylint.lint.options import Options, settings_of
from policylint.model.record import Record
from policylint.source.document import Document
from policylint.source.edit import to_bytes
from policylint.source.load import MAX_BYTES, load

MOST_FAULTS = 20_000
MOST_HELD = 16 << 20  # letters of documents whose data is kept; that of the others is read again


class Fixed(Record):
    """A file with fixes: its bytes before and after, and how many findings they mend."""

    path: str
    before: bytes
    after: bytes
    count: int


class Texts:
    """Files by what they are on the disk, however they are named; `-` is standard input."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self._thorough = options.changed(most_faults=MOST_FAULTS)
        self.fixed: dict[str, Fixed] = {}
        self.standard_input: bytes | None = None
        self._held: dict[str, Document] = {}
        self._letters = 0

    def check(self, path: str, *, for_people: bool = False) -> Result:
        """Check an inventory as it is after the fixes so far. Raises InputError.

        More faults are listed than a person would read, so that few rounds mend them all.
        """
        name = self.options.stdin_name if path == STDIN else path
        settings = settings_of(path, self.options)
        content = self.read(path, MAX_BYTES)
        options = self.options if for_people else self._thorough
        return check_content(name, content, settings, options, Engine(Access(self.read)))

    def read(self, path: str, most: int) -> bytes:
        """Read a file with its fixes. Raises InputError."""
        fixed = self.fixed.get(self.key(path))
        if fixed is not None:
            return fixed.after
        if path != STDIN:
            return read_bytes(path, most)
        if self.standard_input is None:
            self.standard_input = read_bytes(STDIN, most)
        return self.standard_input

    def of_standard_input(self) -> Fixed | None:
        """Give standard input with its fixes, None where it was not read."""
        content = self.standard_input
        if content is None:
            return None
        unfixed = Fixed(path=self.options.stdin_name, before=content, after=content, count=0)
        return self.fixed.get(STDIN, unfixed)

    @staticmethod
    def key(path: str) -> str:
        """Tell one file from another."""
        return path if path == STDIN else os.path.realpath(path)

    def keys(self, path: str, documents: Sequence[str]) -> list[str]:
        """Give the keys of the documents of an inventory, its own first."""
        return [self.key(path), *map(self.key, documents[1:])]

    def hold(self, key: str, document: Document) -> None:
        """Keep a document that has something to fix."""
        self._letters += len(document.text) - len(self._held[key].text if key in self._held else "")
        if self._letters > MOST_HELD:
            document = Document(document.path, document.text, bom=document.bom)
        self._held[key] = document

    def held(self, key: str) -> Document | None:
        """Give a document that was kept."""
        return self._held.get(key)

    def path(self, key: str) -> str:
        """Give the name to show of a file that has something to fix."""
        return self._held[key].path

    def fix(self, key: str, choice: Choice) -> Document:
        """Apply fixes to a document that was kept, and return what it was, with its data."""
        before = self._held.pop(key)
        self._letters -= len(before.text)
        content = to_bytes(before, before.text)
        earlier = self.fixed.get(key)
        self.fixed[key] = Fixed(
            path=before.path,
            before=earlier.before if earlier else content,
            after=to_bytes(before, choice.applied(before.text)),
            count=choice.count + (earlier.count if earlier else 0),
        )
        return before if before.data is not None else load(before.path, content)

    def restore(self, key: str) -> None:
        """Undo the fixes of a file."""
        del self.fixed[key]
