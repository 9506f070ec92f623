"""What several rules on special situations ask of an entry."""

from policylint.model.cookie import Cookie
from policylint.model.sentence import sentence
from policylint.rule import Context

# Where one of these already says that consent is missing, the more special rule is silent.
DEMANDING = ("CLS001", "CLS002", "CLS003", "CLS007", "CLS025")


def waits(context: Context, cookie: Cookie) -> bool:
    """Tell whether an entry is set here only after consent.

    Where `exempt_in` names the jurisdiction it is set without, whatever `consent` says.
    """
    return cookie.consent == "opt-in" and context.jurisdiction not in cookie.exempt_in


def first_words(cookie: Cookie) -> str:
    """Say what is declared of consent, as a message quotes it."""
    if cookie.consent:
        return sentence("declares '{consent}'", consent=cookie.consent)
    return sentence("declares no consent")
