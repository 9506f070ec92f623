"""Names of cookies as a consent platform writes them, where a pattern can say exactly the same."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from policylint.exchange.expressions import ExpressionError, names_of
from policylint.exchange.node import Node, Pattern, Unread
from policylint.exchange.scribe import Scribe, short

_LONGEST = 500
# Literal letters, `.*`, and a choice between them: all that `*` and several names can say.
_EXACT = re.compile(r"(?:\\[^A-Za-z0-9]|\.[*+]\??|\(\?:|[()|^$?]|[^\\.^$*+?()\[\]{}|])*+")
_SOME = re.compile(r"(?<!\\)\.\+")
_BROKEN = ("names were probably meant", "stands where a name goes on")
_WRITTEN = re.compile(r"/(.+)/([a-z]*)", re.DOTALL)
_ODD = re.compile(r"[*?+|()\[\]{}\\^$]")


class Names(NamedTuple):
    """The names that an item stands for, with a remark on how they were read."""

    names: Sequence[str] = ()
    remark: str = ""


def pattern_of(node: Node, *, is_data: bool) -> Pattern | None:
    """Give a regular expression; data files write one as the text `/source/flags`."""
    if isinstance(node.value, Pattern):
        return node.value
    found = _WRITTEN.fullmatch(node.text or "") if is_data else None
    return Pattern(source=found[1], flags=found[2]) if found else None


def names_at(scribe: Scribe, node: Node, owner: str) -> Names:
    """Read a name or an expression for names; what cannot be imported is told."""
    if isinstance(node.value, Unread):
        message = f"a name of {owner} is the expression '{short(node.value.text)}'"
        scribe.fault("IMP005", node, message)
        scribe.leave_out(f"a name of {owner}", "it is worked out when the site runs", node)
        return Names()
    pattern = pattern_of(node, is_data=scribe.source.data is not None)
    if pattern is not None:
        return names_of_pattern(scribe, node, pattern, owner)
    if node.text is None:
        scribe.leave_out(f"a name of {owner}", "it is no text and no expression", node)
        return Names()
    return _plain(scribe, node, node.text.strip(), owner)


def names_of_pattern(scribe: Scribe, node: Node, pattern: Pattern, owner: str) -> Names:
    """Read a regular expression, where the patterns of an inventory mean exactly the same."""
    written = f"/{short(pattern.source)}/{pattern.flags}"
    try:
        names = names_of(pattern.source)
    except ExpressionError as error:
        if any(sign in str(error) for sign in _BROKEN):
            scribe.fault("IMP008", node, f"the pattern {written} of {owner} is broken: {error}")
        scribe.leave_out(f"the pattern {written} of {owner}", str(error), node)
        return Names()
    shown = ", ".join(f"'{short(name)}'" for name in names)
    if "i" in pattern.flags:
        reason = "it takes small letters for large ones, and an inventory does not"
    elif not _EXACT.fullmatch(pattern.source[:_LONGEST]):
        reason = f"no pattern of an inventory means exactly this; {shown} would say more"
    else:
        some = bool(_SOME.search(pattern.source))
        return Names(names, f"name: {written}, where '*' is one letter or more" if some else "")
    scribe.leave_out(f"the pattern {written} of {owner}", reason, node)
    return Names()


def _plain(scribe: Scribe, node: Node, name: str, owner: str) -> Names:
    """Take a text for a name, unless it was meant as a pattern, which the platform does not see."""
    stars_only = not _ODD.search(name.replace("*", "")) and ".*" not in name
    if not _ODD.search(name):
        if _WRITTEN.fullmatch(name):
            stars_only = False
        else:
            return Names([name])
    message = f"the pattern '{short(name)}' of {owner} is written as text, which matches no cookie"
    scribe.fault("IMP008", node, message)
    if stars_only:
        return Names([name], "name: written as text, which the platform takes for a whole name")
    scribe.leave_out(f"'{short(name)}' of {owner}", "a pattern written as text", node)
    return Names()
