"""A run that coverage guides: `python -m tests.fuzz.guided CORPUS -runs=1000000` (needs atheris).

What follows the folder is libFuzzer's. It stops at the first failure and keeps the document.
"""

import importlib
import sys
from pathlib import Path
from typing import Any

from tests.fuzz.mutation import TOKENS
from tests.fuzz.seeds import inventories


def main(arguments: list[str]) -> None:
    # no stubs, and no wheels for every platform: it is no dependency of ours
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["policylint.source"]):
        from tests.fuzz import loader

    def one(content: bytes) -> None:
        loader.examine_some(content)

    corpus = Path(arguments[0])
    corpus.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(inventories()):
        (corpus / f"seed-{number}").write_bytes(content)
    words = corpus.with_suffix(".dict")
    words.write_text("".join(f'"{_escaped(token)}"\n' for token in TOKENS), encoding="ascii")
    atheris.Setup([sys.argv[0], f"-dict={words}", *arguments], one)
    atheris.Fuzz()


def _escaped(token: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in token[:60])


if __name__ == "__main__":
    main(sys.argv[1:])
