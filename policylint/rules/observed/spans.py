"""How long observed cookies live: what was asked for, or what a jar had left."""

from collections.abc import Iterable

from policylint.evidence.observation import Observation, SetLifetime, Write
from policylint.model.lifetime import DAY, Lifetime
from policylint.model.record import Record
from policylint.model.sentence import Sentence, sentence
from policylint.rules.observed.seen import Seen, host_of, settings

CUT = 400
"""Days after which browsers cut a lifetime (RFC 6265bis, §5.5)."""
LONGEST = Lifetime(f"{CUT} days", ((CUT, "day"),))
HOUR = 3_600


class Span(Record):
    """How long one cookie lives, in seconds, and what shows it; a cut one lives at least so long.

    `write` is None where a jar shows it: that tells what was left.
    """

    seconds: int
    is_cut: bool
    observation: Observation
    write: Write | None = None

    @property
    def told(self) -> Sentence:
        """Write it in words: `was set to live for 730 days by x.example (accept.har)`."""
        source = self.observation.source
        if self.is_cut:
            return sentence(
                "lives for at least {limit}, cut by the browser at {limit} ({source})",
                limit=LONGEST,
                source=source,
            )
        life = _long(self.seconds)
        if self.write is None:
            return sentence("had {life} left ({source})", life=life, source=source)
        host = host_of(self.write.setter)
        if host is None:
            return sentence("was set to live for {life} ({source})", life=life, source=source)
        return sentence(
            "was set to live for {life} by {host} ({source})", life=life, host=host, source=source
        )

    @property
    def slack(self) -> int:
        """Give by how many seconds clocks may differ: a date counts, or a change to summer time."""
        exact = self.write is not None and self.write.lifetime.source == "max-age"
        return 0 if exact else HOUR


def _long(seconds: int) -> Lifetime:
    units = (("day", DAY), ("hour", HOUR), ("minute", 60))
    unit, length = next((one for one in units if seconds >= 2 * one[1]), ("second", 1))
    count = seconds // length
    return Lifetime(f"{count} {unit}s", ((count, unit),))


def longest_span(observations: Iterable[Observation]) -> Span | None:
    """Give how long cookies live at most; None where the evidence does not tell, or for a session.

    What was asked for goes before what a jar shows, where that was cut.
    """
    exact: Span | None = None
    cut: Span | None = None
    for one in observations:
        for lifetime, write in _lifetimes(one):
            if lifetime.seconds is None:
                continue
            is_cut = _is_cut(lifetime)
            span = Span(seconds=lifetime.seconds, is_cut=is_cut, observation=one, write=write)
            if is_cut:
                cut = span if cut is None or span.seconds > cut.seconds else cut
            elif exact is None or span.seconds > exact.seconds:
                exact = span
    if exact is None or (cut is not None and cut.seconds > exact.seconds):
        return cut
    return exact


def _lifetimes(one: Observation) -> Iterable[tuple[SetLifetime, Write | None]]:
    yield from ((write.lifetime, write) for write in settings(one.writes))
    if one.jar is not None:
        yield one.jar, None


def _is_cut(lifetime: SetLifetime) -> bool:
    near = lifetime.seconds is not None and lifetime.seconds >= (CUT - 1) * DAY
    return lifetime.is_lower_bound or (lifetime.source == "jar" and near)


def is_session(one: Observation) -> bool:
    """Tell whether everything that is known of a cookie says that it ends with the session."""
    sources = {lifetime.source for lifetime, _ in _lifetimes(one)}
    return sources == {"session"}


def unknown_span(shown: Seen, observations: Iterable[Observation]) -> str | None:
    """Say why the lifetime of some cookies is not known; None where it is, or they end at once."""
    unknown = [one for one in observations if not is_session(one)]
    if not unknown or longest_span(unknown) is not None:
        return None
    untimed = {file.path for file in shown.evidence.files if file.captured is None}
    if any(one.jar is not None and one.source in untimed for one in unknown):
        return sentence("when the jar was captured is not known (--captured-at)")
    return sentence("the evidence does not tell how long the cookie was set for")
