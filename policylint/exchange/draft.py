"""What an importer makes of a foreign file: facts with their origin, gaps, faults."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from policylint.model.record import Record
from policylint.source.pointer import Span


class Told(NamedTuple):
    """A value in the words of the inventory, and where it was read: `klaro.js line 12`."""

    value: Any
    origin: str


class Fault(Record):
    """A fault of the foreign file itself: a code of the family IMP, and where it stands."""

    code: str
    span: Span
    message: str
    cookie: str | None = None


class LeftOut(Record):
    """Something of the foreign file that is not in the draft, and why."""

    what: str
    why: str
    span: Span | None = None


class Entry:
    """A cookie of the draft: fields that were told, and remarks on what was left open."""

    def __init__(self, fields: Mapping[str, Told], span: Span | None = None) -> None:
        self.fields = dict(fields)
        self.span = span
        self.remarks: list[str] = []

    @property
    def name(self) -> str:
        """Give the name of the cookie."""
        return str(self.fields["name"].value)


class Draft:
    """An inventory in the making. Fields are those of the format; what is unknown is absent."""

    def __init__(self, path: str, format_name: str) -> None:
        self.path = path
        self.format_name = format_name
        self.site: dict[str, Told] = {}
        self.controller: dict[str, Told] = {}
        self.consent: dict[str, Told] = {}
        self.vendors: dict[str, dict[str, Told]] = {}
        self.cookies: list[Entry] = []
        self.faults: list[Fault] = []
        self.left_out: list[LeftOut] = []
        self.notes: list[str] = []
        """Sentences on the whole file: the columns that were read, the day of a scan."""

    def fault(self, code: str, span: Span, message: str, cookie: str | None = None) -> None:
        """Record a fault of the foreign file."""
        self.faults.append(Fault(code=code, span=span, message=message, cookie=cookie))

    def leave_out(self, what: str, why: str, span: Span | None = None) -> None:
        """Record what was not imported."""
        self.left_out.append(LeftOut(what=what, why=why, span=span))
