"""In which language and format a document is written."""

from collections.abc import Collection
from typing import Any

_ENDINGS = {"htm": "html", "md": "markdown", "txt": "text"}


def read_language(tag: str | None, inventory: Any) -> str:
    """Tell which language to write: the one asked for, else the first of the site that can be.

    Raises UsageError for one in which policylint does not write.
    """
    from policylint.i18n import languages, need_language

    if tag:
        language = tag.partition("-")[0].lower()
        need_language(language)
        return language
    tags = () if inventory is None else inventory.site.languages
    own = [one.partition("-")[0] for one in tags]
    return next((one for one in own if one in languages()), "en")


def format_of(path: str | None, formats: Collection[str], default: str) -> str:
    """Tell the format by the name of a file."""
    ending = (path or "").rpartition(".")[2].lower()
    return ending if ending in formats else _ENDINGS.get(ending, default)
