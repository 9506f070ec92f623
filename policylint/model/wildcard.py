"""Names in which `*` stands for any run of characters, none among them."""

from collections.abc import Callable


def covering(pattern: str) -> Callable[[str], bool]:
    """Make a test of whether a name, or every name of another pattern, matches a pattern."""
    if "*" not in pattern:
        return lambda name: name == pattern
    head, *middle, tail = pattern.split("*")
    if not middle and not tail:
        return lambda name: name.startswith(head)

    def covers(name: str) -> bool:
        if not (name.startswith(head) and name.endswith(tail)):
            return False
        at, end = len(head), len(name) - len(tail)
        for part in middle:
            at = name.find(part, at, end)
            if at < 0:
                return False
            at += len(part)
        return at <= end

    return covers
