"""The files of words that come with policylint, one folder per language."""

from importlib.resources import files
from typing import Any

import yaml


def read_words(language: str, stem: str) -> Any:
    """Read a file of a language, all scalars as text; nothing where the language has none."""
    file = files("policylint.i18n").joinpath(language, f"{stem}.yaml")
    if not file.is_file():
        return {}
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(file.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - text only
