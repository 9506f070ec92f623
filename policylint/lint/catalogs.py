"""The catalogues that a user names, before the one that comes with policylint."""

import os
from collections.abc import Sequence
from functools import cache

from policylint.catalog.lookup import Catalog, read_index
from policylint.errors import InputError
from policylint.lint.files import read_bytes, reason
from policylint.lint.settings import Settings

MOST_BYTES = 16 << 20


def catalog_of(settings: Settings, named: Sequence[str]) -> Catalog | None:
    """Open the catalogues that the command line names, else those of the configuration.

    None where nobody names any. Raises InputError, or UsageError for what is no catalogue.
    """
    paths = named or settings.catalog_paths
    return open_catalog(paths) if paths else None


def open_catalog(paths: Sequence[str]) -> Catalog:
    """Open catalogues, those before ours. Raises InputError, or UsageError for what is none."""
    return _opened(tuple((path, _stamp(path)) for path in paths))


def _stamp(path: str) -> tuple[int, int]:
    try:
        found = os.stat(path)
    except FileNotFoundError:
        raise InputError(f"{path} does not exist; expected a catalogue") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read: {reason(error)}") from None
    return found.st_mtime_ns, found.st_size


@cache
def _opened(files: tuple[tuple[str, tuple[int, int]], ...]) -> Catalog:
    from policylint.catalog.foreign import index_of

    return Catalog(*(index_of(path, _content(path)) for path, _ in files), read_index())


def _content(path: str) -> bytes:
    content = read_bytes(path, MOST_BYTES, "a catalogue")
    if len(content) > MOST_BYTES:
        raise InputError(f"{path} is over 16 MiB; expected a catalogue")
    return content
