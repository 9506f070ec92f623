"""Judge inventories that nothing is known of yet."""

from policylint.lint.files import MOST_TEXT, STDIN, read_bytes
from policylint.lint.judge import Result, check_content, check_file
from policylint.lint.memory import Memory
from policylint.lint.options import Options, settings_of
from policylint.lint.outcome_rows import rows_of
from policylint.lint.portion import Portion
from policylint.lint.portion_text import Packed, Packer


class Judge:
    """Judge the files of one run, and remember what was found."""

    def __init__(self, options: Options, packer: Packer, memory: Memory | None) -> None:
        self._options = options
        self._packer = packer
        self._memory = memory

    def portion(self, path: str) -> Portion:
        """Judge one inventory. Raises InputError where it cannot be read."""
        if path == STDIN:
            return portion_of(check_file(path, self._options))
        portion, content = self._fresh(path)
        if self._memory is not None and portion.lasting:
            self._memory.keep(portion, content, self._packer.pack(portion))
        return portion

    def packed(self, path: str) -> Packed:
        """Judge one inventory that is a file, for another process. Raises InputError."""
        portion, content = self._fresh(path)
        packed = self._packer.pack(portion)
        if self._memory is not None and portion.lasting:
            self._memory.keep(portion, content, packed)
        return packed

    def _fresh(self, path: str) -> tuple[Portion, bytes]:
        settings = settings_of(path, self._options)
        content = read_bytes(path, MOST_TEXT)
        return portion_of(check_content(path, content, settings, self._options)), content


def portion_of(result: Result) -> Portion:
    """Keep what a run needs of a result, and let go of the text and the model."""
    declaration = result.declaration
    return Portion(
        path=declaration.path,
        documents=[document.path for document in declaration.documents],
        settings=result.settings,
        root=declaration.root,
        included=declaration.included,
        lasting=not declaration.breaks,
        findings=result.findings,
        outcomes=rows_of(result.outcomes),
        waivers=result.waivers,
        gone=result.gone,
        entries=result.entries,
    )
