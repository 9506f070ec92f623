"""How findings of several rules and jurisdictions are settled into one report."""

import itertools
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from policylint.lint.finding import Finding, Report
from policylint.lint.run import Options, check_files
from policylint.lint.select import catalogue
from policylint.lint.settings import Settings
from policylint.model.lifetime import parse_lifetime
from policylint.model.terms import Purpose
from policylint.rule import Limits, Severity

DAY = date(2026, 11, 23)
HEAD = """\
version: 1
site: {{name: A, url: "https://a.example", jurisdictions: [{codes}], languages: [en], policy_url: "https://a.example/cookies"}}
controller: {{name: A, country: FR, email: a@a.example, dpo: {{email: dpo@a.example}}, representative: {{name: R, email: r@a.example, country: UK}}}}
consent: {{choice_cookie: choice, prechecked: [], implied_by: [], validity: 6 months, refusal_memory: 6 months, on_expiry: delete, first_layer: {{reject: button}}, withdrawal: {{entry_point: the footer}}, asks_again_on: [new-purpose, new-vendor], record: {{fields: [timestamp, purposes, policy-version, mechanism], retention: 5 years}}, signals: {{gpc: honour}}, if_refused: nothing changes}}
cookies:
  - {{name: choice, category: essential, purposes: [consent-choice], description: Keeps the choice made., lifetime: 6 months, requested: the choice, owner: web, reviewed: 2026-10-01}}
"""
GA = """\
  - name: visits
    category: improvement
    purposes: [audience-measurement]
    description: Counts visits and repeated visits.
    legal_basis: consent
    retention: 14 months
    lifetime: {lifetime}
    data: [page-path]
    recipients: []
    opt_out: a switch in the footer
    owner: web
    record: R-1
    reviewed: 2026-10-01
{more}"""
COMPLETE = (
    "own_account: true, cross_site: false, cross_matching: false, anonymous_output: true,"
    " uses: [page-views]"
)


def report(folder: Path, text: str, **options: object) -> Report:
    path = folder / "cookies.yaml"
    path.write_text(text, encoding="utf-8")
    settings: dict[str, Any] = {"as_of": DAY, "settings": Settings(), **options}
    found, _ = check_files([str(path)], Options(**settings))
    return found


def findings(folder: Path, text: str, **options: object) -> list[Finding]:
    return [one for one in report(folder, text, **options).findings if one.rule.code != "DOC011"]


def ga(codes: str = "FR", lifetime: str = "13 months", *more: str) -> str:
    lines = "".join(f"    {line}\n" for line in more or ("consent: opt-in",))
    return HEAD.format(codes=codes) + GA.format(lifetime=lifetime, more=lines)


def test_two_years_are_too_long_at_the_line_and_column_of_the_value(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, ga(lifetime="2 years"))

    assert finding.rule.code == "LIF001"
    assert (finding.place.line, finding.place.column) == (13, 15)
    assert (finding.place.end_line, finding.place.end_column) == (13, 22)
    assert finding.place.pointer == "/cookies/1/lifetime"
    assert [one.force for one in finding.citations] == ["house"]
    assert "house" in finding.message


def test_397_days_pass_and_398_do_not(tmp_path: Path) -> None:
    assert findings(tmp_path, ga(lifetime="397 days")) == []
    assert [one.rule.code for one in findings(tmp_path, ga(lifetime="398 days"))] == ["LIF001"]


def test_the_limit_of_the_configuration_is_named_as_such(tmp_path: Path) -> None:
    settings = Settings(limits=Limits(lifetime=parse_lifetime("6 months")))

    (finding,) = findings(tmp_path, ga(), settings=settings)

    assert "longer than 6 months (the limit of the configuration)" in finding.message


def test_an_improvement_without_consent_is_found(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, ga("FR", "13 months", "renewal: fixed"))

    assert finding.rule.code == "CLS001"
    assert finding.severity is Severity.ERROR


