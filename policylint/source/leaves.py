"""The scalars of a document: what they mean, and where exactly they begin and end."""

from array import array

from policylint.source.anchors import Anchors
from policylint.source.events import Event
from policylint.source.fault import FaultError
from policylint.source.lexis import block_scalar_end, skip_blank, skip_properties
from policylint.source.scalars import MAX_DIGITS, DigitsError, Plain, Scalar, Shared
from policylint.source.tags import tagged_scalar


class Leaves:
    """Reads scalar events; repeated short scalars become one object."""

    __slots__ = ("_anchors", "_plain", "_text", "shared")

    def __init__(self, text: str, anchors: Anchors) -> None:
        self._text = text
        self._anchors = anchors
        self._plain = Plain()
        self.shared = Shared()

    def read(self, event: Event, entries: "array[int]") -> Scalar:
        """Return a scalar's value, and add its span and an empty place to the entries."""
        text, style = event.value, event.style
        start, end = event.start_mark.index, event.end_mark.index
        try:
            if event.anchor is not None or event.tag is not None:
                value, start, end = self.marked(event)
            elif style:
                value = self.shared[text]
                if style in "|>":
                    end = block_scalar_end(self._text, start, end)
            else:
                value = self._plain[text]
        except DigitsError:
            raise FaultError(
                start, end, f"an integer of more than {MAX_DIGITS:,} digits; expected fewer"
            ) from None
        entries.append(start)
        entries.append(end)
        entries.append(0)
        return value

    def marked(self, event: Event) -> tuple[Scalar, int, int]:
        """Return the value and the span of a scalar with an anchor, a tag or both."""
        text, style = event.value, event.style
        start, end = event.start_mark.index, event.end_mark.index
        if event.tag is not None:
            value = tagged_scalar(self._text, start, event.tag, text)
        else:
            value = text if style else self._plain[text]
        if event.anchor is not None:
            self._anchors.define(event.anchor, start, text).close(value)
        start = skip_properties(self._text, start) if text or style else end
        if style and style in "|>":
            end = block_scalar_end(self._text, start, end)
        return value, start, end

    def settle_blank(self, entries: "array[int]") -> None:
        """Move the empty value of a mapping's last entry to its colon, or to its key's end."""
        end = entries[-4]
        colon = skip_blank(self._text, end)
        if self._text.startswith(":", colon):
            end = colon + 1
        entries[-3] = entries[-2] = end
