"""What a rule found, said in another language."""

from datetime import date

from policylint.i18n.dates import date_words
from policylint.i18n.durations import duration_words
from policylint.i18n.lists import apart
from policylint.i18n.message_texts import message_texts
from policylint.model.lifetime import Lifetime
from policylint.model.sentence import Sentence, Series


def in_words(text: str, language: str) -> tuple[str, str]:
    """Say a message in a language, and tell in which: in English where a part has no words."""
    said = None if language == "en" else _said(text, language)
    return (text, "en") if said is None else (said, language)


def _said(text: str, language: str) -> str | None:
    if isinstance(text, Sentence):
        template = message_texts(language).get(text.template)
        values = {name: _value(value, language) for name, value in text.values.items()}
        if template is None or None in values.values():
            return None
        return template.format_map(values)
    if isinstance(text, Series):
        parts = [_value(part, language) for part in text.parts]
        return None if None in parts else _joined(list(filter(None, parts)), text.joint, language)
    return None


def _joined(parts: list[str], joint: str, language: str) -> str:
    return apart(parts, language) if joint == "; " else joint.join(parts)


def _value(value: object, language: str) -> str | None:
    """Write a value; a plain text is a name or a word of the inventory, in no language."""
    if isinstance(value, Sentence | Series):
        return _said(value, language)
    if isinstance(value, Lifetime):
        return duration_words(value.text, value.amounts, language)
    return date_words(value, language) if isinstance(value, date) else str(value)
