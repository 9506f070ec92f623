"""Names behind names: which hosts are aliases (CNAME), as a DNS tool told."""

from collections.abc import Mapping

from policylint.errors import InputError
from policylint.evidence.foreign import host
from policylint.evidence.observation import Evidence

MOST_BYTES = 1 << 24
MOST_STEPS = 20
_EXPECTED = "lines such as 'stats.site.example. 300 IN CNAME vendor.example.', as dig prints them"
_ADDRESSES = frozenset({"A", "AAAA", "HTTPS"})
_TYPE_AT = 3


def read_aliases(path: str) -> Mapping[str, str]:
    """Read a file of DNS answers: for each host the last name behind it, or itself.

    A line is a record as `dig +noall +answer` prints it, or a host and its alias. Raises
    InputError.
    """
    found: dict[str, str] = {}
    for number, line in enumerate(_text(path).splitlines(), 1):
        words = line.partition(";")[0].partition("#")[0].split()
        if not words:
            continue
        pair = _pair(words)
        if pair is None:
            raise InputError(f"{path}, line {number} is no alias; expected {_EXPECTED}")
        name, target = pair
        if target != name or name not in found:
            found[name] = target
    return {name: _last(name, found) for name in found}


def _text(path: str) -> str:
    try:
        with open(path, "rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or "its name is no path").lower()
        raise InputError(f"{path} cannot be read: {why}") from None
    if len(content) > MOST_BYTES:
        raise InputError(f"{path} is over {MOST_BYTES >> 20} MiB; expected {_EXPECTED}")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{path} is not UTF-8; expected {_EXPECTED}") from None


def _pair(words: list[str]) -> tuple[str, str] | None:
    """Read a host and what it stands for; a host with an address stands for itself."""
    name = host(words[0])
    if len(words) == 2:  # noqa: PLR2004 - a host and its alias
        target = host(words[1])
    elif len(words) > _TYPE_AT + 1 and words[_TYPE_AT].upper() == "CNAME":
        target = host(words[_TYPE_AT + 1])
    elif len(words) > _TYPE_AT + 1 and words[_TYPE_AT].upper() in _ADDRESSES:
        target = name
    else:
        return None
    return None if name is None or target is None else (name, target)


def _last(name: str, aliases: Mapping[str, str]) -> str:
    for _ in range(MOST_STEPS):  # a ring has no end
        target = aliases.get(name, name)
        if target == name:
            break
        name = target
    return name


def with_aliases(evidence: Evidence, aliases: Mapping[str, str]) -> Evidence:
    """Tell each host that was asked what is behind it, where that is known."""
    contacts = tuple(
        one.changed(cname=aliases[one.host]) if one.host in aliases else one
        for one in evidence.contacts
    )
    return evidence.changed(contacts=contacts)