def test_a_complete_exemption_leaves_nothing_to_say_in_france(tmp_path: Path) -> None:
    more = ("exempt_in: {FR: audience-measurement}", f"measurement: {{{COMPLETE}}}")

    assert findings(tmp_path, ga("FR", "13 months", *more)) == []


def test_an_exemption_does_not_travel(tmp_path: Path) -> None:
    more = ("exempt_in: {FR: audience-measurement}", f"measurement: {{{COMPLETE}}}")

    (finding,) = findings(tmp_path, ga("FR, BE", "13 months", *more))

    assert finding.rule.code == "CLS001"
    assert finding.jurisdictions == ["BE"]


def test_claiming_an_exemption_where_there_is_none_names_it(tmp_path: Path) -> None:
    more = (
        "exempt_in: {FR: audience-measurement, BE: audience-measurement}",
        f"measurement: {{{COMPLETE}}}",
        "consent: opt-in",
    )

    (finding,) = findings(tmp_path, ga("FR, BE", "13 months", *more))

    assert finding.rule.code == "CLS001"
    assert finding.jurisdictions == ["BE"]
    assert "'audience-measurement', which does not hold there" in finding.message


def test_french_measurement_cites_the_recommendation_itself(tmp_path: Path) -> None:
    more = ("exempt_in: {FR: audience-measurement}", f"measurement: {{{COMPLETE}}}")

    (finding,) = findings(tmp_path, ga("FR", "2 years", *more))

    assert [one.force for one in finding.citations] == ["guidance"]


def test_several_countries_make_one_finding_that_lists_them(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, ga("BE, FR, LU", "2 years"))

    assert finding.jurisdictions == ["BE", "FR", "LU"]


def test_one_finding_takes_the_gravest_severity(tmp_path: Path) -> None:
    text = ga("BE, FR").replace("reject: button", "reject: none")

    (finding,) = findings(tmp_path, text, select=["CON004"])

    assert finding.severity is Severity.ERROR
    assert finding.jurisdictions == ["BE", "FR"]


def test_texts_that_differ_by_country_say_which(tmp_path: Path) -> None:
    more = ("exempt_in: {BE: audience-measurement}", "consent: none")

    (finding,) = findings(tmp_path, ga("BE, FR", "13 months", *more), select=["CLS001"])

    assert "BE: 'visits' is set without consent in BE" in finding.message
    assert "FR: 'visits' needs consent and declares 'none'" in finding.message


def test_french_law_is_not_cited_for_belgium(tmp_path: Path) -> None:
    (belgian,) = findings(tmp_path, ga("BE", "13 months", "consent: none"))
    (french,) = findings(tmp_path, ga("FR", "13 months", "consent: none"))

    assert "FR-78-17" not in [one.instrument.key for one in belgian.citations]
    assert "FR-78-17" in [one.instrument.key for one in french.citations]


def test_the_day_decides_which_exemption_holds(tmp_path: Path) -> None:
    more = ("exempt_in: {FR: audience-measurement}", f"measurement: {{{COMPLETE}}}")
    text = ga("FR", "13 months", *more)

    before = findings(tmp_path, text, as_of=date(2020, 9, 30))

    assert [one.rule.code for one in before] == ["CLS001"]


def test_a_rule_switched_off_still_keeps_vaguer_ones_silent(tmp_path: Path) -> None:
    text = HEAD.format(codes="FR") + (
        "  - {name: ads, category: essential, purposes: [advertising], lifetime: 1 year,"
        " description: Chooses adverts to show., personal_data: false, owner: web,"
        " reviewed: 2026-10-01}\n"
    )

    assert [one.rule.code for one in findings(tmp_path, text)] == ["CLS002"]
    assert findings(tmp_path, text, ignore=["CLS002"]) == []


def test_another_severity_is_given_by_configuration(tmp_path: Path) -> None:
    settings = Settings(severity={"LIF001": Severity.INFO})

    (finding,) = findings(tmp_path, ga(lifetime="2 years"), settings=settings)

    assert finding.severity is Severity.INFO
    assert [one.force for one in finding.citations] == ["house"]


