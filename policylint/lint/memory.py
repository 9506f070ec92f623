"""What the cache knows of inventories, and whether that still holds."""

import os
from functools import cache

from policylint.errors import PolicylintError
from policylint.lint.cache import Cache, open_cache
from policylint.lint.cache_key import Keys
from policylint.lint.digest import digest
from policylint.lint.files import MOST_TEXT, STDIN, read_bytes
from policylint.lint.options import Options, settings_of
from policylint.lint.plain_records import FindRule
from policylint.lint.portion import Included, Portion
from policylint.lint.portion_text import Packed, Packer
from policylint.lint.project import project_root
from policylint.lint.settings import Settings
from policylint.rule import Rule


class Memory:
    """The cache, asked and told about inventories rather than about keys."""

    def __init__(self, kept: Cache, keys: Keys, options: Options, packer: Packer) -> None:
        self._kept = kept
        self._keys = keys
        self._options = options
        self._packer = packer
        self._contents: dict[str, str | None] = {}

    def recall(self, path: str) -> Portion | None:
        """Give what was found in an inventory before, None where that is not known for certain."""
        if path == STDIN:
            return None
        try:
            settings = settings_of(path, self._options)
            if _is_open(settings):
                return None
            key = self._keys.key(path, read_bytes(path, MOST_TEXT), settings)
        except (PolicylintError, OSError):
            return None  # whoever judges the file tells
        packed = self._kept.load(key)
        if packed is None:
            return None
        portion = self._packer.unpack(packed, settings, finder(settings))
        return portion if portion and portion.path == path and self._holds(portion) else None

    def _holds(self, portion: Portion) -> bool:
        if not portion.included:
            return True
        if portion.root != project_root(os.path.dirname(portion.path) or "."):
            return False
        return all(map(self._is_unchanged, portion.included))

    def _is_unchanged(self, one: Included) -> bool:
        return os.path.realpath(one.path) == one.target and self._content(one.target) == one.digest

    def _content(self, path: str) -> str | None:
        if path not in self._contents:
            try:
                self._contents[path] = digest(read_bytes(path, MOST_TEXT))
            except PolicylintError:
                self._contents[path] = None
        return self._contents[path]

    def keep(self, portion: Portion, content: bytes, packed: Packed) -> None:
        """Remember what was found in an inventory of a certain content."""
        if _is_open(portion.settings):
            return
        try:
            key = self._keys.key(portion.path, content, portion.settings)
        except OSError:
            return
        self._kept.save(key, packed)


def open_memory(options: Options, packer: Packer) -> Memory | None:
    """Open the cache for a run; None where it is not to be used, or cannot be."""
    kept = open_cache(options.as_of) if options.cached and not options.evidence else None
    if kept is None:
        return None
    try:
        return Memory(kept, Keys(options), options, packer)
    except OSError:
        return None


def _is_open(settings: Settings) -> bool:
    # What a rule in Python reads, nobody knows.
    return settings.allows_python and bool(settings.python_rules)


def finder(settings: Settings) -> FindRule:
    """Give what finds the rules that a configuration knows by their code.

    They are read where there is a finding, and only then.
    """

    def find(code: str) -> Rule | None:
        return _rules(settings).get(code)

    return find


@cache
def _rules(settings: Settings) -> dict[str, Rule]:
    from policylint.lint.select import catalogue

    return {rule.code: rule for rule in catalogue(settings)}
