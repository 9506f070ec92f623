"""How a finding on a whole site names its entries."""

from collections.abc import Iterable, Sequence

from policylint.model.sentence import Sentence, sentence, series

MOST_NAMED = 5


def in_quotes(name: str) -> Sentence:
    """Write a name in quotes, which are those of the language that the message is said in."""
    return sentence("'{name}'", name=name)


def quoted(names: Iterable[str]) -> str:
    """Write every name in quotes: `'a', 'b'`."""
    return series(map(in_quotes, names))


def named(names: Sequence[str]) -> str:
    """Write names in quotes, five at most: `'a', 'b' and 7 more`."""
    shown = [in_quotes(name) for name in names[:MOST_NAMED]]
    rest = len(names) - len(shown)
    if rest:
        return sentence("{names} and {rest} more", names=series(shown), rest=rest)
    if len(shown) == 1:
        return shown[0]
    return sentence("{names} and {last}", names=series(shown[:-1]), last=shown[-1])


def joined(clauses: Sequence[str]) -> str:
    """Write clauses as one: `a and b and c`."""
    told, *others = clauses
    for clause in others:
        told = sentence("{clauses} and {last}", clauses=told, last=clause)
    return told
