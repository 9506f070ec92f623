"""From what the rules said to findings: several jurisdictions in one, each with its place."""

from collections.abc import Iterator, Sequence

from policylint.law.citation import Provision
from policylint.lint.declaration import Declaration
from policylint.lint.evaluate import Hit, Verdict, merged
from policylint.lint.finding import Finding, Related
from policylint.model.inventory import Inventory
from policylint.model.sentence import sentence, series


def findings_of(
    verdict: Verdict, declaration: Declaration, inventory: Inventory
) -> Iterator[Finding]:
    """Turn the hits of a verdict into findings, one for each rule and place."""
    for group in merged(verdict.hits):
        gravest = group[0]
        problem = gravest.problem
        codes = [hit.jurisdiction for hit in group]
        yield Finding(
            rule=gravest.rule,
            severity=gravest.severity,
            message=_message(group),
            place=declaration.place(problem.at, on_key=problem.on_key),
            cookie=problem.cookie or _cookie(problem.at, inventory),
            jurisdictions=sorted(codes),
            citations=_citations(group, frozenset(codes)),
            fix=problem.fix,
            related=[
                Related(place=declaration.place(at), message=message)
                for at, message in problem.related
            ],
        )


def _message(group: Sequence[Hit]) -> str:
    texts: dict[str, list[str]] = {}
    for hit in group:
        texts.setdefault(hit.problem.message, []).append(hit.jurisdiction)
    if len(texts) == 1:
        return group[0].problem.message
    return series(
        (
            sentence(
                "{jurisdictions}: {message}", jurisdictions=series(sorted(codes)), message=text
            )
            for text, codes in texts.items()
        ),
        "; ",
    )


def _citations(group: Sequence[Hit], codes: frozenset[str]) -> Sequence[Provision]:
    found: dict[int, Provision] = {}
    for hit in group:
        for provision in hit.problem.citations or hit.rule.citations:
            if provision.within is None or provision.within & codes:
                found[id(provision)] = provision
    return list(found.values())


def _cookie(at: Sequence[str | int], inventory: Inventory) -> str | None:
    match at:
        case ("cookies", int(index), *_):
            return inventory.cookies[index].name
    return None
