"""Tell why fixes must not stay: they changed more than they should, or broke the file."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from policylint.lint.builtin import BLOCKING, SCHEMA_ERROR
from policylint.lint.finding import Finding

Steps = tuple[str, ...]

CUT_SHORT = 500
"""So many schema errors may be the first of more: the list of an inventory has an end."""


def steps(pointer: str | None) -> Steps:
    """Split a pointer, written as RFC 6901 does, into its steps."""
    parts = (pointer or "").split("/")[1:]
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in parts)


def difference(before: object, after: object, edited: Mapping[Steps, int]) -> Steps | None:
    """Find the first place where two readings differ, other than at the edited ones.

    `edited` says how many fixes each place had: after one it may hold another scalar or have
    another key, after two both.
    """
    around = {one[:size] for one in edited for size in range(len(one) + 1)}
    return _difference(before, after, edited, around, ())


def _difference(
    before: object, after: object, edited: Mapping[Steps, int], around: set[Steps], at: Steps
) -> Steps | None:
    if at not in around:
        return None if _same(before, after) else at
    pairs = _pairs(before, after)
    if pairs is None:
        return None if _fits(before, after, at in edited) else at
    for key, other, old, new in pairs:
        below = (*at, key)
        if key == other:
            found = _difference(old, new, edited, around, below)
            if found is not None:
                return found
        elif below not in edited or not _fits(old, new, edited[below] > 1):
            return below
    return None


def _fits(before: object, after: object, is_edited: bool) -> bool:  # noqa: FBT001 - read in place
    is_word = not isinstance(before, dict | list) and not isinstance(after, dict | list)
    return (is_edited and is_word) or _same(before, after)


def _pairs(before: object, after: object) -> Iterator[tuple[str, str, object, object]] | None:
    """Pair the entries of two containers of one kind and size: both keys, both values."""
    match before, after:
        case (dict(), dict()) if len(before) == len(after):
            return (
                (key, other, old, new)
                for (key, old), (other, new) in zip(before.items(), after.items(), strict=True)
            )
        case (list(), list()) if len(before) == len(after):
            return ((str(n), str(n), old, after[n]) for n, old in enumerate(before))
    return None


def _same(before: object, after: object) -> bool:
    # 1, 1.0 and True are equal; the order of keys counts too
    return before == after and repr(before) == repr(after)


def breakage(
    before: Sequence[Finding], after: Iterable[Finding], edited: Collection[Steps]
) -> Finding | None:
    """Find a fault of the file that was not there before, other than beside an edited place.

    Schema errors that nobody saw before may come to light when others go: where the list was cut
    short, or the whole could not be read.
    """
    known = {_key(one) for one in before if one.rule.code in BLOCKING}
    listed = sum(1 for one in before if one.rule is SCHEMA_ERROR)
    for one in after:
        if one.rule.code not in BLOCKING or _key(one) in known:
            continue
        if one.rule is not SCHEMA_ERROR:
            return one
        at = steps(one.place.pointer)
        if 0 < listed < CUT_SHORT and not any(_beside(at, each) for each in edited):
            return one
    return None


def _key(finding: Finding) -> tuple[str, str, str | None]:
    return (finding.place.path, finding.rule.code, finding.place.pointer)


def _beside(at: Steps, edited: Steps) -> bool:
    """Tell whether a place encloses an edited one, or lies in the same entry."""
    return edited[: len(at)] == at or at[: len(edited) - 1] == edited[:-1]
