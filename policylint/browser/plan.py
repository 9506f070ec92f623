"""What a scan is asked to do."""

from collections.abc import Sequence
from typing import Literal

from policylint.model.record import Record

Part = Literal["reject", "accept", "gpc"]
PARTS: Sequence[Part] = ("reject", "accept", "gpc")
"""Each part starts in a fresh browser; `reject` is also what is seen before any choice."""


class Selectors(Record):
    """The controls that the site itself names, as CSS; they come before all others."""

    accept: str | None = None
    reject: str | None = None
    reopen: str | None = None


class Plan(Record):
    """The pages to visit and how; all times in milliseconds.

    `settle` is the wait after a page has gone quiet. `has_banner` is False where the operator
    declares that the site asks for nothing.
    """

    pages: Sequence[str]
    browser: str
    folder: str
    selectors: Selectors = Selectors()
    parts: Sequence[Part] = PARTS
    repetitions: int = 3
    settle: int = 3_000
    page_limit: int = 60_000
    run_limit: int = 600_000
    has_banner: bool = True
    allows_private: bool = False
    locale: str | None = None
    timezone: str | None = None
    user_agent: str | None = None
    vantage: str | None = None
