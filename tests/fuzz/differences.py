"""Where the reader and the reference may part, and why: all that is legal stands here.

The reader takes its events from libyaml 0.2.5, which knows most of YAML 1.2, and refuses what an
inventory may not hold. No row lets the two read different data: each names a text that one of the
two refuses to read. A row holds what the one says, the shape of texts of which it may say so, the
reason, and a text that shows it.
"""

import re
from typing import NamedTuple


class Row(NamedTuple):
    """One legal difference."""

    name: str
    message: str
    shape: str
    reason: str
    example: bytes

    def covers(self, message: str, text: str) -> bool:
        """Tell whether a refusal is this one."""
        return bool(re.search(self.message, message) and re.search(self.shape, text))


REFUSED_BEFORE = (
    Row(
        "no UTF-8",
        "not UTF-8|is written in UTF-",
        "",
        "one encoding, so that nobody guesses",
        b"a: caf\xe9",
    ),
    Row(
        "U+0085, U+2028, U+2029",
        "^the line break U",
        "[\x85\u2028\u2029]",
        "libyaml ends lines and comments there, YAML 1.2 does not",
        "a: 1 # off\u2028b: 2".encode(),
    ),
    Row(
        "a byte order mark inside",
        "byte order mark stands inside",
        "\ufeff",
        "the rest of two files joined by hand: readers differ on it",
        "a: 1\n\ufeffb: 2".encode(),
    ),
)
"""What is refused before a parser sees it."""

REFUSED_HERE = (
    Row(
        "a '?' that sticks to a key",
        "^a '\\?' sticks to a key",
        "\\?\\S",
        "both parsers take it for the mark of a key; in YAML 1.2 it belongs to the key",
        b"{?a: 1}",
    ),
    Row(
        "an anchor of other letters",
        "holds more than letters|anchor or an alias has no name|no key can be",
        "[&*][\\w-]*[^\\w \\t\\r\\n,\\[\\]{}-]",
        "libyaml cuts the name there and reads the rest as text or as a key",
        b"- &an:chor x",
    ),
    Row(
        "an unknown directive",
        "^the directive '%",
        "(?m)^%",
        "YAML 1.2 lets a reader pass over it; an inventory needs none",
        b"%FOO bar\n---\na: 1",
    ),
    Row(
        "a colon that begins a text in brackets",
        "^':' begins no value",
        "[\\[{,:](?:\\s|#[^\\r\\n]*)*:",
        "libyaml reads a colon in brackets as the end of a key",
        b"[:x]",
    ),
    Row(
        "a colon before a comma or a bracket",
        "^a ':' stands inside a value",
        ":[,?\\[\\]{}]",
        "libyaml asks for a blank after a colon in brackets",
        b"{a: 1, http://x/:, b: 2}",
    ),
    Row(
        "a key of nothing",
        "does not go on|text follows a value",
        "(?:^|[\\r\\n])(?:[ -]*|[^\\r\\n]*- ):(?:[ \\r\\n]|$)",
        "libyaml wants a text, or a '?', before a colon in a block",
        b"a: 1\n: 2\n",
    ),
    Row(
        "a half of a character",
        "is half of a character|escape names no character",
        "\\\\[uU]",
        "a half alone has no UTF-8",
        b'a: "\\ud83d"',
    ),
    Row(
        "a tab that begins the text of a literal",
        "^a tab stands",
        "[|>][^\\n\\r]*[\\n\\r][ \\n\\r]*\\t",
        "libyaml takes a tab there for indentation",
        b"a: |\n \tb\n",
    ),
    Row(
        "a literal at the margin",
        "text follows the end of the document",
        "--- *[|>]",
        "libyaml wants the text of a whole document to be indented",
        b"--- |\na\n",
    ),
)
"""What the reader refuses and the reference reads."""

REFUSED_THERE = (
    Row(
        "a tab between tokens",
        "found character '\\\\?\t?t?' that cannot start any token",
        "\t",
        "YAML 1.2 allows it wherever it is no indentation; ruamel.yaml does not",
        b"a:\t1\n",
    ),
    Row(
        "a literal that begins with blank lines",
        "more indented follow up line",
        "[|>][^\\n\\r]*[\\n\\r][ \\t]*[\\n\\r]",
        "ruamel.yaml refuses lines of blanks before the first line of text",
        b"- >\n \n  \n  # text\n",
    ),
    Row(
        "a comment that sticks to a '|'",
        "expected chomping or indentation indicators, but found '#'",
        "[|>][-+0-9]*#",
        "libyaml is lenient; the text that follows is the same",
        b"a: |# b\n c\n",
    ),
    Row(
        "a tag before a comma",
        "but got '<tag>'",
        "!",
        "ruamel.yaml takes the comma for a part of the tag before it",
        b"{a: !!str, !!str : b}",
    ),
)
"""What the reference refuses and the reader reads."""
