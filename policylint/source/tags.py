"""The tags of YAML that JSON has a type for."""

from policylint.source.fault import FaultError, quote
from policylint.source.lexis import skip_blank, word_end
from policylint.source.scalars import Scalar, resolve

_PREFIX = "tag:yaml.org,2002:"
_ALLOWED = "'!!str', '!!int', '!!float', '!!bool', '!!null', '!!map' or '!!seq'"
_SCALARS = {"str": str, "int": int, "float": float, "bool": bool, "null": type(None)}


def tagged_scalar(text: str, start: int, tag: str, value: str) -> Scalar:
    """Return a scalar's value as its tag wants it; raise if the value does not fit."""
    if tag in ("!", f"{_PREFIX}str"):
        return value
    wanted = _SCALARS.get(tag.removeprefix(_PREFIX)) if tag.startswith(_PREFIX) else None
    if wanted is None:
        raise _unfit(text, start, tag)
    found = resolve(value)
    if wanted is float and type(found) is int:
        return float(found)
    if type(found) is not wanted:
        raise _unfit(text, start, tag)
    return found


def check_collection(text: str, start: int, tag: str, kind: str) -> None:
    """Raise unless a mapping (`map`) or a sequence (`seq`) may carry this tag."""
    if tag not in ("!", f"{_PREFIX}{kind}"):
        raise _unfit(text, start, tag)


def _unfit(text: str, start: int, tag: str) -> FaultError:
    while text[start] != "!":  # the anchor may come first
        start = skip_blank(text, word_end(text, start))
    end = word_end(text, start)
    written = quote(text[start:end])
    known = tag.startswith(_PREFIX) and tag.removeprefix(_PREFIX) in (*_SCALARS, "map", "seq")
    if known:
        return FaultError(start, end, f"the tag {written} does not fit its value")
    return FaultError(start, end, f"the tag {written} is not known; expected {_ALLOWED}")
