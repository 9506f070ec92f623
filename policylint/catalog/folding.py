"""Names of companies without what differs from one spelling to the next."""

from functools import lru_cache

_FORMS = frozenset(
    (
        *("inc", "incorporated", "llc", "llp", "lp", "ltd", "limited", "plc", "corp"),
        *("corporation", "co", "company", "unlimited", "uc", "dac", "pty", "pvt", "private"),
        *("gmbh", "mbh", "ag", "kg", "ug", "se", "sa", "sas", "sasu", "sarl", "scs", "sca"),
        *("sl", "slu", "srl", "spa", "bv", "nv", "ab", "as", "aps", "oy", "oyj", "oü", "ehf"),
        *("doo", "sro", "sp", "z", "oo", "spzoo", "zoo", "publ", "et", "cie", "and"),
    )
)
_DROPPED = str.maketrans({".": None, "'": None, "\u2019": None, "/": None})
_SPACED = str.maketrans(dict.fromkeys(",;:-_&+|", " "))


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Fold case, brackets, punctuation and legal forms: `Google Ireland Ltd.`, `google ireland`."""
    text = name.casefold()
    outside = _without_brackets(text) if "(" in text else text
    words = outside.translate(_DROPPED).translate(_SPACED).replace("\u00e0", "a").split()
    while len(words) > 1 and (words[-1] in _FORMS or _ends_in_letters(words)):
        words.pop()
    return " ".join(words)


def _ends_in_letters(words: list[str]) -> bool:
    """Tell whether a legal form stands there letter by letter: `S.à r.l.`."""
    return words[-1] in {"rl", "r", "l"} and len(words) > 2 and words[-2] in {"sa", "s", "r"}  # noqa: PLR2004


def _without_brackets(text: str) -> str:
    kept, depth = [], 0
    for part in text:
        depth += part == "("
        if not depth:
            kept.append(part)
        depth -= part == ")" and depth > 0
    return "".join(kept).strip() or text.replace("(", " ").replace(")", " ")
