"""The configuration: found beside the inventory or above it, and checked key by key."""

import os
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from policylint.errors import UsageError
from policylint.lint.custom.declared import CustomRule
from policylint.lint.digest import digest
from policylint.lint.files import shown
from policylint.lint.finding import Waiver
from policylint.lint.patterns import path_matches
from policylint.lint.pins import Pin
from policylint.lint.setting_readers import READERS
from policylint.lint.waiver_settings import placed
from policylint.model.record import MisfitError, Record
from policylint.model.scalars import describe
from policylint.rule import Limits, Severity

FILE = "policylint.toml"
PROJECT = "pyproject.toml"
MARK = b"[tool.policylint"
MOST_BYTES = 1 << 20
MOST_PARTS = 50
_PART = r"""(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+"""
_LONG_KEY = rf"(?<![\w-])(?:{_PART}){{{MOST_PARTS}}}"


class Settings(Record):
    """What a configuration decides. `folder` is that of the file, from which its paths count.

    `digest` tells its content from any other.
    """

    path: str | None = None
    folder: str = "."
    digest: str = ""
    select: Sequence[str] = ("ALL",)
    ignore: Sequence[str] = ()
    jurisdictions: Sequence[str] = ()
    fail_on: str = "error"
    preview: bool = False
    exclude: Sequence[str] = ()
    severity: Mapping[str, Severity] = {}
    limits: Limits = Limits()
    per_file_ignores: Mapping[str, Sequence[str]] = {}
    rule_pack: Pin = Pin()
    waivers: tuple[Waiver, ...] = ()
    baseline: str | None = None
    catalog: Sequence[str] = ()
    rules: tuple[CustomRule, ...] = ()
    python_rules: Sequence[str] = ()
    allows_python: bool = False
    """Whether the command line lets Python rules run; no configuration can say so."""
    extensions: str | None = None
    """The JSON Schema of `x-*` fields, as the configuration names it."""

    @property
    def baseline_path(self) -> str | None:
        """Give the path of the baseline, None without one."""
        return None if self.baseline is None else os.path.join(self.folder, self.baseline)

    @property
    def catalog_paths(self) -> list[str]:
        """List the paths of the catalogues that it names."""
        return [os.path.join(self.folder, name) for name in self.catalog]

    @property
    def sources(self) -> list[str]:
        """List the configuration file, and those that it names, but for the baseline."""
        named = [self.extensions, *self.python_rules, *self.catalog]
        own = [] if self.path is None else [self.path]
        return own + [os.path.join(self.folder, name) for name in named if name]

    def excludes(self, path: str) -> bool:
        """Tell whether a file that is found, not named, is left out."""
        return any(path_matches(path, one, self.folder) for one in self.exclude)

    @property
    def shown(self) -> str:
        """Give the path of the file as reports show it."""
        return shown(self.path) if self.path else "configuration"


def find_settings(folder: str) -> Settings:
    """Find the nearest configuration from a folder upwards. Raises UsageError."""
    return _nearest(os.path.abspath(folder))


_known: dict[str, Settings] = {}


def _nearest(folder: str) -> Settings:
    passed = []
    while folder not in _known:
        passed.append(folder)
        found = _in(folder)
        above = os.path.dirname(folder)
        if found is not None or above == folder:
            _known[folder] = found or Settings()
            break
        folder = above
    for below in passed:
        _known[below] = _known[folder]
    return _known[folder]


def forget_settings() -> None:
    """Read the configurations anew from now on: they may have been edited."""
    _known.clear()


def _in(folder: str) -> Settings | None:
    own = os.path.join(folder, FILE)
    if os.path.isfile(own):
        return read_settings(own)
    project = os.path.join(folder, PROJECT)
    if os.path.isfile(project) and MARK in _content(project):
        return read_settings(project)
    return None


@cache
def allowing_python(settings: Settings) -> Settings:
    """Give settings whose Python rules are run."""
    return settings.changed(allows_python=True)


def read_settings(path: str) -> Settings:
    """Read a configuration file. Raises UsageError naming the file and what was expected."""
    import tomllib

    try:
        content = _content(path)
        text = content.decode("utf-8-sig")
        _check_keys(path, text)
        data = tomllib.loads(text)
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8; expected TOML") from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path} is not TOML: {_lower(str(error))}") from None
    except ValueError as error:  # a number of more digits than Python reads
        raise UsageError(f"{path} is not TOML: {_lower(str(error)).partition(';')[0]}") from None
    except RecursionError:
        raise UsageError(f"{path} is nested too deeply; expected TOML") from None
    if os.path.basename(path) == PROJECT:
        tool = data.get("tool")
        data = tool.get("policylint", {}) if type(tool) is dict else {}
    settings = _settings(path, data).changed(digest=digest(content))
    return (
        settings.changed(waivers=placed(settings.waivers, text)) if settings.waivers else settings
    )


def _check_keys(path: str, text: str) -> None:
    """Raise for a key of very many parts: the memory that tomllib needs grows with their square."""
    if text.count(".") < MOST_PARTS:
        return
    import re

    found = re.search(_LONG_KEY, text)
    if found is not None:
        line = text.count("\n", 0, found.start()) + 1
        raise UsageError(f"{path}, line {line}: a key of over {MOST_PARTS} parts; expected fewer")


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _content(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise UsageError(f"{path} does not exist; expected a configuration file") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {_lower(error.strerror or '')}") from None
    if len(content) > MOST_BYTES:
        raise UsageError(f"{path} is over 1 MiB; expected a configuration file")
    return content


def _settings(path: str, data: Any) -> Settings:
    if type(data) is not dict:
        raise UsageError(f"{path}: 'tool.policylint' holds {describe(data)}; expected a table")
    values: dict[str, Any] = {"path": path, "folder": os.path.dirname(path) or "."}
    for key, value in data.items():
        read = READERS.get(key)
        if read is None:
            raise UsageError(f"{path}: unknown key '{key}'{_hint(key, READERS)}")
        try:
            values[key.replace("-", "_")] = read(value)
        except MisfitError as error:
            where = ".".join(str(part) for part in (key, *error.within))
            raise UsageError(f"{path}: '{where}' {error.message}") from None
    return Settings.build(values)


def _hint(key: str, known: Mapping[str, Any]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(key.replace("_", "-"), list(known), n=1)
    if close:
        return f"; did you mean '{close[0]}'?"
    return f"; expected one of {', '.join(known)}"
