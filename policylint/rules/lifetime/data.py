from collections.abc import Iterator

from policylint.law.jurisdictions import EEA, UK
from policylint.law.provisions import GDPR_5_1_C, GDPR_5_1_E
from policylint.law.purposes import PURPOSES
from policylint.law.rulings import SCHREMS_META_ADS
from policylint.model.cookie import Cookie
from policylint.model.sentence import sentence
from policylint.model.traits import is_personal
from policylint.rule import (
    Context,
    NotApplicable,
    NotEvaluated,
    Problem,
    Scope,
    Severity,
    Yield,
    rule,
)
from policylint.rules.absent import absent
from policylint.rules.inventory.retention import FORMULAS


@rule(
    "LIF007",
    citations=[GDPR_5_1_E, GDPR_5_1_C, SCHREMS_META_ADS],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[(Severity.WARNING, "no purpose is one of marketing that always needs consent")],
    yields_to=("INV009",),
    unseen="A criterion in other words than the known formulas, however empty it is.",
)
def data_kept_without_end(context: Context) -> Iterator[Yield]:
    """Personal data is kept without end.

    ## Why it matters
    Personal data may be kept only as long as its purpose takes. The Court of Justice ruled that
    data used for adverts cannot be kept without a limit in time.

    ## How to fix it
    Set a period in the tool that keeps the data, then declare it: `retention: 13 months`. Where an
    event ends the storage, name it: `retention: {criterion: …}`.
    """
    judged = [(at, cookie) for at, cookie in context.cookies if is_personal(cookie)]
    if not judged:
        yield NotApplicable(reason="no entry is taken to be personal data")
    for at, cookie in judged:
        if cookie.retention is None:
            yield NotEvaluated(at=at, reason=absent("retention"))
        elif _is_endless(cookie):
            markets = _markets(cookie)
            yield Problem(
                at=(*at, "retention"),
                message=_endless(cookie.name, markets=markets),
                severity=None if markets else Severity.WARNING,
            )


def _endless(name: str, *, markets: bool) -> str:
    if markets:
        return sentence(
            "the data of '{name}' is kept without end for marketing; expected a period, or an event"
            " that ends it",
            name=name,
        )
    return sentence(
        "the data of '{name}' is kept without end; expected a period, or an event that ends it",
        name=name,
    )


def _is_endless(cookie: Cookie) -> bool:
    kept = cookie.retention
    if kept is None or kept.criterion is None:
        return kept is not None and kept.lifetime is not None and kept.lifetime.is_unbounded
    text = kept.criterion
    texts = [text.plain] if text.plain is not None else list(text.by_language.values())
    return any(one.strip().rstrip(".").casefold() in FORMULAS for one in texts)


def _markets(cookie: Cookie) -> bool:
    # Sharing, cashback and e-mail tracking stand in the same group and are not always adverts.
    laws = [PURPOSES[purpose] for purpose in cookie.purposes]
    return any(law.group == "marketing" and law.eprivacy == "never" for law in laws)