def test_an_error_rule_that_is_switched_off_is_listed(tmp_path: Path) -> None:
    outcomes = {
        one.code: one for one in report(tmp_path, ga(), ignore=["LIF001", "INV002"]).outcomes
    }

    assert outcomes["LIF001"].outcome == "not-evaluated"
    assert outcomes["LIF001"].reason == "switched off by configuration"
    assert "INV002" not in outcomes


def test_every_rule_has_an_outcome_and_a_reason_where_it_did_not_pass(tmp_path: Path) -> None:
    outcomes = report(tmp_path, ga()).outcomes

    of_the_law = {rule.code for rule in catalogue() if rule.family != "PRE"}
    assert {one.code for one in outcomes} == of_the_law
    assert all(one.reason for one in outcomes if one.outcome.startswith("not"))


def test_what_an_input_lacks_is_not_evaluated_and_says_so(tmp_path: Path) -> None:
    text = ga("FR", "13 months", "consent: opt-in", "same_site: None").replace(
        "prechecked: [], ", ""
    )
    outcomes = {one.code: (one.outcome, one.reason) for one in report(tmp_path, text).outcomes}

    assert outcomes["SEC004"] == ("not-evaluated", "'secure' is absent")
    assert outcomes["CON002"] == ("not-evaluated", "'prechecked' is absent")
    assert outcomes["LIF002"] == ("passed", None)


def test_a_faulty_file_gets_only_findings_about_the_file(tmp_path: Path) -> None:
    found = report(tmp_path, ga(lifetime="2 years").replace("name: visits", "nam: visits"))

    assert {one.rule.family for one in found.findings} == {"DOC"}
    assert {one.code for one in found.outcomes if one.outcome == "passed"} <= {
        rule.code for rule in catalogue() if rule.family == "DOC"
    }


@pytest.mark.parametrize(
    ("codes", "code", "message"),
    [
        ("US", "DOC002", "no pack for 'US'"),
        ("XX", "DOC002", "no pack for 'XX'"),
        ("PL", "DOC011", "'PL' is judged by the EU baseline"),
        ("NO", "DOC011", "'NO' is judged by the EU baseline"),
    ],
)
def test_a_jurisdiction_without_its_own_pack_is_reported(
    tmp_path: Path, codes: str, code: str, message: str
) -> None:
    found = report(tmp_path, ga(codes))

    (finding,) = [one for one in found.findings if one.rule.family == "DOC"]
    assert finding.rule.code == code
    assert finding.message.startswith(message)


@pytest.mark.parametrize("code", ["BE", "CH", "DE", "EL", "UK"])
def test_a_jurisdiction_with_its_own_pack_is_not_reported(tmp_path: Path, code: str) -> None:
    assert all(one.rule.family != "DOC" for one in findings(tmp_path, ga(code)))


ORDER = {
    *("CLS002", "CLS003", "CLS004", "CLS005", "CLS006"),
    *("CLS019", "CLS020", "CLS021", "VEN013", "LIF006"),
}
SILENT = {"LIF005", "SPC001", "SPC003", "SPC014"}


@pytest.mark.parametrize("one", get_args(Purpose))
def test_at_most_one_rule_of_the_order_speaks_of_a_pair_of_purposes(
    tmp_path: Path, one: str
) -> None:
    pairs = list(itertools.product([one], get_args(Purpose)))
    text = HEAD.format(codes="FR, DE, UK") + "".join(
        f"  - {{name: c{number}, category: essential, purposes: [{first}, {second}],"
        " lifetime: 1 year, party: third}\n"
        for number, (first, second) in enumerate(pairs)
    )

    found = [one for one in findings(tmp_path, text) if one.cookie != "choice"]
    spoken = [one.cookie for one in found if one.rule.code in ORDER]

    assert len(spoken) == len(set(spoken)) == len(pairs)
    assert {one.rule.code for one in found}.isdisjoint(SILENT)
