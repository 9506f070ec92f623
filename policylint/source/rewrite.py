"""Edits of single words: a value or a key is written anew in the quotes that it has."""

import re

from policylint.source.document import Document
from policylint.source.edit import Edit, replace
from policylint.source.index import Place
from policylint.source.lexis import line_start
from policylint.source.pointer import Pointer, Span, render_pointer

_ANCHOR = r"(?:^|[\s,\[{])&[^\s,\[\]{}]"
_ANCHOR_OF_KEY = r"&[^\s,\[\]{}]+[ \t]+(?:!\S*[ \t]+)?$"


def rewrite(
    document: Document, pointer: Pointer, word: str, *, on_key: bool = False, bare: bool = False
) -> Edit:
    """Write a plain word in place of a value, or of its key; a `bare` one loses its quotes.

    Raise `ValueError` if nothing is there, if it fills lines of its own, or if it is shared: what
    an alias or a merge repeats means the same at other places too.
    """
    replace(document, pointer, word)
    place = document.find(pointer)
    span = None if place is None else place.key if on_key else place.value
    if span is None or is_shared(document, pointer) or (on_key and _anchored(document, span)):
        raise ValueError(f"'{render_pointer(pointer)}' is shared by an alias or a merge")
    mark = document.text[span.start : span.start + 1]
    if mark in {"*", "|", ">"} or span.start == span.end:
        raise ValueError(f"no word stands at '{render_pointer(pointer)}'")
    quote = mark if mark in {"'", '"'} and not bare else ""
    return Edit(span, f"{quote}{word}{quote}")


def is_shared(document: Document, pointer: Pointer) -> bool:
    """Tell whether an anchor lets aliases repeat a value, or something that encloses it.

    Text that only looks like an anchor counts as one.
    """
    return any(
        re.search(_ANCHOR, document.text[slice(*_before(document, pointer[:size]))])
        for size in range(len(pointer) + 1)
    )


def _before(document: Document, pointer: Pointer) -> Span:
    """Return the text in which the anchor of a value would stand."""
    place = document.find(pointer)
    if place is None:
        return Span(0, 0)
    return Span(_end_before(document, pointer, place), place.value.start)


def _end_before(document: Document, pointer: Pointer, place: Place) -> int:
    if place.key is not None:
        return place.key.end
    if not pointer:
        return 0
    *above, step = pointer
    if isinstance(step, int) and step > 0:
        beside = document.find((*above, step - 1))
        return beside.value.end if beside is not None else 0
    around = document.find(tuple(above))
    return around.value.start if around is not None else 0


def _anchored(document: Document, key: Span) -> bool:
    before = document.text[line_start(document.text, key.start) : key.start]
    return "&" in before and re.search(_ANCHOR_OF_KEY, before) is not None
