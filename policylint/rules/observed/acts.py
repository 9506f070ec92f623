"""What became of cookies that need consent, in one phase of the evidence."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from policylint.evidence.observation import Evidence, Observation, PhaseKind
from policylint.model.cookie import Cookie
from policylint.model.record import Record
from policylint.model.sentence import Sentence, sentence
from policylint.rule import Context, NotApplicable, NotEvaluated
from policylint.rules.observed.seen import Seen, host_of, not_shown, settings, writes_in
from policylint.rules.observed.visits import gaps, in_phase, judged_here, why_not
from policylint.source.pointer import Pointer

Act = Literal["set", "sent", "there", "refused"]
_GRAVEST: Sequence[Act] = ("set", "sent", "there", "refused")


class Happening(Record):
    """What became of an entry in a phase: its gravest act, and the cookies that show it."""

    at: Pointer
    name: str
    act: Act
    observed: Sequence[Observation]

    def told(self, evidence: Evidence, kind: PhaseKind) -> Sentence:
        """Write it in words, with the host that did it and the file that shows it."""
        first = self.observed[0]
        writes = writes_in(first, kind)
        host = host_of(writes[0].setter) if writes else None
        shown = {"name": first.name, "when": in_phase(evidence, kind), "source": first.source}
        fault = _told(self.act, host, shown)
        others = {one.name for one in self.observed} - {first.name}
        if not others:
            return fault
        return sentence(
            "{fault}, and {count} more of '{name}'", fault=fault, count=len(others), name=self.name
        )


def _told(act: Act, host: str | None, shown: Mapping[str, str]) -> Sentence:
    match act, host:
        case "set", None:
            return sentence("'{name}' was set {when} ({source})", **shown)
        case "set", _:
            return sentence("'{name}' was set {when} by {host} ({source})", host=host, **shown)
        case "refused", None:
            return sentence(
                "'{name}' was to be set, which this browser refused, {when} ({source})", **shown
            )
        case "refused", _:
            return sentence(
                "'{name}' was to be set, which this browser refused, {when} by {host} ({source})",
                host=host,
                **shown,
            )
        case "sent", _:
            return sentence("'{name}' was sent {when} ({source})", **shown)
    return sentence("'{name}' was there {when} ({source})", **shown)


def _act(observation: Observation, kind: PhaseKind) -> Act | None:
    writes = writes_in(observation, kind)
    if settings(writes):
        return "set"
    if kind in observation.sent:
        return "sent"
    if kind in observation.present:
        return "there"
    return "refused" if any(one.outcome == "refused" for one in writes) else None


def happenings(
    context: Context, shown: Seen, kind: PhaseKind
) -> Iterator[Happening | NotEvaluated | NotApplicable]:
    """Give what became of each entry that needs consent, in one phase."""
    if not context.in_need:
        yield NotApplicable(reason="no cookie needs consent")
        return
    why = why_not(shown.evidence, kind)
    if why is not None:
        yield why
        return
    entries, rest = judged_here(context, shown.evidence)
    yield from rest
    if entries:
        yield from gaps(shown.evidence, kind)
    for at, cookie in entries:
        happening = _happening(at, cookie, shown, kind)
        if happening is not None:
            yield happening
        elif not shown.shows(cookie.storage):
            yield not_shown(at, cookie)


def _happening(at: Pointer, cookie: Cookie, shown: Seen, kind: PhaseKind) -> Happening | None:
    acts: dict[Act, list[Observation]] = {}
    for one in shown.of_entry.get(int(at[1]), ()):
        act = _act(one, kind)
        if act is not None:
            acts.setdefault(act, []).append(one)
    gravest = next((act for act in _GRAVEST if act in acts), None)
    if gravest is None:
        return None
    return Happening(at=at, name=cookie.name, act=gravest, observed=acts[gravest])
