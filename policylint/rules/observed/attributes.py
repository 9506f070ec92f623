from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from policylint.evidence.observation import Attributes, Observation
from policylint.law.jurisdictions import ALL
from policylint.law.provisions import GDPR_5_2, GDPR_32
from policylint.model.cookie import Cookie
from policylint.model.sentence import Sentence, sentence
from policylint.rule import (
    Context,
    NotEvaluated,
    Problem,
    Scope,
    Severity,
    Yield,
    rule,
)
from policylint.rules.observed.lifetimes import nothing_seen, observed
from policylint.rules.observed.seen import seen, settings

FLAGS = ("secure", "http_only", "partitioned")


@rule(
    "EVD010",
    citations=[GDPR_32, GDPR_5_2],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.WARNING)],
    since="0.1.0",
    unseen="Attributes that an entry does not declare.",
)
def attributes_differ(context: Context) -> Iterator[Yield]:
    """A cookie was observed with other attributes than its entry declares.

    ## Why it matters
    The inventory shows which measures protect a cookie. A `Secure` that is declared and not set
    protects nobody.

    ## How to fix it
    Set the cookie as declared. If what was observed is meant, correct the entry.
    """
    shown = seen(context)
    if isinstance(shown, NotEvaluated):
        yield shown
        return
    nothing = True
    for at, cookie, observations in observed(context, shown):
        nothing = False
        for field, declared in _declared(cookie).items():
            found = [(one, value) for one in observations for value in _observed(one, field)]
            if not found:
                reason = sentence("the evidence does not tell '{field}'", field=field)
                yield NotEvaluated(at=at, reason=reason)
            other = next(((one, value) for one, value in found if value != declared), None)
            if other is not None:
                one, value = other
                yield Problem(at=(*at, field), message=_fault(one, field, declared, value))
    if nothing:
        yield nothing_seen(shown)


def _declared(cookie: Cookie) -> Mapping[str, Any]:
    fields = ("path", "host_only", *FLAGS, "same_site")
    return {name: value for name in fields if (value := getattr(cookie, name)) is not None}


def _observed(one: Observation, field: str) -> Iterator[Any]:
    """Give the values of an attribute that the evidence tells, of each write and of the jar."""
    if field in {"path", "host_only"}:
        told: Sequence[Any] = [getattr(one, field)]
    else:
        several: Sequence[Attributes] = [
            one.attributes,
            *(write.attributes for write in settings(one.writes)),
        ]
        told = [getattr(attributes, field) for attributes in several]
    yield from (value for value in told if value is not None)


def _fault(one: Observation, field: str, declared: Any, value: Any) -> Sentence:
    return sentence(
        "'{name}' is declared '{field}: {declared}' and was seen with '{value}' ({source})",
        name=one.name,
        field=field,
        declared=_written(declared),
        value=_written(value),
        source=one.source,
    )


def _written(value: Any) -> str:
    return str(value).lower() if type(value) is bool else str(value)
