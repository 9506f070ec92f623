"""The words of policylint in each language: phrases, durations, dates, legal terms, countries."""


def languages() -> tuple[str, ...]:
    """List the languages that policylint writes in, English first."""
    return ("en", "fr", "de", "es", "it", "nl", "pl", "pt")
