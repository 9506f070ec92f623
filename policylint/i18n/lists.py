"""Several words in one sentence: 'a, b and c'."""

from collections.abc import Sequence

from policylint.i18n.catalogue import catalogue


def join_words(items: Sequence[str], language: str) -> str:
    """Write a list in words; nothing for no items."""
    if len(items) < 2:  # noqa: PLR2004
        return "".join(items)
    first = ", ".join(items[:-1])
    return catalogue(language).text("ui.list.last-two", first=first, last=items[-1])
