"""The tables of a Markdown file, with the headings above each."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from policylint.exchange.node import Node
from policylint.exchange.source import Source
from policylint.exchange.table import (
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
    Table,
    too_many_columns,
    too_many_rows,
)
from policylint.model.references import resolve_references
from policylint.source.pointer import Span

_DEEPEST = 7
_FENCES = ("```", "~~~")


class _Line:
    __slots__ = ("end", "start", "text")

    def __init__(self, text: str, start: int) -> None:
        self.text = text.strip()
        self.start = start
        self.end = start + len(text)


def read_markdown_tables(source: Source) -> Sequence[Table]:
    """Read every pipe table outside code.

    Raises InputError for too many rows or cells.
    """
    return list(_tables(source))


def _tables(source: Source) -> Iterator[Table]:
    lines = _lines(source.text)
    headings = _Headings()
    at = rows = 0
    while at < len(lines):
        line = lines[at]
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        if line.text.startswith(_FENCES):
            at = _after_fence(lines, at)
        elif "|" in line.text and _is_rule(following):
            end = at + 2
            while end < len(lines) and "|" in lines[end].text:
                end += 1
            rows += end - at
            if rows > MOST_ROWS:
                raise too_many_rows(source.path)
            body = [_row(source, one) for one in lines[at + 2 : end]]
            yield Table(header=_row(source, line), rows=body, headings=headings.texts)
            at = end
        else:
            at += headings.note(line.text, following)


def _lines(text: str) -> list[_Line]:
    found, start = [], 0
    for part in text.split("\n"):
        found.append(_Line(part, start))
        start += len(part) + 1
    return found


def _after_fence(lines: list[_Line], at: int) -> int:
    fence = lines[at].text[:3]
    for number in range(at + 1, len(lines)):
        if lines[number].text.startswith(fence):
            return number + 1
    return at + 1  # never closed: no code after all


def _is_rule(text: str) -> bool:
    """Tell the line under a header; some have fewer cells than the header, some no outer pipes."""
    if "-" not in text or not {"|", "-"} <= set(text) <= set("|-: \t"):
        return False
    return all(cell.strip(" \t:").strip("-") == "" for cell in text.strip("|").split("|"))


class _Headings:
    """The headings that a place stands under."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []

    @property
    def texts(self) -> Sequence[str]:
        return [text for _, text in self._open]

    def note(self, text: str, following: str) -> int:
        """Take a line that is perhaps a heading; tell how many lines it takes up."""
        if text.startswith("#"):
            level = len(text) - len(text.lstrip("#"))
            if level < _DEEPEST:
                self._add(level, text.strip("# \t"))
        elif text.startswith("**") and text.rstrip(":").endswith("**"):
            self._add(_DEEPEST, text)
        elif text and following and set(following) in ({"="}, {"-"}) and "|" not in text:
            self._add(1 if following[0] == "=" else 2, text)
            return 2
        return 1

    def _add(self, level: int, text: str) -> None:
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
        self._open.append((level, _plain(text).strip(" :")))


def _row(source: Source, line: _Line) -> Row:
    text = line.text.removeprefix("|")
    cells = _cells(text)
    if len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    if len(cells) > MOST_COLUMNS:
        raise too_many_columns(source.path, source.position(line.start).line)
    span = Span(line.start, line.end)
    return Row([Node(value=_plain(cell), span=span) for cell in cells], span)


def _cells(text: str) -> list[str]:
    if "\\|" not in text:
        return text.split("|")
    return [cell.replace("\0", "|") for cell in text.replace("\\|", "\0").split("|")]


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    tags = "a|abbr|b|strong|em|i|code|span|p|small|sup|sub|u|div|ul|ol|li|img|font|mark"
    return (
        re.compile("`([^`]*)`"),
        re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:[ \t]+\"[^\"]*\")?\)"),
        re.compile(rf"</?(?:{tags})(?:\s[^<>]*)?/?>", re.IGNORECASE),
        re.compile(r"<br\s*/?>", re.IGNORECASE),
        re.compile(r"\\([!-/:-@\[-`{-~])"),
    )


def _plain(cell: str) -> str:
    """Take the markup out of a cell; several pieces of code are lines of their own."""
    cell = cell.strip()
    code, link, tag, line_break, escaped = _forms()
    if "`" in cell:
        pieces = code.findall(cell)
        if pieces and not code.sub("", cell).strip(" ,;/\t"):
            return "\n".join(piece.strip() for piece in pieces)
        cell = code.sub(r"\1", cell)
    if "[" in cell:
        cell = link.sub(r"\1", cell)
    if "<" in cell:
        cell = tag.sub("", line_break.sub("\n", cell))
    cell = _bare(cell.strip())
    return resolve_references(escaped.sub(r"\1", cell)).strip()


def _bare(cell: str) -> str:
    for mark in ("***", "**", "~~", "*"):
        if len(cell) > 2 * len(mark) and cell.startswith(mark) and cell.endswith(mark):
            return cell[len(mark) : -len(mark)]
    return cell
