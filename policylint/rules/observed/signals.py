from collections.abc import Iterator, Sequence

from policylint.evidence.consent_mode import says_granted
from policylint.evidence.observation import Evidence
from policylint.law.consent_guidance import EPD09_RECITAL_66
from policylint.law.guidance import EDPB_SCOPE_PIXELS
from policylint.law.jurisdictions import EEA, UK
from policylint.law.national import PECR_A1_2_3
from policylint.law.provisions import EPD_5_3, GDPR_21_5
from policylint.model.sentence import Sentence, sentence, series
from policylint.rule import Context, NotEvaluated, Problem, Scope, Severity, Yield, rule
from policylint.rules.listing import MOST_NAMED, named
from policylint.rules.observed.acts import Happening, happenings
from policylint.rules.observed.seen import NO_REQUESTS, seen
from policylint.rules.observed.visits import in_phase, is_from, visited_elsewhere, why_not


@rule(
    "EVD013",
    citations=[EPD_5_3, EDPB_SCOPE_PIXELS],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.ERROR)],
    since="0.1.0",
    lowered=[(Severity.WARNING, "nothing says that consent was taken as granted")],
    unseen="Pings whose signals Google's tags write in another form than is publicly known.",
)
def ping_before_choice(context: Context) -> Iterator[Yield]:
    """Google's tags sent pings before the visitor chose.

    Where they say that consent was granted, by default or by whatever ran before the choice, this
    is an error. Where they say that it was denied, it is contested: no authority has ruled on it.

    ## Why it matters
    A ping is sent by the visitor's browser and tells Google of the visit, with or without a cookie.
    A tag that takes consent as granted sets cookies, too.

    ## How to fix it
    Use the consent mode `basic`, which loads Google's tags after consent only; at the least set
    each default to `denied`. Or have the mode `advanced` reviewed, and accept the warning.
    """
    shown = seen(context)
    if isinstance(shown, NotEvaluated):
        yield shown
        return
    evidence = shown.evidence
    why = _why_not(context, evidence)
    if why is not None:
        yield why
        return
    pings = [one for one in evidence.signals if one.phase == "pre" and (one.gcs or one.gcd)]
    if not pings:
        return
    granted = [one for one in pings if says_granted(one.gcs, one.gcd)]
    hosts = named(sorted({one.host for one in granted or pings}))
    when = in_phase(evidence, "pre")
    yield Problem(
        at=("consent", "google_consent_mode"),
        message=sentence(
            "Google's tags sent pings {when} to {hosts}, with consent as granted",
            when=when,
            hosts=hosts,
        )
        if granted
        else sentence(
            "Google's tags sent pings {when} to {hosts}, with no consent, which is contested",
            when=when,
            hosts=hosts,
        ),
        severity=None if granted else Severity.WARNING,
    )


def _why_not(context: Context, evidence: Evidence) -> NotEvaluated | None:
    why = why_not(evidence, "pre")
    if why is not None:
        return why
    if not any(one.tells_requests for one in evidence.files):
        return NO_REQUESTS
    here = context.jurisdiction
    if evidence.vantage is not None and not is_from(evidence.vantage, here):
        return visited_elsewhere(evidence.vantage, here)
    outside = [code for code in context.inventory.site.jurisdictions if code not in EEA | UK]
    if evidence.vantage is None and outside:
        reason = sentence(
            "where the site was visited from is not known (--vantage), and in {jurisdictions}"
            " other law holds",
            jurisdictions=series(outside),
        )
        return NotEvaluated(at=(), reason=reason)
    return None


@rule(
    "EVD014",
    citations=[EPD09_RECITAL_66, PECR_A1_2_3, GDPR_21_5],
    scopes=[Scope(jurisdictions=EEA | UK, severity=Severity.INFO)],
    since="0.1.0",
)
def gpc_without_effect(context: Context) -> Iterator[Yield]:
    """Cookies that need consent were set although the browser sent Global Privacy Control.

    ## Why it matters
    No law in force in Europe makes the signal binding on every site. But a browser that says "no"
    utters a wish of its user, and a site that declares to honour it has promised to.

    ## How to fix it
    Have the consent platform take the signal for a refusal, or declare `signals: {gpc: ignore}`.
    """
    shown = seen(context)
    if isinstance(shown, NotEvaluated):
        yield shown
        return
    found: list[Happening] = []
    for one in happenings(context, shown, "gpc"):
        if not isinstance(one, Happening):
            yield one
        elif one.act in {"set", "sent"}:
            found.append(one)
    if found:
        consent = context.inventory.consent
        promised = consent and consent.signals and consent.signals.gpc == "honour"
        fault = _used(found, in_phase(shown.evidence, "gpc"))
        if promised:
            fault = sentence("{fault}, which the site declares to honour", fault=fault)
        yield Problem(
            at=("consent", "signals", "gpc"),
            message=fault,
            related=tuple((one.at, f"was {one.act}") for one in found[:MOST_NAMED]),
        )


def _used(found: Sequence[Happening], when: Sentence) -> Sentence:
    names = named([one.observed[0].name for one in found])
    sources = series(sorted({one.observed[0].source for one in found}))
    if len(found) == 1:
        return sentence(
            "{names} was set or sent {when} ({sources})", names=names, when=when, sources=sources
        )
    return sentence(
        "{names} were set or sent {when} ({sources})", names=names, when=when, sources=sources
    )
