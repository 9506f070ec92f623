"""The settings that hold for files, key by key, and where each comes from."""

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policylint.errors import InputError
from policylint.lint.files import STDIN, shown
from policylint.lint.options import Options, settings_of
from policylint.lint.pins import Pin
from policylint.lint.run import find_files
from policylint.lint.select import catalogue, selection
from policylint.lint.setting_readers import READERS
from policylint.lint.settings import Settings
from policylint.model.record import Record
from policylint.rule import Limits

DEFAULT, CONFIGURATION, COMMAND_LINE = "default", "configuration", "command line"


class Value(Record):
    """The value of one key, `severity` or `limits.review`, and who said so."""

    key: tuple[str, ...]
    value: Any
    source: str


class Effective(Record):
    """What holds for some files: the configuration found, its values, and how many rules speak.

    `overridden` says that `--no-suppressions` makes every rule speak, whatever the values say.
    """

    files: Sequence[str]
    configuration: str | None
    values: Sequence[Value]
    speaking: int
    known: int
    overridden: bool


def effective(
    paths: Sequence[str], options: Options, fail_on: str | None = None
) -> Sequence[Effective]:
    """Find the settings for each file; files for which everything is the same share one answer.

    A folder without inventories counts as one file. Raises UsageError and InputError.
    """
    groups: dict[tuple[str | None, frozenset[str]], tuple[Settings, list[str]]] = {}
    for path in _files(paths, options):
        settings = settings_of(path, options)
        codes = _chosen(path, settings, options)
        groups.setdefault((settings.path, codes), (settings, []))[1].append(path)
    return [
        Effective(
            files=files,
            configuration=shown(settings.path) if settings.path else None,
            values=list(_values(settings, _asked(settings, options, fail_on))),
            speaking=len(codes),
            known=len(catalogue(settings)),
            overridden=options.overridden,
        )
        for (_, codes), (settings, files) in groups.items()
    ]


def _files(paths: Sequence[str], options: Options) -> Sequence[str]:
    try:
        return find_files(paths, options)
    except InputError:
        folders = [path for path in paths or ["."] if os.path.isdir(path)]
        if len(folders) < len(paths):
            raise
        return [os.path.join(folder, "cookies.yaml") for folder in folders]


def _chosen(path: str, settings: Settings, options: Options) -> frozenset[str]:
    return selection(
        settings,
        options.stdin_name if path == STDIN else path,
        select=options.select,
        ignore=options.ignore,
        overridden=options.overridden,
        preview=options.preview,
    ).codes


def _asked(settings: Settings, options: Options, fail_on: str | None) -> Mapping[str, Any]:
    """Give what the command line sets; `--ignore` adds to the configuration."""
    ignored = tuple(dict.fromkeys((*settings.ignore, *options.ignore)))
    asked = {
        "select": tuple(options.select),
        "ignore": ignored if options.ignore else (),
        "jurisdictions": tuple(options.jurisdictions),
        "fail-on": fail_on,
        "preview": options.preview,
        "baseline": options.baseline.path if options.baseline else None,
        "catalog": tuple(options.catalogs),
    }
    return {key: value for key, value in asked.items() if value}


def _values(settings: Settings, asked: Mapping[str, Any]) -> Iterator[Value]:
    for key in READERS:
        name = key.replace("-", "_")
        if key in asked:
            yield Value(key=(key,), value=asked[key], source=COMMAND_LINE)
        else:
            source = CONFIGURATION if name in settings.__dict__ else DEFAULT
            yield from _parts((key,), _written(key, getattr(settings, name)), source)


def _written(key: str, value: Any) -> Any:
    """Give a value as the configuration writes it."""
    if not value:
        return value
    match key:
        case "waivers":  # where each stands was counted
            return [one.changed(line=None) for one in value]
        case "rules":
            return [one.written for one in value]
        case "extensions":
            return {"schema": value}
    return value


def _parts(key: tuple[str, ...], value: Any, source: str) -> Iterator[Value]:
    """Give the members of a table, each with its own source."""
    if isinstance(value, Pin):
        yield Value(key=key, value=value.pack, source=source)
    elif isinstance(value, Limits):
        for name in value.__annotations__:
            # A record keeps only what was set.
            own = CONFIGURATION if name in value.__dict__ else DEFAULT
            yield Value(key=(*key, name.replace("_", "-")), value=getattr(value, name), source=own)
    elif isinstance(value, Mapping) and value:
        for name, one in value.items():
            yield Value(key=(*key, name), value=one, source=source)
    else:
        yield Value(key=key, value=value, source=source)
