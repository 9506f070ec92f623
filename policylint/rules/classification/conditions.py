"""The conditions of the national exemptions: each rule reads its own here, and CLS002 all."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from policylint.model.cookie import Cookie
from policylint.model.sentence import sentence
from policylint.model.traits import readers
from policylint.rule import Context
from policylint.rules.absent import absent


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
    return Conditions([*unmet, *_shared_beyond_processors(context, shared)])


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
    unmet += _shared_beyond_processors(context, shared)
    removed = facts.ip_bytes_removed if facts else None
    if cookie.vendor and not removed:
        unmet.append(
            sentence(
                "vendor '{vendor}' gets whole addresses: {fault}",
                vendor=cookie.vendor,
                fault=state("ip_bytes_removed", removed),
            )
        )
    return Conditions(unmet)


def low_impact(context: Context, cookie: Cookie) -> Conditions:
    """Check CLS015: the Netherlands, little or no effect on privacy."""
    facts = cookie.measurement
    unmet: list[str] = (
        [] if cookie.note else [sentence("no 'note' says why the effect on privacy is small")]
    )
    if cookie.cross_site or (facts and facts.cross_site):
        unmet.append(state("cross_site", given=True))
    return Conditions([*unmet, *_no_processors(context, readers(cookie))])


def statistics_alone(context: Context, cookie: Cookie) -> Conditions:
    """Check CLS016: United Kingdom, statistics on how the service is used."""
    facts = cookie.measurement
    unmet: list[str] = [] if cookie.opt_out else [NO_OBJECTION]
    unmet += _no_processors(context, readers(cookie))
    single = facts.individual_level if facts else None
    if single:
        unmet.append(state("individual_level", single))
    unknown = [state("measurement.individual_level", None)] if single is None else []
    return Conditions(unmet, unknown)


def appearance_alone(context: Context, cookie: Cookie) -> Conditions:  # noqa: ARG001 - as all
    """Check CLS017: United Kingdom, appearance and function as the visitor prefers."""
    return Conditions([] if cookie.opt_out else [NO_OBJECTION])


CONDITIONS: Mapping[str, Callable[[Context, Cookie], Conditions]] = {
    "CLS011": own_statistics,
    "CLS014": one_site_masked,
    "CLS015": low_impact,
    "CLS016": statistics_alone,
    "CLS017": appearance_alone,
}
NO_OBJECTION = sentence("'opt_out' does not say how to object")


def state(field: str, given: float | None) -> str:
    """Say what a field holds, or that it is absent."""
    if given is None:
        return absent(field)
    return sentence("'{field}' is {value}", field=field, value=str(given).lower())


def crosses_sites(cookie: Cookie) -> bool | None:
    """Tell whether visitors are followed over several sites: `measurement` goes first."""
    facts = cookie.measurement
    if facts is not None and facts.cross_site is not None:
        return facts.cross_site
    return cookie.cross_site


def _differing(wanted: Mapping[str, tuple[bool | None, bool]]) -> list[str]:
    return [state(name, given) for name, (given, needed) in wanted.items() if given is not needed]


def _no_processors(context: Context, keys: Iterable[str]) -> list[str]:
    return [
        sentence("'{vendor}' is no processor", vendor=key)
        if role
        else sentence("'{vendor}' declares no role", vendor=key)
        for key, role in _other_roles(context, keys)
    ]


def _shared_beyond_processors(context: Context, keys: Iterable[str]) -> list[str]:
    return [
        sentence("'{vendor}' in 'shared_with' is no processor", vendor=key)
        if role
        else sentence("'{vendor}' in 'shared_with' declares no role", vendor=key)
        for key, role in _other_roles(context, keys)
    ]


def _other_roles(context: Context, keys: Iterable[str]) -> Iterator[tuple[str, str | None]]:
    vendors = context.inventory.vendors
    for key in keys:
        if key in vendors and vendors[key].role != "processor":
            yield key, vendors[key].role
