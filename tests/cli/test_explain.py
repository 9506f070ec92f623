import json
from typing import Any

import pytest

from tests.conftest import ROOT, Run

STUDIO = "examples/studio-ductus/cookies.yaml"
EXEMPT = """\
version: 1
site: {name: A, url: "https://a.example", jurisdictions: [FR, BE, UK, DE, CH], languages: [en]}
controller: {name: A, country: FR, email: a@a.example}
cookies:
  - name: _pk_id*
    category: improvement
    purposes: [audience-measurement]
    lifetime: 13 months
    consent: opt-in
    opt_out: https://a.example/stats
    exempt_in: {FR: audience-measurement, BE: audience-measurement, UK: statistics, DE: audience-measurement}
    measurement: {own_account: true, cross_site: false, cross_matching: false, anonymous_output: true, individual_level: false}
    retention: 26 months
  - {name: lang, category: essential, purposes: [language], lifetime: session}
  - {name: ads, category: essential, purposes: [advertising], lifetime: session}
  - {name: lb, category: essential, purposes: [load-balancing], lifetime: session}
"""


def answers(run: Run, name: str, *more: str) -> dict[str, Any]:
    done = run("explain", "-", "--cookie", name, "--format", "json", *more, stdin=EXEMPT.encode())
    assert done.code == 0
    return {one["jurisdiction"]: one for one in json.loads(done.out)["answers"]}


def test_one_cookie_has_five_answers_in_five_countries(run: Run) -> None:
    texts = {}
    for code in ("FR", "DE", "BE", "UK", "NL"):
        done = run("explain", STUDIO, "--cookie", "_ga", "--jurisdiction", code, cwd=ROOT)
        assert done.code == 0
        texts[code] = done.out

    assert len({text.partition("\n\n")[2].partition("\n")[2] for text in texts.values()}) == 5
    assert "Article 82" in texts["FR"]
    assert "'own_account' is absent" in texts["FR"]
    assert "TDDDG" in texts["DE"]
    assert "(narrow)" in texts["DE"]
    assert "no exemption for it is known here" in texts["BE"]
    assert "'statistics' (statute since 2026-02-05)" in texts["UK"]
    assert "'low-impact-analytics' (statute)" in texts["NL"]
    assert all("Consent is needed" in text for text in texts.values())


def test_the_same_exemption_holds_in_one_country_and_not_in_another(run: Run) -> None:
    found = answers(run, "_pk_id.1.a3f4")

    assert {code: one["consent"] for code, one in found.items()} == {
        "FR": "not-needed",
        "BE": "needed",
        "UK": "not-needed",
        "DE": "disputed",
        "CH": "objection",
    }


def test_the_day_decides_what_is_known(run: Run) -> None:
    before = answers(run, "_pk_id*", "--as-of", "2026-02-04")
    after = answers(run, "_pk_id*", "--as-of", "2026-02-05")

    assert before["UK"]["consent"] == "needed"
    assert after["UK"]["consent"] == "not-needed"


def test_the_clocks_say_which_figure_holds_and_on_what_ground(run: Run) -> None:
    clocks = {one["name"]: one for one in answers(run, "_pk_id*")["FR"]["clocks"]}

    assert clocks["lifetime"]["kept"] is True
    assert [one["force"] for one in clocks["lifetime"]["citations"]] == ["guidance"]
    assert (clocks["retention"]["figure"], clocks["retention"]["kept"]) == (
        "at most 25 months",
        False,
    )


@pytest.mark.parametrize(
    ("name", "need"), [("lang", "disputed"), ("ads", "needed"), ("lb", "not-needed")]
)
def test_an_essential_claim_is_judged_by_its_purposes(run: Run, name: str, need: str) -> None:
    assert answers(run, name)["FR"]["consent"] == need


def test_findings_on_the_cookie_stand_where_they_hold(run: Run) -> None:
    found = answers(run, "_pk_id*")

    assert "CLS001" in [one["code"] for one in found["BE"]["findings"]]
    assert "CLS001" not in [one["code"] for one in found["FR"]["findings"]]


def test_an_unknown_cookie_names_the_nearest(run: Run) -> None:
    done = run("explain", STUDIO, "--cookie", "_gaa", cwd=ROOT)

    assert done.code == 2
    assert "declares no cookie '_gaa'; did you mean '_ga'?" in done.err


def test_a_file_with_faults_explains_nothing(run: Run) -> None:
    done = run("explain", "-", "--cookie", "a", stdin=b"version: 2\n")

    assert done.code == 1
    assert done.out == ""
    assert "DOC002" in done.err
