"""Digests of contents, to tell whether they are the same."""

try:
    # hashlib has the same function, and takes ten times as long to import.
    from _blake2 import blake2b
except ImportError:  # pragma: no cover - an interpreter of another make
    from hashlib import blake2b

BYTES = 20


def digest(content: bytes) -> str:
    """Give the digest of some bytes in hexadecimal digits."""
    return blake2b(content, digest_size=BYTES).hexdigest()
