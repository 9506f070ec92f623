r"""The forms of YAML that the quick way of `lines` reads, as parts of regular expressions.

Each takes less than YAML allows and never more. Spaces are written out, because `\s` and
`str.strip` know spaces that are letters to YAML. No run of characters is ever given back (`*+`)
and groups are repeated so often at most, so that no text takes more than its length in time.
"""

from policylint.source.scalars import Scalar, resolve

# Left to the composer wherever they stand: control characters, among them tabs, and what is no
# character or a break of lines for some. Far letters in a set would make it slow to compile.
_NEVER = r"\x00-\x1f\x7f-\x9f"
FAR = ("\u2028", "\u2029", "\ufeff", "\ufffe", "\uffff")

_FIRST = rf"[^ \-?:,\[\]{{}}#&*!|>'\"%@`{_NEVER}]"  # no mark that means something in YAML
_OUTER = rf"[^:#{_NEVER}]*+"
_INNER = rf"[^:#?,\[\]{{}}{_NEVER}]*+"
_NOTE = rf"(?<![^ \n])#[^{_NEVER}]*+"

KEY = "[A-Za-z0-9_][A-Za-z0-9_-]{0,99}+"
QUOTED = rf"\"[^\"\\{_NEVER}]*+\"|'[^'{_NEVER}]*+'"
OUTER_WORD = rf"{_FIRST}{_OUTER}(?:(?::(?=[^\s])|(?<=[^\s])#){_OUTER}){{0,99}}"
"""Unquoted text up to the end of its line, with the spaces after it."""

INNER_WORD = rf"{_FIRST}{_INNER}(?::(?=[A-Za-z0-9/]){_INNER}){{0,99}}"
"""Unquoted text between brackets, with the spaces after it."""

COMMENT = rf" *+(?:{_NOTE})?"
"""What may stand at the end of a line."""

BLANK = rf"(?:[ \n]++|\r\n|{_NOTE}\r?\n){{0,99}}"
"""What may stand between the parts of a list in brackets."""


class UnknownFormError(Exception):
    """The quick way does not know this form; caught in `lines`, where it begins."""


def read_word(word: str) -> tuple[Scalar, int]:
    """Return the value of a word, and its length without the spaces after it."""
    if word[0] in "'\"":
        return word[1:-1], len(word)
    word = word.rstrip(" ")
    return resolve(word), len(word)
