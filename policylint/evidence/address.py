"""Addresses of requests, without anything that may hold a value: query, fragment, user, matrix."""

from typing import NamedTuple

from policylint.evidence.foreign import host as read_host

WEB = frozenset({"http", "https", "ws", "wss"})
LONGEST_PATH = 1_000


class Address(NamedTuple):
    """What is kept of an address."""

    scheme: str
    host: str
    port: str
    path: str

    @property
    def is_secure(self) -> bool:
        """Tell whether it is encrypted, or never leaves the machine."""
        return self.scheme in {"https", "wss"} or is_local(self.host)

    @property
    def bare(self) -> str:
        """Write it without query, fragment, user and parameters of the path."""
        path = self.path.partition(";")[0]
        path = path if len(path) <= LONGEST_PATH else "/"
        return f"{self.scheme}://{self.host}{self.port}{path}"

    @property
    def default_path(self) -> str:
        """Give the path of a cookie that names none (RFC 6265bis, section 5.1.4)."""
        folder = self.path.rpartition("/")[0]
        return folder if folder.startswith("/") else "/"


def read_address(url: str) -> Address | None:
    """Read the address of a request; None where it is none of the web."""
    scheme, mark, rest = url.partition("://")
    scheme = scheme.lower()
    if not mark or scheme not in WEB:
        return None
    for sign in "?#":
        rest = rest.partition(sign)[0]
    authority, slash, path = rest.partition("/")
    found, port = _parted(authority.rpartition("@")[2])
    name = read_host(found)
    return Address(scheme, name, port, slash + path or "/") if name else None


def is_local(host: str) -> bool:
    """Tell whether a host is the machine itself, which browsers trust without encryption."""
    return host == "localhost" or host.endswith(".localhost") or host in {"127.0.0.1", "[::1]"}


def _parted(authority: str) -> tuple[str, str]:
    if authority.startswith("["):
        inner, bracket, port = authority.partition("]")
        host = inner + bracket
    else:
        host, colon, port = authority.partition(":")
        port = colon + port
    return host, port if port[1:].isdecimal() and len(port) <= len(":65535") else ""
