"""In which language and format a document is written."""

from collections.abc import Collection
from os.path import splitext
from typing import Any

from policylint.errors import UsageError

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
    """Tell the format by the name of a file; the default is for a name without an ending.

    Raises UsageError for an ending of no format: a file is not what its name says, then.
    """
    found = named_format(path, formats)
    if found is None and path and splitext(path)[1]:
        raise UsageError(
            f"the ending of '{path}' names no format of {', '.join(formats)}: add --format"
        )
    return found or default


def named_format(path: str | None, formats: Collection[str]) -> str | None:
    """Tell the format that the ending of a name stands for; None where it stands for none."""
    ending = splitext(path or "")[1].removeprefix(".").lower()
    ending = _ENDINGS.get(ending, ending)
    return ending if ending in formats else None
