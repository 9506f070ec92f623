"""The event source where PyYAML was built without libyaml: its own parser, brought in line."""

from typing import Any

from yaml.events import ScalarEvent
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError


class PureParser(Reader, Scanner, Parser):
    """PyYAML's parser, with the tabs that JSON needs and without halves of surrogate pairs."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_to_next_token(self) -> None:
        """Skip blanks and comments; a tab is a blank wherever it cannot be indentation."""
        while True:
            blanks = " \t" if self.flow_level or not self.allow_simple_key else " "
            while self.peek() in blanks:
                self.forward()
            if self.peek() == "#":
                while self.peek() not in "\0\r\n":
                    self.forward()
            if not self.scan_line_break():  # type: ignore[no-untyped-call]
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def get_event(self) -> Any:
        """Return the next event; refuse a lone surrogate as libyaml does."""
        event = Parser.get_event(self)  # type: ignore[no-untyped-call]
        if isinstance(event, ScalarEvent) and event.style == '"' and _torn(event.value):
            problem = "found invalid Unicode character escape code"
            raise ScannerError(None, None, problem, event.start_mark)  # type: ignore[arg-type]
        return event


def _torn(text: str) -> bool:
    return not text.isascii() and any("\ud800" <= letter <= "\udfff" for letter in text)
