"""The event source where PyYAML was built without libyaml: its own parser, brought in line."""

import re
from typing import Any

from yaml.error import Mark
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken, TagToken

_BREAKS = "\0\r\n"
_BLANKS = "\0 \t\r\n"
_ESCAPE = r'\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|.)|"'
_TAG = r"(!(?:[A-Za-z0-9_-]*!)?)((?:[A-Za-z0-9;/?:@&=+$_.!~*'()-]|%[0-9A-Fa-f]{2})*)"
_PRELUDE = r"(?:(?:[%#][^\r\n]*| *)[\r\n])*"
_SURROGATES = range(0xD800, 0xE000)
_LAST_LETTER = 0x10FFFF


class PureParser(Reader, Scanner, Parser):
    """PyYAML's parser with libyaml's view of tabs, question marks and surrogates."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, _spaced(text))
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_to_next_token(self) -> None:
        """Skip blanks and comments; a tab is a blank wherever it cannot be indentation."""
        while True:
            blanks = " \t" if self.flow_level or not self.allow_simple_key else " "
            while self.peek() in blanks:
                self.forward()
            if self.peek() == "#":
                while self.peek() not in _BREAKS:
                    self.forward()
            if not self.scan_line_break():  # type: ignore[no-untyped-call]
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_directive_name(self, start: Mark) -> Any:
        """Scan the name of a directive; refuse one that is not known."""
        name = Scanner.scan_directive_name(self, start)  # type: ignore[no-untyped-call]
        if name not in ("YAML", "TAG"):
            raise _fault("found unknown directive name", start, self.get_mark())
        return name

    def scan_tag(self) -> TagToken:
        """Scan a tag; a tab may follow it, and in brackets a comma."""
        start = self.get_mark()
        handle, suffix = None, "!"
        if self.prefix(2) == "!<":
            self.forward(2)
            suffix = self.scan_tag_uri("tag", start)
            if self.peek() != ">":
                raise _fault("did not find the expected '>'", start, self.get_mark())
            self.forward()
        elif found := re.compile(_TAG).match(self.buffer, self.pointer):
            self.forward(len(found[0]))
            if len(found[0]) > 1:
                handle, suffix = found[1], _unescaped(found[2])
        if self.peek() not in _BLANKS and not (self.flow_level and self.peek() == ","):
            problem = "did not find expected whitespace or line break"
            raise _fault(problem, start, self.get_mark())
        return TagToken((handle, suffix), start, self.get_mark())

    def scan_plain(self) -> ScalarToken:
        """Scan a text without quotes; tabs and question marks may stand inside."""
        parts: list[str] = []
        blanks = ""
        start = end = self.get_mark()
        while self.peek() != "#" and not self._at_document_mark():
            length = self._plain_length(start)
            if not length:
                break
            self.allow_simple_key = False
            parts += (blanks, self.prefix(length))
            self.forward(length)
            end = self.get_mark()
            blanks = self._plain_blanks(start)
            if not blanks or (not self.flow_level and self.column <= self.indent):
                break
        return ScalarToken("".join(parts), True, start, end)  # noqa: FBT003 - PyYAML's

    def _at_document_mark(self) -> bool:
        marks = ("---", "...")
        return self.column == 0 and self.prefix(3) in marks and self.peek(3) in _BLANKS

    def _plain_length(self, start: Mark) -> int:
        """Count the characters up to a blank, or to what ends a text without quotes."""
        length = 0
        while (mark := self.peek(length)) not in _BLANKS:
            if mark == ":":
                after = self.peek(length + 1)
                if after in _BLANKS:
                    break
                if self.flow_level and after in ",?[]{}":
                    self.forward(length)
                    raise _fault("found unexpected ':'", start, self.get_mark())
            elif self.flow_level and mark in ",[]{}":
                break
            length += 1
        return length

    def _plain_blanks(self, start: Mark) -> str:
        """Skip blanks and line breaks; return what they mean if text follows."""
        blanks, breaks = "", 0
        while (mark := self.peek()) in " \t\r\n":
            if mark in "\r\n":
                self.scan_line_break()  # type: ignore[no-untyped-call]
                self.allow_simple_key = True
                breaks += 1
                continue
            if breaks and mark == "\t" and self.column <= self.indent:
                raise _fault("found a tab that violates indentation", start, self.get_mark())
            blanks += mark
            self.forward()
        if not breaks:
            return blanks
        return "\n" * (breaks - 1) or " "

    def scan_flow_scalar(self, style: str) -> Any:
        """Scan a text in quotes; refuse an escape that names no character as libyaml does."""
        if style == '"':
            self._check_escapes()
        return Scanner.scan_flow_scalar(self, style)

    def scan_block_scalar_indicators(self, start: Mark) -> tuple[bool | None, int | None]:
        """Scan what follows `|` or `>`, and the blanks behind it."""
        keep: bool | None = None
        increment: int | None = None
        while (mark := self.peek()) in "+-0123456789":
            if mark in "+-" and keep is None:
                keep = mark == "+"
            elif mark.isdigit() and increment is None:
                increment = int(mark)
            else:
                break
            if increment == 0:
                problem = "expected indentation indicator in the range 1-9, but found 0"
                raise _fault(problem, start, self.get_mark())
            self.forward()
        while self.peek() in " \t":
            self.forward()
        return keep, increment

    def scan_block_scalar_indentation(self) -> Any:
        """Find the indentation of a text below `|` or `>`; refuse a tab in it."""
        found = Scanner.scan_block_scalar_indentation(self)
        self._refuse_tab()
        return found

    def scan_block_scalar_breaks(self, indent: int) -> Any:
        """Skip the blank lines of such a text; refuse a tab where it would be indentation."""
        found = Scanner.scan_block_scalar_breaks(self, indent)
        if self.column < indent:
            self._refuse_tab()
        return found

    def _refuse_tab(self) -> None:
        if self.peek() == "\t":
            place = self.get_mark()
            raise _fault(
                "found a tab character where an indentation space is expected", place, place
            )

    def _check_escapes(self) -> None:
        start = self.get_mark()
        for found in re.compile(_ESCAPE, re.DOTALL).finditer(self.buffer, self.pointer + 1):
            if found[0] == '"':
                return
            code = int(found[1] or found[2] or "0", 16)
            if code in _SURROGATES or code > _LAST_LETTER:
                at = start.index + found.start() - self.pointer + 2
                mark = Mark(start.name, at, start.line, start.column, None, None)  # type: ignore[arg-type]
                raise _fault("found invalid Unicode character escape code", start, mark)


def _spaced(text: str) -> str:
    """Let a tab in a directive be a space; no offset moves."""
    if not text.startswith(("%", "#", "\r", "\n", " ")):
        return text
    before = re.compile(_PRELUDE).match(text)
    end = before.end() if before else 0
    lines = re.sub(r"%[^\r\n]*", lambda found: found[0].replace("\t", " "), text[:end])
    return lines + text[end:]


def _unescaped(tag: str) -> str:
    from urllib.parse import unquote

    return unquote(tag) if "%" in tag else tag


def _fault(problem: str, start: Mark, place: Mark) -> ScannerError:
    return ScannerError(None, start, problem, place)
