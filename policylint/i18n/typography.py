"""How a language sets its punctuation: apostrophes, and the spaces that no line may break at."""

import re

NO_BREAK = "\u00a0"
NARROW = "\u202f"

_FRENCH = (
    (re.compile(r" (?=[;!?])"), NARROW),
    (re.compile(r" (?=[:»])|(?<=«) "), NO_BREAK),
    (re.compile(r"(?<=n°) |(?<=\d) (?=%)"), NO_BREAK),
)
_GERMAN = (
    (
        re.compile(
            r"(?<=\b(?:Art|Abs)\.) |(?<=\b(?:Nr|Rn)\.) |(?<=\bBuchst\.) |(?<=§) |(?<=\d) (?=%)"
        ),
        NO_BREAK,
    ),
)
# No line ends with a word of one letter, nor between a place in a text and its number.
_POLISH = (
    (re.compile(r"(?<=\b[AIOUWZaiouwz]) (?=\S)"), NO_BREAK),
    (re.compile(r"\b((?:art|ust|lit|rozdz)\.|pkt|nr) (?=\w)"), rf"\1{NO_BREAK}"),
)
_SPANISH = (
    (
        re.compile(r"(?<=\bn\.º) |(?<=\bEE\.) |(?<=\bapdo\.) |(?<=§) |(?<=\d) (?=%)"),
        NO_BREAK,
    ),
)
_ITALIAN = ((re.compile(r"(?<=\bart\.) (?=\d)|(?<=\bpar\.) (?=\d)|(?<=\bn\.) (?=\d)"), NO_BREAK),)
_DUTCH = (
    (
        re.compile(
            r"(?<=\b[Aa]rtikel) (?=\d)|(?<=\blid) (?=\d)|(?<=\bnr\.) (?=\d)|(?<=§) |(?<=\d) (?=%)"
        ),
        NO_BREAK,
    ),
)
# No line ends between «n.º» and its number, nor between «artigo» or «alínea» and what it counts.
_PORTUGUESE = ((re.compile(r"(?<=n\.º) |(?<=\b(?:artigo|alínea)) (?=\w)|(?<=\d) (?=%)"), NO_BREAK),)
_SPACES = {
    "fr": _FRENCH,
    "de": _GERMAN,
    "es": _SPANISH,
    "it": _ITALIAN,
    "nl": _DUTCH,
    "pl": _POLISH,
    "pt": _PORTUGUESE,
}


def typeset(text: str, language: str) -> str:
    """Set our own words as the language does; never a text of the user, which stands as it is."""
    text = text.replace("'", "\u2019")
    for space, unbroken in _SPACES.get(language, ()):
        text = space.sub(unbroken, text)
    return text
