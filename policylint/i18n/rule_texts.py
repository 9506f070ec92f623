"""What a rule says, in a language: the fault, why it matters, how to fix it.

English stands with each rule. Other languages have `rules.yaml`, by code.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from policylint.i18n.typography import typeset
from policylint.i18n.word_file import read_words

_HEADINGS = ("## Why it matters", "## How to fix it")


class RuleText(NamedTuple):
    """The three texts of a rule, and the language that they are in."""

    fault: str
    why: str
    cure: str
    language: str


def rule_text(code: str, explanation: str, language: str) -> RuleText:
    """Give the texts of a rule in a language, in English where it has none there."""
    found = rule_texts(language).get(code) if language != "en" else None
    if found is not None:
        return RuleText(found["fault"], found["why"], found["cure"], language)
    return RuleText(*_english(explanation), "en")


@cache
def rule_texts(language: str) -> Mapping[str, Mapping[str, str]]:
    """Read the texts of a language by code; nothing for a language that has none."""
    return {
        code: {part: typeset(text, language) for part, text in parts.items()}
        for code, parts in read_words(language, "rules").items()
    }


def _english(explanation: str) -> tuple[str, str, str]:
    fault, _, rest = explanation.partition(_HEADINGS[0])
    why, _, cure = rest.partition(_HEADINGS[1])
    return _flowing(fault), _flowing(why), _flowing(cure)


def _flowing(text: str) -> str:
    """Join the lines of a docstring, as Markdown does."""
    return " ".join(text.split())
