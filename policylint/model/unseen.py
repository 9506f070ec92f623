"""The characters that show nothing, or that a terminal obeys: the same set in every Python.

Control and format characters, surrogates, line separators and all else that shows nothing:
categories Cc, Cf, Cs, Zl, Zp, and the letters and marks that Unicode says may be ignored. Not
U+FE0E and U+FE0F, which only choose between the two looks of an emoji.
"""

UNSEEN = (
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160"
    "\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff"
    "\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000110bd\U000110cd"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""A pattern for one of them; it is compiled by the first text that needs it, which is seldom."""
