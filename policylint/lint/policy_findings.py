"""What writing or comparing a policy finds: POL008 and POL010."""

from collections.abc import Iterator, Sequence

from policylint.lint.builtin import CLAUSE_LEFT_OUT, PUBLISHED_STALE
from policylint.lint.declaration import Declaration
from policylint.lint.finding import Finding, Related
from policylint.model.inventory import Inventory
from policylint.policy.blocks import LeftOut
from policylint.policy.compare import Difference
from policylint.source.pointer import Pointer

MOST_NAMED = 3


def left_out_findings(
    declaration: Declaration, inventory: Inventory, left_out: Sequence[LeftOut]
) -> Iterator[Finding]:
    """Report each clause that was left out, once, with the entries that lack its fact (POL010)."""
    clauses: dict[tuple[str, str, str], list[Pointer]] = {}
    for one in left_out:
        clauses.setdefault((one.section, one.clause, one.reason), []).append(one.pointer)
    for (section, clause, reason), places in clauses.items():
        yield Finding(
            rule=CLAUSE_LEFT_OUT,
            severity=CLAUSE_LEFT_OUT.severity,
            message=f"left out of the section '{section}': {clause}{_whose(places, inventory)}"
            f" ({reason})",
            place=declaration.place(places[0]),
            cookie=_cookie(places[0], inventory) if len(places) == 1 else None,
            jurisdictions=[],
            citations=CLAUSE_LEFT_OUT.citations,
            related=[
                Related(place=declaration.place(place), message="here too") for place in places[1:]
            ],
        )


def _whose(places: Sequence[Pointer], inventory: Inventory) -> str:
    names = [name for place in places if (name := _cookie(place, inventory))]
    if not names:
        return ""
    named = ", ".join(f"'{name}'" for name in names[:MOST_NAMED])
    rest = len(names) - MOST_NAMED
    return f" of {named}" + (f" and {rest} more" if rest > 0 else "")


def _cookie(place: Pointer, inventory: Inventory) -> str | None:
    match place:
        case ("cookies", int(index), *_):
            return inventory.cookies[index].name
    return None


def stale_findings(
    declaration: Declaration,
    inventory: Inventory,
    published: str,
    differences: Sequence[Difference],
    jurisdictions: Sequence[str],
) -> Iterator[Finding]:
    """Report what a published policy lacks or contradicts, each at its fact (POL008)."""
    for one in differences:
        yield Finding(
            rule=PUBLISHED_STALE,
            severity=PUBLISHED_STALE.severity,
            message=f"{published}: {one.message}",
            place=declaration.place(one.fact_pointer),
            cookie=_cookie(one.fact_pointer, inventory),
            jurisdictions=sorted(jurisdictions),
            citations=PUBLISHED_STALE.citations,
        )
