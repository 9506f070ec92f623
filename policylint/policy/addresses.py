"""Addresses that are safe to link to."""

from urllib.parse import quote

_SCHEMES = ("https://", "http://", "mailto:", "#")
_KEPT = "%/:?#[]@!$&'()*+,;=~-._"


def safe_address(url: str) -> str | None:
    """Write an address in ASCII; None where its scheme is not one that a policy links to."""
    if not url.startswith(_SCHEMES):
        return None
    return quote(url.encode("utf-8", "replace"), safe=_KEPT)
