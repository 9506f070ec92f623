"""How the options of `check` that name evidence are read."""

import os
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import get_args

from policylint.errors import UsageError
from policylint.evidence.observation import PhaseKind
from policylint.lint.given import GivenEvidence
from policylint.model.record import MisfitError
from policylint.model.scalars import parse_country

PHASES: Sequence[PhaseKind] = tuple(kind for kind in get_args(PhaseKind) if kind != "unknown")


def read_given(
    files: Sequence[str], vantage: str | None, captured_at: str | None, dns: str | None
) -> GivenEvidence:
    """Read what the command line says of evidence. Raises UsageError."""
    if not files:
        option = "--vantage" if vantage else "--captured-at" if captured_at else "--dns"
        raise UsageError(f"{option} tells of evidence: name a file with --evidence")
    return GivenEvidence(
        [read_file(file) for file in files],
        vantage=None if vantage is None else read_vantage(vantage),
        captured_at=None if captured_at is None else read_moment(captured_at),
        aliases=dns,
    )


def read_file(value: str) -> tuple[PhaseKind | None, str]:
    """Read `[PHASE=]FILE`; a file whose name holds '=' needs no phase. Raises UsageError."""
    word, mark, path = value.partition("=")
    phase = next((kind for kind in PHASES if kind == word), None)
    if mark and phase is not None:
        if path:
            return phase, path
        raise UsageError(f"--evidence {value} names no file after '='")
    if mark and word.isalpha() and not os.path.exists(value):
        raise UsageError(f"--evidence: unknown phase '{word}'; expected one of {', '.join(PHASES)}")
    return None, value


def read_vantage(value: str) -> str:
    """Read the country of `--vantage`. Raises UsageError."""
    try:
        return parse_country(value.strip().upper())
    except MisfitError as error:
        raise UsageError(f"--vantage {error.message}") from None


def read_moment(value: str) -> int:
    """Read a time in ISO 8601, in UTC where it names no zone, as milliseconds since 1970.

    A day alone means its last second: what a jar had left is then understated, never overstated.
    Raises UsageError.
    """
    text = value.strip()
    try:
        if len(text) == len("2026-11-20"):
            moment = datetime.combine(date.fromisoformat(text), time(23, 59, 59), UTC)
        else:
            moment = datetime.fromisoformat(text)
            moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return int(moment.timestamp() * 1_000)
    except (ValueError, OverflowError):
        raise UsageError(
            f"--captured-at holds '{value}'; expected a time such as 2026-11-20T10:00:00Z, or a day"
        ) from None
