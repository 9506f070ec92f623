"""Durations in words, in the units that their author chose: 395 days never become 13 months."""

from collections.abc import Iterable

from policylint.i18n.catalogue import catalogue
from policylint.i18n.lists import join_words
from policylint.i18n.typography import NO_BREAK


def duration_words(
    text: str, amounts: Iterable[tuple[int, str]], language: str, *, in_tab: bool = False
) -> str:
    """Write a duration: '13 months', or how long a session or an unbounded one lasts.

    `text` and `amounts` are those of a `Lifetime`; `in_tab` says that a session is that of a tab.
    """
    words = catalogue(language)
    if text == "session":
        return words.text("ui.duration.tab" if in_tab else "ui.duration.session")
    if text == "until-cleared":
        return words.text("ui.duration.until-cleared")
    parts = [words.plural(f"ui.duration.{unit}", count) for count, unit in amounts if count]
    return join_words([part.replace(" ", NO_BREAK, 1) for part in parts], language)
