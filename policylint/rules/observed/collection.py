from collections.abc import Iterator
from datetime import date, timedelta

from policylint.evidence.observation import EvidenceFile
from policylint.law.jurisdictions import ALL
from policylint.law.provisions import GDPR_5_2, GDPR_24_1, GDPR_32_1_D
from policylint.model.lifetime import DAY, Lifetime
from policylint.model.sentence import Sentence, sentence, series
from policylint.rule import Context, NotEvaluated, Problem, Scope, Severity, Yield, rule
from policylint.rules.listing import MOST_NAMED, named
from policylint.rules.observed.seen import seen
from policylint.rules.observed.visits import free_somewhere, is_from

EPOCH = date(1970, 1, 1)
MILLISECONDS = 1_000


@rule(
    "EVD011",
    citations=[GDPR_24_1, GDPR_32_1_D],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.WARNING)],
    since="0.1.0",
)
def evidence_too_old(context: Context) -> Iterator[Yield]:
    """Evidence was collected too long ago: over 30 days, unless configured otherwise.

    The time of a file on the disk is never taken for that of its capture.

    ## Why it matters
    Tags change outside releases: by a tag manager, by a vendor, by an editor of the site. What was
    true then need not be now.

    ## How to fix it
    Collect the evidence again. Another time is `evidence` under `[limits]` in the configuration.
    """
    shown = seen(context)
    if isinstance(shown, NotEvaluated):
        yield shown
        return
    limit = context.limits.evidence
    old: list[tuple[int, EvidenceFile]] = []
    for file in shown.evidence.files:
        captured = _day(file)
        if captured is None:
            reason = sentence(
                "{path}: when it was captured is not known (--captured-at)", path=file.path
            )
            yield NotEvaluated(at=(), reason=reason)
        elif captured > context.as_of:
            reason = sentence("{path} was captured after the day that is judged", path=file.path)
            yield NotEvaluated(at=(), reason=reason)
        elif (context.as_of - captured).days * DAY > limit.longest_seconds > 0:
            old.append(((context.as_of - captured).days, file))
    if old:
        message = sentence("evidence is older than {limit}: {files}", limit=limit, files=_aged(old))
        yield Problem(at=("site",), message=message, on_key=True)


def _aged(old: list[tuple[int, EvidenceFile]]) -> str:
    """Name the files with their age in days, the oldest first."""
    ordered = sorted(old, key=lambda one: -one[0])
    files = series(
        sentence("{path} ({age})", path=file.path, age=Lifetime(f"{days} days", ((days, "day"),)))
        for days, file in ordered[:MOST_NAMED]
    )
    rest = len(old) - MOST_NAMED
    return sentence("{names} and {rest} more", names=files, rest=rest) if rest > 0 else files


def _day(file: EvidenceFile) -> date | None:
    """Give the day of a capture in UTC; None where it is not known, or no day of the calendar."""
    if file.captured is None:
        return None
    try:
        return EPOCH + timedelta(days=file.captured // (DAY * MILLISECONDS))
    except OverflowError:
        return None


@rule(
    "EVD012",
    citations=[GDPR_5_2],
    scopes=[Scope(jurisdictions=ALL, severity=Severity.INFO)],
    since="0.1.0",
    unseen="What other devices and browsers show.",
)
def jurisdiction_not_visited(context: Context) -> Iterator[Yield]:
    """The evidence was not collected from a jurisdiction of the site, or nobody said from where.

    ## Why it matters
    Banners and tags differ by the country of the visitor. What was seen from France says nothing
    of Belgium, so the rules on consent are not judged there.

    ## How to fix it
    Collect evidence from each country, and say from which: `--vantage FR`.
    """
    shown = seen(context)
    if isinstance(shown, NotEvaluated):
        yield shown
        return
    vantage = shown.evidence.vantage
    place = ("site", "jurisdictions")
    if vantage is not None:
        if not is_from(vantage, context.jurisdiction):
            message = sentence(
                "the site was visited from {vantage}; what its visitors see here was not checked",
                vantage=vantage,
            )
            yield Problem(at=place, message=message)
        return
    rest = [cookie.name for _, cookie in context.in_need if free_somewhere(context, cookie)]
    yield Problem(at=place, message=_from_nowhere(rest))


def _from_nowhere(rest: list[str]) -> Sentence:
    if not rest:
        return sentence("where the site was visited from is not known; expected --vantage")
    return sentence(
        "where the site was visited from is not known; expected --vantage; {names} could not be"
        " judged by what was seen",
        names=named(rest),
    )
