"""The templates of messages in a language: the English one is the key in its `messages.yaml`."""

from collections.abc import Mapping
from functools import cache

from policylint.i18n.typography import typeset
from policylint.i18n.word_file import read_words


@cache
def message_texts(language: str) -> Mapping[str, str]:
    """Read the templates of a language by their English; nothing for a language without any."""
    read = read_words(language, "messages")
    return {english: typeset(text, language) for english, text in read.items()}
