"""The message of a rule: text, with fields of the entry in braces."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from policylint.lint.custom.shapes import Shape, follow
from policylint.model.record import MisfitError

ABSENT = "(none)"
MOST_SHOWN = 200
# A doubled brace stands for itself.
_PIECE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_ROUTE = re.compile(r"[a-z_]+(?:\.[A-Za-z_][\w-]*)*")

Piece = str | tuple[str, ...]


class Template:
    """A message in pieces: texts, and routes to fields."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.words = frozenset(
            word for piece in pieces if isinstance(piece, tuple) for word in piece
        )

    def fill(self, values: Mapping[str, Any]) -> str:
        """Write the message for some values."""
        return "".join(
            piece if isinstance(piece, str) else _shown(_read(values, piece))
            for piece in self.pieces
        )


def parse_template(text: str, names: Mapping[str, Shape]) -> Template:
    """Read a message over some names. Raises MisfitError."""
    pieces: list[Piece] = []
    end = 0
    for match in _PIECE.finditer(text):
        pieces.append(text[end : match.start()])
        end = match.end()
        if match[0] in {"{{", "}}"}:
            pieces.append(match[0][0])
        elif match[1] is None:
            raise MisfitError(f"has a '{match[0]}' alone; write it twice to show one")
        else:
            pieces.append(_route(match[1], names))
    pieces.append(text[end:])
    return Template([piece for piece in pieces if piece])


def _route(text: str, names: Mapping[str, Shape]) -> tuple[str, ...]:
    route = tuple(text.split("."))
    if not _ROUTE.fullmatch(text) or route[0] not in names:
        raise MisfitError(
            f"shows '{{{text}}}'; expected a field such as '{{vendor.name}}', of {', '.join(names)}"
        )
    follow(names[route[0]], route[1:], f"'{route[0]}'")
    return route


def _read(values: Mapping[str, Any], route: Sequence[str]) -> Any:
    found: Any = values
    for field in route:
        if not isinstance(found, Mapping) or field not in found:
            return None
        found = found[field]
    return found


def _shown(value: Any) -> str:
    if value is None or value in ([], {}):
        return ABSENT
    if type(value) is bool:
        return str(value).lower()
    if type(value) is list:
        text = ", ".join(_shown(item) for item in value)
    elif isinstance(value, Mapping):
        text = ", ".join(value)
    elif type(value) is float and value.is_integer():
        text = str(int(value))
    else:
        text = str(value)
    return text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"
