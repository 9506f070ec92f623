"""A text that a reader gives up on."""


class UnreadableError(Exception):
    """What is wrong with a text, and where; whoever knows its name makes a sentence of it."""

    def __init__(self, offset: int, message: str) -> None:
        super().__init__(message)
        self.offset = offset
        self.message = message
