"""The answer for one cookie, as a DPO reads it aloud."""

from collections.abc import Iterator, Sequence

from policylint.law.citation import Provision
from policylint.lint.explain import Answer, Clock, CookieExplanation, ExemptionView, Need
from policylint.report.clean import inert, visible
from policylint.report.layout import wrap
from policylint.report.wording import grounds

NEEDS: dict[Need, str] = {
    "needed": "Consent is needed",
    "not-needed": "Consent is not needed, on the declared facts",
    "objection": "Consent is not needed; an objection must be possible",
    "disputed": "A person must decide whether consent is needed",
}
KEPT = {True: "kept", False: "not kept", None: "not judged"}


def render(explanation: CookieExplanation) -> str:
    """Write the answers, a section per jurisdiction."""
    lines = [f"'{explanation.name}' as of {explanation.as_of}"]
    for answer in explanation.answers:
        lines += ["", *_section(answer)]
    return inert("\n".join(map(visible, lines))) + "\n"


def _section(answer: Answer) -> Iterator[str]:
    yield f"{answer.pack.code} {answer.pack.names['en']}"
    yield from wrap(f"{NEEDS[answer.need]}:", "  ", "  ")
    for reason in answer.reasons:
        yield from wrap(f"- {reason.text}{_basis(reason.citations)}", "    ", "  ")
    for view in answer.exemptions:
        yield from _exemption(view)
    yield "  Clocks:"
    for clock in answer.clocks:
        yield from wrap(f"- {_clock(clock)}", "    ", "  ")
    if "en" in answer.pack.notes:
        yield from wrap(f"Note: {answer.pack.notes['en']}", "  ", "  ")
    yield "  Findings: " + (", ".join(one.rule.code for one in answer.findings) or "none")
    for finding in answer.findings:
        yield from wrap(f"- {finding.rule.code}: {finding.message}", "    ", "  ")


def _basis(citations: Sequence[Provision]) -> str:
    found = grounds(citations)
    return f" ({'; '.join(found)})" if found else ""


def _exemption(view: ExemptionView) -> Iterator[str]:
    one = view.exemption
    since = f" since {one.start}" if one.start else ""
    claim = "claimed" if view.claimed else "not claimed"
    force = "" if view.in_force else ", not in force on this day"
    yield from wrap(
        f"Exemption '{one.name}' ({one.status}{since}{force}): {claim}{_basis(view.citations)}",
        "  ",
        "  ",
    )
    if view.outside:
        yield from wrap(f"- it does not cover {_quoted(view.outside)}", "    ", "  ")
    if view.unread:
        yield from wrap(
            f"- that it covers {_quoted(view.unread)} was not read at source", "    ", "  "
        )
    for condition in view.unmet:
        yield from wrap(f"- condition not met: {condition}", "    ", "  ")
    for condition in view.unknown:
        yield from wrap(f"- condition not known: {condition}", "    ", "  ")
    if not view.checkable:
        yield "    - none of its conditions can be checked by a machine"
    elif not (view.unmet or view.unknown):
        yield "    - its conditions that a machine can check are met"


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)


def _clock(clock: Clock) -> str:
    declared = f"'{clock.declared}'" if clock.declared else "not declared"
    figure = clock.figure or "no figure in this law or guidance"
    return f"{clock.name}: {declared}; {figure}: {KEPT[clock.kept]}{_basis(clock.citations)}"
