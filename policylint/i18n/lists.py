"""Several words in one sentence: 'a, b and c'."""

import re
from collections.abc import Sequence

from policylint.i18n.catalogue import catalogue

# Spanish says `e` for `y` before the sound of i, though not before a diphthong (`y hielo`).
_SOUND_OF_I = re.compile(r"h?[ií](?![aeoáéó])", re.IGNORECASE)
# Italian says `ed` for `e` before another e.
_SOUNDS_OF_E = frozenset("eèé")


def before_last(last: str, language: str) -> str:
    """Give what stands before the last of several words: ' and '."""
    joint = catalogue(language).text("ui.list.last-two", first="", last="")
    if language == "es" and _SOUND_OF_I.match(last):
        return joint.replace("y", "e")
    if language == "it" and last[:1].casefold() in _SOUNDS_OF_E:
        return joint.replace("e", "ed")
    return joint


def apart(items: Sequence[str], language: str) -> str:
    """Write what has commas of its own, one after the other: 'a, b; c'."""
    words = catalogue(language)
    return words.text("ui.list.apart", first="", last="").join(items)


def join_words(items: Sequence[str], language: str) -> str:
    """Write a list in words; nothing for no items."""
    if len(items) < 2:  # noqa: PLR2004
        return "".join(items)
    return f"{', '.join(items[:-1])}{before_last(items[-1], language)}{items[-1]}"
