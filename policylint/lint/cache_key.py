"""What the findings of one inventory depend on, as one digest."""

import os
import sys
from collections.abc import Iterator, Sequence
from importlib.machinery import PathFinder

import policylint
from policylint import __version__
from policylint.law import LAW_AS_OF, RULE_PACK
from policylint.lint.digest import digest
from policylint.lint.options import Options
from policylint.lint.settings import Settings

# These have keys of their own, or change nothing that is said.
_APART = frozenset({"settings", "baseline", "cached", "workers"})
# Whoever replaces one of these may be told something else.
_LIBRARIES = ("yaml", "publicsuffixlist", "cel_expr_python", "jsonschema")


class Keys:
    """Give the keys of one run. What is the same for all its files is looked at once."""

    def __init__(self, options: Options) -> None:
        asked = sorted((name, one) for name, one in vars(options).items() if name not in _APART)
        self._files: dict[str, str] = {}
        baseline = options.baseline
        parts = (
            *(__version__, RULE_PACK, LAW_AS_OF, sys.version, os.getcwd()),
            *_code(),
            *(stamp for name in _LIBRARIES for stamp in _library(name)),
            repr(asked),
            "" if baseline is None else self._digest_of(baseline.path),
            *map(self._digest_of, options.catalogs),
        )
        self._run = digest(repr(parts).encode("utf-8", "surrogatepass"))
        self._settings: dict[int, tuple[Settings, str]] = {}

    def key(self, path: str, content: bytes, settings: Settings) -> str:
        """Give the key of a file. Raises OSError where a file that the settings name is missing."""
        known = self._settings.get(id(settings))
        if known is None:
            known = self._settings[id(settings)] = (settings, self._of(settings))
        parts = (self._run, known[1], path, digest(content))
        return digest("\0".join(parts).encode("utf-8", "surrogatepass"))

    def _of(self, settings: Settings) -> str:
        own = settings.digest or repr(settings)
        named = [self._digest_of(path) for path in _named(settings)]
        return digest(repr((settings.path, own, named)).encode("utf-8", "surrogatepass"))

    def _digest_of(self, path: str) -> str:
        if path not in self._files:
            with open(path, "rb") as file:
                self._files[path] = digest(file.read())
        return self._files[path]


def _named(settings: Settings) -> Sequence[str]:
    """List the files that a configuration names and whose content counts."""
    schema = settings.extensions
    found = [settings.baseline_path, schema and os.path.join(settings.folder, schema)]
    return [path for path in (*found, *settings.catalog_paths) if path]


def _code() -> Iterator[int]:
    """Tell this code from other code of the same version; somebody may be writing it."""
    package = os.path.dirname(policylint.__file__)
    written = os.path.exists(os.path.join(os.path.dirname(package), "pyproject.toml"))
    waiting = [package]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.name.endswith((".py", ".txt")):
                    found = entry.stat()
                    yield found.st_mtime_ns
                    yield found.st_size
                elif written and "." not in entry.name and not entry.name.startswith("__"):
                    waiting.append(entry.path)


def _library(name: str) -> Iterator[int]:
    spec = PathFinder.find_spec(name)
    if spec is not None and spec.origin is not None:
        for path in (spec.origin, os.path.dirname(spec.origin)):
            yield os.stat(path).st_mtime_ns
