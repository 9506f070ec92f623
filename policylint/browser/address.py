"""Which addresses a scan may visit: the web, and no machine inside the network by mistake."""

import ipaddress
import socket
from urllib.parse import SplitResult, urlsplit

from policylint.errors import InputError, UsageError

ALLOW = "add --allow-private to visit a machine of your own network"
LONGEST = 2_000


def read_url(url: str, *, allows_private: bool) -> str:
    """Check a page that shall be visited. Raises UsageError, and InputError for an unknown host."""
    parts = _parts(url)
    if parts.scheme not in {"http", "https"}:
        raise UsageError(f"'{url}' is no web page; expected http:// or https:// and a host")
    if not parts.hostname:
        raise UsageError(f"'{url}' names no host; expected http:// or https:// and a host")
    if parts.username is not None or parts.password is not None:
        raise UsageError("the address holds a user name or a password; expected it without")
    if not allows_private and (inside := private_address(parts.hostname)):
        raise UsageError(f"{parts.hostname} is a private address ({inside})", ALLOW)
    return url if parts.hostname.isascii() else _in_ascii(parts)


def private_address(host: str) -> str | None:
    """Give the address of a host that is not on the public internet, None for one that is.

    Raises InputError for a host that has no address.
    """
    try:
        found = socket.getaddrinfo(host, None, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError):
        raise InputError(f"{host} cannot be visited: the name has no address") from None
    return next((str(one[4][0]) for one in found if is_private(str(one[4][0]))), None)


def is_private(address: str) -> bool:
    """Tell whether an IP address is this machine, a private network, or one that no site has."""
    try:
        read = ipaddress.ip_address(address.strip("[]").partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(read, "ipv4_mapped", None)
    return not (mapped or read).is_global


def _in_ascii(parts: SplitResult) -> str:
    """Write the host as browsers and cookies do: `xn--…`."""
    host = (parts.hostname or "").encode("idna").decode()
    port = "" if parts.port is None else f":{parts.port}"
    return parts._replace(netloc=host + port).geturl()


def _parts(url: str) -> SplitResult:
    if len(url) > LONGEST or not url.isprintable() or " " in url:
        raise UsageError(f"the address is no URL of at most {LONGEST:,} characters without blanks")
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise UsageError(f"'{url}' is no address: {str(error).lower()}") from None
    return parts
