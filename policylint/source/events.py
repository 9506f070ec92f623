"""The stream of YAML events, by libyaml where PyYAML has it, else by PyYAML's own parser."""

from collections.abc import Callable
from typing import Any, Final, Protocol

from yaml import events

from policylint.source.halves import Fillers, join_halves

SCALAR: Final[type] = events.ScalarEvent
ALIAS: Final[type] = events.AliasEvent
MAPPING_START: Final[type] = events.MappingStartEvent
MAPPING_END: Final[type] = events.MappingEndEvent
SEQUENCE_START: Final[type] = events.SequenceStartEvent
STREAM_END: Final[type] = events.StreamEndEvent

SEQUENCE_ENDS: Final = frozenset[type]((events.SequenceEndEvent, events.DocumentEndEvent))
"""What ends a sequence; the document itself is read as a sequence of one item."""


class Mark(Protocol):
    """A place in the text, in code points."""

    index: int


class Event(Protocol):
    """An event of any kind; a kind lacks the attributes that make no sense for it."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None


NextEvent = Callable[[], Event]


def open_events(text: str) -> NextEvent:
    """Return the function that gives a text's events one by one."""
    try:
        from yaml._yaml import CParser
    except ImportError:
        return open_pure_events(text)
    return _by(CParser, text)


def open_pure_events(text: str) -> NextEvent:
    """Do the same with the parser that is written in Python."""
    from policylint.source.pure import PureParser

    return _by(PureParser, text)


def _by(parser: Any, text: str) -> NextEvent:
    joined, fillers = join_halves(text)
    give: NextEvent = parser(joined).get_event  # PyYAML's stubs say that an event may lack marks
    return give if fillers is None else _without(give, fillers)


def _without(next_event: NextEvent, fillers: Fillers) -> NextEvent:
    def give() -> Event:
        event = next_event()
        if type(event) is SCALAR:
            event.value = fillers.removed(event.value, quoted=event.style == '"')
        return event

    return give


def reader_name() -> str:
    """Name the parser that gives the events, such as `libyaml 0.2.5`."""
    try:
        from yaml._yaml import get_version_string
    except ImportError:
        return "PyYAML pure"
    return f"libyaml {get_version_string()}"
