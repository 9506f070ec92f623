"""The phrases of one language, read from YAML: ids as keys, placeholders `{name}`, plurals as maps.

A key begins with the name of its file: `policy.rights.heading` is `rights: {heading: …}` in
`policy.yaml`. All scalars are text, so that the key `NO` is Norway.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from policylint.i18n import languages
from policylint.i18n.plurals import plural_form
from policylint.i18n.typography import typeset
from policylint.i18n.word_file import read_words

STEMS = ("ui", "policy", "legal", "countries", "exchange", "report")
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


class MissingPhraseError(KeyError):
    """A phrase or a value for its placeholder is missing: a fault of policylint itself."""


class Catalogue:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        if language not in languages():
            raise MissingPhraseError(f"no language '{language}'")
        self.language = language

    def template(self, key: str) -> str:
        """Give a phrase as it is written, with its placeholders."""
        found = _phrases(self.language, key.partition(".")[0]).get(key)
        if found is None:
            raise MissingPhraseError(f"no phrase '{key}' in '{self.language}'")
        return found

    def knows(self, key: str) -> bool:
        """Tell whether there is such a phrase."""
        return key in _phrases(self.language, key.partition(".")[0])

    def parts(self, key: str) -> list[tuple[str, bool]]:
        """Split a phrase into its words and, marked true, the names of its placeholders."""
        pieces = _PLACEHOLDER.split(self.template(key))
        return [(piece, index % 2 == 1) for index, piece in enumerate(pieces) if piece]

    def text(self, key: str, **values: object) -> str:
        """Write a phrase."""
        return "".join(
            _value(key, part, values) if is_name else part for part, is_name in self.parts(key)
        )

    def plural(self, key: str, count: int, **values: object) -> str:
        """Write a phrase in the form that its count asks for."""
        form = f"{key}.{plural_form(self.language, count)}"
        return self.text(form, count=count, **values)

    def keys(self, stem: str) -> frozenset[str]:
        """List the keys of one file."""
        return frozenset(_phrases(self.language, stem))


@cache
def catalogue(language: str) -> Catalogue:
    """Open the catalogue of a language."""
    return Catalogue(language)


def _value(key: str, name: str, values: Mapping[str, object]) -> str:
    if name not in values:
        raise MissingPhraseError(f"no value for '{name}' of the phrase '{key}'")
    return str(values[name])


@cache
def _phrases(language: str, stem: str) -> Mapping[str, str]:
    if stem not in STEMS:
        raise MissingPhraseError(f"no catalogue '{stem}'")
    phrases: dict[str, str] = {}
    _flatten(read_words(language, stem), stem, phrases)
    return {key: typeset(phrase, language) for key, phrase in phrases.items()}


def _flatten(tree: Any, prefix: str, phrases: dict[str, str]) -> None:
    """Collect the leaves; the text of a legal term goes by the name of the term itself."""
    if isinstance(tree, str):
        phrases[prefix] = tree
        return
    if "source" in tree:
        phrases[prefix] = tree.pop("text")
    for key, below in tree.items():
        _flatten(below, f"{prefix}.{key}", phrases)
