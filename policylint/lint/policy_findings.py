"""What writing or comparing a policy finds: POL008, POL010 and POL011."""

from collections.abc import Iterator, Sequence

from policylint.lint.builtin import CLAUSE_LEFT_OUT, LANGUAGE_FALLBACK, PUBLISHED_STALE
from policylint.lint.declaration import Declaration
from policylint.lint.finding import Finding, Related
from policylint.model.inventory import Inventory
from policylint.policy.blocks import LeftOut
from policylint.policy.clean import shortened
from policylint.policy.compare import Difference
from policylint.rule import Severity
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


def fallback_findings(
    declaration: Declaration, language: str, english: Sequence[str], *, strict: bool
) -> Iterator[Finding]:
    """Report the texts that stand in English in a policy of another language (POL011)."""
    if english:
        named = ", ".join(f"'{shortened(one)}'" for one in english[:MOST_NAMED])
        rest = len(english) - MOST_NAMED
        more = f" and {rest} more" if rest > 0 else ""
        message = f"in the policy in '{language}', this stands in English: {named}{more}"
        yield _of_languages(declaration, message, strict=strict)


def unwritten_findings(
    declaration: Declaration, unwritten: Sequence[str], ours: Sequence[str], *, strict: bool
) -> Iterator[Finding]:
    """Report each language of the site in which policylint does not write (POL011)."""
    for language in unwritten:
        message = (
            f"no policy is written in '{language}', a language of the site;"
            f" policylint writes in {', '.join(ours)}"
        )
        yield _of_languages(declaration, message, strict=strict)


def _of_languages(declaration: Declaration, message: str, *, strict: bool) -> Finding:
    return Finding(
        rule=LANGUAGE_FALLBACK,
        severity=Severity.ERROR if strict else LANGUAGE_FALLBACK.severity,
        message=message,
        place=declaration.place(("site", "languages")),
        cookie=None,
        jurisdictions=[],
        citations=LANGUAGE_FALLBACK.citations,
    )


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
