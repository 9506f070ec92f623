"""How the clocks of a consent compare, and what the countries of a site say of them."""

from collections.abc import Iterable, Sequence

from policylint.law.jurisdictions import Pack, packs_of
from policylint.model.lifetime import DAY, Lifetime, longest_days
from policylint.model.sentence import sentence, series
from policylint.rule import Context

CYCLE_MONTHS, CYCLE_DAYS = 48, 1461


def falls_short(given: Lifetime, wanted: Lifetime) -> bool:
    """Tell whether a duration is shorter than wanted, at the kindest reading.

    Months and years compare as months. Anything else compares with the shortest span that the
    wanted months can have, so that 181 days do not fall short of 6 months and 180 do.
    """
    if given.is_unbounded or wanted.is_unbounded:
        return wanted.is_unbounded and not given.is_unbounded
    if not given.seconds and not wanted.seconds:
        return given.months < wanted.months
    return given.longest_seconds < _shortest_seconds(wanted)


def _shortest_seconds(lifetime: Lifetime) -> int:
    # In a cycle of four years, what the longest of the other months leave over.
    cycles, rest = divmod(lifetime.months, CYCLE_MONTHS)
    days = (cycles + 1) * CYCLE_DAYS - longest_days(CYCLE_MONTHS - rest)
    return days * DAY + lifetime.seconds


def countries(context: Context) -> Sequence[Pack]:
    """List the packs of the site, the one at hand among them; it alone where it was chosen."""
    codes = context.inventory.site.jurisdictions
    if context.jurisdiction not in codes:
        return [context.pack]
    others = (code for code in dict.fromkeys(codes) if code != context.jurisdiction)
    return [context.pack, *packs_of(others)]


Figure = tuple[Lifetime, Sequence[str]]


def consent_figures(packs: Iterable[Pack]) -> list[Figure]:
    """List how long a consent may count at most, and where; the strictest first."""
    return _figures((one.consent_max, one.code) for one in packs)


def refusal_figures(packs: Iterable[Pack]) -> list[Figure]:
    """List how long a refusal is to last at least, and where; the strictest first."""
    return _figures((one.refusal_min, one.code) for one in packs)[::-1]


def _figures(found: Iterable[tuple[Lifetime | None, str]]) -> list[Figure]:
    groups: dict[int, tuple[Lifetime, list[str]]] = {}
    for figure, code in found:
        if figure is not None:
            groups.setdefault(figure.longest_seconds, (figure, []))[1].append(code)
    return [(figure, sorted(codes)) for _, (figure, codes) in sorted(groups.items())]


def at_most(figures: Sequence[Figure]) -> str:
    """Write figures: `6 months at most (the strictest: FR, IE; ES: 24 months)`."""
    return sentence("{limit} at most ({places})", limit=figures[0][0], places=_places(figures))


def at_least(figures: Sequence[Figure]) -> str:
    """Write figures: `6 months at least (FR)`."""
    return sentence("{limit} at least ({places})", limit=figures[0][0], places=_places(figures))


def _places(figures: Sequence[Figure]) -> str:
    (_, codes), *others = figures
    if not others:
        return series(codes)
    strictest = sentence("the strictest: {countries}", countries=series(codes))
    rest = (
        sentence("{countries}: {limit}", countries=series(at), limit=figure)
        for figure, at in others
    )
    return series([strictest, *rest], "; ")


def one_figure(packs: Sequence[Pack]) -> str | None:
    """Say which figure serves both clocks where several countries have one, or that none does."""
    consent, refusal = consent_figures(packs), refusal_figures(packs)
    if not consent or not refusal:
        return None
    (most, capped), (least, floored) = consent[0], refusal[0]
    if least.exceeds(most):
        return (
            f"no single figure serves both: {', '.join(capped)} wants a yes to count for {most} at"
            f" most, {', '.join(floored)} a no for {least} at least"
        )
    places = sorted({code for _, codes in (*consent, *refusal) for code in codes})
    span = f"from {least} to {most}" if most.exceeds(least) else f"{most}"
    return f"{span} for both a yes and a no meets {', '.join(places)}" if len(places) > 1 else None
