"""Digests of the files that a report rests on."""

import os
from hashlib import file_digest as digest_of

from policylint.errors import InputError
from policylint.lint.files import reason


def file_digest(path: str) -> str | None:
    """Give the SHA-256 of a file; None of what is no file. Raises InputError."""
    if not os.path.isfile(path):
        return None
    try:
        with open(path, "rb") as file:
            return digest_of(file, "sha256").hexdigest()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {reason(error)}") from None
