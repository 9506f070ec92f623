"""What a rule says without asking where is worked out once, and holds everywhere."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from policylint.law.jurisdictions import ALL
from policylint.law.technical import HOUSE_CHECK
from policylint.lint.declaration import open_declaration
from policylint.lint.evaluate import Verdict, evaluate
from policylint.model.inventory import Inventory
from policylint.model.read import read
from policylint.rule import Context, Limits, Problem, Rule, Scope, Severity, Yield
from policylint.rules import all_rules
from tests.conftest import ROOT

DAY = date(2026, 11, 23)
CODES = ("FR", "BE", "UK", "CH", "NL", "DE")
FIXTURES = sorted(
    [*(ROOT / "tests" / "rules").glob("*/*.yaml"), *(ROOT / "examples").glob("*/cookies.yaml")]
)


def inventory(path: Path) -> Inventory | None:
    return read(Inventory, open_declaration(str(path), path.read_bytes(), folder=".").data)


def said(verdict: Verdict) -> list[tuple[object, ...]]:
    return [
        (hit.jurisdiction, hit.rule.code, hit.severity, hit.problem.at, hit.problem.message)
        for hit in verdict.hits
    ]


@pytest.mark.parametrize(
    "folder", sorted({path.parent for path in FIXTURES}), ids=lambda folder: str(folder.name)
)
def test_countries_together_get_what_each_gets_alone(folder: Path) -> None:
    for path in folder.glob("*.yaml"):
        declared = inventory(path)
        if declared is None:
            continue
        together = evaluate(declared, CODES, DAY, Limits(), all_rules())
        alone = [evaluate(declared, [code], DAY, Limits(), all_rules()) for code in CODES]

        assert said(together) == [hit for verdict in alone for hit in said(verdict)]
        gaps: dict[str, Counter[str]] = {}
        for verdict in alone:
            for code, lacking in verdict.gaps.items():
                gaps[code] = gaps.get(code, Counter()) | lacking
        assert together.gaps == gaps
        assert together.idle.keys() == set.intersection(*(set(one.idle) for one in alone))


@pytest.mark.parametrize(
    ("sees", "exempt", "runs"),
    [
        (lambda context: context.cookies, "", 1),
        (lambda context: context.in_need, "", 1),
        (lambda context: context.in_need, "exempt_in: {FR: audience-measurement}", 2),
        (lambda context: [context.claimed_exemption(one) for _, one in context.cookies], "", 1),
        (
            lambda context: [context.needs_consent(one) for _, one in context.cookies],
            "exempt_in: {FR: audience-measurement}",
            2,
        ),
        (lambda context: context.jurisdiction, "", 2),
        (lambda context: context.pack.consent_max, "", 2),
    ],
)
def test_a_rule_runs_again_only_where_it_asked_where(
    tmp_path: Path, sees: Callable[[Context], object], exempt: str, runs: int
) -> None:
    path = tmp_path / "cookies.yaml"
    path.write_text(
        f"""\
version: 1
site: {{name: A, url: "https://a.example", jurisdictions: [FR, BE], languages: [en]}}
controller: {{name: A, country: FR}}
cookies:
  - {{name: a, category: improvement, purposes: [audience-measurement], {exempt}}}
""",
        encoding="utf-8",
    )
    seen: list[object] = []

    def check(context: Context) -> Iterator[Yield]:
        seen.append(sees(context))
        yield Problem(at=("cookies",), message="found")

    asking = Rule(
        code="XXX001",
        name="asking",
        explanation="",
        citations=[HOUSE_CHECK],
        scopes=[Scope(jurisdictions=ALL, severity=Severity.ERROR)],
        since="0.1.0",
        check=check,
    )
    declared = inventory(path)
    assert declared is not None

    verdict = evaluate(declared, ["FR", "BE"], DAY, Limits(), [asking])

    assert len(seen) == runs
    assert [hit.jurisdiction for hit in verdict.hits] == ["FR", "BE"]
