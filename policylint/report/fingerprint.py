"""What identifies a finding from one run to the next."""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256

from policylint.lint.finding import Finding

_ENTRY = re.compile(r"^/cookies/\d+")
_DIGITS = 32


def fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """Identify each finding within its file; findings that say the same are numbered."""
    seen: dict[tuple[str, str], int] = {}
    for finding in findings:
        identity = _identity(finding)
        key = (finding.place.path, identity)
        seen[key] = seen.get(key, 0) + 1
        yield f"{identity}:{seen[key]}"


def _identity(finding: Finding) -> str:
    """Identify a finding by what it says of which cookie, wherever that stands in its file."""
    pointer = finding.place.pointer or ""
    if finding.cookie is not None:
        pointer = _ENTRY.sub("/cookies/*", pointer)
    return digest(finding.rule.code, pointer, finding.cookie or "", finding.message)


def digest(*parts: str) -> str:
    """Shorten texts to one that is the same for the same texts only."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
