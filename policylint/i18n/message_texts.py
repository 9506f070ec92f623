"""The templates of messages in a language: the English one is the key in its `messages.yaml`."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from policylint.i18n.typography import typeset


@cache
def message_texts(language: str) -> Mapping[str, str]:
    """Read the templates of a language by their English; nothing for a language without any."""
    file = files("policylint.i18n").joinpath(language, "messages.yaml")
    if not file.is_file():
        return {}
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    read: Any = yaml.load(file.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - text only
    return {english: typeset(text, language) for english, text in read.items()}
