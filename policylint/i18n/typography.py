"""How a language sets its punctuation: apostrophes, and the spaces that no line may break at."""

import re

NO_BREAK = "\u00a0"
NARROW = "\u202f"

_FRENCH = (
    (re.compile(r" (?=[;!?])"), NARROW),
    (re.compile(r" (?=[:»])|(?<=«) "), NO_BREAK),
    (re.compile(r"(?<=n°) |(?<=\d) (?=%)"), NO_BREAK),
)

_GERMAN = re.compile(r"(?<=\b(?:Art|Abs)\.) |(?<=\bNr\.) |(?<=\bBuchst\.) |(?<=§) |(?<=\d) (?=%)")


def typeset(text: str, language: str) -> str:
    """Set our own words as the language does; never a text of the user, which stands as it is."""
    text = text.replace("'", "\u2019")
    if language == "fr":
        for space, unbroken in _FRENCH:
            text = space.sub(unbroken, text)
    elif language == "de":
        text = _GERMAN.sub(NO_BREAK, text)
    return text
