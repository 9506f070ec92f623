"""The foreign formats that are read: by name, or recognised by what a file holds."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import NamedTuple

from policylint.errors import InputError, UsageError
from policylint.exchange.draft import Draft
from policylint.exchange.source import Source
from policylint.exchange.unreadable import UnreadableError

FORMATS: Mapping[str, str] = {
    "axeptio": "axeptio",
    "cookiebot": "cookiebot",
    "cookieyes": "cookieyes",
    "csv": "csv_file",
    "device-storage": "device_storage",
    "django-cookie-consent": "django_fixture",
    "drupal-eu-cookie-compliance": "drupal_eu_cookie",
    "drupal-klaro": "drupal_klaro",
    "fides": "fides",
    "gtm": "gtm",
    "html": "html_file",
    "klaro": "klaro",
    "markdown": "markdown_file",
    "onetrust": "onetrust",
    "open-cookie-database": "open_cookie_database",
    "policystack": "policystack",
    "redaxo": "redaxo",
    "tarteaucitron": "tarteaucitron",
    "termly": "termly",
    "vanilla-cookieconsent": "cookieconsent",
}
"""The name of a format for `--from`, and the module that reads it. In the order of help texts."""

PROGRAMS = (".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx")
"""How the names of programs end."""
_HINT = (
    "name its format with --from; what a browser saw is read by 'policylint init --from'"
    " and 'policylint check --evidence'"
)


class Importer(NamedTuple):
    """A format: its name for options, for people, how it is told, and how it is read."""

    name: str
    title: str
    recognises: Callable[[Source], bool]
    read: Callable[[Source], Draft]


def importer(name: str) -> Importer:
    """Load what reads a format. Raises UsageError for an unknown one."""
    if name not in FORMATS:
        raise UsageError(f"unknown format '{name}'; expected one of {', '.join(FORMATS)}")
    module = import_module(f"policylint.exchange.{FORMATS[name]}")
    return Importer(name, module.TITLE, module.recognises, module.read)


def recognise(source: Source) -> Importer:
    """Find the one format that a file has. Raises InputError where none or several fit."""
    known = [importer(name) for name in FORMATS]
    found = [one for one in known if one.recognises(source)]
    if len(found) == 1:
        return found[0]
    if found:
        names = " or ".join(one.name for one in found)
        raise InputError(f"{source.path} may be {names}", "name its format with --from")
    flaw = _flaw(source)
    if flaw is not None:
        raise _sentence(source, flaw)
    names = ", ".join(one.name for one in known)
    raise InputError(f"{source.path} has none of the formats that are read: {names}", _HINT)


def read_draft(source: Source, name: str | None = None) -> Draft:
    """Read a file in the format of a name, or in its own. Raises InputError, UsageError."""
    reader = importer(name) if name else recognise(source)
    try:
        return reader.read(source)
    except UnreadableError as flaw:
        raise _sentence(source, flaw) from None


def _flaw(source: Source) -> UnreadableError | None:
    """Find what keeps a file that is surely data or a program from being read."""
    if source.text.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
        return source.flaw
    if source.path.lower().endswith(PROGRAMS):
        return next(iter(source.script.flaws), None)
    return None


def _sentence(source: Source, flaw: UnreadableError) -> InputError:
    line = source.position(flaw.offset).line
    return InputError(f"{source.path} line {line}: {flaw.message}")
