r"""The forms of JavaScript's tokens.

No run of characters is ever given back (`*+`), so that no text takes more than its length in time.
"""

import re

NAME, NUMBER, STRING, TEMPLATE, REGEX, MARK, OPEN, CLOSE, BROKEN, END = range(10)
"""Kinds of tokens. An opening bracket and its closing one know each other (`Tokens.partner`)."""

_BREAKS = r"\n\r\u2028\u2029"
BLANK = re.compile(rf"(?:[\s\ufeff]++|//[^{_BREAKS}]*+|<!--[^{_BREAKS}]*+)++")
"""Spaces and the comments that end with their line; those of HTML count in scripts too."""

TOKEN = re.compile(
    r"""
    (?P<name>(?:[^\W\d]|[$\#@])[\w$\u200c\u200d]*+)
    | (?P<number>0[xXoObB]\w++ | (?:\d[\d_]*+(?:\.[\d_]*+)?+ | \.\d[\d_]*+)(?:[eE][+-]?\d++)?+n?+)
    | (?P<string>"(?:[^"\\\n\r]++|\\(?:\r\n|[\s\S]))*+" | '(?:[^'\\\n\r]++|\\(?:\r\n|[\s\S]))*+')
    | (?P<mark>>>>=|\*\*=|&&=|\|\|=|\?\?=|<<=|>>=|===|!==|=>|\.\.\.|\?\.|==|!=|<=|>=|\+\+|--
        |[-+*/%&|^]=|&&|\|\||\?\?|[\s\S])
    """,
    re.VERBOSE,
)
"""Every token but a template and a regular expression; one character where nothing else fits."""

REST_OF_LINE = re.compile(r"[^\n\r]*+")
CHUNK = re.compile(r"(?:[^`\\$]++|\\[\s\S]|\$(?!\{))*+")
"""Text of a template up to its end or to a substitution."""

REGEX_LITERAL = re.compile(
    r"/(?![*/])(?:[^\\/\[\n\r]++|\\[^\n\r]|\[(?:[^\]\\\n\r]++|\\[^\n\r])*+\])++/[A-Za-z]*+"
)

BEFORE_OPERAND = frozenset(
    (
        *("return", "typeof", "instanceof", "in", "of", "new", "delete", "void", "throw", "case"),
        *("do", "else", "yield", "await", "default"),
    )
)
"""Words after which a value begins, so that a slash opens a regular expression."""

BEFORE_BODY = frozenset({"if", "while", "for", "with"})
"""Words whose round brackets are followed by a statement."""

PARTNERS = {")": "(", "]": "[", "}": "{"}
