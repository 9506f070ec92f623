"""The conditions of the national exemptions: each rule reads its own here, and CLS002 all."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from policylint.model.cookie import Cookie
from policylint.model.traits import readers
from policylint.rule import Context


class Conditions(NamedTuple):
    """What an entry lacks, in words: conditions that are not met, and facts that are not given."""

    unmet: Sequence[str] = ()
    unknown: Sequence[str] = ()

    @property
    def met(self) -> bool:
        """Tell whether every condition is known to be met."""
        return not (self.unmet or self.unknown)


def own_statistics(context: Context, cookie: Cookie) -> Conditions:
    """Check CLS011: France and Spain, statistics for the publisher alone."""
    facts = cookie.measurement
    wanted = {
        "own_account": (facts.own_account if facts else None, True),
        "cross_site": (crosses_sites(cookie), False),
        "cross_matching": (facts.cross_matching if facts else None, False),
        "anonymous_output": (facts.anonymous_output if facts else None, True),
    }
    unmet = _differing(wanted)
    shared = facts.shared_with if facts else ()
    return Conditions([*unmet, *_no_processors(context, shared, "in 'shared_with' ")])


def one_site_masked(context: Context, cookie: Cookie) -> Conditions:
    """Check CLS014: Italy, statistics of one site, with masked addresses at a third party's."""
    facts = cookie.measurement
    unmet = _differing(
        {
            "cross_site": (crosses_sites(cookie), False),
            "cross_matching": (facts.cross_matching if facts else None, False),
        }
    )
    shared = facts.shared_with if facts else ()
    unmet += _no_processors(context, shared, "in 'shared_with' ")
    removed = facts.ip_bytes_removed if facts else None
    if cookie.vendor and not removed:
        unmet.append(
            f"vendor '{cookie.vendor}' gets whole addresses:"
            f" 'ip_bytes_removed' is {'absent' if removed is None else removed}"
        )
    return Conditions(unmet)


def low_impact(context: Context, cookie: Cookie) -> Conditions:
    """Check CLS015: the Netherlands, little or no effect on privacy."""
    facts = cookie.measurement
    unmet = [] if cookie.note else ["no 'note' says why the effect on privacy is small"]
    if cookie.cross_site or (facts and facts.cross_site):
        unmet.append("'cross_site' is true")
    return Conditions([*unmet, *_no_processors(context, readers(cookie))])


def statistics_alone(context: Context, cookie: Cookie) -> Conditions:
    """Check CLS016: United Kingdom, statistics on how the service is used."""
    facts = cookie.measurement
    unmet = [] if cookie.opt_out else [_NO_OBJECTION]
    unmet += _no_processors(context, readers(cookie))
    single = facts.individual_level if facts else None
    if single:
        unmet.append("'individual_level' is true")
    unknown = ["'measurement.individual_level' is absent"] if single is None else []
    return Conditions(unmet, unknown)


def appearance_alone(context: Context, cookie: Cookie) -> Conditions:  # noqa: ARG001 - as all
    """Check CLS017: United Kingdom, appearance and function as the visitor prefers."""
    return Conditions([] if cookie.opt_out else [_NO_OBJECTION])


CONDITIONS: Mapping[str, Callable[[Context, Cookie], Conditions]] = {
    "CLS011": own_statistics,
    "CLS014": one_site_masked,
    "CLS015": low_impact,
    "CLS016": statistics_alone,
    "CLS017": appearance_alone,
}
_NO_OBJECTION = "'opt_out' does not say how to object"


def crosses_sites(cookie: Cookie) -> bool | None:
    """Tell whether visitors are followed over several sites: `measurement` goes first."""
    facts = cookie.measurement
    if facts is not None and facts.cross_site is not None:
        return facts.cross_site
    return cookie.cross_site


def _differing(wanted: Mapping[str, tuple[bool | None, bool]]) -> list[str]:
    return [
        f"'{name}' is {'absent' if given is None else str(given).lower()}"
        for name, (given, needed) in wanted.items()
        if given is not needed
    ]


def _no_processors(context: Context, keys: Iterable[str], place: str = "") -> list[str]:
    vendors = context.inventory.vendors
    roles = [(key, vendors[key].role) for key in keys if key in vendors]
    return [
        f"'{key}' {place}" + ("is no processor" if role else "declares no role")
        for key, role in roles
        if role != "processor"
    ]
