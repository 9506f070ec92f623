"""Whether a browser stores what an answer asks to store (RFC 6265bis, section 5.7)."""

from collections.abc import Iterator

from policylint.evidence.address import Address, is_local
from policylint.evidence.foreign import host as read_host
from policylint.evidence.party import is_public_suffix
from policylint.evidence.set_cookie import SetCookie


def stored_for(cookie: SetCookie, address: Address) -> tuple[str, bool]:
    """Give the host that a cookie would be stored for, and whether for that host only.

    Where the line names no host as its domain, which browsers refuse, it is that of the answer.
    """
    domain = read_host(cookie.domain)
    if domain is None or (domain == address.host and is_public_suffix(domain)):
        return address.host, True
    return domain, False


def refusals(cookie: SetCookie, address: Address) -> Iterator[str]:
    """Give each reason for which no browser stores the cookie."""
    yield from cookie.refused_because
    domain = cookie.domain
    if domain is not None and domain != address.host:
        if not address.host.endswith("." + domain):
            yield "domain-mismatch"
        elif is_public_suffix(domain):
            yield "public-suffix"
    if cookie.attributes.secure and not (address.is_secure or is_local(address.host)):
        yield "secure-over-http"
