"""From the events of a parser to plain data and its index."""

from collections.abc import Callable

from yaml.error import YAMLError

from policylint.source.compose import Composer
from policylint.source.events import NextEvent, open_events
from policylint.source.fault import Flaws
from policylint.source.index import Index
from policylint.source.messages import explain
from policylint.source.stream import close_document, open_document


def parse(
    text: str, flaws: Flaws, source: Callable[[str], NextEvent] = open_events
) -> tuple[object, Index]:
    """Read a text by the events of a source; raise `FaultError` where the reading stops."""
    try:
        next_event = source(text)
        open_document(text, next_event)
        data, index = Composer(text, next_event, flaws).compose()
        close_document(text, next_event, index.root(data).value)
    except YAMLError as error:
        raise explain(text, error) from None
    return data, index
