"""The settings in force as TOML that a configuration could hold, with their sources as comments."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from policylint.lint.effective import Effective, Value, effective
from policylint.lint.options import Options
from policylint.model.record import Record
from policylint.report.clean import inert, visible
from policylint.rule import Severity

MOST_FILES = 10
COLUMN = 40


def settings_text(paths: Sequence[str], options: Options, fail_on: str | None) -> str:
    """Write the settings of files, in blocks of those that share them. Raises UsageError."""
    found = effective(paths, options, fail_on)
    return inert("\n".join("\n".join(_block(one, options.as_of)) + "\n" for one in found))


def _block(one: Effective, as_of: date) -> Iterator[str]:
    named = [visible(path) for path in one.files[:MOST_FILES]]
    rest = len(one.files) - len(named)
    yield f"# {', '.join(named)}{f' and {rest} more' if rest else ''}"
    yield f"# configuration: {visible(one.configuration) if one.configuration else 'none found'}"
    speaking = f"{one.speaking} of {one.known} rules speak"
    if one.overridden:
        speaking += ": --no-suppressions overrides whatever switches off, lowers or pins"
    yield f"# {speaking}; as of {as_of.isoformat()}"
    for value in one.values:
        yield _line(value)


def _line(one: Value) -> str:
    key = ".".join(_key(part) for part in one.key)
    if one.value is None or (one.source == "default" and not one.value and one.value is not False):
        return f"# {key} is not set"
    assignment = f"{key} = {_toml(one.value)}"
    return f"{assignment:{COLUMN}} # {one.source}"


def _key(text: str) -> str:
    bare = text.isascii() and text.replace("-", "").replace("_", "").isalnum()
    return text if bare else _string(text)


def _toml(value: Any) -> str:
    match value:
        case bool():
            text = str(value).lower()
        case Severity():
            text = _string(value.label)
        case int() | date():
            text = str(value)
        case Record():
            text = _table(value.__dict__)
        case Mapping():
            text = _table(value)
        case list() | tuple():
            text = f"[{', '.join(map(_toml, value))}]"
        case _:
            text = _string(str(value))
    return text


def _table(values: Mapping[str, Any]) -> str:
    parts = [
        f"{_key(name.replace('_', '-'))} = {_toml(one)}"
        for name, one in values.items()
        if one is not None
    ]
    return f"{{ {', '.join(parts)} }}" if parts else "{}"


def _string(text: str) -> str:
    return f'"{"".join(map(_letter, text))}"'


def _letter(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if visible(char) == char:
        return char
    code = ord(char)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004
