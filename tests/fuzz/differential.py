"""The reader against the reference: the same data, at the same places, or a refusal with a reason.

By hand: `python -m tests.fuzz.differential --files FOLDER… --generated 100000 --seed 1`.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from time import perf_counter
from typing import NamedTuple

from ruamel.yaml.error import YAMLError

from policylint.source.document import Document
from policylint.source.load import load
from tests.fuzz.differences import REFUSED_BEFORE, REFUSED_HERE, REFUSED_THERE, Row
from tests.fuzz.grammar import Grammar
from tests.fuzz.reference import Composed, Leaf, Pointer, compose

SUFFIXES = ("*.yaml", "*.yml")
MOST_BYTES = 300_000

RUAMEL_ERRORS = (YAMLError, ValueError, AssertionError, NotImplementedError, RecursionError)
"""What ruamel.yaml raises for bad texts; only the first is meant to be."""


class Compared(NamedTuple):
    """What became of a text: `same`, a known difference by its name, or a new one."""

    verdict: str
    new: str | None = None


def compare(content: bytes) -> Compared:
    """Read a document twice and compare."""
    document = load("cookies.yaml", content)
    text = document.text
    refusal = next((flaw.message for flaw in document.flaws if flaw.kind == "syntax-error"), None)
    if refusal is not None and _known(REFUSED_BEFORE, refusal, text):
        return Compared("refused before parsing")
    try:
        other = compose(text)
    except RUAMEL_ERRORS as error:
        if refusal is not None:
            return Compared("refused by both")
        return _named(REFUSED_THERE, str(error), text)
    if refusal is None:
        return _compare_data(document, other)
    if other.notes & REQUIRED:
        return Compared("refused for what the reference notes")
    return _named(REFUSED_HERE, refusal, text)


def _named(rows: Sequence[Row], message: str, text: str) -> Compared:
    """Find the row that covers a refusal by one of the two."""
    name = _known(rows, message, text)
    return Compared(name) if name else Compared("new", f"refused by one: {message}")


def _known(rows: Sequence[Row], message: str, text: str) -> str | None:
    return next((row.name for row in rows if row.covers(message, text)), None)


REQUIRED = frozenset(
    (
        *("another version", "a %TAG directive", "too deep", "a tag that does not fit"),
        *("an alias without an anchor", "an alias inside its anchor", "too many aliased nodes"),
        *("too many digits", "a key that is no text", "a merge of what is no mapping"),
        *("no document", "a second document"),
    )
)
"""What the reference notes and the reader must refuse."""


def _compare_data(document: Document, other: Composed) -> Compared:
    forbidden = sorted(other.notes & REQUIRED)
    if forbidden:
        return Compared("new", f"read despite {forbidden}")
    # equality holds for 1, 1.0 and True; their names do not, and tell the order of keys
    if repr(document.data) != repr(other.data):
        return Compared("new", "the data differ")
    repeats = any(flaw.kind == "duplicate-key" for flaw in document.flaws)
    if repeats != ("a repeated key" in other.notes):
        return Compared("new", "a repeated key")
    for leaf in other.leaves:
        wrong = _misplaced(document, leaf)
        if wrong is not None:
            return Compared("new", wrong)
    return Compared("same")


def _misplaced(document: Document, leaf: Leaf) -> str | None:
    place = document.find(leaf.pointer)
    span = None if place is None else place.key if leaf.key else place.value
    if span is None:
        return f"nothing stands at {leaf.pointer}"
    text = document.text
    if leaf.style and leaf.style in "|>":
        # the header is not ruamel's; the blank lines that follow belong to nobody
        behind = text[span.end : leaf.end]
        known = text.startswith(leaf.style, span.start) and not re.search("^[^ #\n\r]", behind)
        return None if known else _where(leaf.pointer, span, leaf)
    if leaf.start == leaf.end:
        return None if span.start == span.end else _where(leaf.pointer, span, leaf)
    return None if tuple(span) == (leaf.start, leaf.end) else _where(leaf.pointer, span, leaf)


def _where(pointer: Pointer, span: tuple[int, int], leaf: Leaf) -> str:
    return f"{pointer} stands at {tuple(span)}, there at {(leaf.start, leaf.end)}"


def files(folders: Sequence[Path]) -> Iterator[Path]:
    """List the YAML files below some folders."""
    for folder in folders:
        for suffix in SUFFIXES:
            yield from (path for path in sorted(folder.rglob(suffix)) if path.is_file())


def generated(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Draw documents of the grammar."""
    for number in range(seed, seed + count):
        yield f"seed {number}", Grammar(Random(number)).document().encode()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=Path, nargs="*", default=[])
    parser.add_argument("--generated", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most-bytes", type=int, default=MOST_BYTES)
    given = parser.parse_args()
    real = (
        (str(path), path.read_bytes())
        for path in files(given.files)
        if path.stat().st_size <= given.most_bytes
    )
    failed = _run("files", real) + _run("generated", generated(given.generated, given.seed))
    return bool(failed)


def _run(name: str, documents: Iterator[tuple[str, bytes]]) -> int:
    started = perf_counter()
    verdicts: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    size = 0
    for where, content in documents:
        size += len(content)
        compared = compare(content)
        verdicts[compared.verdict] += 1
        if compared.new is not None:
            kind = re.sub(r"'[^']*'|[0-9]+", "…", compared.new)[:80]
            shown[kind] += 1
            if shown[kind] <= 3:
                print(f"  {where}: {compared.new[:300]}", flush=True)
    seconds = perf_counter() - started
    print(f"{name}: {verdicts.total():,} documents, {size:,} bytes, {seconds:,.0f} s")
    for verdict, count in verdicts.most_common():
        print(f"{count:>9,}  {verdict}")
    return verdicts["new"]


if __name__ == "__main__":
    sys.exit(main())
