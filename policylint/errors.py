"""The exit codes, and the failures that end a run with one sentence."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process answers to its caller."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    FAILED = 3


class PolicylintError(Exception):
    """A known failure: one sentence for the user, and perhaps a hint.

    PolicylintError
    ├── UsageError     wrong option, argument or configuration; exit 2
    └── InputError     a file that cannot be read or written; exit 3
    """

    exit_code = ExitCode.FAILED

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(PolicylintError):
    """The command line or the configuration asks for something that does not exist."""

    exit_code = ExitCode.USAGE


class InputError(PolicylintError):
    """A file cannot be read, written or found."""
