"""The words of policylint in each language: phrases, durations, dates, legal terms, countries."""

from policylint.errors import UsageError


def languages() -> tuple[str, ...]:
    """List the languages that policylint writes in, English first."""
    return ("en", "fr", "de", "es", "it", "nl", "pl", "pt")


def need_language(language: str) -> None:
    """Raise UsageError for a language in which policylint does not write."""
    if language not in languages():
        known = ", ".join(languages())
        raise UsageError(f"policylint does not write in '{language}'; its languages are {known}")
