"""Sentences of ours that can be said in another language: they know how they were made."""

from collections.abc import Iterable, Mapping


class Sentence(str):
    """An English sentence, or a part of one, with its template and the values in it."""

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]


class Series(str):
    """Several texts in a row, with what stands between them: ', ' or '; '."""

    __slots__ = ("joint", "parts")
    joint: str
    parts: tuple[str, ...]


def sentence(template: str, /, **values: object) -> Sentence:
    """Fill a template as `str.format` does; a value may itself be a Sentence or a Series.

    The template is a literal and the key under which translations stand, so that what differs
    from one finding to the next is always a value. A `Lifetime` and a `date` are written in the
    words of a language; what stands in quotes in an inventory is given as text.
    """
    made = Sentence(template.format_map(values))
    made.template = template
    made.values = values
    return made


def series(parts: Iterable[str], joint: str = ", ") -> Series:
    """Join texts; nothing for none."""
    kept = tuple(parts)
    made = Series(joint.join(kept))
    made.joint = joint
    made.parts = kept
    return made
